import { readable } from '../cleaning/index.ts';
import { contains, type Reading, type Segment, type Span, type SyntaxToken } from '../model/index.ts';
import { AttributionIndex } from './attributions/attribution-index.ts';
import { findAttributions } from './attributions/attributions.ts';
import { findClaims } from './claims/claims.ts';
import { rateEvents } from './claims/event-factuality.ts';
import { type Coreference, type EntityCluster, NameTags, resolveCoreference } from './entities/index.ts';
import { inOriginal } from './in-original.ts';
import type { TaggedText, Tagger } from './network/tagger.ts';
import { findPlaces, isKnownPlace, loadGazetteer } from './places/index.ts';
import { findQuantities } from './quantities.ts';
import { Segments, withSegments } from './segments.ts';
import { stamps } from './stamps.ts';
import { Phrases } from './syntax/phrases.ts';
import { Predications } from './syntax/predications.ts';
import { SyntaxTrees } from './syntax/syntax-trees.ts';
import { findTimes } from './times/index.ts';

export interface ReadInput {
  readonly id: string;
  readonly text: string;
  /** EDTF date that relative times count from; without it they stay open. */
  readonly published?: string | null;
  /** Parts of the text with speakers and dates of their own. */
  readonly segments?: readonly Segment[] | null;
  readonly layers?: readonly Layer[];
}

/** What a reading may hold beyond what it always holds. */
export type Layer = 'syntax' | 'factuality';

export const readerName = 'proviso-reader';
/** The build's stamp: another code or other weights are another version, whose readings are made anew. */
export const readerVersion = stamps.reader;

/** Words inside spans, which are in text order. */
const wordsInside = (trees: SyntaxTrees, spans: readonly Span[]): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const span of spans) {
    const [from, to] = trees.wordsIn(span);
    for (let at = from; at < to; at++) found.add(at);
  }
  return found;
};

/** "I" and "we" in what is said are its speaker; elsewhere in a segment, whoever speaks in that. */
const giveFirstPersons = (
  trees: SyntaxTrees,
  referents: Coreference,
  attributions: AttributionIndex,
  segments: Segments,
): void => {
  const byId = new Map(referents.entities.map((entity) => [entity.id, entity]));
  for (const head of referents.firstPersons) {
    const { start } = trees.word(head);
    const speaker = attributions.innermost([start, start])?.attribution.speaker;
    const entity = speaker
      ? byId.get(speaker)
      : namedAt(segments.spokenAt([start, start]), trees.text, referents);
    if (entity) referents.assign(head, entity);
  }
};

/** The speaker of a segment, where the segment's own words name it. */
const namedAt = (
  segment: Segment | null,
  text: string,
  { entities }: Coreference,
): EntityCluster | undefined => {
  if (!segment?.speaker) return undefined;
  const [from, to] = segment.span;
  const at = text.slice(from, to).indexOf(segment.speaker);
  const named: Span = [from + at, from + at + segment.speaker.length];
  return at < 0
    ? undefined
    : entities.find(({ mentions }) => mentions.some((mention) => contains(named, mention)));
};

const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span[0] - b.span[0] || a.span[1] - b.span[1];

/**
 * The whole reading of one text; the same input gives the same reading. It is read as it says what it says, past signs that
 * show nothing and lines broken for width; what is quoted is the text as given.
 */
export const readText = async (tagger: Tagger, input: ReadInput): Promise<Reading> => {
  const { text, original, here } = readable(input.text);
  const segments = input.segments?.map((segment) => ({ ...segment, span: here(segment.span) })) ?? null;
  const reading = await readClearText(tagger, { ...input, text, segments });
  return text === input.text ? reading : inOriginal(reading, input.text, original);
};

const readClearText = async (
  tagger: Tagger,
  { id, text, published = null, segments = null, layers = [] }: ReadInput,
): Promise<Reading> => {
  const tagged = await tagger.tag(text);
  const trees = new SyntaxTrees(text, tagged);
  const parts = new Segments(segments);
  const times = findTimes(text, published, tagged, parts);
  const timeWords = wordsInside(
    trees,
    times.map(({ span }) => span),
  );
  const names = new NameTags(trees, tagged);
  const phrases = new Phrases(trees, names, (word) => timeWords.has(word));
  const referents = resolveCoreference(trees, names, phrases, (place) =>
    isKnownPlace(place, loadGazetteer()),
  );
  const predications = new Predications(trees);
  const attributions = findAttributions({ tagged, trees, predications, phrases, referents });
  const index = new AttributionIndex(attributions);
  giveFirstPersons(trees, referents, index, parts);
  const quantities = findQuantities(trees, (word) => timeWords.has(word));
  const places = findPlaces(text, referents.entities, tagged, loadGazetteer);
  const claims = findClaims({
    trees,
    predications,
    phrases,
    referents,
    attributions: index,
    times,
    places,
    quantities,
  });
  const reading: Reading = {
    id,
    text,
    published,
    reader: { name: readerName, version: readerVersion },
    sentences: tagged.sentences.map((run) => ({ span: trees.span(run) })),
    mentions: referents.mentions.toSorted(bySpan),
    entities: referents.entities.map(({ id: entity, type, name: fullest, mentions, relations }) => ({
      id: entity,
      type,
      name: fullest,
      mentions: mentions.toSorted((a, b) => a[0] - b[0]),
      relations: [...relations],
    })),
    times,
    places,
    quantities,
    attributions: attributions.map(({ attribution }) => attribution),
    claims: claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim })),
  };
  if (layers.includes('syntax')) reading.tokens = syntaxOf(tagged);
  if (layers.includes('factuality')) reading.events = rateEvents(trees, predications, tagged.events);
  return segments === null ? reading : withSegments(reading, parts);
};

const syntaxOf = ({ words }: TaggedText): SyntaxToken[] =>
  words.map(({ start, end, lemma, upos, head, deprel }) => [start, end, lemma, upos, head, deprel]);
