import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { emit } from '../work/index.ts';

/** The template of the route that a request was for; `/api/*` for an unknown one, `/*` for files of the workbench. */
const templateOf = (context: Context): string => {
  // What stands before all routes and what catches the rest have wildcards.
  const route = matchedRoutes(context).find(({ path }) => !path.endsWith('*'));
  return route?.path ?? (context.req.path.startsWith('/api/') ? '/api/*' : '/*');
};

/** Emits every request once it is answered. */
export const emitRequests: MiddlewareHandler = async (context, next) => {
  const start = performance.now();
  await next();
  emit('request', {
    method: context.req.method,
    route: templateOf(context),
    status: context.res.status,
    seconds: (performance.now() - start) / 1000,
  });
};
