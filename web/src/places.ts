import type { EventLine } from '../../src/model/index.ts';

type Place = NonNullable<EventLine['place']>;

/** A place with all that is said to have happened there. */
export interface PlaceWithEvents extends Place {
  id: string;
  events: EventLine[];
}

/** How vague a place of each precision is: the radius of its circle, in kilometres. Rounded means, not borders. */
export const radiusKm: Record<Place['precision'], number> = {
  point: 1,
  settlement: 10,
  district: 30,
  province: 100,
  country: 300,
};

/** The places of the events, those with most events first. */
export const placesOf = (events: readonly EventLine[]): PlaceWithEvents[] => {
  const places = new Map<string, PlaceWithEvents>();
  for (const event of events) {
    if (!event.place) continue;
    const id = event.place.gazetteerId;
    const place = places.get(id) ?? { ...event.place, id, events: [] };
    place.events.push(event);
    places.set(id, place);
  }
  return [...places.values()].sort(
    (a, b) => b.events.length - a.events.length || a.name.localeCompare(b.name),
  );
};
