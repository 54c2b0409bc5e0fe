import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { asProvisoError, type Problem } from '../model/index.ts';
import { emit } from '../work/index.ts';

/** A refusal as `application/problem+json` (RFC 9457). */
export const problemResponse = (context: Context, thrown: unknown): Response => {
  const error = asProvisoError(thrown);
  emit('refusal', { code: error.code });
  const problem: Problem = {
    type: `urn:proviso:${error.code}`,
    title: error.message,
    status: error.httpStatus,
    detail: error.todo,
    code: error.code,
    ...(error.current === undefined ? {} : { current: error.current }),
  };
  return context.json(problem, error.httpStatus as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });
};
