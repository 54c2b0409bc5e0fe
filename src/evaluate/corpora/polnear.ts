import { z } from 'zod';
import type { Span } from '../../model/index.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { jsonLines } from './json-lines.ts';

const CodePointSpans = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]));

const Article = z.object({
  id: z.string(),
  published: z.string().nullish(),
  text: z.string(),
  annotations: z
    .array(
      z.object({
        attributions: z.array(
          z.object({ source: CodePointSpans, cue: CodePointSpans, content: CodePointSpans }),
        ),
      }),
    )
    .min(1),
});

/** The parts of an attribution, each in the pieces it is written in. */
export interface AttributionSpans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An article with its attributions by the first annotator, the reference. */
export interface AttributedText {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly attributions: readonly AttributionSpans[];
}

/** Offset in UTF-16 code units of every code point of a text, and of its end. */
export const offsetsOfCodePoints = (text: string): number[] => {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return [...offsets, offset];
};

/** PolNeAR, one article a line; spans are given in code points. */
export const parsePolnear = (file: CorpusFile): AttributedText[] =>
  jsonLines(file, Article).map(({ line, value: { id, text, published = null, annotations } }) => {
    const offsets = offsetsOfCodePoints(text);
    const spans = (pieces: readonly (readonly [number, number])[]): Span[] =>
      pieces.map(([from, to]) => {
        const start = offsets[from];
        const end = offsets[to];
        if (start === undefined || end === undefined || start >= end)
          throw malformed(file, line, `[${from}, ${to}] is no span of the text`);
        return [start, end];
      });
    const attributions = (annotations[0]?.attributions ?? []).map(({ source, cue, content }) => ({
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
    }));
    return { id, text, published, attributions };
  });
