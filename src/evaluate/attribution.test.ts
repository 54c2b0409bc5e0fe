import { describe, expect, it } from 'vitest';
import { scoreAttribution, scoreFoundLinks } from './attribution.ts';
import { attributionOf, readingOf } from './testing.ts';

const text = '“The ferry ran,” Anna Berg said. Larkham denied that it had stopped. Paul Hale thinks it sank.';
const berg = attributionOf(text, { source: ['Anna Berg'], cue: ['said'], content: ['“The ferry ran,”'] });
const larkham = attributionOf(text, {
  source: ['Larkham'],
  cue: ['denied'],
  content: ['that it had stopped'],
});
const hale = attributionOf(text, { source: ['Paul Hale'], cue: ['thinks'], content: ['it sank'] });

const score = (gold: (typeof berg)[], predicted: (typeof berg)[]) =>
  scoreAttribution(
    { id: 'a', published: null, text, attributions: gold },
    readingOf(text, { attributions: predicted }),
  );

describe('attributions', () => {
  it('that are the same are all right, with their links', () => {
    const { pieces, tokens, characters, links } = score([berg, larkham, hale], [hale, berg, larkham]);
    expect(pieces.content).toEqual({ gold: 3, predicted: 3, right: 3 });
    expect(tokens.content).toEqual({ gold: 9, predicted: 9, right: 9 });
    expect(characters.content).toEqual({ gold: 3, predicted: 3, right: 3 });
    expect(links).toEqual({ contents: 3, right: 3 });
  });

  it('count one role right where another is wrong', () => {
    const short = attributionOf(text, {
      source: ['Larkham'],
      cue: ['denied that'],
      content: ['it had stopped'],
    });
    const { pieces, tokens } = score([larkham], [short]);
    expect(pieces.source.right).toBe(1);
    expect(pieces.cue.right).toBe(0);
    expect(pieces.content.right).toBe(0);
    expect(tokens.content).toEqual({ gold: 4, predicted: 3, right: 3 });
  });

  it('are compared by words, and beside it to the character', () => {
    const bare = attributionOf(text, { source: ['Anna Berg'], cue: ['said'], content: ['The ferry ran'] });
    const { pieces, characters } = score([berg], [bare]);
    expect(pieces.content.right).toBe(1);
    expect(characters.content.right).toBe(0);
  });

  it('nested in another do not count', () => {
    const { pieces } = score([larkham], [larkham, { ...hale, parent: larkham.id }]);
    expect(pieces.source).toEqual({ gold: 1, predicted: 1, right: 1 });
  });

  it('of one speaker give the source once', () => {
    const again = attributionOf(text, { source: ['Larkham'], cue: ['thinks'], content: ['it sank'] });
    expect(score([larkham, again], [larkham, again]).pieces.source).toEqual({
      gold: 1,
      predicted: 1,
      right: 1,
    });
  });
});

describe('links', () => {
  it('count right contents only, and want the right source', () => {
    const wrong = { ...larkham, source: berg.source };
    const missed = { ...hale, content: berg.cue };
    expect(score([berg, larkham, hale], [berg, wrong, missed]).links).toEqual({ contents: 2, right: 1 });
  });

  it('want no source where the gold has none', () => {
    const unnamed = { ...larkham, source: [] };
    expect(score([unnamed], [unnamed]).links).toEqual({ contents: 1, right: 1 });
    expect(score([unnamed], [larkham]).links).toEqual({ contents: 1, right: 0 });
  });

  it('are wrong where two speakers are given for one content', () => {
    const second = { ...larkham, source: hale.source };
    expect(score([larkham], [larkham, second]).links).toEqual({ contents: 1, right: 0 });
    expect(score([larkham, second], [larkham]).links).toEqual({ contents: 1, right: 0 });
    expect(score([larkham, second], [second, larkham]).links).toEqual({ contents: 1, right: 1 });
  });
});

describe('links of what was found', () => {
  const found = (predicted: (typeof berg)[]) =>
    scoreFoundLinks(
      { id: 'a', published: null, text, attributions: [berg, larkham] },
      readingOf(text, { attributions: predicted }),
    );
  const half = attributionOf(text, { source: ['Larkham'], cue: ['denied'], content: ['it had stopped'] });

  it('want half of the words of a content, and of its source', () => {
    expect(found([berg, half])).toEqual({ gold: 2, found: 2, right: 2 });
    expect(found([berg, { ...half, source: hale.source }])).toEqual({ gold: 2, found: 2, right: 1 });
    expect(found([{ ...half, content: hale.content }])).toEqual({ gold: 2, found: 0, right: 0 });
  });

  it('want no source where the gold has none', () => {
    expect(found([berg, { ...larkham, source: [] }])).toEqual({ gold: 2, found: 2, right: 1 });
  });
});
