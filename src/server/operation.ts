import type { Context, Env, Handler, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { checked } from './checked.ts';

/** What a route takes and what it answers: each request is checked by it, and `GET /api/openapi.json` is made of it. */
export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Form extends z.ZodType = z.ZodType,
> {
  /** In a few words, beginning with a verb. */
  summary: string;
  query?: Query;
  /** A body of JSON. */
  body?: Body;
  /** A multipart form. */
  form?: Form;
  /** The schema of what is answered, or the media type of bytes; left out where nothing is (204). */
  answer?: z.ZodType | string;
  /** 200, or 204 where nothing is answered, unless given. */
  status?: number;
}

const Nothing = z.unknown();
type Nothing = typeof Nothing;

/** What a handler behind an operation gets from `context.req.valid`. */
export interface Valid<Query, Body, Form> {
  out: { query: Query; json: Body; form: Form };
}

const operations = new WeakMap<Handler | MiddlewareHandler, Operation>();

/** The operation that a handler of the app stands for; undefined for any other handler. */
export const operationOf = (handler: Handler | MiddlewareHandler): Operation | undefined =>
  operations.get(handler);

/** The body; undefined without one, null for what is no JSON. */
const jsonOf = async ({ req }: Context): Promise<unknown> =>
  (await req.text()) === '' ? undefined : await req.json().catch(() => null);

/** Stands before the handler of its route. @throws ProvisoError PROVISO_REQUEST_INVALID. */
export const operation = <
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Form extends z.ZodType = Nothing,
>(
  takes: Operation<Query, Body, Form>,
): MiddlewareHandler<Env, string, Valid<z.output<Query>, z.output<Body>, z.output<Form>>> => {
  const { query, body, form } = takes;
  const middleware: MiddlewareHandler = async (context, next) => {
    const { req } = context;
    if (query) req.addValidatedData('query', checked(query, req.query()) as object);
    if (body) req.addValidatedData('json', checked(body, await jsonOf(context)) as object);
    if (form)
      req.addValidatedData(
        'form',
        checked(form, await req.parseBody({ all: true }).catch(() => ({}))) as object,
      );
    await next();
  };
  operations.set(middleware, takes);
  return middleware;
};
