import type { Reading, Span } from '../model/index.ts';
import { parseConllu, type TreebankDocument } from './corpora/conllu.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { f1Figure, total } from './f1.ts';
import { type Parse, type ParseScore, parseMeasures, scoreParse } from './parse-score.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** For every offset of a text, how many characters before it are no blanks. */
const placesIn = (text: string): Uint32Array => {
  const places = new Uint32Array(text.length + 1);
  for (let index = 0; index < text.length; index++)
    places[index + 1] = (places[index] as number) + (/\s/u.test(text.charAt(index)) ? 0 : 1);
  return places;
};

type Place = (span: Readonly<Span>) => [start: number, end: number];

const goldParse = ({ sentences, words }: TreebankDocument, place: Place): Parse => ({
  sentences: sentences.map(({ span }) => place(span)),
  words: words.map(({ span, ...word }) => {
    const [start, end] = place(span);
    return { ...word, start, end };
  }),
});

/** A reading gives words, each with characters of its own, and no tokens of several words. */
const predictedParse = ({ text, sentences, tokens = [] }: Reading, place: Place): Parse => ({
  sentences: sentences.map(({ span }) => place(span)),
  words: tokens.map(([from, to, lemma, upos, head, deprel]) => {
    const [start, end] = place([from, to]);
    return { start, end, multiword: false, form: text.slice(from, to), lemma, upos, head, deprel };
  }),
});

/** How a reading of a document compares with the treebank. */
export const scoreSyntax = (gold: TreebankDocument, reading: Reading): ParseScore => {
  const places = placesIn(gold.text);
  const place: Place = ([start, end]) => [places[start] ?? 0, places[end] ?? 0];
  return scoreParse(goldParse(gold, place), predictedParse(reading, place));
};

/** Words, tags, lemmas and trees from the raw text of each document. */
export const measureSyntax = async (task: Task): Promise<Figure[]> => {
  const documents = parseConllu(await readCorpusFile(task.data, 'ewt/en_ewt-ud-dev.conllu.gz'));
  const readings = await readAll(documents, ['syntax'], task);
  const scores = documents.map((document, index) => scoreSyntax(document, readings[index] as Reading));
  return parseMeasures.map((measure) => f1Figure(measure, total(scores.map((score) => score[measure]))));
};
