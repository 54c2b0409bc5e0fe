/**
 * How long it takes to say how far one finding hangs on each of its origins and grades, and which suggestions to judge next,
 * in cases of 1,000, 4,000 and 10,000 documents: `npm run build && node bench/sensitivity.mjs`. One document in two bears on
 * the first commitment, the others on nineteen more; one in five has a speaker of its own. Made up, the same at every run.
 */
import { parseCase } from '../dist/agreement/index.js';
import { sensitivityOf } from '../dist/weigh/index.js';
import { assessCase, suggestions } from '../dist/work/index.js';

const clocks = { asOf: '2033-12-31', knownAt: '2033-12-31' };
const commitments = 20;

/** Linear congruential (Numerical Recipes): the same case at every run. */
let state = 1;
const pick = (count) => {
  state = (1664525 * state + 1013904223) % 4294967296;
  return Math.floor((state / 4294967296) * count);
};

const fileOf = (kind) =>
  parseCase(
    JSON.stringify({
      id: 'bench',
      title: 'A made-up accord',
      signed: '2030-01-01',
      parties: [
        { id: 'north', name: 'North' },
        { id: 'south', name: 'South' },
      ],
      commitments: Array.from({ length: commitments }, (_, index) => ({
        id: `c-${index}`,
        debtor: 'north',
        creditor: 'south',
        kind,
        requires: 'The North keeps it.',
        window: { from: '2030-01-01', ...(kind === 'obligation' ? { to: '2031-01-01' } : {}) },
      })),
    }),
  );

const day = () => new Date(Date.UTC(2030, 0, 1 + pick(1400))).toISOString().slice(0, 10);

const entity = (key) => ({ key, name: key, type: 'organisation', bodies: [key] });

const caseOf = (kind, documents) => {
  const statements = [];
  const evidence = [];
  const pages = [];
  for (let number = 0; number < documents; number += 1) {
    const id = String(number).padStart(16, '0');
    const [published, publisher] = [day(), `Paper ${pick(60)}`];
    const speaker = `Body ${pick(documents / 5)}`;
    pages.push({ id, publisher, published, text: `Report ${number}. They did it, ${speaker} said.` });
    statements.push({
      id: `${id}/c1`,
      documentId: id,
      publisher,
      published,
      text: 'They did it',
      claim: {
        id: 'c1',
        span: [0, 11],
        attribution: 'a1',
        kind: 'event',
        predicate: { span: [5, 8], lemma: 'do', type: null },
        polarity: 'affirmed',
        mood: 'asserted',
        factuality: 3,
        band: null,
        roles: [],
        time: pick(2) ? published : null,
        tense: 'past',
        place: null,
        confidence: 1,
      },
      chain: [
        { attribution: 'a1', kind: 'says', entity: entity(speaker), group: null, relays: [], words: speaker },
      ],
      actors: [],
      promise: false,
      places: [],
      location: null,
      quantities: [],
      words: [],
    });
    evidence.push({
      id: `e${number}`,
      statementId: `${id}/c1`,
      documentId: id,
      commitment: `c-${pick(2) ? 0 : 1 + pick(commitments - 1)}`,
      kind: 'conduct',
      bearing: pick(3) ? 'breach' : 'performance',
      factuality: [3, 3, 2, -3][pick(4)],
      strength: pick(2) ? 'direct' : 'indirect',
      probability: 0.1 + pick(80) / 100,
      tier: pick(3) ? 'counted' : 'suggested',
      span: [0, 11],
      words: 'They did it',
      verdict: 'proposed',
      elements: [],
      through: [],
    });
  }
  return {
    file: fileOf(kind),
    pages,
    documents: new Map(),
    statements,
    matches: { evidence, replies: [] },
    copies: new Map(),
    decisions: [],
    unmatched: [],
    stranded: [],
    learnt: null,
  };
};

/** Processor time beside the clock: what it takes where nobody else works. */
const timed = (work) => {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(used);
  return [
    result,
    `${(performance.now() - start).toFixed(0)} ms (processor ${((user + system) / 1000).toFixed(0)})`,
  ];
};

for (const kind of ['prohibition', 'obligation'])
  for (const documents of [1000, 4000, 10_000]) {
    const open = caseOf(kind, documents);
    const [assessment, board] = timed(() => assessCase(open, clocks));
    const [found, sensitivity] = timed(() => sensitivityOf(open, clocks, open.file.commitments[0]));
    const [, queue] = timed(() => suggestions(open, assessment, { limit: 25 }));
    console.log(
      `${kind}, ${documents} documents: board ${board}, sensitivity ${sensitivity} (${found.origins.length} origins, ${found.grades.length} grades), queue ${queue}`,
    );
  }
