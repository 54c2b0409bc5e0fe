/**
 * Fits the weights of src/resolve/names/compare.ts: `npm run build && node bench/fit-names.mjs FILE`, FILE a gzip of
 * JSON Lines {schema, name1, name2, is_match}. Prints F1 by ten-fold cross-validation (five divisions), then the weights.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { measuresOf } from '../dist/resolve/names/compare.js';
import { nameWords } from '../dist/resolve/names/words.js';

const penalty = 0.2;
const rows = gunzipSync(readFileSync(process.argv[2])).toString().trim().split('\n').map(JSON.parse);
const measured = rows.map(({ name1, name2, schema }) => {
  const { alignment, ...measures } = measuresOf(nameWords(name1), nameWords(name2), schema !== 'Person');
  return measures;
});
const names = Object.keys(measured[0]);
const inputs = measured.map((measures) => [1, ...Object.values(measures)]);
const isMatch = rows.map((row) => (row.is_match === 'true' ? 1 : 0));
const everything = rows.map((_, index) => index);

const chance = (weights, index) => {
  const logit = inputs[index].reduce((sum, value, place) => sum + value * weights[place], 0);
  return 1 / (1 + Math.exp(-logit));
};

/** Logistic regression by Adam (Kingma and Ba 2015); the bias is not penalised. */
const fitted = (indices) => {
  const zeros = () => new Array(names.length + 1).fill(0);
  const [weights, mean, square] = [zeros(), zeros(), zeros()];
  for (let step = 1; step <= 4000; step += 1) {
    const slope = weights.map((weight, place) => (place === 0 ? 0 : penalty * weight));
    for (const index of indices) {
      const error = chance(weights, index) - isMatch[index];
      inputs[index].forEach((value, place) => {
        slope[place] += error * value;
      });
    }
    slope.forEach((value, place) => {
      mean[place] = 0.9 * mean[place] + 0.1 * value;
      square[place] = 0.999 * square[place] + 0.001 * value * value;
      const size = Math.sqrt(square[place] / (1 - 0.999 ** step)) + 1e-8;
      weights[place] -= (0.02 * (mean[place] / (1 - 0.9 ** step))) / size;
    });
  }
  return weights;
};

const f1 = (guesses) => {
  const right = everything.filter((index) => guesses[index] && isMatch[index]).length;
  const guessed = guesses.filter(Boolean).length;
  return (2 * right) / (guessed + isMatch.filter(Boolean).length);
};

for (let division = 0; division < 5; division += 1) {
  const fold = everything.map(
    (index) => ((((index * 7919 + division * 104729) * 2654435761) % 4294967296) % 10) | 0,
  );
  const guesses = [];
  for (let part = 0; part < 10; part += 1) {
    const weights = fitted(everything.filter((index) => fold[index] !== part));
    for (const index of everything) if (fold[index] === part) guesses[index] = chance(weights, index) >= 0.5;
  }
  console.log(`division ${division + 1}: F1 ${f1(guesses).toFixed(3)} on pairs not fitted on`);
}
const [bias, ...weights] = fitted(everything);
console.log(
  `bias ${bias.toFixed(2)}`,
  Object.fromEntries(names.map((name, place) => [name, +weights[place].toFixed(2)])),
);
