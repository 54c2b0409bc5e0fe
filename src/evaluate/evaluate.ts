import { ProvisoError } from '../model/index.ts';
import { type Measure, measures } from './measures.ts';
import type { Evaluation, Figure, MeasuredLayer, MeasuredReader, NotMeasured, Row } from './result.ts';
import { targetOf } from './targets.ts';

export interface EvaluateOptions {
  /** Folder of the corpora. */
  readonly data: string;
  readonly layers: readonly MeasuredLayer[];
  /** Called after every text. */
  readonly watch?: (step: { layer: MeasuredLayer; corpus: string; done: number; total: number }) => void;
}

/** An evaluation, and what stood in its way. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  /** PROVISO_CORPUS_MISSING or PROVISO_CORPUS_INVALID, one a corpus that could not be used. */
  readonly refused: readonly ProvisoError[];
}

const ofCorpus = (thrown: unknown): thrown is ProvisoError =>
  thrown instanceof ProvisoError && thrown.code.startsWith('PROVISO_CORPUS_');

const rowsOf = ({ layer, corpus: usual }: Measure, figures: readonly Figure[]): Row[] =>
  figures.map((figure) => {
    const corpus = figure.corpus ?? usual;
    const { reach = null, beyond = null } = targetOf(layer, corpus, figure.measure) ?? {};
    return { layer, ...figure, corpus, reach, beyond };
  });

type Attempt = { readonly figures: Figure[] } | { readonly why: string; readonly error?: ProvisoError };

const attempt = async (
  { layer, corpus, needs, run }: Measure,
  reader: MeasuredReader,
  { data, watch }: EvaluateOptions,
): Promise<Attempt> => {
  if (needs && !reader.layers.includes(needs)) return { why: `this reader has no ${needs} layer` };
  try {
    const figures = await run({
      data,
      read: async (input) => reader.read(input),
      width: reader.threads + 1,
      watch: (done, total) => watch?.({ layer, corpus, done, total }),
    });
    return { figures };
  } catch (thrown) {
    if (!ofCorpus(thrown)) throw thrown;
    return { why: thrown.code, error: thrown };
  }
};

/**
 * Measures a reader by its readings, corpus after corpus. A corpus that is missing or wrong, or a layer that
 * the reader has not, is said in the result; the others are measured all the same.
 * @throws whatever the reader throws
 */
export const evaluate = async (reader: MeasuredReader, options: EvaluateOptions): Promise<Evaluated> => {
  const rows: Row[] = [];
  const notMeasured: NotMeasured[] = [];
  const refused: ProvisoError[] = [];
  for (const measure of measures.filter(({ layer }) => options.layers.includes(layer))) {
    const result = await attempt(measure, reader, options);
    if ('figures' in result) rows.push(...rowsOf(measure, result.figures));
    else {
      notMeasured.push({ layer: measure.layer, corpus: measure.corpus, why: result.why });
      if (result.error) refused.push(result.error);
    }
  }
  const { name, version } = reader;
  return { evaluation: { reader: { name, version }, rows, notMeasured }, refused };
};
