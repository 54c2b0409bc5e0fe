import type { Reading, Span } from '../model/index.ts';
import { parseConllu } from './corpora/conllu.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { parseFactuality, type RatedText, rawSentences } from './corpora/factuality.ts';
import { meanAbsoluteError, type Pairs, pearson } from './correlation.ts';
import { percent } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** A gold event beside the reading's; `given` is null where the reading has none at that word. */
interface Rating {
  readonly wanted: number;
  readonly given: number | null;
}

const shared = (a: Readonly<Span>, b: Readonly<Span>): number => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

/** The event that covers most of the word; of several, the shortest. */
const eventAt = (word: Readonly<Span>, { events = [] }: Reading): number | null =>
  events
    .filter(({ span }) => shared(span, word) > 0)
    .toSorted(
      ({ span: a }, { span: b }) => shared(b, word) - shared(a, word) || a[1] - a[0] - (b[1] - b[0]),
    )[0]?.factuality ?? null;

export const rateEvents = ({ events }: RatedText, reading: Reading): Rating[] =>
  events.map(({ span, factuality }) => ({ wanted: factuality, given: eventAt(span, reading) }));

/** An event that was not found counts as 0, "not committed", so that finding few and sure ones gains nothing. */
export const factualityFigures = (ratings: readonly Rating[]): Figure[] => {
  const pairs: Pairs = ratings.map(({ wanted, given }) => [wanted, given ?? 0]);
  const found: Pairs = ratings.flatMap(({ wanted, given }) => (given === null ? [] : [[wanted, given]]));
  const count = ratings.length;
  return [
    { measure: 'factuality', unit: 'r', count, value: pearson(pairs) },
    { measure: 'factuality, of those found', unit: 'r', count: found.length, value: pearson(found) },
    { measure: 'events found', unit: '%', count, value: percent(found.length, count) },
    { measure: 'mean absolute error', unit: 'points', count, value: meanAbsoluteError(pairs) },
  ];
};

const measure = async (sentences: readonly RatedText[], task: Task): Promise<Figure[]> => {
  const readings = await readAll(sentences, ['factuality'], task);
  return factualityFigures(
    sentences.flatMap((sentence, index) => rateEvents(sentence, readings[index] as Reading)),
  );
};

/** Newswire: the UW data. */
export const measureUwFactuality = async (task: Task): Promise<Figure[]> =>
  measure(parseFactuality(await readCorpusFile(task.data, 'factuality/UW-dev.jsonl.gz')), task);

/** Web texts: UDS-IH2, whose sentences are the treebank's. */
export const measureUdsFactuality = async (task: Task): Promise<Figure[]> => {
  const treebank = parseConllu(await readCorpusFile(task.data, 'ewt/en_ewt-ud-dev.conllu.gz'));
  const file = await readCorpusFile(task.data, 'factuality/UDS_IH2-dev.jsonl.gz');
  return measure(parseFactuality(file, rawSentences(treebank)), task);
};
