// Coded accords as pairs of sentence and commitment with their features, worked out by Proviso itself.
// node training/encode-accords.mjs OUT FOLDER…: one {"accord", "report", "sentence", "commitment", "y", "open", "read", "features"} a line.
import { createWriteStream } from 'node:fs';
import { caseOf, goldPairs, pairKey, readAccords } from '../dist/evaluate/accords/index.js';
import { createMatcher } from '../dist/match/index.js';
import { createReader } from '../dist/read/index.js';
import { resolve } from '../dist/resolve/index.js';

const outcomes = { breach: 1, performance: 2 };
const [, , out, ...folders] = process.argv;
const reader = createReader();
const matcher = createMatcher();
const file = createWriteStream(out);

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
      for (const { passage, requirement, features, reading } of await matcher.pairs(knowledge, document)) {
        const key = pairKey(id, passage.position, requirement.commitment.id);
        const line = {
          accord: accord.id,
          report: id,
          sentence: passage.position,
          commitment: requirement.commitment.id,
          y: points.get(key) ?? 0,
          open: open.has(key),
          read: reading !== null,
          features,
        };
        file.write(`${JSON.stringify(line)}\n`);
      }
    }
    console.error(`${accord.id}: ${gold} pairs bear`);
  }
}
file.end();
await reader.close();
