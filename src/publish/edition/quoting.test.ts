import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quotable, quotedOf } from './quoting.ts';

const text =
  'The pass was shut on Monday. Guards turned nine lorries back. Nobody said why, and nobody asked twice.';
const quotable = (id: string, words: string): Quotable => {
  const start = text.indexOf(words);
  return { id, document: 'd', span: [start, start + words.length], words };
};
const documents = (kind: 'original' | 'digest' = 'original') => new Map([['d', { text, kind }]]);

describe('a quotation', () => {
  const lorries = quotable('one', 'Guards turned nine lorries back.');

  it('is published as it stands', () => {
    expect(quotedOf([lorries], documents(), new Map()).get('one')).toEqual({
      words: lorries.words,
      cut: null,
    });
  });

  it('is not published where a person hides it', () => {
    expect(quotedOf([lorries], documents(), new Map([['one', 'hide']])).get('one')?.words).toBeNull();
  });

  it('is cut where more than half of its text would be published, unless the text is our own summary', () => {
    const whole = quotable('whole', text);
    const quoted = quotedOf([whole], documents(), new Map()).get('whole');
    expect(quoted?.cut).toBe('too much of its text');
    expect(quoted?.words).toBe('The pass was shut on Monday. Guards turned nine …');
    expect(quotedOf([whole], documents('digest'), new Map()).get('whole')?.words).toBe(text);
  });

  it('is cut before a name, not through it', () => {
    const named = 'They were told so by Omar bin Tal of the guard.';
    const quoted = (length: number) =>
      quotedOf(
        [{ id: 'n', document: 'n', span: [0, named.length], words: named }],
        new Map([['n', { text: named.padEnd(2 * length), kind: 'original' as const }]]),
        new Map(),
      ).get('n')?.words;
    expect([25, 29, 31].map(quoted)).toEqual(Array(3).fill('They were told so by …'));
    expect(quoted(40)).toBe('They were told so by Omar bin Tal of the …');
  });

  it('together with the others never tells more than half of a text', () => {
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const quotables = spans.map(([start, length], index): Quotable => {
          const end = Math.min(text.length, start + length);
          return { id: String(index), document: 'd', span: [start, end], words: text.slice(start, end) };
        });
        const quoted = quotedOf(quotables, documents(), new Map());
        const told = new Set<number>();
        for (const {
          id,
          span: [start],
        } of quotables) {
          const { words, cut } = quoted.get(id) ?? {};
          const shown = words ? words.length - (cut === null ? 0 : 2) : 0;
          for (let at = start; at < start + shown; at += 1) told.add(at);
        }
        expect(told.size).toBeLessThanOrEqual(text.length / 2);
      }),
    );
  });
});
