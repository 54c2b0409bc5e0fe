import { z } from 'zod';

/** What an entity is. Armed groups and states are kept apart from organisations and places. */
export const EntityType = z.enum([
  'person',
  'organisation',
  'armed-group',
  'state',
  'place',
  'nationality',
  'other',
]);
export type EntityType = z.infer<typeof EntityType>;

/** The 18 event types of PLOVER (github.com/openeventdata/PLOVER). */
export const EventType = z.enum([
  'AGREE',
  'AID',
  'ASSAULT',
  'COERCE',
  'CONCEDE',
  'CONSULT',
  'COOPERATE',
  'DEMAND',
  'DISAPPROVE',
  'FIGHT',
  'INVESTIGATE',
  'MOBILIZE',
  'PROTEST',
  'REJECT',
  'RETREAT',
  'SANCTION',
  'SUPPORT',
  'THREATEN',
]);
export type EventType = z.infer<typeof EventType>;

/** States of affairs; the subject is the agent, the object the patient. */
export const StateType = z.enum([
  'located-in',
  'member-of',
  'part-of',
  'leads',
  'allied-with',
  'controls',
  'hosts',
]);
export type StateType = z.infer<typeof StateType>;

export const PredicateType = z.union([EventType, StateType]);
export type PredicateType = z.infer<typeof PredicateType>;

export const Role = z.enum([
  'agent',
  'patient',
  'recipient',
  'beneficiary',
  'instrument',
  'place',
  'time',
  'purpose',
  'quantity',
]);
export type Role = z.infer<typeof Role>;

export const AttributionKind = z.enum(['says', 'believes', 'promises', 'denies', 'asks', 'publishes']);
export type AttributionKind = z.infer<typeof AttributionKind>;

export const Mood = z.enum(['asserted', 'conditional', 'planned', 'feared', 'question', 'promised']);
export type Mood = z.infer<typeof Mood>;

/** Which way evidence points. */
export const Bearing = z.enum(['breach', 'performance']);
export type Bearing = z.infer<typeof Bearing>;

/** Which way something points: what did not take place (factuality below 0) points away from what it would mean. */
export const pointsTo = (bearing: Bearing, factuality: number): Bearing => {
  if (factuality >= 0) return bearing;
  return bearing === 'breach' ? 'performance' : 'breach';
};

/** Whether what is told says that the conduct took place, or that it did not. */
export const Stance = z.enum(['affirms', 'denies']);
export type Stance = z.infer<typeof Stance>;

/** Admiralty source reliability (NATO AJP-2.1): A completely reliable … E unreliable, F cannot be judged. */
export const Grade = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Grade = z.infer<typeof Grade>;

/** How near the speaker stands to what is told, the nearest first. */
export const Directness = z.enum(['document', 'witnessed', 'told', 'hearsay']);
export type Directness = z.infer<typeof Directness>;

/** What the speaker gains or loses by telling it. */
export const Interest = z.enum(['none', 'adverse', 'self-serving', 'against-interest']);
export type Interest = z.infer<typeof Interest>;

/** Admiralty item credibility (NATO AJP-2.1): 1 confirmed … 5 improbable, 6 cannot be judged. */
export const Credibility = z.int().min(1).max(6);
export type Credibility = z.infer<typeof Credibility>;
