import {
  type Attribution,
  contains,
  type Entity,
  type Reading,
  type Segment,
  type Span,
} from '../model/index.ts';
import { bodyNouns } from './entities/name-lexicon.ts';

/** Parts of a text with speakers and dates of their own; the innermost that says it counts. */
export class Segments {
  readonly #all: readonly Segment[];

  constructor(segments: readonly Segment[] | null | undefined) {
    this.#all = segments ?? [];
  }

  /** The day (EDTF) that relative times of an offset count from; null where the document's own counts. */
  dateAt(offset: number): string | null {
    return this.#innermost([offset, offset], ({ date }) => date !== null)?.date?.slice(0, 10) ?? null;
  }

  /** The segment that says who speaks at a span; null where whoever speaks in the document does. */
  spokenAt(span: Span): Segment | null {
    return this.#innermost(span, ({ speaker }) => speaker !== null);
  }

  /** Where one begins or ends between two offsets, dates named before mean nothing after. */
  parts(from: number, to: number): boolean {
    return this.#all.some(
      ({ span: [start, end], date }) =>
        date !== null && ((start > from && start <= to) || (end > from && end <= to)),
    );
  }

  #innermost(span: Span, says: (segment: Segment) => boolean): Segment | null {
    // An outer one comes before those in it.
    return this.#all.findLast((segment) => says(segment) && contains(segment.span, span)) ?? null;
  }
}

/**
 * A reading in which what is said in a segment is said by its speaker, on its day: its claims that nobody is named for
 * get an attribution to the speaker, and what others are quoted with there is told by the speaker.
 */
export function withSegments(reading: Reading, segments: Segments): Reading {
  const speakers = new Speakers(reading, segments);
  const claims = reading.claims.map((claim) => {
    const reported = segments.dateAt(claim.span[0]);
    return {
      ...claim,
      ...(reported ? { reported } : {}),
      attribution: claim.attribution ?? speakers.around(claim.span),
    };
  });
  const attributions = reading.attributions.map((attribution) => {
    const [first] = attribution.content;
    return attribution.parent === null && first
      ? { ...attribution, parent: speakers.around(first, attribution.speaker) }
      : attribution;
  });
  return {
    ...reading,
    claims,
    attributions: [...attributions, ...speakers.attributions],
    entities: [...reading.entities, ...speakers.entities],
  };
}

/** Gives each speaker of a segment an entity, and each segment in which something is said an attribution. */
class Speakers {
  readonly attributions: Attribution[] = [];
  readonly entities: Entity[] = [];
  readonly #reading: Reading;
  readonly #segments: Segments;
  readonly #known = new Map<Segment, Attribution>();

  constructor(reading: Reading, segments: Segments) {
    this.#reading = reading;
    this.#segments = segments;
  }

  /** Id of the attribution to whoever speaks there; null for nobody, and for the one `except`. */
  around(span: Span, except: string | null = null): string | null {
    const segment = this.#segments.spokenAt(span);
    if (!segment) return null;
    const attribution = this.#known.get(segment) ?? this.#attributionTo(segment);
    return attribution.speaker === except ? null : attribution.id;
  }

  #attributionTo(segment: Segment): Attribution {
    const words = segment.speaker as string;
    const at = this.#reading.text.slice(...segment.span).indexOf(words);
    const named: Span | null = at < 0 ? null : [segment.span[0] + at, segment.span[0] + at + words.length];
    const attribution: Attribution = {
      id: `a${this.#reading.attributions.length + this.attributions.length + 1}`,
      source: named ? [named] : [],
      cue: [],
      content: [[...segment.span]],
      kind: 'says',
      speaker: this.#entityOf(words, named).id,
      group: null,
      relay: null,
      relays: [],
      parent: null,
      // The form of the document says so.
      confidence: 1,
    };
    this.attributions.push(attribution);
    this.#known.set(segment, attribution);
    return attribution;
  }

  /** Whom the reading knows there, or by that name; else one of its own. */
  #entityOf(words: string, named: Span | null): Entity {
    const all = [...this.#reading.entities, ...this.entities];
    const known =
      all.find(({ mentions }) => named !== null && mentions.some((mention) => contains(named, mention))) ??
      all.find(({ name }) => name.toLowerCase() === words.toLowerCase());
    if (known) return known;
    const isBody = words.split(/\s+/).some((word) => bodyNouns.has(word.toLowerCase()));
    const made: Entity = {
      id: `e${all.length + 1}`,
      type: isBody ? 'organisation' : 'person',
      name: words,
      mentions: named ? [named] : [],
      relations: [],
    };
    this.entities.push(made);
    return made;
  }
}
