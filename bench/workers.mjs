/**
 * How fast documents are read with one worker and with two, each held to a core of its own: the rate of the middle nine tenths, in
 * documents a minute, side by side, and the ratio of the medians.
 *
 *     npm run build && pg_virtualenv -t node bench/workers.mjs [--documents 10000] [--rounds 5] [--cores 0,1]
 *
 * The server's own processes run where the system puts them; on a machine with no more cores than workers they take their share of
 * both. On a machine that others use, the clock says little: the processor time of the workers for each document is printed beside
 * it, which would be the same for one and for two if nothing kept two from twice the rate of one. Each round reads the same documents with one worker and with two, in turn, the order changing with the round.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readVocabulary } from '../dist/read/index.js';
import { openStore } from '../dist/store/index.js';
import { importCase } from '../dist/work/index.js';
import { caseFile, reports } from './made-up.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    cores: { type: 'string', default: '0,1' },
  },
});
const [documents, rounds] = [Number(values.documents), Number(values.rounds)];
const cores = values.cores.split(',');
const { PGUSER, PGPASSWORD, PGHOST, PGPORT, PGDATABASE } = process.env;
const databaseUrl =
  process.env.DATABASE_URL ?? `postgresql://${PGUSER}:${PGPASSWORD}@${PGHOST}:${PGPORT}/${PGDATABASE}`;
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'proviso-workers-'));
const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();

const fill = async () => {
  const store = await openStore({
    dir: join(folder, 'store'),
    databaseUrl,
    version: 'bench',
    leavesWork: true,
  });
  await importCase(store, JSON.stringify(caseFile));
  const source = reports({ name: 'made-up', version: '1' }, readVocabulary());
  for (let index = 0; index < documents; index += 1) {
    const { bytes, document, capture } = source.next().value;
    await store.addDocument({ bytes, document }, capture, caseFile.id);
  }
  await store.close();
};

const count = async (query) => (await client.query(`select count(*)::integer as n ${query}`)).rows[0].n;

/** Milliseconds that the processes have worked, their threads too. */
const worked = async (pids) => {
  let ticks = 0;
  for (const pid of pids) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
};

/** Reads all with workers on these cores; what it took for each document between the first and the last twentieth. */
const rate = async (on) => {
  await client.query('delete from readings');
  const workers = on.map((core, index) =>
    spawn(
      'taskset',
      [
        ...['-c', core, process.execPath, main, 'work', '--jobs', 'read', '--concurrency', '1'],
        ...['--store', join(folder, `worker-${index}`)],
      ],
      { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'ignore', 'inherit'] },
    ),
  );
  const [from, to] = [Math.ceil(documents / 20), documents - Math.ceil(documents / 20)];
  let begun = null;
  let ended = null;
  const pids = workers.map(({ pid }) => pid);
  while (!ended) {
    await delay(200);
    const now = {
      read: await count('from readings'),
      at: performance.now(),
      worked: await worked(pids),
    };
    if (!begun && now.read >= from) begun = now;
    if (now.read >= to) ended = now;
  }
  while ((await count('from readings')) < documents) await delay(200);
  const exits = workers.map((worker) => once(worker, 'exit'));
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(exits);
  const read = ended.read - begun.read;
  return { minute: read / ((ended.at - begun.at) / 60_000), each: (ended.worked - begun.worked) / read };
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const medians = (all) => ({
  minute: median(all.map(({ minute }) => minute)),
  each: median(all.map(({ each }) => each)),
});
const told = (one, two) =>
  `one ${one.minute.toFixed(0)}, two ${two.minute.toFixed(0)} documents a minute: ${(two.minute / one.minute).toFixed(2)} ×; ` +
  `processor time a document ${one.each.toFixed(0)} and ${two.each.toFixed(0)} ms: ${((2 * one.each) / two.each).toFixed(2)} × where nobody else works`;

try {
  await fill();
  console.log(
    `${documents} documents, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} before it began`,
  );
  const rates = { one: [], two: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const number of round % 2 === 0 ? ['one', 'two'] : ['two', 'one'])
      rates[number].push(await rate(number === 'one' ? cores.slice(0, 1) : cores));
    console.log(`round ${round + 1}: ${told(rates.one.at(-1), rates.two.at(-1))}`);
  }
  console.log(`medians: ${told(medians(rates.one), medians(rates.two))}; load ${loadavg()[0].toFixed(1)}`);
  console.log(
    `read twice: ${await count(`from (select 1 from audit where action = 'reading.kept' group by subject having count(*) <> ${2 * rounds}) as other`)} documents not read once a pass; set aside: ${await count('from readings where unreadable')}`,
  );
} finally {
  await client.end();
  await rm(folder, { recursive: true, force: true });
}
