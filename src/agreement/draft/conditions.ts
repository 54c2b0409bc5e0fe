import { stemmer } from 'stemmer';
import type { DraftCommitment } from '../../model/index.ts';

/** What a condition is about, in stems of its words. */
const stop = new Set(
  'the a an of to in on by for from and or that which has have had been is are was were after upon once if when all each any its their last first under with shall will not be as within provided subject until date day days it they this these'.split(
    ' ',
  ),
);

const stems = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
      .filter((word) => !stop.has(word))
      .map((word) => stemmer(word)),
  );

const shared = (of: ReadonlySet<string>, among: ReadonlySet<string>): number =>
  [...of].filter((stem) => among.has(stem)).length / Math.max(1, of.size);

/** As much of what a condition says must a commitment say for the condition to mean it. */
const enoughShared = 0.75;

const named =
  /\b(?:under|of|in|with|by|pursuant to|laid down in|set out in|to|and)\s+(?:article|section|paragraph|point|clause|sub-?paragraph|item|§)?\s*((?:[A-Z]\.?)?\d+(?:\.\d+)*(?:\s*\([a-z\d]+\))?|\([a-z]\))/giu;

/** "the commitments of Part Two": everything that stands under it. */
const part = /\b(?:part|chapter|title|annex|article|section) (?:[IVXLC]+|\d+|[A-Z]|\p{Lu}\p{Ll}+)\b/giu;
const mostTied = 8;

const ending = (reference: string): string =>
  reference
    .toLowerCase()
    .replace(/^(?:article|section|paragraph|clause|part|§)\s*/u, '')
    .replace(/[^a-z0-9]+/gu, '.')
    .replace(/^\.|\.$/gu, '');

type Conditioned = Pick<DraftCommitment, 'id' | 'reference' | 'requires' | 'condition' | 'window'>;

/** The commitments of a draft that the condition of one of them means: by their number, or by what they ask. */
export const conditionalOnOf = (one: Conditioned, all: readonly Conditioned[]): string[] => {
  const text = one.condition ?? one.window.after;
  if (!text) return [];
  const others = all.filter(({ id }) => id !== one.id);
  const numbers = [...text.matchAll(named)].map(([, number = '']) => ending(number));
  const byNumber = others.filter(({ reference }) => {
    const own = reference ? ending(reference) : '';
    return (
      own !== '' && numbers.some((number) => number !== '' && (own === number || own.endsWith(`.${number}`)))
    );
  });
  if (byNumber.length > 0) return byNumber.map(({ id }) => id).slice(0, mostTied);
  const parts = [...text.matchAll(part)].map(([words]) => words.toLowerCase());
  const under = others.filter(({ reference }) => {
    const own = reference?.toLowerCase() ?? '';
    return parts.some((words) => own.startsWith(words) && !/^[\p{L}\d]/u.test(own.slice(words.length)));
  });
  if (under.length > 0) return under.map(({ id }) => id).slice(0, mostTied);
  const said = stems(text);
  if (said.size < 2) return [];
  const [best] = others
    .map(({ id, requires }) => ({ id, share: shared(said, stems(requires)) }))
    .sort((a, b) => b.share - a.share);
  return best && best.share >= enoughShared ? [best.id] : [];
};
