// How fast the workbench is answered from a large store: fills one with made-up documents and readings (10,000 documents
// with 20 claims each unless told), starts Proviso on it, and measures through HTTP.
//
//   npm run build && node bench/workbench.mjs [--documents 10000] [--store DIR] [--port 4790]
//
// A store that is there already is measured as it is.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createReader } from '../dist/read/index.js';
import { openStore } from '../dist/store/index.js';
import { importCase } from '../dist/work/index.js';
import { day, oneOf, randomFrom, TextWithReading, zipf } from './made-up-text.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    store: { type: 'string', default: 'proviso-bench' },
    port: { type: 'string', default: '4790' },
  },
});
const claimsEach = 20;

const random = randomFrom(7);
const one = (items) => oneOf(random, items);

const syllables = 'ba de fi go lu ma ne pi ro su ta ve wi xo ya ze kra sto pli dru'.split(' ');
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(syllables)).join(''),
);
const word = () => vocabulary[zipf(random, vocabulary.length)];

const verbs = {
  RETREAT: 'left',
  ASSAULT: 'attacked',
  hosts: 'sheltered',
  AID: 'supplied',
  CONSULT: 'met',
  FIGHT: 'fought',
};
const types = Object.keys(verbs);
const duties = ['leave', 'attack', 'shelter', 'supply', 'meet', 'fight'];
const places = Array.from({ length: 60 }, (_, index) => ({
  name: `Town${index}`,
  lat: 30 + random() * 8,
  lon: 62 + random() * 10,
}));
const speakers = Array.from({ length: 300 }, (_, index) => ({ name: `Body${index}`, type: 'organisation' }));
const actors = [
  { name: 'Norland', type: 'state' },
  { name: 'Sudland', type: 'state' },
  ...Array.from({ length: 18 }, (_, index) => ({ name: `Group${index}`, type: 'armed-group' })),
  ...Array.from({ length: 400 }, (_, index) => ({ name: `Other${index}`, type: 'organisation' })),
];

const caseFile = {
  id: 'bench',
  title: 'A made-up accord',
  signed: '2020-01-01',
  parties: [
    { id: 'norland', name: 'Norland' },
    { id: 'sudland', name: 'Sudland' },
  ],
  actors: Array.from({ length: 18 }, (_, index) => ({ id: `group${index}`, name: `Group${index}` })),
  grades: Object.fromEntries(speakers.slice(0, 60).map(({ name }, index) => [name, 'ABCDE'[index % 5]])),
  commitments: Array.from({ length: 20 }, (_, index) => ({
    id: `c${index}`,
    debtor: index % 2 ? 'norland' : 'sudland',
    creditor: index % 2 ? 'sudland' : 'norland',
    kind: index % 3 ? 'prohibition' : 'obligation',
    requires: `${index % 2 ? 'Norland' : 'Sudland'} must not ${duties[index % duties.length]} Group${index % 18}.`,
    window: { from: '2020-01-01', ...(index % 3 ? {} : { to: '2021-06-30' }) },
  })),
};

/** A report of so many sentences, each an attributed claim, with its reading. */
const report = (index, reader) => {
  const published = day(Math.floor(random() * 900));
  const page = new TextWithReading(published, reader);
  const { reading } = page;
  const put = (words) => page.put(words);
  const name = ({ name, type }) => page.putName(name, type);
  for (let claim = 0; claim < claimsEach; claim += 1) {
    const start = page.text.length;
    const source = name(one(speakers));
    put(' ');
    const cue = put('said');
    put(' that ');
    const from = page.text.length;
    const agent = name(random() < 0.4 ? actors[Math.floor(random() * 2)] : one(actors));
    put(' ');
    const type = one(types);
    const predicate = put(verbs[type]);
    put(' ');
    const patient = name(random() < 0.5 ? actors[2 + Math.floor(random() * 18)] : one(actors));
    put(' in ');
    const place = one(places);
    const placeSpan = put(place.name);
    put(` ${Array.from({ length: 12 }, word).join(' ')}`);
    const content = [from, page.text.length];
    put('. ');
    reading.sentences.push({ span: [start, page.text.length - 1] });
    reading.places.push({
      ...{
        span: placeSpan,
        ...place,
        precision: 'settlement',
        within: [],
        gazetteerId: `geonames:${place.name}`,
      },
    });
    reading.attributions.push({
      ...{ id: `a${claim}`, source: [source.span], cue: [cue], content: [content], kind: 'says' },
      ...{ speaker: source.entity, group: null, relay: null, relays: [], parent: null },
    });
    reading.claims.push({
      ...{
        id: `c${claim}`,
        span: content,
        attribution: `a${claim}`,
        kind: type === 'hosts' ? 'state' : 'event',
      },
      predicate: { span: predicate, lemma: verbs[type], type },
      ...{ polarity: 'affirmed', mood: 'asserted', factuality: 1 + Math.floor(random() * 3), band: [80, 95] },
      roles: [
        { role: 'agent', ...agent },
        { role: 'patient', ...patient },
      ],
      ...{ time: published, tense: 'past', place: claim },
    });
  }
  return page.printedBy(`Outlet ${index % 150}`, `Report ${index} on ${word()}`);
};

const fill = async () => {
  const reader = createReader();
  const { name, version } = reader;
  await reader.close();
  const store = await openStore({ dir: values.store, version: 'bench' });
  const capture = { collectedAt: new Date().toISOString(), collector: 'bench', tool: 'bench' };
  const taken = { url: null, takenAt: null, headers: null, container: null, fetched: null };
  await importCase(store, JSON.stringify(caseFile));
  for (let index = 0; index < Number(values.documents); index += 1) {
    const { bytes, document, reading } = report(index, { name, version });
    await store.addDocument(
      { bytes, document },
      { ...capture, ...taken, source: `report-${index}.txt` },
      'bench',
    );
    await store.saveReading(document.id, reading);
    if ((index + 1) % 1000 === 0) console.error(`filled ${index + 1}`);
  }
  await store.close();
};

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const address = `http://localhost:${values.port}`;

const start = async () => {
  const begun = performance.now();
  const server = spawn(process.execPath, [main, 'start', '--port', values.port, '--store', values.store], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    let seen = '';
    server.stdout.on('data', (data) => {
      seen += data;
      if (seen.includes('Proviso is at')) resolve();
    });
    server.once('exit', () => reject(new Error('Proviso ended')));
  });
  return { server, seconds: (performance.now() - begun) / 1000 };
};

/**
 * Milliseconds of processor time that the server has used, in steps of 10; null where the system does not say. Beside the
 * wall clock it tells what a request costs whatever else the machine does.
 */
const processorTime = async (pid) => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const [user = 0, system = 0] =
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13) ?? [];
  return stat && (Number(user) + Number(system)) * 10;
};

const timed = async (path, init) => {
  const used = await processorTime(server.pid);
  const begun = performance.now();
  const response = await fetch(address + path, init);
  const size = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const ms = performance.now() - begun;
  return { ms, size, cpu: (await processorTime(server.pid)) - used };
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const rows = [];
const note = (what, times, processor, size) => {
  const first = times[0];
  const sorted = times.toSorted((a, b) => a - b);
  const used = processor.toSorted((a, b) => a - b);
  const ms = (value) => Math.round(value);
  rows.push({
    ...{ what, requests: times.length, first: ms(first), median: ms(quantile(sorted, 0.5)) },
    ...{ p95: ms(quantile(sorted, 0.95)), 'first CPU': processor[0] },
    ...{ 'median CPU': quantile(used, 0.5), 'p95 CPU': quantile(used, 0.95), 'largest kB': ms(size / 1024) },
  });
};
const measure = async (what, paths) => {
  const times = [];
  const processor = [];
  let size = 0;
  for (const path of paths) {
    const { ms, size: bytes, cpu } = await timed(path);
    times.push(ms);
    processor.push(cpu);
    size = Math.max(size, bytes);
  }
  note(what, times, processor, size);
};

if (!existsSync(join(values.store, 'database'))) await fill();
const { server, seconds } = await start();
try {
  const of = '/api/cases/bench';
  const clock = 'asOf=2022-06-30&knownAt=2022-06-30';
  const commitments = caseFile.commitments.map(({ id }) => `${of}/commitments/${id}?${clock}`);
  const queries = Array.from({ length: 200 }, (_, index) =>
    [word(), index % 2 ? word() : '', index % 5 ? '' : one(speakers).name].filter(Boolean).join(' or '),
  );
  const many = (path, count = 10) => Array.from({ length: count }, () => path);
  await measure('board', many(`${of}?${clock}`));
  await measure(
    'board on another day',
    Array.from({ length: 12 }, (_, month) => `${of}?asOf=2021-${String(month + 1).padStart(2, '0')}-15`),
  );
  await measure('commitment', commitments);
  await measure(
    'search',
    queries.map((q) => `${of}/search?q=${encodeURIComponent(q)}`),
  );
  await measure(
    'documents, a page',
    Array.from({ length: 20 }, (_, page) => `${of}/documents?offset=${page * 450}`),
  );
  await measure('queue', many(`${of}/queue?${clock}`, 5));
  await measure('names, a page', many(`${of}/entities?q=gro`));
  await measure('one name', many(`${of}/entities/norland`));
  await measure('events', many(`${of}/events?${clock}`));
  await measure('network', many(`${of}/network?${clock}`));
  await measure('sources', many(`${of}/sources?${clock}`));
  const { csrfToken } = await (await fetch(`${address}/api/session`)).json();
  const { suggestions } = await (await fetch(`${address}${of}/queue?${clock}&limit=5`)).json();
  const change = (path, method, body) =>
    timed(path, {
      method,
      headers: { 'content-type': 'application/json', 'x-proviso-csrf': csrfToken },
      body: JSON.stringify(body),
    });
  const changes = async (what, made) => {
    const done = [];
    for (const make of made) done.push(await make());
    note(
      what,
      done.map(({ ms }) => ms),
      done.map(({ cpu }) => cpu),
      0,
    );
  };
  for (const verdict of ['rejected', 'proposed']) {
    await changes(
      `verdict: ${verdict}`,
      suggestions.map(
        ({ evidence }) =>
          () =>
            change(`${of}/evidence/${evidence.id}/verdict`, 'PUT', { verdict }),
      ),
    );
    await measure(`board after ${verdict}`, [`${of}?${clock}`]);
  }
  for (const value of ['E', null]) {
    const grade = { kind: 'grade', subject: 'source:name:body7', value, reason: 'measured' };
    await changes(`grade: ${value}`, [() => change(`${of}/decisions`, 'POST', grade)]);
    await measure('board after it', [`${of}?${clock}`]);
  }
  const loads = loadavg().map((load) => load.toFixed(1));
  console.log(
    `ready ${seconds.toFixed(1)} s after the start; times in milliseconds; load ${loads.join(', ')}`,
  );
  console.table(rows);
} finally {
  server.kill('SIGTERM');
}
