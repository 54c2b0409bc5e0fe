import { describe, expect, it } from 'vitest';
import type { Store } from '../store/index.ts';
import { createApp } from './app.ts';
import { localHosts } from './guard.ts';
import { openApiOf } from './openapi.ts';

const app = createApp({} as Store, localHosts(4747));
const description = openApiOf(app, '0');
const text = JSON.stringify(description);

describe('the description of the API', () => {
  it('has every route of the app, and nothing that is none', () => {
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.length).toBeGreaterThan(30);
    expect(described.toSorted()).toEqual([...new Set(served)].sort());
  });

  it('calls each operation by a name of its own', () => {
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(30);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to schemas that it has, and has none that nothing refers to', () => {
    const referred = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, at]) => at);
    const had = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...new Set(referred)].sort()).toEqual(had.sort());
  });

  it('asks for the token wherever something changes, and for nothing there that the route does not check', () => {
    const { post, get } = description.paths['/api/cases'] ?? {};
    expect(JSON.stringify(post)).toContain('X-Proviso-CSRF');
    expect(JSON.stringify(get)).not.toContain('X-Proviso-CSRF');
    expect(description.paths['/api/cases/{case}/search']?.get).toMatchObject({
      parameters: expect.arrayContaining([
        { name: 'q', in: 'query', required: true, schema: { type: 'string', minLength: 1, maxLength: 400 } },
        { name: 'limit', in: 'query', required: false, schema: expect.objectContaining({ maximum: 50 }) },
      ]),
    });
  });
});
