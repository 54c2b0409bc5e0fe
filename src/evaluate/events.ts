import type { Claim, Reading, Span } from '../model/index.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { type CodedEvent, parsePlover } from './corpora/plover.ts';
import { f1Figure, percent, type Tally, total } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

interface EventScore {
  readonly found: boolean;
  readonly typed: boolean;
  readonly actors: Tally;
}

const shared = (a: Readonly<Span>, b: Readonly<Span>): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/**
 * The typed claim at the coded words: of several the one whose predicate stands first, for the words name the
 * governing verb first ("agreed … joint exercises"), then the one that shares most letters with them.
 */
const claimAt = (words: readonly Span[], { claims }: Reading): Claim | null => {
  const sharedBy = ({ predicate }: Claim): number =>
    words.reduce((sum, span) => sum + shared(span, predicate.span), 0);
  const candidates = claims.filter((claim) => claim.predicate.type !== null && sharedBy(claim) > 0);
  return (
    candidates.toSorted(
      (a, b) => a.predicate.span[0] - b.predicate.span[0] || sharedBy(b) - sharedBy(a),
    )[0] ?? null
  );
};

const side = (role: string): 'source' | 'target' | null =>
  role === 'agent' ? 'source' : /^(?:patient|recipient|beneficiary)$/.test(role) ? 'target' : null;

/**
 * Each coded actor is found at most once, by a role on its side that shares a letter with its words, or whose
 * entity is named there ("it"). Whoever acts is an actor; what is acted on ("a pact") only if the reading has
 * an entity for it.
 */
const compareActors = (
  wanted: CodedEvent['actors'],
  claim: Claim | null,
  { entities }: Pick<Reading, 'entities'>,
): Tally => {
  const given = (claim?.roles ?? []).filter(
    ({ role, entity }) => side(role) === 'source' || (side(role) && entity !== null),
  );
  const mentions = new Map(entities.map((entity) => [entity.id, entity.mentions]));
  const open = new Set(wanted);
  let right = 0;
  for (const { role, span, entity } of given)
    for (const actor of open) {
      if (actor.role !== 'either' && actor.role !== side(role)) continue;
      const named = [span, ...(mentions.get(entity ?? '') ?? [])];
      if (!named.some((words) => shared(actor.span, words))) continue;
      open.delete(actor);
      right++;
      break;
    }
  return { gold: wanted.length, predicted: given.length, right };
};

export const scoreEvent = (event: CodedEvent, reading: Reading): EventScore => {
  const claim = claimAt(event.words, reading);
  return {
    found: claim !== null,
    typed: claim?.predicate.type === event.type,
    actors: compareActors(event.actors, claim, reading),
  };
};

/** Event types and actors on PLOVER's sentences, one event each. */
export const measureEvents = async (task: Task): Promise<Figure[]> => {
  const events = parsePlover(await readCorpusFile(task.data, 'plover/dev.jsonl.gz'));
  const readings = await readAll(events, [], task);
  const scores = events.map((event, index) => scoreEvent(event, readings[index] as Reading));
  const count = events.length;
  const share = (of: (score: EventScore) => boolean): number | null =>
    percent(scores.filter(of).length, count);
  return [
    { measure: 'type', unit: '%', count, value: share(({ typed }) => typed) },
    { measure: 'events found', unit: '%', count, value: share(({ found }) => found) },
    f1Figure('actors', total(scores.map(({ actors }) => actors))),
  ];
};
