// Pairs of coded accords for the pair reader: what people marked, and beside it the sentences that look most like evidence
// and are none. node training/encode-accord-pairs.mjs OUT FILE.json…: one {"pieces", "marks", "y", "f", "d", "kind", "group"} a line.
import { createWriteStream, readFileSync } from 'node:fs';
import { Accord, caseOf, sentenceOf } from '../dist/evaluate/accords/index.js';
import {
  cheapFeatures,
  encodeText,
  pairInput,
  passagesOf,
  requirementsOf,
  WordVectors,
} from '../dist/match/index.js';
import { createReader, readVocabulary, WordPieces } from '../dist/read/index.js';
import { resolve } from '../dist/resolve/index.js';

const bearings = { none: 0, breach: 1, performance: 2 };
/** Of each sentence so many commitments that it is likest to, and every so-manyth of the others. */
const [likest, everyNth] = [2, 7];

const [, , out, ...paths] = process.argv;
const vocabulary = readVocabulary();
const wordPieces = new WordPieces(vocabulary);
const vectors = WordVectors.read(new URL('../models/matcher/vectors.bin', import.meta.url), vocabulary);
const reader = createReader();
const file = createWriteStream(out);

for (const path of paths) {
  const accord = Accord.parse(JSON.parse(readFileSync(path, 'utf8')));
  const knowledge = { file: caseOf(accord), entries: [], decisions: [] };
  const requirements = requirementsOf(knowledge.file, knowledge, vectors);
  const duties = requirements.map((one) => encodeText(one.text, [0, one.text.length], one.named, wordPieces));
  let written = 0;
  for (const report of accord.reports) {
    const { id, publisher, published, text } = report;
    const reading = await reader.read({ id, text, published });
    const [document] = resolve(knowledge, [{ document: { id, publisher, published }, reading }]);
    const coded = new Map();
    for (const claim of report.claims) {
      const start = text.indexOf(claim.quote);
      const sentence = sentenceOf([start, start + claim.quote.length], reading.sentences);
      if (claim.commitment) coded.set(`${sentence} ${claim.commitment}`, claim);
    }
    for (const passage of passagesOf(document, vectors)) {
      const cheap = cheapFeatures(passage, requirements, vectors);
      const ranked = requirements.map((_, at) => at).sort((a, b) => cheap[b].meaning - cheap[a].meaning);
      const sentence = encodeText(text, passage.span, passage.named, wordPieces);
      const context = passage.beforeSpan
        ? encodeText(text, passage.beforeSpan, passage.namedBefore, wordPieces)
        : { pieces: [], named: [] };
      for (const [rank, at] of ranked.entries()) {
        const { commitment, debtors, creditors } = requirements[at];
        const claim = coded.get(`${passage.position} ${commitment.id}`);
        if (!claim && rank >= likest && (passage.position + at) % everyNth !== 0) continue;
        const duty = { encoded: duties[at], isProhibition: commitment.kind === 'prohibition' };
        const labels = claim
          ? {
              y: bearings[claim.bearing],
              f: claim.factuality,
              ...(claim.strength ? { d: Number(claim.strength === 'direct') } : {}),
              kind: 'own',
            }
          : { y: 0, kind: rank < likest ? 'rival' : 'stranger' };
        const pair = pairInput(duty, sentence, context, debtors, creditors, wordPieces);
        file.write(`${JSON.stringify({ ...pair, ...labels, group: accord.id })}\n`);
        written++;
      }
    }
  }
  console.error(`${accord.id}: ${written} pairs`);
}
file.end();
await reader.close();
