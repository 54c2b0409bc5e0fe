import { describe, expect, it } from 'vitest';
import { corpusFileOf, spanOf } from '../testing.ts';
import { parseRe3d } from './re3d.ts';

const text =
  'Odvish militants attacked. Defence Minister Anna Berg of the Larkham Guard said: “Lebanon and northern Odvik ' +
  'suffered.” We saw militants. Militants fled. The Defence Minister left Port Vale, Odvik. Berg’s guards saw Paul.';

type Given = [words: string, type: string, confidence?: number];
const parse = (...given: Given[]) => {
  const entities = given.map(([words, type, confidence = 1]) => {
    const [begin, end] = spanOf(text, words);
    return { begin, end, type, confidence };
  });
  const [report] = parseRe3d(corpusFileOf(JSON.stringify({ _id: 'r', text, entities })));
  if (!report) throw new Error('no report');
  return {
    names: report.names.map(({ span, type }) => `${type} ${text.slice(...span)}`),
    descriptions: report.descriptions.map((span) => text.slice(...span)),
  };
};

describe('re3d', () => {
  it('gives names without article, title and possessive', () => {
    expect(
      parse(
        ['Defence Minister Anna Berg', 'Person'],
        ['the Larkham Guard', 'Organisation'],
        ['Berg’s', 'Person'],
        ['Odvik', 'Location'],
      ).names,
    ).toEqual(['PER Anna Berg', 'ORG Larkham Guard', 'PER Berg', 'LOC Odvik']);
  });

  it.each<[string, Given]>([
    ['a description with a small word', ['northern Odvik', 'Location']],
    ['a pronoun', ['We', 'Organisation']],
    ['a common word that begins a sentence', ['Militants', 'Organisation']],
    ['an office without its holder', ['The Defence Minister', 'Person']],
    ['two places in one', ['Port Vale, Odvik', 'Location']],
    ['another type', ['Odvish', 'Nationality']],
  ])('takes %s for a description', (_, given) => {
    const { names, descriptions } = parse(given);
    expect(names).toEqual([]);
    expect(descriptions).toHaveLength(1);
  });

  it('takes a people for a description where it is marked as one', () => {
    expect(parse(['Odvish', 'Organisation']).names).toEqual(['ORG Odvish']);
    expect(parse(['Odvish', 'Organisation'], ['Odvish', 'Nationality']).names).toEqual([]);
  });

  it('takes the title before a name for a description', () => {
    expect(parse(['Defence Minister Anna Berg', 'Person']).descriptions).toEqual(['Defence Minister ']);
  });

  it('counts a country as a place where it acts, too', () => {
    expect(parse(['Lebanon', 'Organisation']).names).toEqual(['LOC Lebanon']);
  });

  it('leaves out what no person confirmed', () => {
    expect(parse(['Odvik', 'Location', 0], ['Paul', 'Person', 0.4])).toEqual({
      names: ['PER Paul'],
      descriptions: [],
    });
  });

  it('keeps the longest of names in each other, but a name in a description', () => {
    expect(parse(['Larkham Guard', 'Organisation'], ['Larkham', 'Location']).names).toEqual([
      'ORG Larkham Guard',
    ]);
    expect(parse(['northern Odvik', 'Location'], ['Odvik', 'Location'])).toEqual({
      names: ['LOC Odvik'],
      descriptions: ['northern Odvik'],
    });
  });

  it('with a span beyond the text is refused, with the line', () => {
    const entities = [{ begin: 5, end: 9999, type: 'Person', confidence: 1 }];
    const file = corpusFileOf(`\n${JSON.stringify({ _id: 'r', text, entities })}`);
    expect(() => parseRe3d(file)).toThrow('corpus.gz, line 2: [5, 9999] is no span');
  });
});
