import type { Bearing, CaseFile, Decision, Placement } from '../../src/model/index.ts';

/** Where a person placed evidence; of an older store, by the sign that was made of the indicator it names. */
export const placeOf = (
  { commitments }: CaseFile,
  decision: Pick<Decision, 'value'> | null | undefined,
): { commitment: string; bearing: Bearing } | null => {
  if (!decision?.value) return null;
  const value = decision.value as Placement;
  if ('bearing' in value) return value;
  const signs = commitments.find(({ id }) => id === value.commitment)?.signs;
  const sign = signs?.find(({ id }) => id === value.indicator);
  return sign ? { commitment: value.commitment, bearing: sign.bearing } : null;
};
