import type { Reading } from '../model/index.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { type AttributedText, type AttributionSpans, parsePolnear } from './corpora/polnear.ts';
import { compare, f1Figure, percent, type Tally, total } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';
import { type Extents, extentsInWords, piecesInCharacters } from './role-extents.ts';
import { wordsOf } from './words.ts';

const roles = ['source', 'cue', 'content'] as const;
type Role = (typeof roles)[number];

/** The attributions of one text, gold or predicted, as they are compared. */
interface Compared {
  readonly extents: readonly Readonly<Record<Role, Extents>>[];
  readonly characters: readonly Readonly<Record<Role, ReadonlySet<string>>>[];
}

interface AttributionScore {
  readonly pieces: Readonly<Record<Role, Tally>>;
  readonly tokens: Readonly<Record<Role, Tally>>;
  readonly characters: Readonly<Record<Role, Tally>>;
  /** Of the content pieces that are right: how many, and how many have the right source. */
  readonly links: { readonly contents: number; readonly right: number };
}

const byRole = <T>(of: (role: Role) => T): Record<Role, T> => ({
  source: of('source'),
  cue: of('cue'),
  content: of('content'),
});

const compared = (text: string, attributions: readonly AttributionSpans[]): Compared => {
  const words = wordsOf(text);
  return {
    extents: attributions.map((spans) => byRole((role) => extentsInWords(text, words, spans[role]))),
    characters: attributions.map((spans) => byRole((role) => piecesInCharacters(text, spans[role]))),
  };
};

/** Who says each content piece: the sources of all attributions that have it, as one key. */
const sourcesOfContents = ({ extents }: Compared): Map<string, string> => {
  const sources = new Map<string, Set<string>>();
  for (const { source, content } of extents) {
    const key = [...source.pieces].sort().join(' and ');
    for (const piece of content.pieces)
      sources.set(piece, (sources.get(piece) ?? new Set<string>()).add(key));
  }
  return new Map([...sources].map(([piece, keys]) => [piece, [...keys].sort().join(' or ')]));
};

const scoreLinks = (gold: Compared, predicted: Compared): AttributionScore['links'] => {
  const wanted = sourcesOfContents(gold);
  const given = [...sourcesOfContents(predicted)].filter(([piece]) => wanted.has(piece));
  return {
    contents: given.length,
    right: given.filter(([piece, sources]) => wanted.get(piece) === sources).length,
  };
};

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));

/** How a reading of an article compares with its annotation. Nested attributions are left out: it has none. */
export const scoreAttribution = (
  { text, attributions }: AttributedText,
  reading: Reading,
): AttributionScore => {
  const gold = compared(text, attributions);
  const predicted = compared(
    text,
    reading.attributions.filter(({ parent }) => parent === null),
  );
  const tally = (keys: (side: Compared, role: Role) => ReadonlySet<string>[]) =>
    byRole((role) => compare(union(keys(gold, role)), union(keys(predicted, role))));
  return {
    pieces: tally(({ extents }, role) => extents.map((item) => item[role].pieces)),
    tokens: tally(({ extents }, role) => extents.map((item) => item[role].tokens)),
    characters: tally(({ characters }, role) => characters.map((item) => item[role])),
    links: scoreLinks(gold, predicted),
  };
};

const figures = (scores: readonly AttributionScore[]): Figure[] => {
  const summed = (part: 'pieces' | 'tokens' | 'characters', name: (role: Role) => string) =>
    roles.map((role) => f1Figure(name(role), total(scores.map((score) => score[part][role]))));
  const contents = scores.reduce((sum, { links }) => sum + links.contents, 0);
  const right = scores.reduce((sum, { links }) => sum + links.right, 0);
  return [
    ...summed('pieces', (role) => role),
    { measure: 'links', unit: '%', count: contents, value: percent(right, contents) },
    ...summed('tokens', (role) => `${role}, tokens`),
    ...summed('characters', (role) => `${role}, to the character`),
  ];
};

/** Gold attributions whose content was found, and those of them whose source was. */
interface FoundLinks {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

const sharedBy = (a: Extents, b: Extents): number =>
  [...a.tokens].filter((token) => b.tokens.has(token)).length;

/**
 * A content is found if predicted contents hold half of its words; its source is right if that of the content
 * with most of them shares half of the gold source's words, or has none where the gold has none.
 */
export const scoreFoundLinks = ({ text, attributions }: AttributedText, reading: Reading): FoundLinks => {
  const gold = compared(text, attributions).extents.filter(({ content }) => content.tokens.size > 0);
  const predicted = compared(text, reading.attributions).extents;
  let [found, right] = [0, 0];
  for (const { content, source } of gold) {
    const ranked = predicted
      .map((attribution) => ({ attribution, shared: sharedBy(content, attribution.content) }))
      .filter(({ shared }) => shared * 2 >= content.tokens.size)
      .sort(
        (a, b) =>
          b.shared - a.shared || a.attribution.content.tokens.size - b.attribution.content.tokens.size,
      );
    const best = ranked[0]?.attribution;
    if (!best) continue;
    found++;
    const given = best.source.tokens.size;
    if (source.tokens.size ? sharedBy(source, best.source) * 2 >= source.tokens.size : given === 0) right++;
  }
  return { gold: gold.length, found, right };
};

/** Who says what, where what is said was found at least by half. */
export const measureLinks = async (task: Task): Promise<Figure[]> => {
  const articles = parsePolnear(await readCorpusFile(task.data, 'polnear/dev.jsonl.gz'));
  const readings = await readAll(articles, [], task);
  const scores = articles.map((article, index) => scoreFoundLinks(article, readings[index] as Reading));
  const sum = (part: keyof FoundLinks): number => scores.reduce((all, score) => all + score[part], 0);
  return [
    { measure: 'links', unit: '%', count: sum('found'), value: percent(sum('right'), sum('found')) },
    { measure: 'contents found', unit: '%', count: sum('gold'), value: percent(sum('found'), sum('gold')) },
  ];
};

/** Source, cue and content of every attribution, and who says what. */
export const measureAttribution = async (task: Task): Promise<Figure[]> => {
  const articles = parsePolnear(await readCorpusFile(task.data, 'polnear/dev.jsonl.gz'));
  const readings = await readAll(articles, [], task);
  return figures(articles.map((article, index) => scoreAttribution(article, readings[index] as Reading)));
};
