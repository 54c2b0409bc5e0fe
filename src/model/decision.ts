import { z } from 'zod';
import { Comment, Tag } from './annotation.ts';
import { Status } from './assessment.ts';
import { CodingDecision } from './coding.ts';
import { EditionMade } from './edition.ts';
import { PublicationDecision } from './publication.ts';
import { Bearing, Credibility, Directness, Grade, Interest, StateType } from './vocabulary.ts';

/** How two names stand to each other, as a person sees it. `unsure` says that it was looked at. */
export const Identity = z.enum(['same', 'different', 'unsure']);
export type Identity = z.infer<typeof Identity>;

/** A relation that a person states, with where it stands and when it held. */
export const StatedRelation = z.strictObject({
  type: StateType,
  from: z.string().min(1).describe('Key of an entity, as `proviso names list` shows it.'),
  to: z.string().min(1),
  since: z.string().nullable().default(null).describe('EDTF; null: always.'),
  until: z.string().nullable().default(null).describe('EDTF; null: to this day.'),
  source: z.string().min(1).describe('Where it stands, in words.'),
});
export type StatedRelation = z.infer<typeof StatedRelation>;

/** Where a piece of evidence belongs and which way it points, as a person sees it. */
export const Placement = z.union([
  z.strictObject({ commitment: z.string().min(1), bearing: Bearing }),
  z
    .strictObject({ commitment: z.string().min(1), indicator: z.string().min(1) })
    .describe('As older stores have it: the indicator, now the sign of that id, says which way.'),
]);
export type Placement = z.infer<typeof Placement>;

/** What a person may decide, by kind; the subject's form is said beside each. */
const values = {
  /** Two keys of entities, joined by ` = ` in the order of the alphabet. */
  identity: Identity,
  /** The relation itself, `from type to`. */
  relation: StatedRelation,
  /** `source:KEY` (an actor's id, `publisher:name`, `name:name`) or `evidence:ID` for one telling. */
  grade: Grade,
  directness: Directness,
  interest: Interest,
  credibility: Credibility,
  /** `evidence:ID`; the evidence stands there instead of where it was matched. */
  indicator: Placement,
  /** Id of a commitment. */
  finding: Status,
  /**
   * Two ids of origins joined by ` = `, which are the same; or an origin's id and a document's joined by ` / `: the document
   * stands apart from it, as a witness of its own.
   */
  origin: z.enum(['same', 'apart']),
  /** `tag:` and its place and word. */
  tag: Tag,
  /** `comment:` and an id of its own. */
  comment: Comment,
  /** Commitment and period joined by ` / ` (`codingSubject`): which of two codings that differ stands. */
  coding: CodingDecision,
  /** Id of the case: whether it learns from what people decide; on unless somebody says off. */
  learning: z.enum(['on', 'off']),
  /** `finding:`, `quotation:`, `person:` or `place:` and its name: what an edition does with it. */
  publication: PublicationDecision,
  /** SHA-256 of what an edition would say: a second person has read it. */
  consent: z.literal('given'),
  /** `edition:` and its number: that it was made. */
  edition: EditionMade,
  /**
   * Id of the case: no language model may read it, or one at this address (`https://host`) beside those of this machine;
   * `translation`: the address of a translating server that may be sent its documents.
   */
  'language-model': z.union([z.literal('never'), z.url({ protocol: /^https?$/ })]),
} as const;

export const DecisionKind = z.enum(Object.keys(values) as [keyof typeof values]);
export type DecisionKind = z.infer<typeof DecisionKind>;

const record = {
  id: z.uuid(),
  caseId: z.string(),
  subject: z.string().min(1),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
};

const decisionOf = <K extends DecisionKind, V extends z.ZodType>(kind: K, value: V) =>
  z.strictObject({ ...record, kind: z.literal(kind), value: value.nullable() });

/**
 * What a person decided on names, sources, tellings and findings. The newest for a kind and a subject holds; `value`
 * null takes earlier ones back. Nothing is ever overwritten: the older ones are the history.
 */
export const Decision = z.discriminatedUnion('kind', [
  decisionOf('identity', values.identity),
  decisionOf('relation', values.relation),
  decisionOf('grade', values.grade),
  decisionOf('directness', values.directness),
  decisionOf('interest', values.interest),
  decisionOf('credibility', values.credibility),
  decisionOf('indicator', values.indicator),
  decisionOf('finding', values.finding),
  decisionOf('origin', values.origin),
  decisionOf('tag', values.tag),
  decisionOf('comment', values.comment),
  decisionOf('coding', values.coding),
  decisionOf('learning', values.learning),
  decisionOf('publication', values.publication),
  decisionOf('consent', values.consent),
  decisionOf('edition', values.edition),
  decisionOf('language-model', values['language-model']),
]);
export type Decision = z.infer<typeof Decision>;

/** A decision before it is kept and checked: who and when come with keeping it, and its id unless it has one. */
export type DecisionInput = Pick<Decision, 'kind' | 'subject' | 'reason'> & {
  value?: unknown;
  /** Of whoever sends it: sent again, it is the same decision. */
  id?: string | undefined;
  /** Id of the decision that was seen standing, null: none; undefined where it does not matter. */
  seen?: string | null | undefined;
};

/** Of a history, the newest first, what holds now: one of a kind and a subject, without those taken back. */
export const holding = (history: readonly Decision[]): Decision[] => {
  const newest = new Map<string, Decision>();
  for (const decision of history) {
    const key = `${decision.kind} ${decision.subject}`;
    if (!newest.has(key)) newest.set(key, decision);
  }
  return [...newest.values()].filter(({ value }) => value !== null);
};

/** Of what no finding follows. */
const besides: ReadonlySet<DecisionKind> = new Set([
  'tag',
  'comment',
  'publication',
  'consent',
  'edition',
  'language-model',
]);

/** What holds now and bears on names or findings: all of it but remarks, and what was decided on publication and on language models. */
export const judging = (history: readonly Decision[]): Decision[] =>
  holding(history).filter(({ kind }) => !besides.has(kind));
