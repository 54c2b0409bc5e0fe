import { z } from 'zod';
import type { Span } from '../../model/index.ts';
import type { TreebankDocument } from './conllu.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { detokenise } from './detokenise.ts';
import { jsonLines } from './json-lines.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A word of a text that names an event, and how far its author commits to it: −3 it did not happen … 3 it did. */
interface RatedEvent {
  readonly span: Span;
  readonly factuality: number;
}

/** A sentence with its events. */
export interface RatedText {
  readonly id: string;
  readonly text: string;
  readonly events: readonly RatedEvent[];
}

const Sentence = z.object({
  idx: z.int(),
  text: z.string(),
  targets: z.array(
    z.object({
      span1: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
      label: z.number().min(-3).max(3),
    }),
  ),
});

/** A text and the place of each of its tokens. */
interface PlacedTokens {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Tokens in a text that has the same characters but its own blanks. */
const placeIn = (text: string, tokens: readonly string[]): PlacedTokens => {
  const { offsets } = withoutBlanks(text);
  let characters = 0;
  const spans = tokens.map((token): Span => {
    const start = offsets[characters] ?? text.length;
    characters += token.length;
    return [start, (offsets[characters - 1] ?? text.length) + 1];
  });
  return { text, spans };
};

/**
 * Sentences with rated events, in tokens parted by blanks. Those that a treebank has are given as they stand
 * there; the blanks of the others are set by rule.
 * @param treebank raw sentences, by their characters without blanks
 * @throws ProvisoError PROVISO_CORPUS_INVALID, with the line.
 */
export const parseFactuality = (
  file: CorpusFile,
  treebank: ReadonlyMap<string, string> = new Map(),
): RatedText[] =>
  jsonLines(file, Sentence).map(({ line, value: { idx, text: given, targets } }) => {
    const tokens = given.split(' ');
    const raw = treebank.get(tokens.join(''));
    const { text, spans } = raw === undefined ? detokenise(tokens) : placeIn(raw, tokens);
    const events = targets.map(({ span1: [from, to], label }) => {
      const first = spans[from];
      const last = spans[to - 1];
      if (!first || !last || from >= to)
        throw malformed(file, line, `[${from}, ${to}] are no tokens of the sentence`);
      return { span: [first[0], last[1]] satisfies Span as Span, factuality: label };
    });
    return { id: `${idx}`, text, events };
  });

/** The sentences of a treebank as they are printed, by their characters without blanks. */
export const rawSentences = (treebank: readonly TreebankDocument[]): Map<string, string> =>
  new Map(
    treebank.flatMap(({ text, sentences }) =>
      sentences.map(({ span: [start, end] }): [string, string] => {
        const sentence = text.slice(start, end);
        return [withoutBlanks(sentence).characters, sentence];
      }),
    ),
  );
