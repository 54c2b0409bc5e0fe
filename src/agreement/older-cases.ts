/*
 * Case files of before: a commitment had `indicators`, patterns of event types and word lists, of which what they say in
 * words becomes signs; and a window named the commitment that it opens after as its `anchor`.
 */

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const signOf = (indicator: unknown): unknown => {
  if (!isPlain(indicator)) return indicator;
  const { id, says, bearing, strength } = indicator;
  return { id, says, bearing, ...(strength === undefined ? {} : { strength }) };
};

const withAfter = (window: unknown): unknown => {
  if (!isPlain(window) || window.anchor === undefined) return window;
  const { anchor, ...rest } = window;
  return { ...rest, after: anchor };
};

const newer = (found: unknown): unknown => {
  if (!isPlain(found)) return found;
  const commitment: Plain = { ...found, ...('window' in found ? { window: withAfter(found.window) } : {}) };
  if (!Array.isArray(commitment.indicators)) return commitment;
  const { indicators, ...rest } = commitment;
  const signs = Array.isArray(rest.signs) ? rest.signs : [];
  return { ...rest, signs: [...signs, ...(indicators as unknown[]).map(signOf)] };
};

/** A case file's content as today's files have it; anything else is given back as it is, for the schema to refuse. */
export const modernised = (content: unknown): unknown =>
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
