import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { type AgreementView, type DraftListView, DraftSave, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { beginDraft, finishDraft, type GivenAgreement } from '../work/index.ts';
import { checked } from './checked.ts';
import type { Drafting } from './drafting.ts';

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

const limited = bodyLimit({
  maxSize: limit,
  onError: () => {
    throw new ProvisoError(
      'PROVISO_INPUT_TOO_LARGE',
      `This is more than ${limit / 1024 / 1024} MB.`,
      'Give the part that binds.',
    );
  },
});

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
  app.get('/api/drafts', async (context) =>
    context.json({ drafts: await store.drafts() } satisfies DraftListView),
  );

  app.use('/api/drafts', limited);
  app.post('/api/drafts', async (context) => {
    const asked = checked(Agreement, await context.req.parseBody().catch(() => ({})));
    const id = await beginDraft(store, await givenIn(asked), asked);
    return context.json(await drafting.view(id), 201);
  });

  app.get('/api/drafts/:draft', async (context) =>
    context.json(await drafting.view(context.req.param('draft'))),
  );

  app.post('/api/drafts/:draft/proposal', async (context) =>
    context.json(await drafting.again(context.req.param('draft')), 202),
  );

  app.put('/api/drafts/:draft', async (context) => {
    const { revision, work } = checked(DraftSave, await context.req.json().catch(() => null));
    return context.json({ revision: await store.saveDraft(context.req.param('draft'), revision, work) });
  });

  app.delete('/api/drafts/:draft', async (context) => {
    await store.removeDraft(context.req.param('draft'));
    return context.body(null, 204);
  });

  app.post('/api/drafts/:draft/case', async (context) => {
    const { id } = await finishDraft(store, context.req.param('draft'));
    return context.json({ id }, 201);
  });

  app.get('/api/cases/:case/agreement', async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    return context.json({ agreement: await store.agreement(file.id) } satisfies AgreementView);
  });
};
