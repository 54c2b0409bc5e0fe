import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { splitFrontMatter } from './front-matter.ts';

const split = (text: string) => splitFrontMatter(text, 'report.md');

describe('a text with front matter', () => {
  test('is split into what it says and its body', () => {
    const text = '---\ntitle: A report\npublished: 2020-10-25\nkind: digest\n---\n\n  Body.\n\nMore.\n\n';
    expect(split(text)).toEqual({
      frontMatter: { title: 'A report', published: '2020-10-25', kind: 'digest' },
      body: '  Body.\n\nMore.',
    });
  });

  test.each([
    ['a number stays as it was written', 'title: 007', { title: '007' }],
    ['a year', 'published: 2020', { published: '2020' }],
    ['a quoted month', 'published: "2020-10"', { published: '2020-10' }],
    ['an empty value is absent', 'title:\npublisher: ""', {}],
    ['a web address', 'url: https://example.org/a?b=c#d', { url: 'https://example.org/a?b=c#d' }],
    ['nothing', '', {}],
  ])('%s', (_what, yaml, frontMatter) => {
    expect(split(`---\n${yaml}\n---\nBody`)).toEqual({ frontMatter, body: 'Body' });
  });

  test.each([
    ['an unknown key', 'colour: red', /unknown key colour/],
    ['a key twice', 'title: a\ntitle: b', /unique/],
    ['a day that is not in the calendar', 'published: 2021-02-29', /published "2021-02-29" is no date/],
    ['a date in words', 'published: last week', /published "last week" is no date/],
    ['a kind that there is not', 'kind: rumour', /kind must be original or digest/],
    ['an address that would run as a script', 'url: javascript:alert(1)', /url must be an address/],
    ['a list where words belong', 'title: [a, b]', /title /],
    ['control characters', 'title: "a\\0b"', /title must be one line/],
    ['broken YAML', 'title: "a', /front matter/],
  ])('%s is refused', (_what, yaml, message) => {
    const refusal = expect.objectContaining({
      code: 'PROVISO_FRONT_MATTER_INVALID',
      message: expect.stringMatching(message),
    });
    expect(() => split(`---\n${yaml}\n---\nBody`)).toThrow(refusal);
  });

  test('without an end is refused', () => {
    expect(() => split('---\ntitle: a\n\nBody')).toThrow(/no line --- ends it/);
  });

  test('keeps any one-line title as it is', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(title, (written) => {
        const { frontMatter } = split(`---\n${stringify({ title: written }, { lineWidth: 0 })}---\nBody`);
        expect(frontMatter).toEqual({ title: written });
      }),
    );
  });
});

test.each([
  ['plain text', 'Just text.', 'Just text.'],
  ['blank lines around', '\n \n  Just text.\n\n', '  Just text.'],
  [
    'a rule across the page',
    '---\n\nA rule, not front matter.\n\n---\n',
    '---\n\nA rule, not front matter.\n\n---',
  ],
  ['a rule further down', 'Text\n\n---\ntitle: no\n---', 'Text\n\n---\ntitle: no\n---'],
])('%s has no front matter', (_what, text, body) => {
  expect(split(text)).toEqual({ frontMatter: {}, body });
});
