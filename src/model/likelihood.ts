/** Words of probability with their bands, in percent (ICD 203); likeliest first, each from its least probability on. */
const bands: readonly (readonly [least: number, words: string])[] = [
  [0.95, 'almost certain, 95–99 %'],
  [0.8, 'very likely, 80–95 %'],
  [0.55, 'likely, 55–80 %'],
  [0.45, 'roughly even chance, 45–55 %'],
  [0.2, 'unlikely, 20–45 %'],
  [0.05, 'very unlikely, 5–20 %'],
  [0, 'almost no chance, 1–5 %'],
];

/** A probability in a word with its band. */
export const likelihood = (probability: number): string =>
  bands.find(([least]) => probability >= least)?.[1] ?? '';
