import { Reading, unreadReading } from '../model/index.ts';

/** A reading that names people, each the agent of a claim of its own. */
export const readingNaming = (names: readonly string[], published: string | null): Reading => {
  const text = names.join('. ');
  const entities = names.map((name, index) => ({
    id: `e${index + 1}`,
    type: 'person' as const,
    name,
    mentions: [],
    relations: [],
  }));
  return Reading.parse({
    ...unreadReading({ id: 'd', text, published }),
    entities,
    claims: entities.map(({ id }) => ({
      id: `c-${id}`,
      span: [0, 1],
      attribution: null,
      kind: 'event',
      predicate: { span: [0, 1], lemma: 'do', type: null },
      polarity: 'affirmed',
      mood: 'asserted',
      factuality: 3,
      band: null,
      roles: [{ role: 'agent', span: [0, 1], entity: id }],
      time: null,
      tense: 'past',
      place: null,
      confidence: 1,
    })),
  });
};
