import type { Hono } from 'hono';
import { z } from 'zod';
import { AgreementView, DraftListView, DraftSave, DraftView, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { beginDraft, finishDraft, type GivenAgreement } from '../work/index.ts';
import { limitBody } from './bodies.ts';
import type { Drafting } from './drafting.ts';
import { Made } from './made.ts';
import { operation } from './operation.ts';

/** An agreement's file, in bytes. */
const limit = 100 * 1024 * 1024;

const Agreement = z.object({
  file: z.file().optional(),
  text: z.string().default(''),
  signed: z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .transform((day) => day || null),
});

const Saved = z.object({ revision: z.int() });

const limited = limitBody(
  limit,
  (megabytes) => `This is more than ${megabytes} MB.`,
  'Give the part that binds.',
);

const givenIn = async ({ file, text }: z.output<typeof Agreement>): Promise<GivenAgreement> => {
  if (file) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  if (text.trim()) return { name: null, bytes: new TextEncoder().encode(text) };
  throw new ProvisoError(
    'PROVISO_INPUT_EMPTY',
    'There is no text yet.',
    'Paste the agreement, or choose its file.',
  );
};

/** Routes of cases in the making: an agreement given, what is proposed worked on, the case made. */
export const addDraftRoutes = (app: Hono, store: Store, drafting: Drafting): void => {
  const ofDrafts = operation({ summary: 'List the drafts', answer: DraftListView });
  app.get('/api/drafts', ofDrafts, async (context) =>
    context.json({ drafts: await store.drafts() } satisfies DraftListView),
  );

  app.use('/api/drafts', limited);
  const toDrafts = operation({ summary: 'Begin a draft', form: Agreement, answer: DraftView, status: 201 });
  app.post('/api/drafts', toDrafts, async (context) => {
    const asked = context.req.valid('form');
    const id = await beginDraft(store, await givenIn(asked), asked);
    return context.json(await drafting.view(id), 201);
  });

  const ofDraft = operation({ summary: 'Show a draft', answer: DraftView });
  app.get('/api/drafts/:draft', ofDraft, async (context) =>
    context.json(await drafting.view(context.req.param('draft'))),
  );

  const toProposal = operation({ summary: 'Propose a draft once more', answer: DraftView, status: 202 });
  app.post('/api/drafts/:draft/proposal', toProposal, async (context) =>
    context.json(await drafting.again(context.req.param('draft')), 202),
  );

  const toDraft = operation({ summary: 'Save a draft', body: DraftSave, answer: Saved });
  app.put('/api/drafts/:draft', toDraft, async (context) => {
    const { revision, work } = context.req.valid('json');
    return context.json({ revision: await store.saveDraft(context.req.param('draft'), revision, work) });
  });

  app.delete('/api/drafts/:draft', operation({ summary: 'Throw a draft away' }), async (context) => {
    await store.removeDraft(context.req.param('draft'));
    return context.body(null, 204);
  });

  const toCase = operation({ summary: 'Make the case of a draft', answer: Made, status: 201 });
  app.post('/api/drafts/:draft/case', toCase, async (context) => {
    const { id } = await finishDraft(store, context.req.param('draft'));
    return context.json({ id }, 201);
  });

  const ofAgreement = operation({ summary: 'Show the agreement of a case', answer: AgreementView });
  app.get('/api/cases/:case/agreement', ofAgreement, async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    return context.json({ agreement: await store.agreement(file.id) } satisfies AgreementView);
  });
};
