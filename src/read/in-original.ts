import type { Reading, Span } from '../model/index.ts';

/** A reading of a text that was made clear, with its spans where the words stand in the text as given. */
export function inOriginal(reading: Reading, text: string, original: (span: Span) => Span): Reading {
  const moved = <Item extends { span: Span }>(item: Item): Item => ({ ...item, span: original(item.span) });
  const all = (spans: readonly Span[]): Span[] => spans.map(original);
  const { tokens, events } = reading;
  return {
    ...reading,
    text,
    sentences: reading.sentences.map(moved),
    mentions: reading.mentions.map(moved),
    entities: reading.entities.map((entity) => ({
      ...entity,
      mentions: all(entity.mentions),
      relations: entity.relations.map(moved),
    })),
    times: reading.times.map(moved),
    places: reading.places.map(moved),
    quantities: reading.quantities.map(moved),
    attributions: reading.attributions.map((attribution) => ({
      ...attribution,
      source: all(attribution.source),
      cue: all(attribution.cue),
      content: all(attribution.content),
    })),
    claims: reading.claims.map((claim) => ({
      ...moved(claim),
      predicate: moved(claim.predicate),
      ...(claim.content ? { content: original(claim.content) } : {}),
      roles: claim.roles.map(moved),
    })),
    ...(tokens
      ? { tokens: tokens.map(([start, end, ...rest]) => [...original([start, end]), ...rest] as const) }
      : {}),
    ...(events ? { events: events.map(moved) } : {}),
  } as Reading;
}
