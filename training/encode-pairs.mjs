// Pairs of commitment and sentence as Proviso itself reads, resolves and marks them, so that training sees what matching sees.
// node training/encode-pairs.mjs OUT FILE.jsonl…: sheets in, one {"pieces", "marks", "y", "f", "d", "k", "group"} a line out.
import { createWriteStream, readFileSync } from 'node:fs';
import { encodeText, pairInput } from '../dist/match/index.js';
import { createReader, readVocabulary, WordPieces } from '../dist/read/index.js';
import { namedIn, resolve } from '../dist/resolve/index.js';

const bearings = { n: 0, b: 1, p: 2 };
const [, , out, ...paths] = process.argv;
const wordPieces = new WordPieces(readVocabulary());
const reader = createReader();
const file = createWriteStream(out);
/** The same draws in every run. */
let seed = 12345;
const chance = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const pick = (list) => list[Math.floor(chance() * list.length)];

const sheets = paths.flatMap((path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);
const accords = Map.groupBy
  ? Map.groupBy(sheets, ({ accord }) => accord)
  : groupBy(sheets, ({ accord }) => accord);
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The parties of an accord's sheets, each name once, with all that the sheets call them by. */
const knowledgeOf = (lines) => {
  const parties = new Map();
  const add = (name, aliases) => {
    const known = parties.get(name) ?? { id: `p${parties.size}`, name, aliases: [] };
    known.aliases = [...new Set([...known.aliases, ...aliases])];
    parties.set(name, known);
  };
  for (const { debtor, aliases, creditor } of lines) {
    add(debtor, aliases);
    if (creditor) add(creditor, []);
  }
  return {
    parties,
    knowledge: {
      file: { parties: [...parties.values()], actors: [], commitments: [] },
      entries: [],
      decisions: [],
    },
  };
};

const duties = [];
let done = 0;
for (const [accord, lines] of accords) {
  const { parties, knowledge } = knowledgeOf(lines);
  const own = lines.map((line) => ({
    accord,
    isProhibition: line.kind === 'prohibition',
    encoded: encodeText(
      line.requires,
      [0, line.requires.length],
      namedIn(knowledge, line.requires),
      wordPieces,
    ),
    debtors: new Set([parties.get(line.debtor).id]),
    creditors: new Set(line.creditor ? [parties.get(line.creditor).id] : []),
  }));
  const texts = lines.flatMap((line, at) =>
    line.clauses.map((clause) => ({ at, clause, text: clause.c ? `${clause.c} ${clause.t}` : clause.t })),
  );
  const readings = await Promise.all(
    texts.map(({ text }, id) => reader.read({ id: String(id), text, published: null })),
  );
  const resolved = resolve(
    knowledge,
    readings.map((reading) => ({ document: { id: reading.id, publisher: null, published: null }, reading })),
  );
  for (const [index, { at, clause, text }] of texts.entries()) {
    const start = text.length - clause.t.length;
    const { named } = resolved[index];
    const sentence = encodeText(text, [start, text.length], named, wordPieces);
    const context = encodeText(text, [0, Math.max(0, start - 1)], named, wordPieces);
    const put = (duty, labels) => {
      const pair = pairInput(duty, sentence, context, duty.debtors, duty.creditors, wordPieces);
      file.write(`${JSON.stringify({ ...pair, ...labels, group: accord })}\n`);
    };
    const told = { f: clause.f, y: bearings[clause.y] };
    put(own[at], { ...told, kind: 'own', ...(clause.y === 'n' ? { k: clause.k } : { d: clause.d }) });
    const rivals = own.filter((_, other) => other !== at);
    if (rivals.length > 0) put(pick(rivals), { y: 0, f: clause.f, kind: 'rival' });
    if (duties.length > 0 && chance() < 0.5) {
      const strange = pick(duties);
      put({ ...strange, debtors: new Set(), creditors: new Set() }, { y: 0, f: clause.f, kind: 'stranger' });
    }
  }
  duties.push(...own);
  done += texts.length;
  console.error(`${accord}: ${done} sentences`);
}
file.end();
await reader.close();
