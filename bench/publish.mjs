// How long an edition takes, and how large it is: of a made-up case of 20 commitments with 400 quotations, and with 4,000 documents.
//
//   npm run build && node bench/publish.mjs [--documents 4000] [--quotations 400]

import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copiesAmong } from '../dist/collect/index.js';
import { CaseFile } from '../dist/model/index.js';
import { readVocabulary } from '../dist/read/index.js';
import { resolve } from '../dist/resolve/index.js';
import { assessCase, makeEdition, publishTo } from '../dist/work/index.js';
import { foundIn, lastDay, reports, caseFile as written } from './made-up.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '4000' },
    quotations: { type: 'string', default: '400' },
  },
});
const caseFile = CaseFile.parse(written);
const days = { asOf: lastDay, knownAt: lastDay };
const source = reports({ name: 'made-up', version: '1' }, readVocabulary());
const all = Array.from({ length: Number(values.documents) }, () => source.next().value);

/** A case of the first so many documents, weighed, and what a store would answer on it. */
const caseOf = (size) => {
  const some = all.slice(0, size);
  const pages = some.map(({ document }) => document);
  const resolved = resolve({ file: caseFile, entries: [], decisions: [] }, some);
  const matches = foundIn(resolved, new Map(some.map(({ document, bearing }) => [document.id, bearing])));
  const bears = new Set(matches.evidence.map(({ statementId }) => statementId));
  const statements = resolved.flatMap((each) => each.statements).filter(({ id }) => bears.has(id));
  const open = {
    ...{ file: caseFile, pages, copies: copiesAmong(pages), matches, statements, decisions: [] },
    ...{
      documents: new Map(pages.map((page) => [page.id, page])),
      unmatched: [],
      stranded: [],
      learnt: null,
    },
  };
  const store = {
    async *documentsWithReadings() {
      yield* some;
    },
    collectedFirst: async () => new Map(pages.map(({ id }) => [id, '2024-01-01T00:00:00.000Z'])),
    decisions: async () => [],
    addDecision: async (decision) => decision,
  };
  return { open, store, assessment: assessCase(open, days) };
};

const folder = await mkdtemp(join(tmpdir(), 'proviso-publish-'));
const measure = async (what, { open, store, assessment }) => {
  globalThis.gc?.();
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const made = await makeEdition(store, open, assessment, { by: 'bench', correction: null });
  const published = await publishTo(store, join(folder, what.replaceAll(' ', '-')), made, null);
  const { user, system } = process.cpuUsage(cpu);
  const quotations = made.edition.commitments.flatMap(({ origins }) =>
    origins.flatMap((each) => each.quotations),
  );
  const own = [...made.files].filter(([path]) => !path.startsWith('editions/'));
  const front = own.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${what}: ${open.documents.size} documents, ${quotations.length} quotations, ${published.files} files, ` +
      `${(published.bytes / 1e6).toFixed(2)} MB in all, ${(front / 1e6).toFixed(2)} MB its front; ` +
      `${((performance.now() - from) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most (load ${loadavg()[0].toFixed(1)})`,
  );
  return quotations.length;
};

const wanted = Number(values.quotations);
const countedIn = ({ assessment }) =>
  new Set(
    assessment.commitments.flatMap(({ evidence }) =>
      evidence.filter(({ role }) => role === 'counts').map(({ id }) => id),
    ),
  ).size;
let some = caseOf(Math.min(1000, all.length));
for (let tries = 0; tries < 5 && Math.abs(countedIn(some) - wanted) > wanted / 40; tries += 1)
  some = caseOf(Math.min(all.length, Math.round((some.open.documents.size * wanted) / countedIn(some))));
await measure(`${wanted} quotations`, some);
await measure('all documents', caseOf(all.length));
await rm(folder, { recursive: true });
