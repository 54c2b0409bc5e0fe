import { expect, test } from 'vitest';
import type { Span } from '../../src/model/index.ts';
import { excerptPieces, paragraphs, parseAt, segments, writeAt } from './segments.ts';

const mark = (kind: string, ...span: Span) => ({ kind, span });
const drawn = (whole: Span, marks: { kind: string; span: Span }[]) =>
  segments(whole, marks).map(
    ({ span, marks }) => `${span.join('-')}:${marks.map(({ kind }) => kind).join('+')}`,
  );

test('text without marks is one segment', () => {
  expect(drawn([0, 10], [])).toEqual(['0-10:']);
  expect(drawn([4, 4], [])).toEqual([]);
});

test('marks that cross are cut at all their boundaries', () => {
  expect(drawn([0, 10], [mark('a', 1, 6), mark('b', 4, 9)])).toEqual([
    '0-1:',
    '1-4:a',
    '4-6:a+b',
    '6-9:b',
    '9-10:',
  ]);
});

test('nested and equal marks keep the order given', () => {
  expect(drawn([0, 9], [mark('outer', 0, 9), mark('inner', 3, 5), mark('same', 3, 5)])).toEqual([
    '0-3:outer',
    '3-5:outer+inner+same',
    '5-9:outer',
  ]);
});

test('touching marks do not overlap', () => {
  expect(drawn([0, 6], [mark('a', 0, 3), mark('b', 3, 6)])).toEqual(['0-3:a', '3-6:b']);
});

test('marks are clipped to the whole; empty and outlying ones mark nothing', () => {
  expect(drawn([5, 10], [mark('a', 0, 7), mark('b', 9, 99), mark('empty', 8, 8), mark('out', 0, 5)])).toEqual(
    ['5-7:a', '7-9:', '9-10:b'],
  );
});

test('the segments give the text back whole', () => {
  const text = 'He said that she said it.';
  const pieces = segments([0, text.length], [mark('a', 3, 20), mark('b', 13, 25), mark('c', 0, 2)]);
  expect(pieces.map(({ span }) => text.slice(...span)).join('')).toBe(text);
});

test('paragraphs stand between blank lines and keep their offsets', () => {
  const text = '\nOne.\nStill one.\n \n\nTwo.\n';
  expect(paragraphs(text).map(({ span }) => text.slice(...span))).toEqual(['One.\nStill one.', 'Two.']);
});

test('a paragraph broken by width is told from verse', () => {
  const line = 'x'.repeat(90);
  expect(paragraphs(`${line}\n${line}\nshort`)[0]?.wrapped).toBe(true);
  expect(paragraphs('short\nlines\nmatter')[0]?.wrapped).toBe(false);
  expect(paragraphs('single')[0]?.wrapped).toBe(false);
});

test('a span goes to the address and back', () => {
  expect(parseAt(writeAt([12, 40]))).toEqual([12, 40]);
  for (const wrong of ['', '12', '40-12', '5-5', '-1-4', 'a-b']) expect(parseAt(wrong)).toBeNull();
});

test('an excerpt is cut at the words found', () => {
  const pieces = excerptPieces('The \u0002dam\u0003 was \u0002dammed\u0003.');
  expect(pieces.map(({ words }) => words).join('')).toBe('The dam was dammed.');
  expect(pieces.filter(({ found }) => found).map(({ words }) => words)).toEqual(['dam', 'dammed']);
});
