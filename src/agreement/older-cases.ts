/*
 * Case files of before signs: a commitment had `indicators`, patterns of event types and word lists. What they say in
 * words becomes signs; the patterns are left behind.
 */

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const signOf = (indicator: unknown): unknown => {
  if (!isPlain(indicator)) return indicator;
  const { id, says, bearing, strength } = indicator;
  return { id, says, bearing, ...(strength === undefined ? {} : { strength }) };
};

const newer = (commitment: unknown): unknown => {
  if (!isPlain(commitment) || !Array.isArray(commitment.indicators)) return commitment;
  const { indicators, ...rest } = commitment;
  const signs = Array.isArray(rest.signs) ? rest.signs : [];
  return { ...rest, signs: [...signs, ...(indicators as unknown[]).map(signOf)] };
};

/** A case file's content as today's files have it; anything else is given back as it is, for the schema to refuse. */
export const withSigns = (content: unknown): unknown =>
  isPlain(content) && Array.isArray(content.commitments)
    ? { ...content, commitments: content.commitments.map(newer) }
    : content;

/** How many indicators a case file of before has. */
export const indicatorsIn = (content: unknown): number =>
  isPlain(content) && Array.isArray(content.commitments)
    ? content.commitments.reduce<number>(
        (sum, commitment) =>
          sum +
          (isPlain(commitment) && Array.isArray(commitment.indicators) ? commitment.indicators.length : 0),
        0,
      )
    : 0;
