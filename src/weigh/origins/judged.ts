import { words as messages } from '../../messages/index.ts';
import { apartParts, apartSubject, type Decision, identityKeys } from '../../model/index.ts';
import type { TracedSource } from './source.ts';

/*
 * What people decided on origins: which are one, and which documents stand apart. A judgement names origins by their ids,
 * and keeps who said so and why.
 */

/** Of several ids the one of the case stands for all, else a body's, else a publisher's. */
const rank = (id: string): number =>
  ['body:', 'publisher:', 'name:', 'unnamed:', 'writer:'].findIndex((kind) => id.startsWith(kind));

const represents = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);

/** Lays people's decisions over an origin. `sourceOf` gives the origin that stands for several, where it is known. */
export const judgedOrigins = (decisions: readonly Decision[]) => {
  const groups = new Map<string, { ids: string[]; by: Decision }>();
  const apart = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.kind !== 'origin' || decision.value === null) continue;
    if (apartParts(decision.subject)) {
      apart.set(decision.subject, decision);
      continue;
    }
    const [a, b] = identityKeys(decision.subject);
    const ids = [...new Set([...(groups.get(a)?.ids ?? [a]), ...(groups.get(b)?.ids ?? [b])])].sort(
      represents,
    );
    for (const id of ids) groups.set(id, { ids, by: decision });
  }
  const why = ({ by, reason }: Decision): string => (reason ? messages.ties.reason({ by, reason }) : by);
  return (source: TracedSource, document: string, known: ReadonlyMap<string, TracedSource>): TracedSource => {
    const group = groups.get(source.id);
    const [first = source.id] = group?.ids ?? [];
    const joined: TracedSource =
      group && first !== source.id
        ? {
            ...source,
            ...known.get(first),
            id: first,
            bodies: [...new Set([first, ...(known.get(first)?.bodies ?? []), ...source.bodies])],
            tie: {
              ...source.tie,
              kind: 'person',
              because: messages.ties.joined({
                name: known.get(first)?.name ?? first,
                why: why(group.by),
              }),
            },
          }
        : source;
    const parted =
      apart.get(apartSubject(joined.id, document)) ?? apart.get(apartSubject(source.id, document));
    if (!parted) return joined;
    return {
      ...joined,
      id: apartSubject(joined.id, document),
      tie: {
        ...joined.tie,
        kind: 'person',
        because: messages.ties.parted({ name: joined.name, why: why(parted) }),
      },
    };
  };
};
