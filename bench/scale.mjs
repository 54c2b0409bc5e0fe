/**
 * How the work grows with the documents of a case: processor time of each step at 1,000, 4,000 and 10,000 made-up documents, with
 * the exponent of its growth: of what needs no store, on the embedded store and, with DATABASE_URL or inside of pg_virtualenv, on
 * a PostgreSQL server of this machine.
 *
 *     npm run build && [pg_virtualenv -t] node bench/scale.mjs [--documents 1000,4000,10000] [--store memory,embedded,server]
 *
 * Processor time (user and system, of this process with its threads and of the server's processes) is what a step takes where
 * nobody else works; the clock of a busy machine is not looked at. One case grows; at 50 documents it tells what is spent however
 * few they are, and the exponent is that of what comes on top.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { copiesAmong } from '../dist/collect/index.js';
import { cheapFeatures, passagesOf, requirementsOf, wordVectors } from '../dist/match/index.js';
import { CaseFile } from '../dist/model/index.js';
import { createReader, readVocabulary } from '../dist/read/index.js';
import { resolve as resolveNames } from '../dist/resolve/index.js';
import { createApp, localHosts } from '../dist/server/index.js';
import { openStore } from '../dist/store/index.js';
import { originTree, sensitivityOf } from '../dist/weigh/index.js';
import {
  assessCase,
  importCase,
  knowledgeOf,
  linkCopies,
  openCase,
  suggestions,
} from '../dist/work/index.js';
import { matcher } from '../dist/work/matcher.js';
import { caseFile, foundIn, lastDay, reports } from './made-up.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000,4000,10000' },
    store: { type: 'string', default: 'memory,embedded,server' },
  },
});
const few = 50;
const sizes = [few, ...values.documents.split(',').map(Number)];
const databaseUrl =
  process.env.DATABASE_URL ??
  (process.env.PGHOST &&
    `postgresql://${process.env.PGUSER}:${process.env.PGPASSWORD}@${process.env.PGHOST}:${process.env.PGPORT}/${process.env.PGDATABASE}`);

/** Ids of the database server's processes, and of the one that all come from; none of the embedded store. */
const serverProcesses = async (url) => {
  if (!url) return async () => 0;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const parentOf = async (pid) =>
    (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') ? 0')).split(') ')[1].split(' ')[1];
  const parent = await parentOf(rows[0].pid);
  await client.end();
  /** Milliseconds of all that live, and of those that have ended. */
  return async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
    const own = await Promise.all(pids.map(async (pid) => ((await parentOf(pid)) === parent ? pid : null)));
    const used = await Promise.all(
      own
        .filter(Boolean)
        .map(async (pid) =>
          Number((await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0')).split(' ')[0]),
        ),
    );
    const stat = (await readFile(`/proc/${parent}/stat`, 'utf8')).split(') ')[1].split(' ');
    return used.reduce((sum, ns) => sum + ns / 1e6, 0) + 10 * (Number(stat[13]) + Number(stat[14]));
  };
};

/** What processor time each step took at each size: the median where it was done several times. */
const stopwatch = (used) => {
  const times = new Map();
  let size = 0;
  return {
    at: (documents) => {
      size = documents;
    },
    timed: async (step, work, per = 1) => {
      const before = await used();
      const result = await work();
      const ms = ((await used()) - before) / per;
      const ofStep = times.get(step) ?? new Map();
      times.set(step, ofStep.set(size, [...(ofStep.get(size) ?? []), ms]));
      console.error(`${size}: ${step} ${ms.toFixed(1)} ms`);
      return result;
    },
    times,
  };
};

const port = 4130;

/** Asks the server's app without a network. */
const asker = (store) => {
  const app = createApp(store, localHosts(port));
  return async (path, init = {}) => {
    const headers = { host: `localhost:${port}`, 'content-type': 'application/json', ...init.headers };
    const response = await app.request(`http://localhost:${port}/api${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text && JSON.parse(text);
  };
};

const of = '/cases/bench';
const clocks = `asOf=${lastDay}&knownAt=${lastDay}`;
const views = {
  'board, first answer': `${of}?${clocks}`,
  'board on another day': `${of}?asOf=2022-06-30&knownAt=2022-06-30`,
  commitment: `${of}/commitments/c6?${clocks}`,
  'sensitivity of a commitment': `${of}/commitments/c6/sensitivity?${clocks}`,
  'review queue': `${of}/queue?${clocks}&limit=25`,
  'documents, a page': `${of}/documents?limit=50`,
  search: `${of}/search?q=ferry`,
  'timeline and map': `${of}/events?${clocks}`,
  'names, a page': `${of}/entities`,
  network: `${of}/network?${clocks}`,
  sources: `${of}/sources?${clocks}`,
};

/** Milliseconds of processor time that this process has used, with its threads. */
const ofProcess = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs every step as one case grows. */
const measure = async (url) => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-scale-'));
  const ofServer = await serverProcesses(url);
  const { at, timed, times } = stopwatch(async () => ofProcess() + (await ofServer()));
  const { name, version } = createReader();
  const source = reports({ name, version }, readVocabulary());
  const store = await openStore({ dir: folder, databaseUrl: url, version: 'bench' });
  const bearing = new Map();
  const next = () => source.next().value;
  const keep = async ({ bytes, document, capture, reading, bearing: found }) => {
    await store.addDocument({ bytes, document }, capture, 'bench');
    await store.saveReading(document.id, reading);
    bearing.set(document.id, found);
  };
  const byNetworks = matcher.match;
  const byTruth = async (_, resolved) => foundIn(resolved, bearing);

  const grow = async (documents) => {
    at(documents);
    const fresh = documents - bearing.size;
    await timed(
      'a document of those until here: keeping it and its reading',
      async () => {
        while (bearing.size < documents) await keep(next());
      },
      fresh,
    );
    await timed('… linking its copies', () => linkCopies(store), fresh);
    matcher.match = byTruth;
    await timed('… resolving its names, keeping its matches', () => openCase(store, 'bench'), fresh);
  };
  const look = async () => {
    const ask = asker(store);
    for (const [view, path] of Object.entries(views)) await timed(view, () => ask(path));
    const { csrfToken } = await ask('/session');
    const { suggestions } = await ask(views['review queue']);
    for (const [index, { evidence }] of suggestions.slice(0, 5).entries()) {
      const body = JSON.stringify({ verdict: index % 2 ? 'rejected' : 'accepted' });
      const path = `${of}/evidence/${evidence.id}/verdict`;
      await timed('a verdict', () =>
        ask(path, { method: 'PUT', body, headers: { 'x-proviso-csrf': csrfToken } }),
      );
      await timed('board after it, with learning', () => ask(views['board, first answer']));
    }
    for (let more = 0; more < 5; more += 1) {
      const report = next();
      await timed('one document more: keeping it and its reading', () => keep(report));
      await timed('one document more: linking its copies', () => linkCopies(store));
      await timed('one document more: board', () => ask(views['board, first answer']));
    }
  };
  /** New pairs alone: what was read of the others is kept. */
  const match = async () => {
    const knowledge = await knowledgeOf(store, 'bench');
    const fresh = resolveNames(knowledge, Array.from({ length: 20 }, next));
    const requirements = requirementsOf(knowledge.file, knowledge, wordVectors());
    const candidates = () => {
      for (const document of fresh)
        for (const passage of passagesOf(document, wordVectors()))
          cheapFeatures(passage, requirements, wordVectors());
    };
    candidates();
    await byNetworks(knowledge, fresh.slice(2, 3));
    await timed('matching a new document: its candidates', candidates, fresh.length);
    await timed(
      'matching a new document: candidates and judge',
      () => byNetworks(knowledge, fresh.slice(0, 2)),
      2,
    );
  };
  const verify = async () => {
    for await (const { kind, message } of store.verify()) if (kind !== 'note') throw new Error(message);
  };
  try {
    await importCase(store, JSON.stringify(caseFile));
    for (const size of sizes) {
      await grow(size);
      await look();
      await match();
      await timed('verify', verify);
    }
    return times;
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
};

/** What needs no store, each size anew: soon done, wherever it is. */
const measureInMemory = async () => {
  const { at, timed, times } = stopwatch(async () => ofProcess());
  const file = CaseFile.parse(caseFile);
  const nobody = { ...file, parties: [], actors: [], commitments: [] };
  const days = { asOf: lastDay, knownAt: lastDay };
  for (const size of sizes) {
    at(size);
    const source = reports({ name: 'made-up', version: '1' }, readVocabulary());
    const all = Array.from({ length: size }, () => source.next().value);
    const pages = all.map(({ document }) => document);
    const copies = await timed('linking copies', () => copiesAmong(pages));
    const resolved = await timed('resolving names', () =>
      resolveNames({ file, entries: [], decisions: [] }, all),
    );
    const matches = foundIn(resolved, new Map(all.map(({ document, bearing }) => [document.id, bearing])));
    const bears = new Set(matches.evidence.map(({ statementId }) => statementId));
    const told = resolved.flatMap(({ statements }) => statements);
    const open = {
      ...{ file, pages, copies, matches, documents: new Map(pages.map((page) => [page.id, page])) },
      ...{ statements: told.filter(({ id }) => bears.has(id)), decisions: [], unmatched: [], stranded: [] },
      ...{ learnt: null, memo: new Map() },
    };
    const board = await timed('board', () => assessCase(open, days));
    await timed('board again', () => assessCase(open, days));
    await timed('review queue', () => suggestions(open, board, { limit: 25 }));
    await timed('sensitivity of a commitment', () => sensitivityOf(open, days, file.commitments[6]));
    const read = new Set(pages.map(({ id }) => id));
    await timed('origins of all they tell, of no case', () =>
      originTree({ file: nobody, pages, statements: told, copies, read }),
    );
  }
  return times;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Work in a schema of its own on the server, dropped afterwards. */
const withSchema = async (url, work) => {
  const schema = `proviso_scale_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  try {
    const own = new URL(url);
    own.searchParams.set('options', `-c search_path=${schema}`);
    return await work(own.href);
  } finally {
    await client.query(`drop schema ${schema} cascade`);
    await client.end();
  }
};

/** Slope of the logarithms of what grows with the documents, by least squares; null where too little does. */
const exponentOf = (times) => {
  const [fixed, ...measured] = sizes.map((size) => times.get(size));
  const points = measured.map((ms, index) => [Math.log(sizes[index + 1] - few), ms - fixed]);
  if (points.length < 2 || points.some(([, grown]) => grown < Math.max(5, fixed / 4))) return null;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, ms]) => Math.log(ms)))];
  const over = points.reduce((sum, [x, ms]) => sum + (x - mx) * (Math.log(ms) - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
};

const stores = [
  ['memory', measureInMemory],
  ['embedded', () => measure()],
  ['server', () => withSchema(databaseUrl, measure)],
].filter(([kind]) => values.store.includes(kind) && (kind !== 'server' || databaseUrl));
for (const [kind, run] of stores) {
  const times = await run();
  const loads = loadavg().map((load) => load.toFixed(1));
  console.log(
    `\n${kind}: milliseconds of processor time; load ${loads.join(', ')}; Node ${process.version}\n`,
  );
  console.log(`| | ${sizes.join(' | ')} | exponent |\n|${'---|'.repeat(sizes.length + 2)}`);
  for (const [step, ofStep] of times) {
    const medians = new Map([...ofStep].map(([size, ms]) => [size, median(ms)]));
    const shown = sizes.map((size) => medians.get(size)?.toFixed(medians.get(size) < 10 ? 1 : 0) ?? '');
    console.log(`| ${step} | ${shown.join(' | ')} | ${exponentOf(medians)?.toFixed(2) ?? 'none'} |`);
  }
}
process.exit();
