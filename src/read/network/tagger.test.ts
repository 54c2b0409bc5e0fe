import { describe, expect, it } from 'vitest';
import { type TaggedText, Tagger } from './tagger.ts';

const tagger = await Tagger.load();

const rooted = ({ words, sentences }: TaggedText): boolean =>
  sentences.every(([from, to]) => {
    const roots = words.slice(from, to).filter(({ head }) => head === -1);
    const inside = words.slice(from, to).every(({ head }) => head === -1 || (head >= from && head < to));
    return roots.length === 1 && roots[0]?.deprel === 'root' && inside;
  });

const odd: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['blanks', ' \n\t\n '],
  ['one word', 'Ceasefire'],
  ['capitals', 'THE COUNCIL SAID THE TRUCE HELD.'],
  ['faces', '🙂🙂🙂 👩‍👩‍👧 ok'],
  ['right to left', 'قال المتحدث إن الهدنة صامدة.'],
  ['a lone surrogate', 'The \ud83d envoy left.'],
  ['one long line without stops', 'item 12, '.repeat(900)],
  ['one long word', 'x'.repeat(20_000)],
];

describe('Tagger', () => {
  it.each(odd)('tags %s', async (_name, text) => {
    const tagged = await tagger.tag(text);
    expect(rooted(tagged)).toBe(true);
    const covered = tagged.words.map(({ start, end }) => text.slice(start, end)).join('');
    expect(covered).toBe(text.replace(/\s/gu, ''));
    expect(tagged.sentences.map(([from, to]) => to - from).reduce((a, b) => a + b, 0)).toBe(
      tagged.words.length,
    );
  });

  it('tags a text alike whatever it tagged before and however often', async () => {
    const text = 'Anna Berg, the envoy, said the truce held. “We saw no fighting,” she added.';
    const alone = await tagger.tag(text);
    await tagger.tag('Something else entirely, at some length, happened in the north.');
    expect(await tagger.tag(text)).toEqual(alone);
    const among = await tagger.tag(`${text}\n\nThe port was closed.`);
    expect(among.words.slice(0, alone.words.length)).toEqual(alone.words);
  });

  it('parses, names and attributes a plain sentence', async () => {
    const text = 'Anna Berg said that the rebels had closed the port.';
    const { words, names, roles, sentences } = await tagger.tag(text);
    const spoken = (from: number, to: number): string => text.slice(words[from]?.start, words[to - 1]?.end);
    expect(sentences).toHaveLength(1);
    expect(words.map(({ upos }) => upos)).toEqual([
      'PROPN',
      'PROPN',
      'VERB',
      'SCONJ',
      'DET',
      'NOUN',
      'AUX',
      'VERB',
      'DET',
      'NOUN',
      'PUNCT',
    ]);
    expect(words.map(({ deprel }) => deprel)).toEqual([
      'nsubj',
      'flat',
      'root',
      'mark',
      'det',
      'nsubj',
      'aux',
      'ccomp',
      'det',
      'obj',
      'punct',
    ]);
    expect(names.map(([from, to, type]) => [spoken(from, to), type])).toEqual([['Anna Berg', 'person']]);
    expect(roles.map(([from, to, role]) => [role, spoken(from, to)])).toEqual([
      ['source', 'Anna Berg'],
      ['cue', 'said'],
      ['content', 'that the rebels had closed the port'],
    ]);
  });
});
