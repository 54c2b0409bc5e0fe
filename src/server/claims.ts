import type { Hono } from 'hono';
import { z } from 'zod';
import { EnterClaimsRequest, EnteredClaim, EnteredClaimsView, WithdrawRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { enterClaims, withdrawClaim } from '../work/index.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';

/** One claim, or a list. */
const Entries = z.union([EnterClaimsRequest.element, EnterClaimsRequest]);
const Entered = z.union([EnteredClaim, z.array(EnteredClaim)]);

/** The routes of claims that people enter by hand. */
export const addClaimRoutes = (app: Hono, store: Store): void => {
  const ofClaims = operation({ summary: 'List the claims entered by hand', answer: EnteredClaimsView });
  app.get('/api/cases/:case/claims', ofClaims, async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    return context.json({ claims: await store.enteredClaims(file.id) } satisfies EnteredClaimsView);
  });

  const toClaims = operation({ summary: 'Enter claims', body: Entries, answer: Entered, status: 201 });
  app.post('/api/cases/:case/documents/:document/claims', toClaims, async (context) => {
    const body = context.req.valid('json');
    const { case: caseId, document } = context.req.param();
    const me = personOf(context);
    const entries = [body].flat().map(({ by = me, ...entry }) => ({ ...entry, by }));
    const claims = await enterClaims(store, caseId, document, entries);
    return context.json(Array.isArray(body) ? claims : claims[0], 201);
  });

  const toWithdraw = operation({ summary: 'Withdraw a claim', body: WithdrawRequest.prefault({}) });
  app.delete('/api/cases/:case/claims/:claim', toWithdraw, async (context) => {
    const { reason, by = personOf(context) } = context.req.valid('json');
    const { case: caseId, claim } = context.req.param();
    await withdrawClaim(store, caseId, claim, { reason, by });
    return context.body(null, 204);
  });
};
