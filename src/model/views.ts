import { z } from 'zod';
import { Annotation } from './annotation.ts';
import { Assessment, Finding } from './assessment.ts';
import { Commitment, Party } from './case.ts';
import { Revision } from './changes.ts';
import { CopyLink } from './copies.ts';
import { CorrectedField, Correction } from './correction.ts';
import { Decision, DecisionKind } from './decision.ts';
import { Capture, Document } from './document.ts';
import { ClaimEntry, EnteredClaim } from './entered-claim.ts';
import { Evidence, Verdict } from './evidence.ts';
import { Reading } from './reading.ts';
import { NameCandidate } from './registry.ts';
import { Tombstone } from './takedown.ts';
import { Translation } from './translation.ts';

/** What the HTTP API answers, and so what the workbench may rely on. */

/** `GET /api/session`: the token that every changing request must send as `X-Proviso-CSRF`. */
export const SessionView = z.object({
  csrfToken: z.string(),
  version: z.string(),
  notices: z
    .array(z.string())
    .describe('What was repaired or left out when the store was opened, in plain sentences.'),
  examples: z.array(z.string()).describe('Ids of the cases that come with Proviso.'),
  translator: z
    .object({
      tool: Translation.shape.tool,
      model: z.string(),
      origin: z.string(),
      isOwnMachine: z.boolean(),
    })
    .nullable()
    .describe('What a document can be translated by when somebody asks for it; null: nothing is set.'),
  loading: z
    .object({
      title: z.string(),
      doing: z.enum(['collecting', 'comparing', 'translating', 'reading', 'matching']),
      done: z.int(),
      total: z.int().describe('Reports.'),
    })
    .nullable()
    .describe('The example that a first start still loads, and how far it has come; null: none.'),
});
export type SessionView = z.infer<typeof SessionView>;

/** `GET /api/cases`. */
export const CaseListView = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      signed: z.string(),
      documents: z.int(),
      commitments: z.int(),
    }),
  ),
});
export type CaseListView = z.infer<typeof CaseListView>;

/** A document without its text and its custody. */
export const DocumentSummary = Document.omit({
  text: true,
  translation: true,
  pages: true,
  sha256: true,
  mediaType: true,
  byteLength: true,
  author: true,
  titleFrom: true,
  publisherFrom: true,
  agency: true,
  publishedFrom: true,
  language: true,
  guessedCharset: true,
  segments: true,
  account: true,
  incomplete: true,
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** A document in a list, with how it stands. */
export const ListedDocument = DocumentSummary.extend({
  language: Document.shape.language,
  unread: z.boolean().describe('Nothing was read in it (yet): `language` may say why.'),
  translated: z.boolean().describe('Its words are read in a machine translation, which stands beside it.'),
  replacedBy: Document.shape.id
    .nullable()
    .describe('The page was taken again with another text: this document is kept, and no longer weighed.'),
  waitsBeside: Document.shape.id
    .nullable()
    .describe(
      'The page’s text before, with which it has nothing in common: a person has yet to say whether it replaces it.',
    ),
  incomplete: Document.shape.incomplete,
});
export type ListedDocument = z.infer<typeof ListedDocument>;
/** A finding as a line of the board: how much stands behind it, without what. */
export const BoardFinding = Finding.omit({
  origins: true,
  elements: true,
  replies: true,
  leftOut: true,
  evidence: true,
  wouldChange: true,
}).extend({
  lastReport: z
    .string()
    .nullable()
    .describe(
      'When the newest document was published that tells of its conduct, is context, a verdict or a reply: a day, month or year; null without.',
    ),
  origins: z.int().describe('How many origins count or are context.'),
  months: Finding.shape.months.describe('Up to that of the last report: after it nothing is known.'),
  counting: z.int().describe('How many of them count and affirm what they bear on.'),
  documents: z.int().describe('How many documents those origins rest on, each once.'),
  replies: z.int(),
  evidence: z.int().describe('All that matched, whatever became of it.'),
  proposed: z.int().describe('How much of it no person has judged yet.'),
});
export type BoardFinding = z.infer<typeof BoardFinding>;

/** A commitment without what only its form and matching need. */
export const BoardCommitment = Commitment.omit({ signs: true });
export type BoardCommitment = z.infer<typeof BoardCommitment>;

/** `GET /api/cases/:case?asOf=&knownAt=`: the board. */
export const BoardView = z.object({
  case: z.object({
    id: z.string(),
    title: z.string(),
    signed: z.string(),
    standard: z.string().describe('Name of the profile of the standard of proof.'),
    parties: z.array(Party),
    names: z.record(z.string(), z.string()).describe('Name by id of every party and actor.'),
    duties: z.record(z.string(), z.string()).describe('What each commitment requires, by its id.'),
  }),
  commitments: z.array(BoardCommitment),
  assessment: Assessment.extend({ commitments: z.array(BoardFinding) }),
  documents: z.int(),
  work: z
    .object({
      reading: z.int().describe('Documents of the whole store that other processes have yet to read.'),
      matching: z.int().describe('Documents of the case that they have yet to match.'),
      setAside: z
        .int()
        .describe('Documents of the case that could not be read or matched; see `GET /api/jobs`.'),
    })
    .describe('What the board does not have yet.'),
});
export type BoardView = z.infer<typeof BoardView>;

/** `GET /api/cases/:case/commitments/:commitment?asOf=&knownAt=`: one finding with its documents. */
export const CommitmentView = z.object({
  case: BoardView.shape.case,
  commitment: Commitment,
  finding: Finding.describe(
    '`evidence` and `leftOut` begin with as much as a page shows; the rest is paged.',
  ),
  counts: z.object({
    evidence: z
      .record(z.string(), z.int())
      .describe(
        'How much evidence each origin has, by its bearing, a blank and its id; by `suggested`, what waits for a person.',
      ),
    leftOut: z.int(),
  }),
  documents: z.record(z.string(), DocumentSummary).describe('Every document the finding speaks of, by id.'),
  asOf: z.string(),
  knownAt: z.string(),
});
export type CommitmentView = z.infer<typeof CommitmentView>;

/** `GET /api/cases/:case/commitments/:commitment/evidence`: a page of what one origin tells, of what is suggested, or of what is left out. */
export const EvidencePage = z.object({
  total: z.int(),
  evidence: Finding.shape.evidence,
  leftOut: Finding.shape.leftOut.describe('Why each is left out; empty for anything else.'),
  documents: CommitmentView.shape.documents,
});
export type EvidencePage = z.infer<typeof EvidencePage>;

/** `GET /api/cases/:case/documents`: a page of the documents that pass the filters, newest first, undated ones last. */
export const DocumentListView = z.object({
  total: z.int(),
  documents: z.array(ListedDocument),
  annotations: z.array(Annotation).describe('Tags and comments on these documents.'),
  tags: z
    .array(z.object({ tag: z.string(), documents: z.int() }))
    .describe('Every tag of the case, with on how many documents it stands.'),
  publishers: z
    .array(z.object({ publisher: z.string(), documents: z.int() }))
    .describe('Every publisher of the case by name, with how many documents are theirs.'),
  takenDown: z.array(Tombstone).describe('What is left of documents that were taken down.'),
});
export type DocumentListView = z.infer<typeof DocumentListView>;

/** `GET /api/cases/:case/documents/:document?asOf=&knownAt=`: a document, as read if it was, with its evidence in this case. */
export const DocumentView = z.object({
  case: BoardView.shape.case,
  document: Document,
  unread: ListedDocument.shape.unread.describe('Then `reading` holds nothing but what people entered.'),
  replacedBy: ListedDocument.shape.replacedBy,
  captures: z.array(Capture),
  waitsBeside: ListedDocument.shape.waitsBeside,
  revisions: z.array(Revision).describe('How its page changed to it and away from it.'),
  corrections: z.array(Correction).describe('What people put right on it, the newest first.'),
  copies: z
    .array(CopyLink.omit({ document: true }).extend({ document: DocumentSummary }))
    .describe('Documents with the same text or long passages of it, most alike first.'),
  reading: Reading.describe(
    'With what people entered: such claims have `enteredBy`, and the id of their entry.',
  ),
  entered: z.array(EnteredClaim),
  annotations: z.array(Annotation).describe('Tags and comments on it, the oldest first.'),
  evidence: z.array(Finding.shape.evidence.element.extend({ commitment: z.string() })),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** `PUT /api/cases/:case/evidence/:evidence/verdict`; answers 204. */
/** An id that the sender makes: what is sent again with it is the same, and counts once. */
const senderId = z.uuid().optional();

export const VerdictRequest = z.strictObject({
  id: senderId,
  verdict: Verdict,
  reason: z.string().max(2000).default(''),
  seen: Verdict.optional().describe(
    'What the sender saw: where another verdict stands by now, 409 with `current`.',
  ),
});
export type VerdictRequest = z.infer<typeof VerdictRequest>;

/**
 * `POST /api/cases/:case/verdicts`: one verdict on many pieces of evidence, on all of them or on none; answers 200 with the ids
 * of what was judged.
 */
export const VerdictsRequest = z.strictObject({
  evidence: z
    .array(z.strictObject({ id: z.string(), judgement: senderId, seen: Verdict.optional() }))
    .max(2000)
    .default([])
    .describe('`judgement`: an id that the sender makes for each; `seen`: as for one.'),
  documents: z
    .array(Document.shape.id)
    .max(2000)
    .default([])
    .describe('All evidence in these that nobody has judged, too.'),
  verdict: Verdict,
  reason: z.string().max(2000).default(''),
});
export type VerdictsRequest = z.input<typeof VerdictsRequest>;
export const VerdictsView = z.object({ judged: z.array(z.string()) });
export type VerdictsView = z.infer<typeof VerdictsView>;

/** `GET /api/cases/:case/claims`. */
export const EnteredClaimsView = z.object({ claims: z.array(EnteredClaim) });
export type EnteredClaimsView = z.infer<typeof EnteredClaimsView>;

/** Who enters it; the person of the browser unless given. */
const author = z.string().trim().min(1).max(200).optional();

/**
 * `POST /api/cases/:case/documents/:document/claims`: one of these, answered by 201 with the entered claim; or a list, of
 * which all are kept or none, answered with a list.
 */
export const EnterClaimsRequest = z
  .array(ClaimEntry.extend({ id: senderId, by: author }))
  .min(1)
  .max(20);

/** `DELETE /api/cases/:case/claims/:claim`; answers 204. */
export const WithdrawRequest = z.strictObject({
  reason: z.string().max(2000).default(''),
  by: author,
});
/** `GET /api/cases/:case/names`: pairs of names for a person to judge, the likeliest first. */
export const NameListView = z.object({ candidates: z.array(NameCandidate) });
export type NameListView = z.infer<typeof NameListView>;

/** `GET /api/cases/:case/decisions?kind=&subject=`: what people decided, the newest first. */
export const DecisionListView = z.object({ decisions: z.array(Decision) });
export type DecisionListView = z.infer<typeof DecisionListView>;

/** `POST /api/cases/:case/decisions`; answers 201 with the decision as kept. `value` null takes earlier ones back. */
export const DecisionRequest = z.strictObject({
  id: senderId,
  kind: DecisionKind,
  subject: z.string().min(1).max(1000),
  value: z.unknown(),
  reason: z.string().max(2000).default(''),
  seen: z
    .uuid()
    .nullable()
    .optional()
    .describe(
      'The decision that the sender saw standing, null: none. Where another one stands by now, 409 with it as `current`.',
    ),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** `POST /api/cases/:case/commitments/:commitment/trial`: a commitment, with a new sign or without, to be tried and not saved. */
export const TrialRequest = z.strictObject({
  sign: z.string().min(1).max(20_000).optional().describe('YAML or JSON, as in a case file.'),
  file: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The case as it is being edited, with the commitment; the one that is kept unless given.'),
});

/** What it would find in the newest documents; `isNew`: the case as it is kept does not find it. */
export const TrialView = z.object({
  found: z.array(z.object({ evidence: Evidence, isNew: z.boolean() })),
  tried: z.int().describe('In how many documents, the newest.'),
  documents: z.int().describe('How many the case has.'),
});
export type TrialView = z.infer<typeof TrialView>;

/** `GET /api/cases/:case/search?q=`: a page of the documents that match and pass the filters, best first. */
export const SearchView = z.object({
  query: z.string(),
  total: z.int(),
  results: z.array(
    z.object({
      document: ListedDocument,
      excerpt: z.string().describe('Not HTML; the words found stand between U+0002 and U+0003.'),
    }),
  ),
});
export type SearchView = z.infer<typeof SearchView>;

/**
 * `POST /api/cases/:case/corrections`: what is left out stays, null says that it is not known. Answers 201 with what was put
 * right; documents whose date or language is another one are read anew in the background.
 */
export const CorrectRequest = z.strictObject({
  documents: z.array(Document.shape.id).min(1).max(10_000),
  title: z.string().max(1000).optional(),
  author: z.string().max(400).nullable().optional(),
  publisher: z.string().max(400).nullable().optional(),
  published: z.string().max(10).nullable().optional(),
  language: z.string().max(35).nullable().optional(),
  replaces: Document.shape.id
    .nullable()
    .optional()
    .describe('The earlier text of its page whose place it takes; null: both stand.'),
  alike: z
    .boolean()
    .default(false)
    .describe('Also all documents of the case with the publisher of the first.'),
  seen: z
    .partialRecord(CorrectedField, z.string().nullable())
    .optional()
    .describe(
      'What the sender saw there on the one document: where it is another by now, 409 with `current`.',
    ),
  reason: z.string().max(2000).default(''),
  by: author,
});
export const CorrectionsView = z.object({ corrections: z.array(Correction) });
export type CorrectionsView = z.infer<typeof CorrectionsView>;

/** `POST /api/case-files`: a case file as written; one whose id is taken is refused unless it is to replace that case. */
export const CaseImport = z.object({ source: z.string().min(1), replace: z.boolean().default(false) });

/** `DELETE /api/cases/:case`: its title, as a safeguard. */
export const CaseRemoval = z.object({ title: z.string() });

/** `POST /api/cases/:case/documents/:document/takedown`. */
export const TakedownRequest = z.object({ reason: z.string().trim().min(1).max(2000) });

/** `application/problem+json` (RFC 9457) with our code beside it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  current: z
    .unknown()
    .optional()
    .describe('What stands now, of an edit that was made on something older (PROVISO_EDIT_CONFLICT).'),
});
export type Problem = z.infer<typeof Problem>;
