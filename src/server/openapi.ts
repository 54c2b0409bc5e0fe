import type { Hono } from 'hono';
import { z } from 'zod';
import * as model from '../model/index.ts';
import { type Operation, operationOf } from './operation.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** The description of an HTTP API (OpenAPI 3.1), as far as this one needs it. */
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, JsonSchema> };
}

const routesOf = (app: Hono): Route[] =>
  app.routes.flatMap(({ method, path, handler }) => {
    const operation = operationOf(handler);
    return operation ? [{ method: method.toLowerCase(), path, operation }] : [];
  });

const parameterNames = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

const operationId = ({ method, path }: Route): string =>
  method + path.replace(/^\/api|[^a-z]+(\w)/gi, (_, letter: string = '') => letter.toUpperCase());

/** What a request may send: before defaults are filled in and texts become numbers. */
const asSent = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...sent } = z.toJSONSchema(schema, { io: 'input' });
  return sent;
};

const componentAt = (name: string): string => `#/components/schemas/${name}`;

/** The schemas of the model by their own names, and of each answer that is none of them by the operation's. */
const namedSchemas = (routes: readonly Route[]): z.core.$ZodRegistry<{ id?: string }> => {
  const named = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(model))
    if (schema instanceof z.ZodType) named.add(schema, { id });
  for (const route of routes) {
    const { answer } = route.operation;
    if (answer instanceof z.ZodType && !named.has(answer))
      named.add(answer, { id: `${operationId(route)}Answer` });
  }
  return named;
};

/** The components that something refers to, directly or through others. */
const reachedFrom = (described: unknown, schemas: Record<string, JsonSchema>): Record<string, JsonSchema> => {
  const reached = new Set<string>();
  const waiting = [described];
  for (const part of waiting)
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      if (!reached.has(name)) waiting.push(schemas[reached.add(name) && name]);
  return Object.fromEntries([...reached].sort().map((name) => [name, schemas[name] ?? {}]));
};

const json = (schema: object) => ({ 'application/json': { schema } });

const problem = {
  description: 'A refusal with its code (docs/errors.md).',
  content: { 'application/problem+json': { schema: { $ref: componentAt('Problem') } } },
};

const contentOf = (answer: z.ZodType | string, nameOf: (schema: z.ZodType) => string) =>
  typeof answer === 'string'
    ? { [answer]: { schema: { type: 'string', format: 'binary' } } }
    : json({ $ref: componentAt(nameOf(answer)) });

const queryParameters = (query: z.ZodType | undefined): object[] => {
  if (!query) return [];
  const { properties = {}, required = [] } = asSent(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const requestBody = ({ body, form }: Operation): object => {
  const schema = body ?? form;
  if (!schema) return {};
  const content = body ? json(asSent(schema)) : { 'multipart/form-data': { schema: asSent(schema) } };
  return { requestBody: { required: !schema.safeParse(undefined).success, content } };
};

/** Safe methods need no token. */
const csrfParameter = {
  name: 'X-Proviso-CSRF',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: 'The token of GET /api/session.',
};

const described = (route: Route, nameOf: (schema: z.ZodType) => string): object => {
  const { operation, method, path } = route;
  const { summary, answer, query, status = answer ? 200 : 204 } = operation;
  return {
    operationId: operationId(route),
    summary,
    parameters: [
      ...parameterNames(path).map((name) => ({
        ...{ name, in: 'path', required: true },
        schema: { type: 'string', minLength: 1 },
      })),
      ...queryParameters(query),
      ...(method === 'get' ? [] : [csrfParameter]),
    ],
    ...requestBody(operation),
    responses: {
      [status]: { description: summary, ...(answer ? { content: contentOf(answer, nameOf) } : {}) },
      '4XX': problem,
      '5XX': problem,
    },
  };
};

/** What the routes of an app take and answer, out of the schemas by which they check it. */
export const openApiOf = (app: Hono, version: string): OpenApi => {
  const routes = routesOf(app);
  const named = namedSchemas(routes);
  const { schemas } = z.toJSONSchema(named, { uri: componentAt, io: 'output' });
  const nameOf = (schema: z.ZodType): string => named.get(schema)?.id ?? '';
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const at = route.path.replace(/:(\w+)/g, '{$1}');
    paths[at] = { ...paths[at], [route.method]: described(route, nameOf) };
  }
  const plain = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Proviso', version, description: 'See docs/api.md.' },
    paths,
    components: { schemas: reachedFrom([paths, problem], plain) },
  };
};
