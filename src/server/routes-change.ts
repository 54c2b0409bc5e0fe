import type { Hono } from 'hono';
import { z } from 'zod';
import { caseSource, parseCase } from '../agreement/index.ts';
import {
  CaseChange,
  CaseFileView,
  CaseImport,
  CaseRemoval,
  CorrectionsView,
  CorrectRequest,
  JobView,
  OriginTree,
  ProvisoError,
  TakedownRequest,
  Tombstone,
  textProblem,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import {
  correct,
  deleteCase,
  documentNotFound,
  documentsOfSamePublisher,
  importCase,
  takeDown,
} from '../work/index.ts';
import type { Additions } from './additions.ts';
import { limitBody } from './bodies.ts';
import { Made } from './made.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';

/** All files of one addition together, in bytes; more is added with `proviso add`. */
const uploadLimit = 256 * 1024 * 1024;

const sound = z.string().refine((text) => textProblem(text) === null, 'it has a character that no text has');

const optional = sound
  .trim()
  .max(400)
  .transform((text) => text || undefined)
  .optional();

const Addition = z.object({
  files: z
    .union([z.file(), z.array(z.file())])
    .transform((files) => [files].flat())
    .default([]),
  urls: sound
    .max(1_000_000)
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  published: optional,
  publisher: optional,
  charset: optional,
});

/** What became of a case file that was taken in. */
const Imported = z.object({ id: z.string(), outcome: z.enum(['new', 'replaced', 'unchanged']) });
/** What became of a case that was deleted. */
const Removed = z.object({ title: z.string(), documents: z.int(), decisions: z.int() });
const Named = z.object({ id: z.string(), title: z.string() });
/** What became of a document that was taken down. */
const TakenDown = z.object({
  tombstone: Tombstone,
  copies: z.array(Named.extend({ kind: z.string() })),
  heldIn: z.array(Named),
});

/** @throws ProvisoError PROVISO_CASE_EXISTS. */
const requireNew = (known: readonly { id: string }[], id: unknown): void => {
  if (known.some((one) => one.id === id))
    throw new ProvisoError(
      'PROVISO_CASE_EXISTS',
      `There is a case "${id}" already.`,
      'Give the new one another id, or edit the one there is.',
    );
};

/** Routes that change something other than a judgement: cases made and edited, documents added. */
export const addChangeRoutes = (app: Hono, store: Store, additions: Additions): void => {
  const ofFile = operation({ summary: 'Show the case file', answer: CaseFileView });
  app.get('/api/cases/:case/file', ofFile, async (context) => {
    const { file, source, version } = await store.caseById(context.req.param('case'));
    return context.json({ file, source, version } satisfies CaseFileView);
  });

  const toCases = operation({ summary: 'Make a case', body: CaseChange, answer: Made, status: 201 });
  app.post('/api/cases', toCases, async (context) => {
    const { file } = context.req.valid('json');
    requireNew(await store.cases(), file.id);
    const made = await importCase(store, caseSource(file, null));
    return context.json({ id: made.file.id }, 201);
  });

  const toCaseFiles = operation({
    summary: 'Take in a case file',
    body: CaseImport,
    answer: Imported,
    status: 201,
  });
  app.post('/api/case-files', toCaseFiles, async (context) => {
    const { source, replace } = context.req.valid('json');
    if (!replace) requireNew(await store.cases(), parseCase(source).id);
    const { file, outcome } = await importCase(store, source);
    return context.json({ id: file.id, outcome }, 201);
  });

  const toRemoval = operation({ summary: 'Delete a case', body: CaseRemoval, answer: Removed });
  app.delete('/api/cases/:case', toRemoval, async (context) => {
    const { title } = context.req.valid('json');
    return context.json(await deleteCase(store, context.req.param('case'), { title, by: personOf(context) }));
  });

  const toTakedown = operation({ summary: 'Take a document down', body: TakedownRequest, answer: TakenDown });
  app.post('/api/cases/:case/documents/:document/takedown', toTakedown, async (context) => {
    const { reason } = context.req.valid('json');
    const { case: caseId, document } = context.req.param();
    const { file } = await store.caseById(caseId);
    if (!(await store.listedDocument(file.id, document))) throw documentNotFound(file.id, document);
    return context.json(await takeDown(store, document, { by: personOf(context), reason }));
  });

  const toFile = operation({ summary: 'Change the case file', body: CaseChange });
  app.put('/api/cases/:case/file', toFile, async (context) => {
    const { file, seen } = context.req.valid('json');
    const { source } = await store.caseById(context.req.param('case'));
    await importCase(store, caseSource({ ...file, id: context.req.param('case') }, source), seen);
    return context.body(null, 204);
  });

  const limited = limitBody(
    uploadLimit,
    (megabytes) => `These files are more than ${megabytes} MB together.`,
    'Add fewer at once, or use: proviso add PATH --case ID.',
  );
  app.use('/api/cases/:case/documents', limited);
  const toDocuments = operation({ summary: 'Add documents', form: Addition, answer: JobView, status: 202 });
  app.post('/api/cases/:case/documents', toDocuments, async (context) => {
    const addition = context.req.valid('form');
    if (addition.files.length + addition.urls.length === 0) {
      throw new ProvisoError('PROVISO_REQUEST_INVALID', 'Nothing was sent.', 'Send files or addresses.');
    }
    return context.json(await additions.add(context.req.param('case'), addition), 202);
  });

  const toCorrections = operation({
    summary: 'Put documents right',
    body: CorrectRequest,
    answer: CorrectionsView,
    status: 201,
  });
  app.post('/api/cases/:case/corrections', toCorrections, async (context) => {
    const { documents, alike, by = personOf(context), reason, seen, ...fields } = context.req.valid('json');
    const caseId = context.req.param('case');
    const [first = ''] = documents;
    const all = alike ? [...(await documentsOfSamePublisher(store, caseId, first)), ...documents] : documents;
    const corrections = await correct(store, caseId, all, { fields, reason, by, seen });
    // What lost its reading is read again in the background.
    if (corrections.some(({ field }) => field === 'published' || field === 'language'))
      await additions.add(caseId, { files: [], urls: [] });
    return context.json({ corrections } satisfies CorrectionsView, 201);
  });

  app.use('/api/origins', limited);
  const toOrigins = operation({ summary: 'Trace where pages come from', form: Addition, answer: OriginTree });
  app.post('/api/origins', toOrigins, async (context) => {
    const { files, urls } = context.req.valid('form');
    if (files.length + urls.length === 0) {
      throw new ProvisoError('PROVISO_REQUEST_INVALID', 'Nothing was sent.', 'Send files or addresses.');
    }
    return context.json(await additions.trace({ files, urls }));
  });

  const ofJob = operation({ summary: 'Say how an addition stands', answer: JobView });
  app.get('/api/jobs/:job', ofJob, (context) => context.json(additions.job(context.req.param('job'))));
};
