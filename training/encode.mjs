// Words, pieces and windows as Proviso itself makes them, so that training sees what reading sees.
// In: one {"text", "words"?: [[start, end], …]} a line; out: its paragraphs, one list a line.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { countryOfDemonym } from '../dist/read/countries.js';
import { WordPieces } from '../dist/read/network/pieces.js';
import { paragraphsOf } from '../dist/read/network/windows.js';

const wordPieces = new WordPieces(readFileSync(process.argv[2], 'utf8').trimEnd().split('\n'));
for await (const line of createInterface({ input: process.stdin })) {
  const { text, words } = JSON.parse(line);
  const paragraphs = paragraphsOf(text, wordPieces, words).map((paragraph) => ({
    ...paragraph,
    demonyms: paragraph.words.map(([start, end]) => countryOfDemonym(text.slice(start, end)) !== undefined),
  }));
  process.stdout.write(`${JSON.stringify(paragraphs)}\n`);
}
