import type { Reading, Span, SyntaxToken, TimeMention } from '../model/index.ts';
import type { SentenceReading } from './attribution-grammar.ts';
import { AttributionIndex } from './attribution-index.ts';
import { AttributionFinder } from './attributions.ts';
import { Chunker } from './chunks.ts';
import { ClaimReader } from './claims.ts';
import { buildClauses } from './clauses.ts';
import { Coreference } from './coreference.ts';
import { NameTags } from './name-tags.ts';
import type { TaggedText, Tagger, Word } from './network/tagger.ts';
import { findPlaces, isKnownPlace, loadGazetteer } from './places/index.ts';
import { findQuantities } from './quantities.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { findTimes } from './times/index.ts';
import { type SentenceTokens, type Token, tokensOf } from './tokens.ts';

export interface ReadInput {
  readonly id: string;
  readonly text: string;
  /** EDTF date that relative times count from; without it they stay open. */
  readonly published?: string | null;
  readonly layers?: readonly Layer[];
}

/** What a reading may hold beyond what it always holds. */
export type Layer = 'syntax' | 'factuality';

export const readerName = 'proviso-reader';
export const readerVersion = '0.2.0';

/** Index of the time mention that covers each token, or −1. */
const timesByToken = (tokens: readonly Token[], times: readonly TimeMention[]): Int32Array => {
  const covering = new Int32Array(tokens.length).fill(-1);
  let next = 0;
  tokens.forEach((token, index) => {
    while (next < times.length && (times[next] as TimeMention).span[1] <= token.start) next++;
    const time = times[next];
    if (time && time.span[0] <= token.start && token.end <= time.span[1]) covering[index] = next;
  });
  return covering;
};

const touching = (
  quotations: readonly Quotation[],
  [start, end]: Span,
  from: number,
): [Quotation[], number] => {
  let first = from;
  while (first < quotations.length && (quotations[first] as Quotation).span[1] <= start) first++;
  const found: Quotation[] = [];
  for (let at = first; at < quotations.length && (quotations[at] as Quotation).span[0] < end; at++)
    found.push(quotations[at] as Quotation);
  return [found, first];
};

const parse = (
  tokens: readonly Token[],
  sentences: readonly SentenceTokens[],
  quotations: readonly Quotation[],
  names: NameTags,
  timeAt: (token: number) => number,
): SentenceReading[] => {
  let from = 0;
  return sentences.map((sentence) => {
    const [quoted, first] = touching(quotations, sentence.span, from);
    from = first;
    const chunks = new Chunker(tokens, sentence.to, names, timeAt).chunk(sentence.from);
    return { ...sentence, quotations: quoted, syntax: buildClauses(tokens, chunks) };
  });
};

/** "I" and "we" in a quotation are its speaker. */
const giveFirstPersons = (
  coreference: Coreference,
  tokens: readonly Token[],
  attributions: AttributionIndex,
): void => {
  const byId = new Map(coreference.entities.map((entity) => [entity.id, entity]));
  for (const group of coreference.firstPersons) {
    const at = tokens[group.head]?.start ?? 0;
    const speaker = attributions.innermost([at, at])?.attribution.speaker;
    const entity = speaker ? byId.get(speaker) : undefined;
    if (entity) coreference.assign(group, entity);
  }
};

const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span[0] - b.span[0] || a.span[1] - b.span[1];

/** The whole reading of one text; the same input gives the same reading. */
export const readText = async (
  tagger: Tagger,
  { id, text, published = null, layers = [] }: ReadInput,
): Promise<Reading> => {
  const tagged = await tagger.tag(text);
  const { tokens, sentences: runs } = tokensOf(text, tagged);
  const names = new NameTags(tokens, tagged);
  const times = findTimes(text, published, tagged);
  const covering = timesByToken(tokens, times);
  const sentences = parse(tokens, runs, findQuotations(text), names, (token) => covering[token] ?? -1);
  const coreference = new Coreference(text, tokens, names, (place) => isKnownPlace(place, loadGazetteer()));
  const finder = new AttributionFinder(text, tagged, tokens, coreference);
  sentences.forEach((sentence, index) => {
    coreference.read(sentence.syntax);
    finder.read(sentence, index);
  });
  const attributions = finder.finish();
  const index = new AttributionIndex(attributions);
  giveFirstPersons(coreference, tokens, index);
  const inTime = new Set(tokens.flatMap(({ start }, index) => ((covering[index] ?? -1) >= 0 ? [start] : [])));
  const quantities = findQuantities(text, tokens, (offset) => inTime.has(offset));
  const places = findPlaces(text, coreference.entities, tagged, loadGazetteer);
  const reader = new ClaimReader({
    text,
    tokens,
    referents: coreference,
    attributions: index,
    times,
    places,
    quantities,
  });
  const claims = [...sentences.flatMap((sentence) => reader.read(sentence)), ...reader.described()].sort(
    bySpan,
  );
  const reading: Reading = {
    id,
    text,
    published,
    reader: { name: readerName, version: readerVersion },
    sentences: sentences.map(({ span }) => ({ span })),
    mentions: coreference.mentions.toSorted(bySpan),
    entities: coreference.entities.map(({ id: entity, type, name: fullest, mentions, relations }) => ({
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
  if (layers.includes('factuality')) reading.events = eventsOf(tagged);
  return reading;
};

const syntaxOf = ({ words }: TaggedText): SyntaxToken[] =>
  words.map(({ start, end, lemma, upos, head, deprel }) => [start, end, lemma, upos, head, deprel]);

const eventsOf = ({ words, events }: TaggedText): { span: Span; factuality: number }[] =>
  events.map(({ word, factuality }) => {
    const { start, end } = words[word] as Word;
    return { span: [start, end], factuality: Math.round(factuality * 100) / 100 };
  });
