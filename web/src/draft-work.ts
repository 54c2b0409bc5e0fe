import { capital } from '../../src/messages/index.ts';
import { addDuration } from '../../src/model/durations.ts';
import { idFrom } from '../../src/model/ids.ts';
import type {
  Actor,
  DraftState,
  DraftWindow,
  DraftWork,
  LeftOutClause,
  Party,
  Span,
  WorkedCommitment,
} from '../../src/model/index.ts';

/** What a person does to a draft: each takes the work as it is and gives it as it is then. */

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

const inOrderOfText = (commitments: readonly WorkedCommitment[]): WorkedCommitment[] =>
  commitments.toSorted((a, b) => a.span[0] - b.span[0]);

export const changed = (work: DraftWork, id: string, part: Partial<WorkedCommitment>): DraftWork => ({
  ...work,
  commitments: work.commitments.map((each) => (each.id === id ? { ...each, ...part } : each)),
});

export const withState = (work: DraftWork, id: string, state: DraftState): DraftWork =>
  changed(work, id, { state });

/** Those that are on the desk: not dropped, in the text's order. */
export const onDesk = ({ commitments }: DraftWork): WorkedCommitment[] =>
  commitments.filter(({ state }) => state !== 'dropped');

export const dropped = ({ commitments }: DraftWork): WorkedCommitment[] =>
  commitments.filter(({ state }) => state === 'dropped');

/** The key of a clause that was left out, as a place on the desk. */
export const keyOf = ({ span }: LeftOutClause): string => `left ${span.join('-')}`;

/** Every place on the desk that can be gone to, in order: commitments, then what was dropped and left out. */
export const places = (work: DraftWork): string[] => [
  ...idsOf(onDesk(work)),
  ...idsOf(dropped(work)),
  ...work.leftOut.map(keyOf),
];

/** The next commitment that nobody has judged, after the place and around; null where all are. */
export const nextProposed = (work: DraftWork, after: string): string | null => {
  const all = onDesk(work);
  const at = all.findIndex(({ id }) => id === after);
  return (
    [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ state }) => state === 'proposed')?.id ?? null
  );
};

/** Where a sentence may be cut in two: before the first "; ", ", and " or " and " that has enough on both sides. */
export const halvesOf = (requires: string): [first: string, second: string] => {
  const cuts = [/;\s+(?:and\s+)?/, /,\s+and\s+/, /\s+and\s+(?:to\s+)?/].flatMap((pattern) => {
    const found = [...requires.matchAll(new RegExp(pattern, 'g'))];
    return found.filter(({ index, 0: cut }) => index > 12 && requires.length - index - cut.length > 8);
  });
  const [cut] = cuts;
  if (!cut) return [requires, ''];
  const first = requires.slice(0, cut.index);
  const second = requires.slice(cut.index + cut[0].length);
  const ended = /[.!]$/.test(first) ? first : `${first}.`;
  return [ended, capital(second)];
};

/** One commitment as two of the same clause; the second stands after the first. */
export const split = (
  work: DraftWork,
  id: string,
  [first, second]: readonly [string, string],
): { work: DraftWork; second: string } => {
  const place = work.commitments.findIndex((each) => each.id === id);
  const whole = work.commitments[place];
  if (!whole) return { work, second: id };
  const other = idFrom(second, idsOf(work.commitments));
  const halves = [
    { ...whole, requires: flat(first) },
    { ...whole, id: other, requires: flat(second), quantity: null, signs: [] },
  ];
  const commitments = work.commitments.toSpliced(place, 1, ...halves);
  return { work: { ...work, commitments }, second: other };
};

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

const without = (ids: readonly string[], ...those: string[]): string[] =>
  ids.filter((id) => !those.includes(id));

/** What names a commitment names another from now on. */
const renamed = (commitment: WorkedCommitment, from: string, to: string): WorkedCommitment => {
  const conditionalOn = commitment.conditionalOn.map((id) => (id === from ? to : id));
  return {
    ...commitment,
    conditionalOn: without([...new Set(conditionalOn)], commitment.id),
    window: commitment.window.after === from ? { ...commitment.window, after: to } : commitment.window,
  };
};

/** A commitment joined with the one after it on the desk; null where there is none. */
export const mergedWithNext = (work: DraftWork, id: string): DraftWork | null => {
  const all = onDesk(work);
  const at = all.findIndex((each) => each.id === id);
  const [one, other] = all.slice(at, at + 2);
  if (at < 0 || !one || !other) return null;
  const begun = one.requires.replace(/[.;]$/, '');
  const joined: WorkedCommitment = {
    ...one,
    span: [Math.min(one.span[0], other.span[0]), Math.max(one.span[1], other.span[1])],
    requires: flat(`${begun}; ${other.requires.charAt(0).toLowerCase()}${other.requires.slice(1)}`),
    debtor: union(one.debtor, other.debtor),
    creditor: union(one.creditor, other.creditor),
    conditionalOn: without(union(one.conditionalOn, other.conditionalOn), one.id, other.id),
    condition: one.condition ?? other.condition,
    quantity: one.quantity ?? other.quantity,
    signs: [...one.signs, ...other.signs],
    unverifiable: one.unverifiable.filter((why) => other.unverifiable.includes(why)),
  };
  const commitments = work.commitments
    .filter((each) => each.id !== other.id)
    .map((each) => renamed(each.id === one.id ? joined : each, other.id, one.id));
  return { ...work, commitments };
};

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first body that words name, by name or alias. */
const namedIn = (words: string, work: DraftWork): string[] => {
  const found = [...work.parties, ...work.actors].flatMap(({ id, name, aliases }) => {
    const at = [name, ...aliases]
      .filter((one) => one.trim())
      .map((one) =>
        new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one.trim())}(?![\\p{L}\\p{N}])`, 'iu').exec(words),
      )
      .flatMap((match) => match?.index ?? []);
    return at.length ? [{ id, at: Math.min(...at) }] : [];
  });
  const [first] = found.toSorted((a, b) => a.at - b.at);
  return first ? [first.id] : [];
};

const openWindow: DraftWindow = { from: null, to: null, within: null, after: null, words: null };

const prohibits = /\b(?:shall|must|will|may)\s+not\b|\b(?:refrain|abstain|prohibited|forbidden)\b/i;

/** A commitment made by hand from words of the text, as far as they say; an empty span makes an empty one. */
const madeFrom = (work: DraftWork, text: string, span: Span, reference: string | null): WorkedCommitment => {
  const words = flat(text.slice(...span));
  return {
    ...{ id: idFrom(words || 'commitment', idsOf(work.commitments)), reference, span, requires: words },
    ...{ debtor: namedIn(words, work), creditor: [], effort: 'result', window: openWindow },
    ...{ condition: null, quantity: null, signs: [], unverifiable: [], state: 'accepted', conditionalOn: [] },
    kind: prohibits.test(words) ? 'prohibition' : 'obligation',
  };
};

/** Adds a commitment of one's own, accepted, where its words stand in the text. */
export const added = (
  work: DraftWork,
  text: string,
  span: Span,
  reference: string | null = null,
): { work: DraftWork; id: string } => {
  const made = madeFrom(work, text, span, reference);
  return { work: { ...work, commitments: inOrderOfText([...work.commitments, made]) }, id: made.id };
};

/** Takes a clause in that was left out. */
export const takenIn = (
  work: DraftWork,
  text: string,
  clause: LeftOutClause,
): { work: DraftWork; id: string } => {
  const leftOut = work.leftOut.filter((each) => each !== clause);
  return added({ ...work, leftOut }, text, clause.span, clause.reference);
};

/** The commitment, or the clause left out, whose words stand at an offset of the text; the shortest of several. */
export const placeAt = (work: DraftWork, offset: number): string | null => {
  const all = [
    ...work.commitments.map(({ id, span }) => ({ key: id, span })),
    ...work.leftOut.map((clause) => ({ key: keyOf(clause), span: clause.span })),
  ];
  const here = all.filter(({ span }) => span[0] <= offset && offset < span[1]);
  const [shortest] = here.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  return shortest?.key ?? null;
};

/** Parties and actors alike. */
type Body = 'parties' | 'actors';

const bodyIds = ({ parties, actors }: DraftWork): string[] => idsOf([...parties, ...actors]);

export const withNewBody = (work: DraftWork, list: Body): DraftWork => {
  const id = idFrom(list === 'parties' ? 'party' : 'actor', bodyIds(work));
  const base = { id, name: '', aliases: [] };
  const actor: Actor = { ...base, memberOf: [], partOf: [], adverseTo: [], relations: [] };
  return list === 'parties'
    ? { ...work, parties: [...work.parties, base] }
    : { ...work, actors: [...work.actors, actor] };
};

export const withBody = (
  work: DraftWork,
  id: string,
  part: Partial<Pick<Party, 'name' | 'aliases'>>,
): DraftWork => {
  const change = <T extends { id: string }>(bodies: readonly T[]): T[] =>
    bodies.map((body) => (body.id === id ? { ...body, ...part } : body));
  return { ...work, parties: change(work.parties), actors: change(work.actors) };
};

/** A party that is none becomes an actor, and the other way round; what it owes stays. */
export const moved = (work: DraftWork, id: string): DraftWork => {
  const party = work.parties.find((body) => body.id === id);
  if (party) {
    const actor: Actor = { ...party, memberOf: [], partOf: [], adverseTo: [], relations: [] };
    const parties = work.parties.filter((body) => body !== party);
    return { ...work, parties, actors: [...work.actors, actor] };
  }
  const actor = work.actors.find((body) => body.id === id);
  if (!actor) return work;
  const { name, aliases } = actor;
  const actors = work.actors.filter((body) => body !== actor);
  return { ...work, actors, parties: [...work.parties, { id, name, aliases }] };
};

/** In how many commitments, the dropped ones left aside, a body owes or is owed something. */
export const usesOf = (work: DraftWork, id: string): number =>
  onDesk(work).filter(({ debtor, creditor }) => debtor.includes(id) || creditor.includes(id)).length;

/** Removes a body, and its name from everything that has it. */
export const withoutBody = (work: DraftWork, id: string): DraftWork => ({
  ...work,
  parties: work.parties.filter((body) => body.id !== id),
  actors: work.actors
    .filter((body) => body.id !== id)
    .map((actor) => ({
      ...actor,
      memberOf: without(actor.memberOf, id),
      partOf: without(actor.partOf, id),
      adverseTo: without(actor.adverseTo, id),
      relations: actor.relations.filter(({ to }) => to !== id),
    })),
  commitments: work.commitments.map((commitment) => ({
    ...commitment,
    debtor: without(commitment.debtor, id),
    creditor: without(commitment.creditor, id),
  })),
});

/** The last day of a commitment as far as it is known; null where it has none, or none yet. */
export const dueOf = ({ from, to, within, after }: DraftWindow, signed: string | null): string | null => {
  if (to) return to;
  const opens = from ?? (after === null ? signed : null);
  return within && opens ? addDuration(opens, within) : null;
};

/** A day on which something falls due, with the commitments that do. */
export interface Deadline {
  day: string;
  commitments: WorkedCommitment[];
}

/** The days on which commitments fall due, in order, and those that wait for a day that is not known yet. */
export const deadlinesOf = (work: DraftWork): { known: Deadline[]; waiting: WorkedCommitment[] } => {
  const all = onDesk(work);
  const due = all.map((commitment) => ({ commitment, day: dueOf(commitment.window, work.signed) }));
  const days = [...new Set(due.flatMap(({ day }) => day ?? []))];
  const known = days.map((day) => ({
    day,
    commitments: due.flatMap((each) => (each.day === day ? [each.commitment] : [])),
  }));
  return {
    known: known.toSorted((a, b) => a.day.localeCompare(b.day)),
    waiting: all.filter(({ window: { after, from } }) => after !== null && from === null),
  };
};
