import { z } from 'zod';
import { Finding, Origin, Status } from './assessment.ts';
import { CaseFile, Commitment } from './case.ts';
import { Identity } from './decision.ts';
import { Account } from './document.ts';
import { Evidence } from './evidence.ts';
import { Claim, PlaceMention } from './reading.ts';
import { ResolvedEntity } from './resolved.ts';
import { Span } from './span.ts';
import { DocumentSummary } from './views.ts';
import { Bearing, EntityType, Grade, Interest, Stance } from './vocabulary.ts';

/** What the HTTP API answers to those who look around in a case, review it or change it. */

/** A claim of any document, as a line of a list. */
export const ClaimLine = z.object({
  id: z.string().describe('Statement id, `documentId/claimId`.'),
  document: DocumentSummary,
  span: Span,
  words: z.string(),
  type: Claim.shape.predicate.shape.type,
  polarity: Claim.shape.polarity,
  mood: Claim.shape.mood,
  time: Claim.shape.time,
  chain: z.array(z.string()).describe('Who tells it, outermost first, in plain words.'),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

export const ClaimPage = z.object({ total: z.int(), claims: z.array(ClaimLine) });
export type ClaimPage = z.infer<typeof ClaimPage>;

/** A piece of evidence as something that happened. */
export const EventLine = z.object({
  id: z.string().describe('Evidence id.'),
  commitment: z.string(),
  bearing: Bearing,
  stance: Stance,
  role: Finding.shape.evidence.element.shape.role,
  verdict: Finding.shape.evidence.element.shape.verdict,
  document: z.string(),
  title: z.string(),
  published: z.string().nullable(),
  span: Span,
  words: z.string(),
  time: z.string().nullable().describe('EDTF as told; null when undated.'),
  from: z.string().nullable().describe('First day, YYYY-MM-DD, of the time told or else of the publication.'),
  to: z.string().nullable().describe('Last day of the same.'),
  place: PlaceMention.pick({
    name: true,
    lat: true,
    lon: true,
    precision: true,
    gazetteerId: true,
  }).nullable(),
});
export type EventLine = z.infer<typeof EventLine>;

/** `GET /api/cases/:case/events`: what the timeline and the map draw. */
export const EventsView = z.object({
  total: z.int().describe('How many pass the filters; `events` has the newest of them.'),
  events: z.array(EventLine),
});
export type EventsView = z.infer<typeof EventsView>;

/** `GET /api/cases/:case/network`: who is said to have done something to whom. No person outside the case file. */
export const NetworkView = z.object({
  nodes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      type: EntityType,
      standing: z.enum(['party', 'actor', 'other']).describe('Its place in the case file.'),
      claims: z.int(),
    }),
  ),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      claims: z.int(),
      types: z.record(z.string(), z.int()).describe('How many claims of each predicate type; `?` has none.'),
    }),
  ),
  left: z.object({ nodes: z.int(), edges: z.int() }).describe('How many weaker ones are not in the answer.'),
});
export type NetworkView = z.infer<typeof NetworkView>;

/** A name across documents, with how often it acts, is acted on and speaks. */
export const EntityLine = z.object({
  key: z.string(),
  name: z.string(),
  type: EntityType,
  standing: NetworkView.shape.nodes.element.shape.standing,
  documents: z.int(),
  acts: z.int(),
  undergoes: z.int(),
  speaks: z.int(),
});
export type EntityLine = z.infer<typeof EntityLine>;

/** `GET /api/cases/:case/entities?q=&type=&offset=`. */
export const EntityListView = z.object({ total: z.int(), entities: z.array(EntityLine) });
export type EntityListView = z.infer<typeof EntityListView>;

/** What a person decided on two names, as the page of one of them shows it. */
export const NameJudgement = z.object({
  id: z.uuid(),
  subject: z.string().describe('Of the decision, both keys.'),
  value: Identity.nullable().describe('null: an earlier one was taken back.'),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  other: ResolvedEntity.pick({ key: true, name: true }),
  holds: z.boolean().describe('Nothing was decided on the two since.'),
});
export type NameJudgement = z.infer<typeof NameJudgement>;

/** `GET /api/cases/:case/entities/:entity`; by the key of any name that was merged into it. */
export const EntityView = z.object({
  entity: EntityLine,
  aliases: z.array(z.string()).describe('Names in the case file, and those found in documents.'),
  bodies: z.array(ResolvedEntity.pick({ key: true, name: true })).describe('What it belongs to.'),
  members: z.array(ResolvedEntity.pick({ key: true, name: true })).describe('What belongs to it.'),
  judgements: z.array(NameJudgement).describe('What people decided on it and other names, the newest first.'),
});
export type EntityView = z.infer<typeof EntityView>;

/** An origin over all commitments. */
export const SourceLine = z.object({
  id: z.string(),
  name: z.string(),
  camp: z.string(),
  grade: Grade.nullable(),
  documents: z.int(),
  breach: z.int().describe('How many claims of it count for a breach.'),
  performance: z.int(),
  adds: z.number().describe('The most that it adds to a finding.'),
  commitments: z.array(z.string()),
  subject: Origin.shape.subject,
  interest: Interest.nullable().describe('As a person sees it; null: as the case file and the claim tell.'),
});
export type SourceLine = z.infer<typeof SourceLine>;

/** `GET /api/cases/:case/sources`. */
export const SourcesView = z.object({
  origins: z.array(SourceLine),
  publishers: z.array(
    SourceLine.pick({ name: true, grade: true, documents: true, subject: true, interest: true }),
  ),
  parties: z.record(z.string(), z.string()).describe('Name by id of every party and actor.'),
});
export type SourcesView = z.infer<typeof SourcesView>;

/** One suggestion to be judged, with what hangs on it. */
export const Suggestion = z.object({
  evidence: Finding.shape.evidence.element,
  copies: z
    .array(z.object({ evidence: z.string(), document: DocumentSummary }))
    .describe('The same statement printed elsewhere, waiting too: judged with it.'),
  commitment: Commitment.pick({ id: true, requires: true, debtor: true, kind: true }),
  document: DocumentSummary,
  before: z.string().describe('Up to 300 characters of the text before the words.'),
  after: z.string().describe('Up to 300 characters after them.'),
  moves: z
    .number()
    .describe(
      'By how much the probability of its bearing is higher with it than without it, where ½ is nothing known.',
    ),
  status: Status,
  statusWith: Status.describe('The status with it accepted; as now for what counts already.'),
  statusWithout: Status.describe('The status with it rejected; as now for what is only suggested.'),
});
export type Suggestion = z.infer<typeof Suggestion>;

const Lesson = z.object({
  commitment: z.string().nullable().describe('null: of all commitments.'),
  says: z.string().describe('In plain words: what of a suggestion it is.'),
  adds: z.number().describe('In log-odds: above 0 such suggestions rose, below it they fell.'),
});

/** `GET /api/cases/:case/learnt`: what people's decisions taught the case. */
export const LearntView = z.object({
  case: z.string(),
  on: z.boolean().describe('false: somebody switched learning off, and nothing was changed.'),
  accepted: z.int(),
  rejected: z.int(),
  moved: z.int().describe('Placed elsewhere: as if accepted there, and rejected where it was.'),
  lessons: z.array(Lesson).describe('What moves suggestions most comes first.'),
  rose: z.int(),
  fell: z.int(),
  nowCounted: z.int().describe('How many suggestions count now that did not.'),
  nowSuggested: z.int().describe('How many no longer count until a person accepts them.'),
  changes: z
    .array(
      z.object({
        evidence: z.string(),
        document: z.string(),
        commitment: z.string(),
        bearing: Bearing,
        words: z.string(),
        before: z.number(),
        after: z.number(),
        tier: Evidence.shape.tier,
        reasons: z.array(Lesson),
      }),
    )
    .describe('The 20 that changed most.'),
});
export type LearntView = z.infer<typeof LearntView>;

/** `GET /api/cases/:case/queue`: suggestions that nobody has judged, those first of which a look is worth most. */
export const QueueView = z.object({
  waiting: z.int(),
  judged: z.int(),
  suggestions: z.array(Suggestion),
  left: z
    .object({
      seen: z.int().describe('Evidence that people accepted or placed.'),
      expected: z.number().describe('How much of what nobody has judged probably holds.'),
      share: z.number().describe('Seen, of what was matched and probably holds; 1 where nothing is.'),
      between: z.tuple([z.number(), z.number()]).describe('The same share, nine times in ten.'),
    })
    .describe('An estimate of when to stop, out of calibrated probabilities.'),
});
export type QueueView = z.infer<typeof QueueView>;

/** `GET /api/cases/:case/file`: the case as its file says it, for editing. */
export const CaseFileView = z.object({
  file: CaseFile,
  source: z.string(),
  version: z.string().describe('Of the file as it is kept: an edit sends the one that it saw.'),
});
export type CaseFileView = z.infer<typeof CaseFileView>;

/** `POST /api/cases` and `PUT /api/cases/:case/file`: what a case file holds, as JSON. */
export const CaseChange = z.strictObject({
  file: z.record(z.string(), z.unknown()),
  seen: z
    .string()
    .optional()
    .describe(
      'The version that was edited: another one that is kept by now is refused with 409, and the answer has it as `current`.',
    ),
});
export type CaseChange = z.infer<typeof CaseChange>;

/** `POST /api/cases/:case/documents` (multipart: `files`, `urls`, `published`, `publisher`, `charset`) answers 202 with the job. */
export const JobView = z.object({
  id: z.string(),
  case: z.string(),
  state: z.enum(['waiting', 'working', 'done', 'failed']),
  inputs: z.int(),
  step: z
    .object({
      doing: z.enum(['collecting', 'comparing', 'translating', 'reading', 'matching']),
      done: z.int(),
      total: z.int(),
    })
    .nullable(),
  added: z
    .object({
      new: z.int(),
      known: z.int(),
      unread: z.int(),
      otherLanguages: z
        .array(z.object({ source: z.string(), document: z.string(), language: z.string() }))
        .describe('Kept and searchable, in a language (BCP 47) that is not read.'),
      copies: z.int(),
      refused: z.array(z.object({ source: z.string(), code: z.string(), why: z.string(), todo: z.string() })),
      skipped: z.array(z.object({ source: z.string(), why: z.string() })),
      incomplete: z
        .array(z.object({ source: z.string(), why: z.string() }))
        .describe('Kept, and probably not the whole report.'),
      guessed: z
        .array(z.object({ source: z.string(), charset: z.string() }))
        .describe('Kept, in the charset that their bytes look like, since nobody says it.'),
      leftOut: z
        .array(Account.extend({ source: z.string() }))
        .describe('Kept, with the words of their files that are not in their text.'),
      beside: z
        .array(z.object({ source: z.string(), document: z.string(), earlier: z.string() }))
        .describe('Pages whose text has nothing in common with the one before: a person says which stands.'),
    })
    .nullable()
    .describe('null until it is done, and for a translation.'),
  failure: z.object({ code: z.string(), why: z.string(), todo: z.string() }).nullable(),
});
export type JobView = z.infer<typeof JobView>;
