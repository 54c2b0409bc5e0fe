import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { caseSource, parseCase } from '../agreement/index.ts';
import {
  CaseChange,
  type CaseFileView,
  CaseImport,
  CaseRemoval,
  type CorrectionsView,
  CorrectRequest,
  ProvisoError,
  TakedownRequest,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { correct, deleteCase, documentsOfSamePublisher, importCase, takeDown } from '../work/index.ts';
import type { Additions } from './additions.ts';
import { textProblem } from './bodies.ts';
import { checked } from './checked.ts';
import { personOf } from './people.ts';
import { documentNotFound } from './views.ts';

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

const body = async (context: Context): Promise<CaseChange> =>
  checked(CaseChange, await context.req.json().catch(() => null));

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
  app.get('/api/cases/:case/file', async (context) => {
    const { file, source } = await store.caseById(context.req.param('case'));
    return context.json({ file, source } satisfies CaseFileView);
  });

  app.post('/api/cases', async (context) => {
    const { file } = await body(context);
    requireNew(await store.cases(), file.id);
    const made = await importCase(store, caseSource(file, null));
    return context.json({ id: made.file.id }, 201);
  });

  app.post('/api/case-files', async (context) => {
    const { source, replace } = checked(CaseImport, await context.req.json().catch(() => null));
    if (!replace) requireNew(await store.cases(), parseCase(source).id);
    const { file, outcome } = await importCase(store, source);
    return context.json({ id: file.id, outcome }, 201);
  });

  app.delete('/api/cases/:case', async (context) => {
    const { title } = checked(CaseRemoval, await context.req.json().catch(() => null));
    return context.json(await deleteCase(store, context.req.param('case'), { title, by: personOf(context) }));
  });

  app.post('/api/cases/:case/documents/:document/takedown', async (context) => {
    const { reason } = checked(TakedownRequest, await context.req.json().catch(() => null));
    const { case: caseId, document } = context.req.param();
    const { file } = await store.caseById(caseId);
    if (!(await store.listedDocument(file.id, document))) throw documentNotFound(file.id, document);
    return context.json(await takeDown(store, document, { by: personOf(context), reason }));
  });

  app.put('/api/cases/:case/file', async (context) => {
    const { file } = await body(context);
    const { source } = await store.caseById(context.req.param('case'));
    await importCase(store, caseSource({ ...file, id: context.req.param('case') }, source));
    return context.body(null, 204);
  });

  const limited = bodyLimit({
    maxSize: uploadLimit,
    onError: () => {
      throw new ProvisoError(
        'PROVISO_INPUT_TOO_LARGE',
        `These files are more than ${uploadLimit / 1024 / 1024} MB together.`,
        'Add fewer at once, or use: proviso add PATH --case ID.',
      );
    },
  });
  app.use('/api/cases/:case/documents', limited);
  app.post('/api/cases/:case/documents', async (context) => {
    const addition = checked(Addition, await context.req.parseBody({ all: true }).catch(() => ({})));
    if (addition.files.length + addition.urls.length === 0) {
      throw new ProvisoError('PROVISO_REQUEST_INVALID', 'Nothing was sent.', 'Send files or addresses.');
    }
    return context.json(await additions.add(context.req.param('case'), addition), 202);
  });

  app.post('/api/cases/:case/corrections', async (context) => {
    const {
      documents,
      alike,
      by = personOf(context),
      reason,
      ...fields
    } = checked(CorrectRequest, await context.req.json().catch(() => null));
    const caseId = context.req.param('case');
    const [first = ''] = documents;
    const all = alike ? [...(await documentsOfSamePublisher(store, caseId, first)), ...documents] : documents;
    const corrections = await correct(store, caseId, all, { fields, reason, by });
    // What lost its reading is read again in the background.
    if (corrections.some(({ field }) => field === 'published' || field === 'language'))
      await additions.add(caseId, { files: [], urls: [] });
    return context.json({ corrections } satisfies CorrectionsView, 201);
  });

  app.use('/api/origins', limited);
  app.post('/api/origins', async (context) => {
    const { files, urls } = checked(Addition, await context.req.parseBody({ all: true }).catch(() => ({})));
    if (files.length + urls.length === 0) {
      throw new ProvisoError('PROVISO_REQUEST_INVALID', 'Nothing was sent.', 'Send files or addresses.');
    }
    return context.json(await additions.trace({ files, urls }));
  });

  app.get('/api/jobs/:job', (context) => context.json(additions.job(context.req.param('job'))));
};
