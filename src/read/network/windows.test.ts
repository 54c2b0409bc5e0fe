import { describe, expect, it } from 'vitest';
import { WordPieces } from './pieces.ts';
import { shapeOf } from './shapes.ts';
import { readVocabulary } from './weights.ts';
import { paragraphsOf, splitLines, windowSize } from './windows.ts';

const wordPieces = new WordPieces(readVocabulary());

describe('splitLines', () => {
  it.each([
    ['One line.\nAnother.', ['One line.', 'Another.']],
    ['A line broken\nfor its width.\n\nThe next', ['A line broken\nfor its width.', 'The next']],
    ['  \n\r\n', []],
    [
      'The port was closed by the harbour guard on the last day of the truce of\nMay, and nobody came.\n\nThe next',
      [
        'The port was closed by the harbour guard on the last day of the truce of\nMay, and nobody came.',
        'The next',
      ],
    ],
    [
      'What the panel of experts asks of the parties to the truce on the river\n- Boats\n- Bridges',
      ['What the panel of experts asks of the parties to the truce on the river', '- Boats', '- Bridges'],
    ],
    [
      'A headline that is not so very long, after all that is known of it, is it\nA much longer line of text follows here, since that is what a page looks like whose lines are not broken by hand at all.',
      [
        'A headline that is not so very long, after all that is known of it, is it',
        'A much longer line of text follows here, since that is what a page looks like whose lines are not broken by hand at all.',
      ],
    ],
  ])('%j', (text, lines) => {
    expect(splitLines(text).map(([start, end]) => text.slice(start, end))).toEqual(lines);
  });
});

describe('WordPieces', () => {
  it('folds case and accents, and never gives a word no piece', () => {
    expect(wordPieces.of('Café')).toEqual(wordPieces.of('cafe'));
    expect(wordPieces.of('\u0301')).toHaveLength(1);
    expect(wordPieces.of('x'.repeat(300))).toHaveLength(1);
    expect(wordPieces.of('unbelievably').length).toBeGreaterThan(1);
  });
});

describe('shapeOf', () => {
  it('tells how a word is written and whether it stands apart', () => {
    const shapes = ['berg', 'Berg', 'BERG', 'B', 'McBerg', '1990s', '“'].map((word) =>
      shapeOf(word, [0, word.length]),
    );
    expect(new Set(shapes).size).toBe(7);
    expect(shapeOf('a"b', [1, 2])).not.toBe(shapeOf('a "b', [2, 3]));
  });
});

describe('paragraphsOf', () => {
  it('covers a long line with windows that overlap and fit', () => {
    const text = 'The council met the envoy again and again. '.repeat(80);
    const [paragraph, ...others] = paragraphsOf(text, wordPieces);
    expect(others).toEqual([]);
    const windows = paragraph?.windows ?? [];
    expect(windows.length).toBeGreaterThan(2);
    expect(windows[0]?.from).toBe(0);
    expect(windows.at(-1)?.to).toBe(paragraph?.words.length);
    windows.forEach(({ pieces, firsts, from, to }, index) => {
      expect(pieces.length).toBeLessThanOrEqual(windowSize);
      expect(firsts).toHaveLength(to - from);
      const next = windows[index + 1];
      if (next) expect(next.from).toBeLessThan(to - 20);
    });
  });
});
