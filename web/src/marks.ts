import type { Bearing, DocumentView, Span } from '../../src/model/index.ts';
import { toneOf } from '../../src/model/stance.ts';

/** The layers of marks that can be shown in a text, in the order in which they are drawn. */
export const layers = [
  'evidence',
  'content',
  'source',
  'cue',
  'name',
  'place',
  'time',
  'shared',
  'note',
] as const;
export type Layer = (typeof layers)[number];

export interface Mark {
  layer: Layer;
  span: Span;
  /** Of evidence only. */
  tone?: Bearing | 'denied';
}

type Marked = Pick<DocumentView, 'reading' | 'evidence' | 'copies' | 'annotations'>;

const spansOf: Record<
  Exclude<Layer, 'evidence' | 'shared' | 'note'>,
  (reading: Marked['reading']) => Span[]
> = {
  content: ({ attributions }) => attributions.flatMap(({ content }) => content),
  source: ({ attributions }) => attributions.flatMap(({ source }) => source),
  cue: ({ attributions }) => attributions.flatMap(({ cue }) => cue),
  name: ({ mentions }) => mentions.filter(({ kind }) => kind === 'name').map(({ span }) => span),
  place: ({ places }) => places.filter(({ attributive }) => !attributive).map(({ span }) => span),
  time: ({ times }) => times.map(({ span }) => span),
};

const sharedSpans = (copies: Marked['copies']): Span[] =>
  copies.flatMap(({ passages }) => passages.map(({ here }) => here));

const plainSpans = (layer: Exclude<Layer, 'evidence'>, { reading, copies, annotations }: Marked): Span[] => {
  if (layer === 'shared') return sharedSpans(copies);
  return layer === 'note' ? annotations.flatMap(({ span }) => (span ? [span] : [])) : spansOf[layer](reading);
};

/** The marks of the layers that are switched on. */
export const marksOf = (marked: Marked, shown: ReadonlySet<Layer>): Mark[] =>
  layers
    .filter((layer) => shown.has(layer))
    .flatMap((layer): Mark[] =>
      layer === 'evidence'
        ? marked.evidence.map((item) => ({ layer, span: item.span, tone: toneOf(item) }))
        : plainSpans(layer, marked).map((span) => ({ layer, span })),
    );

/** The number of the sentence that holds the most of `span`; −1 when none does. */
export const sentenceAt = (sentences: readonly { span: Span }[], span: Span | null): number => {
  if (!span) return -1;
  const shared = sentences.map(({ span: [start, end] }) => Math.min(end, span[1]) - Math.max(start, span[0]));
  const most = Math.max(...shared);
  return most > 0 ? shared.indexOf(most) : -1;
};

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
