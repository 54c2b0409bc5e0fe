// How well and how fast copies are found: makes short documents of which 15 % are near-copies of earlier ones
// (reprints with words changed, sentences cut or moved, a new head), and counts the pairs found.
//
//   npm run build && node bench/copies.mjs [5000 10000 20000]

import { CopyIndex } from '../dist/collect/index.js';
import { oneOf, randomFrom, zipf } from './made-up-text.mjs';

const syllables = 'ba de fi go lu ma ne pi ro su ta ve wi xo ya ze kra sto pli dru'.split(' ');

/** A language of 20,000 words, used as unevenly as those of a real one (Zipf). */
const vocabulary = (random) => {
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => oneOf(random, syllables)).join('');
  const words = Array.from({ length: 20_000 }, (_, index) => `${word()}${index < 400 ? '' : word()}`);
  return () => words[zipf(random, words.length)];
};

/** Phrases that every agency writes: they make unrelated documents alike, as in life. */
const phrasesOf = (draw) => Array.from({ length: 300 }, () => Array.from({ length: 6 }, draw).join(' '));

const sentence = (random, draw, phrases) => {
  const words = Array.from({ length: 8 + Math.floor(random() * 16) }, draw);
  if (random() < 0.3) words.splice(Math.floor(random() * words.length), 0, oneOf(random, phrases));
  return `${words.join(' ')}.`;
};

const story = (random, draw, phrases) =>
  Array.from({ length: 6 + Math.floor(random() * 14) }, () => sentence(random, draw, phrases));

/** A reprint: up to one word in twelve changed, up to a fifth of the sentences cut, a sentence added, one moved. */
const reprint = (sentences, random, draw, phrases) => {
  const changed = random() / 12;
  const cut = random() / 5;
  const copy = sentences
    .filter((_, index) => index === 0 || random() > cut)
    .map((text) =>
      text
        .split(' ')
        .map((word) => (random() < changed ? draw() : word))
        .join(' '),
    );
  if (random() < 0.5) copy.push(sentence(random, draw, phrases));
  if (random() < 0.3) copy.unshift(copy.splice(Math.floor(random() * copy.length), 1)[0]);
  return copy;
};

const make = (count) => {
  const random = randomFrom(count);
  const draw = vocabulary(random);
  const phrases = phrasesOf(draw);
  const documents = [];
  for (let index = 0; index < count; index += 1) {
    const of = index > 0 && random() < 0.15 ? Math.floor(random() * index) : null;
    const sentences =
      of === null ? story(random, draw, phrases) : reprint(documents[of].sentences, random, draw, phrases);
    documents.push({
      sentences,
      text: sentences.join(' '),
      family: of === null ? index : documents[of].family,
      of,
    });
  }
  return documents;
};

for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 10_000, 20_000]) {
  const documents = make(count);
  const index = new CopyIndex();
  const start = performance.now();
  const found = documents.map(({ text }, number) => index.add(String(number), text));
  const seconds = (performance.now() - start) / 1000;
  let right = 0;
  let wrong = 0;
  let copies = 0;
  let met = 0;
  for (const [number, { of, family }] of documents.entries()) {
    for (const { document } of found[number]) {
      if (documents[Number(document)].family === family) right += 1;
      else wrong += 1;
    }
    if (of === null) continue;
    copies += 1;
    if (found[number].some(({ document }) => Number(document) === of)) met += 1;
  }
  const line = {
    documents: count,
    copies,
    recall: (met / copies).toFixed(4),
    precision: (right / (right + wrong)).toFixed(4),
    links: right + wrong,
    seconds: seconds.toFixed(1),
    'documents/s': Math.round(count / seconds),
  };
  console.log(JSON.stringify(line));
}
