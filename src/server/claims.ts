import type { Hono } from 'hono';
import { EnterClaimsRequest, type EnteredClaimsView, WithdrawRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { enterClaims, withdrawClaim } from '../work/index.ts';
import { checked } from './checked.ts';
import { personOf } from './people.ts';

/** The routes of claims that people enter by hand. */
export const addClaimRoutes = (app: Hono, store: Store): void => {
  app.get('/api/cases/:case/claims', async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    return context.json({ claims: await store.enteredClaims(file.id) } satisfies EnteredClaimsView);
  });

  app.post('/api/cases/:case/documents/:document/claims', async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const entries = checked(EnterClaimsRequest, [body].flat());
    const { case: caseId, document } = context.req.param();
    const me = personOf(context);
    const claims = await enterClaims(
      store,
      caseId,
      document,
      entries.map(({ by = me, ...entry }) => ({ ...entry, by })),
    );
    return context.json(Array.isArray(body) ? claims : claims[0], 201);
  });

  app.delete('/api/cases/:case/claims/:claim', async (context) => {
    const { reason, by = personOf(context) } = checked(
      WithdrawRequest,
      await context.req.json().catch(() => ({})),
    );
    const { case: caseId, claim } = context.req.param();
    await withdrawClaim(store, caseId, claim, { reason, by });
    return context.body(null, 204);
  });
};
