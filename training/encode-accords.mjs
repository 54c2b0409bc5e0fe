// Coded accords as pairs of sentence and commitment with their features, worked out by Proviso itself.
// What the pair reader read is kept beside OUT and not read again.
// node training/encode-accords.mjs OUT FOLDER…: one {"accord", "report", "sentence", "commitment", "y", "open", "read", "features"} a line.
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { caseOf, goldPairs, pairKey, readAccords } from '../dist/evaluate/accords/index.js';
import { createMatcher } from '../dist/match/index.js';
import { createReader } from '../dist/read/index.js';
import { resolve } from '../dist/resolve/index.js';

const outcomes = { breach: 1, performance: 2 };
const [, , out, ...folders] = process.argv;
const reader = createReader();
const matcher = createMatcher();
const file = createWriteStream(out);
const memoPath = `${out}.memo`;
const known = existsSync(memoPath) ? JSON.parse(readFileSync(memoPath, 'utf8')) : {};

for (const folder of folders) {
  for (const accord of await readAccords(folder)) {
    const knowledge = { file: caseOf(accord), entries: [], decisions: [] };
    const readings = await Promise.all(
      accord.reports.map(({ id, text, published }) => reader.read({ id, text, published })),
    );
    let gold = 0;
    for (const [at, report] of accord.reports.entries()) {
      const { id, publisher, published } = report;
      const [document] = resolve(knowledge, [
        { document: { id, publisher, published }, reading: readings[at] },
      ]);
      const { pairs, open } = goldPairs(accord, report, readings[at]);
      const points = new Map(
        pairs.map((pair) => [pairKey(id, pair.sentence, pair.commitment), outcomes[pair.points]]),
      );
      gold += points.size;
      const judged = await matcher.pairs(knowledge, document, known);
      Object.assign(known, judged.memo);
      for (const { passage, requirement, features, reading, outcome } of judged.pairs) {
        const key = pairKey(id, passage.position, requirement.commitment.id);
        const line = {
          accord: accord.id,
          report: id,
          sentence: passage.position,
          commitment: requirement.commitment.id,
          y: points.get(key) ?? 0,
          open: open.has(key),
          read: reading !== null,
          bears: Number((1 - outcome.none).toFixed(5)),
          features,
        };
        file.write(`${JSON.stringify(line)}\n`);
      }
    }
    console.error(`${accord.id}: ${gold} pairs bear`);
  }
}
file.end();
writeFileSync(memoPath, JSON.stringify(known));
await reader.close();
