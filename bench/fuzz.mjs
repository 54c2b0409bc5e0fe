/**
 * Fuzzing of the HTTP API from its own description, by schemathesis (Python, from PyPI, in a virtual environment of its own):
 *
 *   npm run build && node bench/fuzz.mjs [--each 60] [--seed 1] [--port 4795] [--venv DIR]
 *
 * Starts Proviso on a new store with an example case, sends more than 5,000 requests that the guard lets through, half of
 * them about things that there are, and fails on any answer of 5xx or that is not as described, on memory that grows, and
 * when the server no longer answers.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const schemathesis = 'schemathesis==4.32.5';
const example = 'black-sea-grain-2022';
const checks =
  'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';

/** What writes or reads whole files at each request is asked for less often. */
const slow = ['postBackup', 'postOrigins', 'postCasesCaseDocuments', 'postDrafts', 'putDraftsDraft'];

/** `each` of 60 a route makes more, with those of the boundaries of every parameter, and of sequences of requests. */
const fewest = 5000;

/** The last quarter of the run may hold so much more than the second: a process breathes. */
const growthAllowed = 1.15;

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '4795' },
    venv: { type: 'string', default: '' },
  },
});
const url = `http://127.0.0.1:${values.port}`;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'proviso-fuzz-'));
const store = join(folder, 'store');
const venv = values.venv || join(folder, 'venv');

const run = async (command, args, options = {}) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
    });
  const [code] = await once(child, 'close');
  return { code, output };
};

const need = async (command, args) => {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
};

const proviso = (...args) =>
  need(process.execPath, [join(root, 'dist/cli/main.js'), ...args, '--store', store]);

const start = async () => {
  const args = [join(root, 'dist/cli/main.js'), 'start', '--port', values.port, '--store', store];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => String(data).includes('Proviso is at') && resolve());
    child.once('close', () => reject(new Error('Proviso did not start')));
  });
  return child;
};

const get = async (path) => (await fetch(url + path)).json();

/** Resident memory of a process, in MB; null where the system has no /proc. */
const memoryOf = async (pid) => {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return kilobytes ? Math.round(kilobytes / 1024) : null;
};

/** Names of things that there are, by parameter. */
const known = async (token) => {
  const form = new FormData();
  form.set('text', 'Article 1\nThe North shall withdraw its troops within 30 days.');
  await fetch(`${url}/api/drafts`, { method: 'POST', headers: { 'x-proviso-csrf': token }, body: form });
  const path = `/api/cases/${example}`;
  const { commitments } = await get(path);
  const ids = (list) => list.slice(0, 5).map(({ id }) => id);
  const { suggestions } = await get(`${path}/queue`);
  return {
    case: [example],
    commitment: ids(commitments),
    document: ids((await get(`${path}/documents`)).documents),
    evidence: ids(suggestions.map(({ evidence }) => evidence)),
    entity: (await get(`${path}/entities`)).entities.slice(0, 5).map(({ key }) => key),
    draft: ids((await get('/api/drafts')).drafts),
  };
};

/** The description as it is, but that names of things may be those that there are; the token is sent by every request. */
const aimed = (description, names) => {
  for (const operation of Object.values(description.paths).flatMap(Object.values)) {
    operation.parameters = operation.parameters.filter((one) => one.in !== 'header');
    for (const parameter of operation.parameters)
      if (parameter.in === 'path' && names[parameter.name]?.length)
        parameter.schema = { anyOf: [{ enum: names[parameter.name] }, parameter.schema] };
  }
  return description;
};

const configuration = () =>
  [
    `generation.max-examples = ${values.each}`,
    ...slow.map((id) => `[[operations]]\ninclude-operation-id = "${id}"\ngeneration.max-examples = 5`),
  ].join('\n');

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;

const attack = async (server, token) => {
  const [description, config] = [join(folder, 'openapi.json'), join(folder, 'schemathesis.toml')];
  await writeFile(description, JSON.stringify(aimed(await get('/api/openapi.json'), await known(token))));
  await writeFile(config, configuration());
  const memory = [];
  const sampling = setInterval(async () => memory.push(await memoryOf(server.pid)), 1000);
  const args = ['--config-file', config, 'run', description, '--url', url, '-H', `X-Proviso-CSRF: ${token}`];
  args.push(
    '--checks',
    checks,
    '--seed',
    values.seed,
    '--workers',
    '1',
    '--request-timeout',
    '60',
    '--no-color',
    '--suppress-health-check',
    'all',
  );
  const { code, output } = await run(join(venv, 'bin/schemathesis'), args, { cwd: folder });
  clearInterval(sampling);
  return { code, output, memory: memory.filter((one) => one !== null) };
};

if (!existsSync(join(venv, 'bin/schemathesis'))) {
  await need('python3', ['-m', 'venv', venv]);
  await need(join(venv, 'bin/pip'), ['install', '--quiet', schemathesis]);
}
await proviso('case', 'import', join(root, 'examples', example, 'case.yaml'));
await proviso('add', join(root, 'examples', example, 'reports'), '--case', example);
const server = await start();
let failed = true;
try {
  const { csrfToken } = await get('/api/session');
  const before = await memoryOf(server.pid);
  const { code, output, memory } = await attack(server, csrfToken);
  console.log(output);
  const sent = Number(/(\d[\d,]*) generated/.exec(output)?.[1]?.replaceAll(',', '') ?? 0);
  const quarter = Math.floor(memory.length / 4);
  const [early, late] = [memory.slice(quarter, 2 * quarter), memory.slice(-quarter)].map(median);
  const answers = (await fetch(`${url}/api/session`)).status === 200;
  console.log(
    `${sent} requests; resident memory ${before} MB before, ${early} MB in the second quarter, ${late} MB in the last; ${answers ? 'still answers' : 'no longer answers'}`,
  );
  failed = code !== 0 || !answers || sent < fewest || late > early * growthAllowed;
} finally {
  server.kill('SIGTERM');
  await Promise.race([once(server, 'close'), delay(10_000)]);
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
