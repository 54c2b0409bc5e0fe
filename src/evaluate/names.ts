import type { EntityType, Reading } from '../model/index.ts';
import { parseConllu } from './corpora/conllu.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { parseRe3d } from './corpora/re3d.ts';
import { parseUner } from './corpora/uner.ts';
import { compare, f1Figure, type Tally, total } from './f1.ts';
import {
  isPartOf,
  type NamedText,
  type NameType,
  nameExtent,
  nameTypes,
  type TypedSpan,
} from './name-extents.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** What the corpora know of our types; they have no nationalities and no other names. */
const typeOf: Readonly<Record<EntityType, NameType | null>> = {
  person: 'PER',
  organisation: 'ORG',
  'armed-group': 'ORG',
  place: 'LOC',
  state: 'LOC',
  nationality: null,
  other: null,
};

const predictedNames = ({ mentions, entities }: Reading): TypedSpan[] => {
  const types = new Map(entities.map(({ id, type }) => [id, typeOf[type]]));
  return mentions.flatMap(({ span, kind, entity }) => {
    const type = entity === null ? null : types.get(entity);
    return kind === 'name' && type ? [{ span, type }] : [];
  });
};

type NameScore = Readonly<Record<NameType, Tally>>;

const compareByType = (gold: readonly TypedSpan[], predicted: readonly TypedSpan[]): NameScore => {
  const keys = (items: readonly TypedSpan[], wanted: NameType) =>
    new Set(items.filter(({ type }) => type === wanted).map(({ span }) => span.join('-')));
  const tally = (type: NameType) => compare(keys(gold, type), keys(predicted, type));
  return { PER: tally('PER'), ORG: tally('ORG'), LOC: tally('LOC') };
};

/**
 * How a reading's names compare with those of the corpus: as they are scored, and with those counted as wrong
 * that lie in a description.
 */
export const scoreNames = (
  { text, names, descriptions }: NamedText,
  reading: Reading,
): { scored: NameScore; strict: NameScore } => {
  const extent = ({ span, type }: TypedSpan): TypedSpan => ({ span: nameExtent(text, span, type), type });
  const gold = names.map(extent);
  const known = new Set(gold.map(({ span }) => span.join('-')));
  const predicted = predictedNames(reading).map(extent);
  const judged = predicted.filter(
    ({ span }) => known.has(span.join('-')) || !descriptions.some((outer) => isPartOf(span, outer)),
  );
  return { scored: compareByType(gold, judged), strict: compareByType(gold, predicted) };
};

const sum = (scores: readonly NameScore[]): Tally =>
  total(scores.flatMap((score) => nameTypes.map((type) => score[type])));

const measure = async (texts: readonly NamedText[], task: Task): Promise<Figure[]> => {
  const readings = await readAll(texts, [], task);
  const scores = texts.map((text, index) => scoreNames(text, readings[index] as Reading));
  const scored = scores.map((score) => score.scored);
  const figures = [
    f1Figure('names', sum(scored)),
    ...nameTypes.map((type) => f1Figure(type, total(scored.map((score) => score[type])))),
  ];
  if (texts.every(({ descriptions }) => descriptions.length === 0)) return figures;
  return [...figures, f1Figure('names, none left out', sum(scores.map(({ strict }) => strict)))];
};

/** Names in web texts: Universal NER on EWT. */
export const measureUnerNames = async (task: Task): Promise<Figure[]> => {
  const treebank = parseConllu(await readCorpusFile(task.data, 'ewt/en_ewt-ud-dev.conllu.gz'));
  const file = await readCorpusFile(task.data, 'uner-ewt/en_ewt-ud-dev.iob2.gz');
  return measure(parseUner(file, treebank), task);
};

/** Names in reports of a conflict: re3d. */
export const measureRe3dNames = async (task: Task): Promise<Figure[]> =>
  measure(parseRe3d(await readCorpusFile(task.data, 're3d/dev.jsonl.gz')), task);
