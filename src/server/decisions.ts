import type { Hono } from 'hono';
import { z } from 'zod';
import { caseSource } from '../agreement/index.ts';
import {
  DecisionKind,
  type DecisionListView,
  DecisionRequest,
  type NameListView,
  TrialRequest,
  type TrialView,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { decide, nameCandidates, tryCommitment } from '../work/index.ts';
import { checked } from './checked.ts';
import { personOf } from './people.ts';

/** Nobody waits for more; `proviso case try` goes through all. */
const triedAtMost = 500;

const Of = z.object({ kind: DecisionKind.optional(), subject: z.string().optional() });

/** Routes by which people judge names, sources, tellings and findings, and try a commitment or a sign. */
export const serveDecisions = (app: Hono, store: Store): void => {
  app.get('/api/cases/:case/names', async (context) =>
    context.json({
      candidates: await nameCandidates(store, context.req.param('case')),
    } satisfies NameListView),
  );

  app.get('/api/cases/:case/decisions', async (context) => {
    const { kind, subject } = checked(Of, context.req.query());
    const { file } = await store.caseById(context.req.param('case'));
    const of = { ...(kind ? { kind } : {}), ...(subject ? { subject } : {}) };
    return context.json({ decisions: await store.decisions(file.id, of) } satisfies DecisionListView);
  });

  app.post('/api/cases/:case/commitments/:commitment/trial', async (context) => {
    const { sign, file } = checked(TrialRequest, await context.req.json().catch(() => null));
    const { case: caseId, commitment } = context.req.param();
    const draft = file && caseSource({ ...file, id: caseId }, null);
    const tried = await tryCommitment(store, caseId, commitment, { draft, sign, newest: triedAtMost });
    return context.json(tried satisfies TrialView);
  });

  app.post('/api/cases/:case/decisions', async (context) => {
    const decision = checked(DecisionRequest, await context.req.json().catch(() => null));
    return context.json(await decide(store, context.req.param('case'), decision, personOf(context)), 201);
  });
};
