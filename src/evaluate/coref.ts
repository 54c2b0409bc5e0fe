import type { Reading, Span } from '../model/index.ts';
import {
  type Clusters,
  type CoreferenceScore,
  coreferenceScoreNames,
  coreferenceScores,
  type Share,
  scored,
  totalShare,
} from './coreference-scores.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { type CorefText, type CorefWord, parseGum } from './corpora/gum.ts';
import { percent } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';
import { firstEndingAfter } from './words.ts';

/** Words `[from, to)` that stand for an entity, with the word that all others hang on. */
interface HeadedMention {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly entity: string;
}

/** The first word whose own head lies outside; both sides by the treebank's tree. */
const headOf = (words: readonly CorefWord[], from: number, to: number): number => {
  for (let at = from; at < to; at++) {
    const head = words[at]?.head ?? -1;
    if (head < from || head >= to) return at;
  }
  return from;
};

const goldMentions = ({ words, mentions }: CorefText): HeadedMention[] =>
  mentions.map((mention) => ({ ...mention, head: headOf(words, mention.from, mention.to) }));

const wordsUnder = (spans: readonly Span[], [start, end]: Readonly<Span>): [from: number, to: number] => {
  const from = firstEndingAfter(spans, start);
  let to = from;
  while (to < spans.length && (spans[to]?.[0] ?? end) < end) to++;
  return [from, to];
};

const predictedMentions = ({ words }: CorefText, { mentions }: Reading): HeadedMention[] => {
  const spans = words.map(({ span }) => span);
  const found = mentions.flatMap(({ span, entity }): HeadedMention[] => {
    const [from, to] = wordsUnder(spans, span);
    return entity === null || from === to ? [] : [{ from, to, head: headOf(words, from, to), entity }];
  });
  return [
    ...new Map(found.map((mention) => [`${mention.from}-${mention.to}-${mention.entity}`, mention])).values(),
  ];
};

/** Indexes of the mentions that share a key. */
const indexesBy = <Key>(
  mentions: readonly HeadedMention[],
  key: (mention: HeadedMention) => Key,
): ReadonlyMap<Key, readonly number[]> => {
  const groups = new Map<Key, number[]>();
  mentions.forEach((mention, index) => {
    const group = groups.get(key(mention));
    if (group) group.push(index);
    else groups.set(key(mention), [index]);
  });
  return groups;
};

/** How many words two mentions differ in; they have at least their head in common. */
const difference = (a: HeadedMention, b: HeadedMention): number =>
  Math.abs(a.from - b.from) + Math.abs(a.to - b.to);

/**
 * Which predicted mention is which gold mention: they have the same head. Where several have it ("Ann" in "Ann
 * and Bob"), those most alike are paired first.
 */
const pairMentions = (
  gold: readonly HeadedMention[],
  predicted: readonly HeadedMention[],
): Map<number, number> => {
  const byHead = indexesBy(gold, ({ head }) => head);
  const candidates = predicted.flatMap((mention, at) =>
    (byHead.get(mention.head) ?? []).map((index) => ({
      index,
      at,
      apart: difference(gold[index] as HeadedMention, mention),
    })),
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, at } of candidates.sort(
    (a, b) => a.apart - b.apart || a.at - b.at || a.index - b.index,
  )) {
    if (pairs.has(at) || taken.has(index)) continue;
    pairs.set(at, index);
    taken.add(index);
  }
  return pairs;
};

const clustersOf = (mentions: readonly HeadedMention[], key: (index: number) => number): Clusters =>
  [...indexesBy(mentions, ({ entity }) => entity).values()].map((cluster) => cluster.map(key));

const plural = ({ length }: readonly number[]): boolean => length > 1;

const thirdPerson =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/iu;

/** Third-person pronouns that stand for something named or described in the text. */
interface PronounCount {
  readonly gold: number;
  /** Those that the reading gives an entity. */
  readonly told: number;
  /** Those whose entity has another mention, no pronoun, that stands for the same in the gold. */
  readonly right: number;
}

export interface CorefScore {
  readonly mentions: number;
  /** Without those that are mentioned once on either side, as CoNLL 2012 and CorefUD count. */
  readonly plain: Readonly<Record<CoreferenceScore, Share>>;
  readonly withSingletons: Readonly<Record<CoreferenceScore, Share>>;
  readonly pronouns: PronounCount;
}

const scoresOf = (gold: Clusters, predicted: Clusters): Record<CoreferenceScore, Share> => ({
  MUC: coreferenceScores.MUC(gold, predicted),
  'B³': coreferenceScores['B³'](gold, predicted),
  'CEAF-φ4': coreferenceScores['CEAF-φ4'](gold, predicted),
});

const countPronouns = (
  words: readonly CorefWord[],
  gold: readonly HeadedMention[],
  predicted: readonly HeadedMention[],
  pairs: ReadonlyMap<number, number>,
): PronounCount => {
  const isPronoun = ({ head }: HeadedMention): boolean => words[head]?.upos === 'PRON';
  const nominal = new Set(gold.filter((mention) => !isPronoun(mention)).map(({ entity }) => entity));
  const asked = gold.flatMap((mention, index) =>
    mention.to - mention.from === 1 &&
    thirdPerson.test(words[mention.head]?.form ?? '') &&
    nominal.has(mention.entity)
      ? [index]
      : [],
  );
  const predictedOf = new Map([...pairs].map(([at, index]) => [index, predicted[at] as HeadedMention]));
  /** What a predicted entity's names and descriptions stand for in the gold. */
  const standsFor = new Map<string, Set<string>>();
  for (const [at, index] of pairs) {
    const [mention, other] = [predicted[at] as HeadedMention, gold[index] as HeadedMention];
    if (!isPronoun(other))
      standsFor.set(mention.entity, (standsFor.get(mention.entity) ?? new Set()).add(other.entity));
  }
  const told = asked.filter((index) => predictedOf.has(index));
  const right = told.filter((index) =>
    standsFor.get(predictedOf.get(index)?.entity ?? '')?.has(gold[index]?.entity ?? ''),
  );
  return { gold: asked.length, told: told.length, right: right.length };
};

/** How the entities of a reading compare with those of the corpus. */
export const scoreCoref = (text: CorefText, reading: Reading): CorefScore => {
  const [gold, predicted] = [goldMentions(text), predictedMentions(text, reading)];
  const pairs = pairMentions(gold, predicted);
  const goldClusters = clustersOf(gold, (index) => index);
  const predictedClusters = clustersOf(predicted, (at) => pairs.get(at) ?? gold.length + at);
  return {
    mentions: gold.length,
    plain: scoresOf(goldClusters.filter(plural), predictedClusters.filter(plural)),
    withSingletons: scoresOf(goldClusters, predictedClusters),
    pronouns: countPronouns(text.words, gold, predicted, pairs),
  };
};

const mean = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;

export const corefFigures = (scores: readonly CorefScore[]): Figure[] => {
  const count = scores.reduce((sum, { mentions }) => sum + mentions, 0);
  const summed = (kind: 'plain' | 'withSingletons') =>
    coreferenceScoreNames.map((name) => ({
      measure: name,
      unit: 'F1' as const,
      count,
      ...scored(totalShare(scores.map((score) => score[kind][name]))),
    }));
  const [plain, all] = [summed('plain'), summed('withSingletons')];
  const pronouns = (part: keyof PronounCount): number =>
    scores.reduce((sum, score) => sum + score.pronouns[part], 0);
  return [
    { measure: 'CoNLL', unit: 'F1', count, value: mean(plain.map(({ value }) => value)) },
    ...plain,
    { measure: 'CoNLL, singletons too', unit: 'F1', count, value: mean(all.map(({ value }) => value)) },
    {
      measure: 'pronouns',
      unit: '%',
      count: pronouns('gold'),
      value: percent(pronouns('right'), pronouns('gold')),
    },
    {
      measure: 'pronouns, of those told',
      unit: '%',
      count: pronouns('told'),
      value: percent(pronouns('right'), pronouns('told')),
    },
  ];
};

/** Who is who: entities and their mentions in GUM. */
export const measureCoref = async (task: Task): Promise<Figure[]> => {
  const texts = parseGum(await readCorpusFile(task.data, 'gum/en_gum-dev.conllu.gz'));
  const readings = await readAll(texts, [], task);
  return corefFigures(texts.map((text, index) => scoreCoref(text, readings[index] as Reading)));
};
