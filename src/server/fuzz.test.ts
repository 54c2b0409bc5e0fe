import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { Problem } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, caseOf, draftOf, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { createApp, localHosts } from './index.ts';
import { openApiOf } from './openapi.ts';
import { operationOf } from './operation.ts';

/** Requests to each route out of its description, half of them as it says; `bench/fuzz.mjs` sends thousands over HTTP. */
const requestsEach = 8;

/** It reads what it is sent, with a network that takes longer to load than all of this. */
const readsAtOnce = 'POST /api/origins';

/** Behind the guards of all routes, its protocol says how it refuses; it only takes note of a message without an id. */
const assistants = '/api/mcp';
const JsonRpcRefusal = z.object({
  jsonrpc: z.literal('2.0'),
  error: z.object({ code: z.int(), message: z.string() }),
});

type Schema = z.core.JSONSchema.BaseSchema;
interface Parameter {
  name: string;
  in: string;
  schema: Schema;
}
interface Described {
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const { bytes, document } = reportOf('The ferry was attacked on Monday, the mayor said.', { language: 'fr' });
const real: Record<string, string> = { case: 'c', commitment: 'leave', document: document.id };

let dir: string;
let store: Store;
let app: ReturnType<typeof createApp>;
let token: string;
beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  const file = caseOf('c');
  await store.putCase(file, 'yaml');
  real.commitment = file.commitments[0]?.id ?? '';
  await store.addDocument({ bytes, document }, capture, 'c');
  const { bytes: given, ...draft } = draftOf({ bytes, document });
  await store.addDraft(given, draft);
  real.draft = draft.id;
  app = createApp(store, localHosts(4747));
  const session = await app.request('http://localhost:4747/api/session', {
    headers: { host: 'localhost:4747' },
  });
  token = (await session.json()).csrfToken;
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', '\ud800', '../..', '%00', "'--", '9'.repeat(400), '2031-02-30', '[]', 'null'),
);

const textOf = ({ format, pattern }: Schema): fc.Arbitrary<unknown> => {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.constantFrom('2031-01-01', '0001-01-01', '9999-12-31');
  if (format === 'binary') return hostile.map((text) => new File([text], 'a.txt'));
  return pattern ? fc.stringMatching(new RegExp(pattern)) : hostile;
};

const objectOf = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, valueBy(schema as Schema)] as const),
    ),
    { requiredKeys: required },
  );

/** A value as a schema says. */
const valueBy = (schema: Schema): fc.Arbitrary<unknown> => {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valueBy(one as Schema)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => valueBy(one as Schema)));
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 53 - 1 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e300, max: schema.maximum ?? 1e300, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valueBy((schema.items ?? {}) as Schema), {
        minLength: schema.minItems ?? 0,
        maxLength: 4,
      });
    case 'object':
      return schema.properties ? objectOf(schema) : fc.dictionary(hostile, fc.jsonValue());
    default:
      return fc.jsonValue();
  }
};

const asSaidOrNot = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: valueBy(schema) }, hostile, fc.jsonValue());

interface Sent {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

const requestTo = ({ parameters, requestBody }: Described): fc.Arbitrary<Sent> => {
  const of = (place: string) => parameters.filter((one) => one.in === place);
  const [content] = Object.values(requestBody?.content ?? {});
  return fc.record({
    path: fc.record(
      Object.fromEntries(
        of('path').map(({ name }) => [name, fc.oneof(fc.constant(real[name] ?? 'none'), hostile)]),
      ),
    ),
    query: fc.record(Object.fromEntries(of('query').map(({ name, schema }) => [name, asSaidOrNot(schema)])), {
      requiredKeys: [],
    }),
    body: content ? asSaidOrNot(content.schema) : fc.constant(undefined),
  });
};

const formOf = (body: unknown): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {}))
    for (const one of [value].flat()) form.append(name, one instanceof File ? one : String(one));
  return form;
};

const send = (method: string, path: string, sent: Sent, isForm: boolean): Response | Promise<Response> => {
  const filled = path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(sent.path[name]).replace(/\p{Surrogate}/gu, '\ufffd')),
  );
  // An object may have a "toString" that is none.
  const written = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  const query = new URLSearchParams(
    Object.entries(sent.query).map(([name, value]) => [name, written(value)]),
  );
  const body = isForm ? formOf(sent.body) : JSON.stringify(sent.body);
  return app.request(`http://localhost:4747${filled}?${query}`, {
    method,
    headers: {
      host: 'localhost:4747',
      'x-proviso-csrf': token,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent.body === undefined ? {} : { body }),
  });
};

const inspected = createApp({} as Store, localHosts(1));
const { paths } = openApiOf(inspected, '0');
const routes = inspected.routes.flatMap(({ method, path, handler }) => {
  const operation = operationOf(handler);
  return operation && `${method} ${path}` !== readsAtOnce ? [{ method, path, operation }] : [];
});

it.each(routes)(
  '$method $path answers as described, whatever it is sent',
  async ({ method, path, operation }) => {
    const described = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Described;
    const { answer, status = answer ? 200 : 204, form } = operation;
    await fc.assert(
      fc.asyncProperty(requestTo(described), async (sent) => {
        const response = await send(method, path, sent, form !== undefined);
        const type = response.headers.get('content-type') ?? '';
        // An empty name is the address of another route, or of none.
        if (Object.values(sent.path).some((name) => /^\.{0,2}$/.test(String(name)))) {
          expect(response.status).toBeLessThan(500);
        } else if (response.status === status) {
          if (answer instanceof z.ZodType) {
            const said = await response.json();
            expect(answer.parse(said)).toEqual(said);
          }
        } else if (path === assistants && response.status < 500 && type !== 'application/problem+json') {
          const text = await response.text();
          if (response.status !== 202) JsonRpcRefusal.parse(JSON.parse(text));
        } else {
          const problem = Problem.parse(await response.json());
          expect(problem).toMatchObject({ status: response.status });
          expect(type).toContain('application/problem+json');
          expect(response.status, JSON.stringify(problem)).toBeLessThan(500);
        }
      }),
      { numRuns: path === '/api/backup' ? 1 : requestsEach },
    );
  },
  120_000,
);

it.each([2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, -1])(
  'a draft is not saved over a revision beyond what is counted: %d',
  async (revision) => {
    const work = {
      ...{ title: '', signed: null, parties: [], actors: [] },
      ...{ commitments: [], leftOut: [], notices: [] },
    };
    const sent = { path: { draft: real.draft }, query: {}, body: { revision, work } };
    const answer = await send('PUT', '/api/drafts/:draft', sent, false);
    expect(await answer.json()).toMatchObject({ code: 'PROVISO_REQUEST_INVALID', status: 422 });
  },
);
