import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, toJsonb } from './canonical-json.ts';

describe('canonical JSON', () => {
  test('sorts keys at every depth and keeps lists in order', () => {
    expect(canonicalJson({ b: [3, 1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[3,1,{"c":"x","d":null}]}',
    );
  });

  test('is the same whatever the order of keys, and means the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});

describe('JSON for PostgreSQL', () => {
  test.each([
    ['NUL', 'a\0b', 'a\ufffdb'],
    ['the first half of a pair', 'a\ud83d', 'a\ufffd'],
    ['the second half of a pair', '\ude00b', '\ufffdb'],
    ['a whole pair', '😀', '😀'],
    ['words that look like an escape', String.raw`\u0000 \\ud800`, String.raw`\u0000 \\ud800`],
  ])('%s', (_what, text, stored) => {
    expect(JSON.parse(toJsonb({ text }))).toEqual({ text: stored });
  });
});
