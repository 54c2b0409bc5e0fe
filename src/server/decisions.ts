import type { Hono } from 'hono';
import { z } from 'zod';
import { caseSource } from '../agreement/index.ts';
import {
  Decision,
  DecisionKind,
  DecisionListView,
  DecisionRequest,
  NameListView,
  TrialRequest,
  TrialView,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { decide, nameCandidates, tryCommitment } from '../work/index.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';

/** Nobody waits for more; `proviso case try` goes through all. */
const triedAtMost = 500;

const Of = z.object({ kind: DecisionKind.optional(), subject: z.string().optional() });

/** Routes by which people judge names, sources, tellings and findings, and try a commitment or a sign. */
export const serveDecisions = (app: Hono, store: Store): void => {
  const ofNames = operation({ summary: 'List names that may be one', answer: NameListView });
  app.get('/api/cases/:case/names', ofNames, async (context) =>
    context.json({
      candidates: await nameCandidates(store, context.req.param('case')),
    } satisfies NameListView),
  );

  const ofDecisions = operation({ summary: 'List the decisions', query: Of, answer: DecisionListView });
  app.get('/api/cases/:case/decisions', ofDecisions, async (context) => {
    const { kind, subject } = context.req.valid('query');
    const { file } = await store.caseById(context.req.param('case'));
    const of = { ...(kind ? { kind } : {}), ...(subject ? { subject } : {}) };
    return context.json({ decisions: await store.decisions(file.id, of) } satisfies DecisionListView);
  });

  const toTrial = operation({ summary: 'Try a commitment or a sign', body: TrialRequest, answer: TrialView });
  app.post('/api/cases/:case/commitments/:commitment/trial', toTrial, async (context) => {
    const { sign, file } = context.req.valid('json');
    const { case: caseId, commitment } = context.req.param();
    const draft = file && caseSource({ ...file, id: caseId }, null);
    const tried = await tryCommitment(store, caseId, commitment, { draft, sign, newest: triedAtMost });
    return context.json(tried satisfies TrialView);
  });

  const toDecisions = operation({ summary: 'Decide', body: DecisionRequest, answer: Decision, status: 201 });
  app.post('/api/cases/:case/decisions', toDecisions, async (context) => {
    const decision = context.req.valid('json');
    return context.json(await decide(store, context.req.param('case'), decision, personOf(context)), 201);
  });
};
