/**
 * How long it takes to assess a case of 20 commitments over 30 months with 10,000 claims, and after one more document:
 * `npm run build && node bench/assess.mjs`. The reports are made up, the same at every run; the store is a temporary one.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseCase } from '../dist/agreement/index.js';
import { openStore } from '../dist/store/index.js';
import { assess } from '../dist/weigh/index.js';
import { openCase } from '../dist/work/index.js';

const [commitments, documents, claimsEach] = [20, 1000, 10];
const clocks = { asOf: '2032-06-30', knownAt: '2032-06-30' };
const verbs = ['attack', 'supply', 'leave', 'guard', 'close'];
const things = ['harbour', 'bridge', 'camp', 'road', 'mill', 'dam', 'depot', 'market', 'pass', 'airfield'];

/** Linear congruential (Numerical Recipes): the same case at every run. */
let state = 1;
const pick = (count) => {
  state = (1664525 * state + 1013904223) % 4294967296;
  return Math.floor((state / 4294967296) * count);
};

const actors = Array.from({ length: 40 }, (_, index) => ({
  id: `body-${index}`,
  name: `Body ${index}`,
  ...(index % 4 ? { partOf: [index % 2 ? 'north' : 'south'] } : {}),
}));
const file = stringify({
  id: 'bench',
  title: 'A made-up accord',
  signed: '2030-01-01',
  parties: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  actors,
  grades: Object.fromEntries(actors.slice(0, 20).map(({ name }, index) => [name, 'ABCDE'[index % 5]])),
  commitments: Array.from({ length: commitments }, (_, index) => ({
    id: `c-${index}`,
    debtor: index % 2 ? 'north' : 'south',
    creditor: index % 2 ? 'south' : 'north',
    kind: index % 3 ? 'prohibition' : 'obligation',
    requires: `The ${index % 2 ? 'North' : 'South'} must not ${verbs[index % 5]} the ${things[index % 10]}.`,
    window: { from: '2030-01-01' },
  })),
});

const day = () => new Date(Date.UTC(2030, 0, 1 + pick(900))).toISOString().slice(0, 10);

const reportOf = (number) => {
  const published = day();
  const sentences = Array.from({ length: claimsEach }, () => {
    const [agent, speaker, verb] = [`Body ${pick(40)}`, `Body ${pick(40)}`, verbs[pick(5)]];
    return { agent, speaker, verb, text: `${agent} did ${verb} the ${things[pick(10)]}, ${speaker} said.` };
  });
  const text = `Report ${number}. ${sentences.map((sentence) => sentence.text).join(' ')}`;
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = sha256.slice(0, 16);
  const names = [...new Set(sentences.flatMap(({ agent, speaker }) => [agent, speaker]))];
  const entities = names.map((name, index) => ({
    id: `e${index}`,
    type: 'organisation',
    name,
    mentions: [],
    relations: [],
  }));
  const idOf = (name) => `e${names.indexOf(name)}`;
  let at = text.indexOf(' ', 7) + 1;
  const placed = sentences.map((sentence) => {
    const start = text.indexOf(sentence.text, at);
    at = start + sentence.text.length;
    const verb = start + sentence.text.indexOf(` ${sentence.verb} `) + 1;
    return {
      ...sentence,
      start,
      end: start + sentence.text.indexOf(', '),
      span: [verb, verb + sentence.verb.length],
    };
  });
  const reading = {
    id,
    text,
    published,
    reader: { name: 'bench', version: '1' },
    sentences: placed.map(({ start, text: own }) => ({ span: [start, start + own.length] })),
    mentions: [],
    entities,
    times: [],
    places: [],
    quantities: [],
    attributions: placed.map(({ speaker, start, end }, index) => ({
      id: `a${index}`,
      source: [[end + 2, end + 2 + speaker.length]],
      cue: [],
      content: [[start, end]],
      kind: 'says',
      speaker: idOf(speaker),
      group: null,
      relay: null,
      relays: [],
      parent: null,
    })),
    claims: placed.map(({ agent, verb, span, start, end }, index) => ({
      id: `c${index}`,
      span: [start, end],
      attribution: `a${index}`,
      kind: 'event',
      predicate: { span, lemma: verb, type: null },
      polarity: 'affirmed',
      mood: 'asserted',
      factuality: 1 + pick(3),
      band: null,
      roles: [{ role: 'agent', span: [start, start + agent.length], entity: idOf(agent) }],
      time: pick(2) ? published : null,
      tense: 'present',
      place: null,
    })),
  };
  const document = {
    id,
    sha256,
    mediaType: 'text/plain',
    byteLength: bytes.length,
    title: `Report ${number}`,
    author: null,
    publisher: `Paper ${pick(30)}`,
    published,
    publishedFrom: null,
    url: null,
    kind: 'original',
    text,
    language: 'en',
    pages: null,
  };
  return { bytes, document, reading };
};

const timed = async (what, work) => {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
};

const folder = await mkdtemp(join(tmpdir(), 'proviso-bench-'));
const store = await openStore({ dir: folder, version: 'bench' });
try {
  await store.putCase(parseCase(file), file);
  const custody = {
    source: 'bench',
    collectedAt: new Date().toISOString(),
    collector: 'bench',
    tool: 'bench',
    url: null,
    takenAt: null,
    headers: null,
  };
  const add = async (report) => {
    await store.addDocument(report, { ...custody, source: report.document.title }, 'bench');
    await store.saveReading(report.document.id, report.reading);
  };
  console.log(
    `${documents} documents, ${documents * claimsEach} claims, ${commitments} commitments, 30 months`,
  );
  await timed('adding them', async () => {
    for (let number = 0; number < documents; number += 1) await add(reportOf(number));
  });
  const open = await timed('opening the case the first time: every claim resolved and matched', () =>
    openCase(store, 'bench'),
  );
  console.log(`evidence: ${open.matches.evidence.length}`);
  const memo = new Map();
  const first = await timed('assessing every commitment', async () => assess(open, clocks, memo));
  await timed('opening it again: what was matched is read', () => openCase(store, 'bench'));
  await add(reportOf(documents));
  const again = await timed('opening it with one document more', () => openCase(store, 'bench'));
  const before = new Map([...memo].map(([id, { finding }]) => [id, finding]));
  const second = await timed('assessing it with one document more', async () => assess(again, clocks, memo));
  const weighed = [...memo].filter(([id, { finding }]) => before.get(id) !== finding);
  console.log(`commitments weighed again: ${weighed.length} of ${second.commitments.length}`);
  const fresh = assess(again, clocks);
  console.log(`the same as weighed from nothing: ${JSON.stringify(fresh) === JSON.stringify(second)}`);
  const changed = second.commitments.filter(
    (finding, index) => finding.evidence.length !== first.commitments[index].evidence.length,
  );
  console.log(`commitments that the document bears on: ${changed.length}`);
} finally {
  await store.close();
  await rm(folder, { recursive: true });
}
