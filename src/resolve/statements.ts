import {
  type Attribution,
  type Claim,
  contains,
  type Document,
  overlaps,
  quote,
  type Reading,
  type ResolvedEntity,
  type Span,
  type Speaker,
  type Statement,
} from '../model/index.ts';
import { describedBy } from './entities.ts';
import { foldName } from './fold.ts';
import { periodOf } from './period.ts';
import type { Registry } from './registry.ts';

type Entities = ReadonlyMap<string, ResolvedEntity>;
type Page = Pick<Document, 'id' | 'publisher' | 'published'>;

const acting = new Set(['agent', 'patient', 'recipient', 'beneficiary']);

const entityOf = (id: string | null, entities: Entities): ResolvedEntity | null =>
  (id && entities.get(id)) || null;

/** A registered name beats one that only this document has: the reader may have cut it. */
const speakerOf = (
  attribution: Attribution,
  reading: Reading,
  entities: Entities,
  registry: Registry,
): Speaker => {
  const words = attribution.source.map((span) => quote(reading.text, span).replace(/\s+/gu, ' ')).join(' … ');
  const entity = entityOf(attribution.speaker, entities);
  const isLocal = entity === null || /^(?:name|doc):/u.test(entity.key);
  return {
    attribution: attribution.id,
    kind: attribution.kind,
    entity: (isLocal ? describedBy(words, reading.published, registry) : null) ?? entity,
    group: entityOf(attribution.group, entities),
    relays: attribution.relays.flatMap((id) => entities.get(id) ?? []),
    words,
  };
};

/** The attributions around a claim, outermost first. A cycle in `parent` would be a reader's fault: it ends. */
const attributionsAround = (claim: Claim, reading: Reading): Attribution[] => {
  const byId = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]));
  const chain: Attribution[] = [];
  let next = claim.attribution === null ? undefined : byId.get(claim.attribution);
  while (next && !chain.includes(next)) {
    chain.unshift(next);
    next = next.parent === null ? undefined : byId.get(next.parent);
  }
  return chain;
};

const isSame = (a: Speaker, b: Speaker | undefined): boolean =>
  b !== undefined && (a.entity ? a.entity.key === b.entity?.key : a.words !== '' && a.words === b.words);

/** "the newspaper wrote": the page speaks of itself. */
const ownOutlet = /^the (?:newspaper|paper|magazine|broadcaster|website|journal|daily|outlet)$/iu;

/** Whoever tells a claim, each once: a page that speaks of itself and a body that speaks twice are one link. */
const chainOf = (
  claim: Claim,
  page: Page,
  reading: Reading,
  entities: Entities,
  registry: Registry,
): Speaker[] => {
  const own = page.publisher === null ? null : foldName(page.publisher);
  const isPage = ({ name }: ResolvedEntity) => foldName(name) === own;
  const speakers = attributionsAround(claim, reading)
    .map((attribution) => speakerOf(attribution, reading, entities, registry))
    .filter(({ entity, words }) => (entity === null ? !ownOutlet.test(words) : !isPage(entity)));
  const links = speakers.filter((speaker, index) => !isSame(speaker, speakers[index + 1]));
  const told = new Set(links.map(({ entity }) => entity?.key));
  return links.map((link) => ({
    ...link,
    relays: link.relays.filter((relay) => !isPage(relay) && !told.has(relay.key)),
  }));
};

/** A claim reports the making of a promise when its predicate is the cue of one. */
const isPromise = (claim: Claim, reading: Reading): boolean =>
  reading.attributions.some(
    ({ kind, cue }) => kind === 'promises' && cue.some((span) => overlaps(span, claim.predicate.span)),
  );

const placesOf = (claim: Claim, reading: Reading, entities: Entities): string[] => {
  const spans = claim.roles.filter(({ role }) => role === 'place' || role === 'patient');
  const mentions = reading.places.filter(
    ({ span, attributive }, index) =>
      index === claim.place || (!attributive && spans.some((filler) => contains(filler.span, span))),
  );
  const named = spans.flatMap(({ entity }) => entityOf(entity, entities)?.name ?? []);
  return [...new Set([...mentions.flatMap(({ name, within }) => [name, ...within]), ...named])];
};

const namedIn = (within: Span, reading: Reading, entities: Entities): [ResolvedEntity, Span][] =>
  reading.entities.flatMap(({ id, mentions }) => {
    const entity = entityOf(id, entities);
    const span = mentions.find((mention) => contains(within, mention));
    return entity && span ? [[entity, span] as [ResolvedEntity, Span]] : [];
  });

/** Whoever is named in the clause, but not as who tells of it, nor within a phrase that fills a role. */
const mentionedIn = (claim: Claim, reading: Reading, entities: Entities): ResolvedEntity[] => {
  const told = reading.attributions.filter(
    ({ cue }) => !cue.some((span) => overlaps(span, claim.predicate.span)),
  );
  const filled = claim.kind === 'assessment' ? [] : claim.roles.filter(({ role }) => acting.has(role));
  const taken = [...filled.map(({ span }) => span), ...told.flatMap(({ source }) => source)];
  const named = namedIn(claim.span, reading, entities).filter(
    ([, span]) => !taken.some((other) => contains(other, span)),
  );
  return [...new Map(named.map(([entity]) => [entity.key, entity])).values()];
};

const pronoun = /^(?:he|she|it|they|him|her|them|who|whom|which|that|this|these|those)$/iu;

/**
 * Who may fill a role whose phrase stands for nobody known: those named in it ("a house of the Guard"); where no phrase
 * or a pronoun fills it, those named in the clause beside the other roles.
 */
const possibleIn = (
  claim: Claim,
  actors: Statement['actors'],
  mentioned: readonly ResolvedEntity[],
  reading: Reading,
  entities: Entities,
): Statement['possible'] =>
  (['agent', 'patient'] as const).flatMap((role) => {
    const isRole = (other: string) => acting.has(other) && (other === 'agent') === (role === 'agent');
    const unknown = actors.some((actor) => isRole(actor.role))
      ? []
      : claim.roles.filter(
          (filler) => isRole(filler.role) && !pronoun.test(quote(reading.text, filler.span)),
        );
    const open = unknown.length
      ? unknown.flatMap(({ span }) => namedIn(span, reading, entities).map(([entity]) => entity))
      : mentioned;
    return open.map((entity) => ({ role, entity }));
  });

const actorsOf = (
  claim: Claim,
  reading: Reading,
  entities: Entities,
  registry: Registry,
): Statement['actors'] =>
  claim.roles.flatMap(({ role, span, entity }) => {
    const resolved =
      entityOf(entity, entities) ??
      (entity === null && acting.has(role)
        ? describedBy(quote(reading.text, span), reading.published, registry)
        : null);
    return resolved ? [{ role, entity: resolved }] : [];
  });

const meanwhile = /^(?:during|after|before|since|amid|ahead of|following)\b/iu;

/**
 * Those of the clause and of what it is about, with the verb as the dictionary has it ("rise" for "rose"); not those of
 * what went on meanwhile ("during the talks").
 */
const wordsOf = ({ span, content, predicate, roles }: Claim, { text, claims }: Reading): string[] => {
  const beside = claims.filter(
    (other) =>
      other.span !== span &&
      contains(span, other.span) &&
      meanwhile.test(text.slice(...other.span).trimStart()),
  );
  const own = textWithout(
    text,
    span,
    beside.map((other) => other.span),
  );
  // Whom grammar lends to the clause stands outside it: "The captives had yet to be freed".
  const lent = roles.filter((filler) => acting.has(filler.role) && !contains(span, filler.span));
  const parts = [own, content ? quote(text, content) : '', predicate.lemma];
  return foldName([...parts, ...lent.map((filler) => quote(text, filler.span))].join(' ')).split(' ');
};

/** The text of a span but for some spans inside it. */
const textWithout = (text: string, [start, end]: Span, without: readonly Span[]): string => {
  const cuts = without.filter((span) => contains([start, end], span)).sort((a, b) => a[0] - b[0]);
  const starts = [start, ...cuts.map(([, to]) => to)];
  return starts.map((from, at) => text.slice(from, cuts[at]?.[0] ?? end)).join(' ');
};

/** Words of the sentence but for those that name who speaks. */
const sentenceOf = (claim: Claim, { text, sentences, attributions }: Reading): string[] => {
  const sources = attributions.flatMap(({ source }) => source);
  return sentences
    .filter(({ span }) => overlaps(span, claim.span))
    .flatMap(({ span }) => foldName(textWithout(text, span, sources)).split(' '));
};

/** Every claim of a reading with its speakers, actors and places named across documents. */
export const statementsOf = (
  page: Page,
  reading: Reading,
  entities: Entities,
  registry: Registry,
): Statement[] => {
  const period = periodOf(reading);
  return reading.claims.map((claim) => {
    const actors = actorsOf(claim, reading, entities, registry);
    const mentioned = mentionedIn(claim, reading, entities);
    return {
      id: `${page.id}/${claim.id}`,
      documentId: page.id,
      publisher: page.publisher,
      published: claim.reported ?? page.published,
      ...(period === null ? {} : { period }),
      text: quote(reading.text, claim.span),
      claim,
      chain: chainOf(claim, page, reading, entities, registry),
      actors,
      mentioned,
      possible: possibleIn(claim, actors, mentioned, reading, entities),
      promise: isPromise(claim, reading),
      places: placesOf(claim, reading, entities),
      location: claim.place === null ? null : (reading.places[claim.place] ?? null),
      quantities: reading.quantities.filter(({ span }) => contains(claim.span, span)),
      words: wordsOf(claim, reading),
      ...(claim.kind === 'assessment' ? { sentence: sentenceOf(claim, reading) } : {}),
    };
  });
};
