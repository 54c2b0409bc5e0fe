import { z } from 'zod';
import { Commitment } from './case.ts';
import { Element } from './element.ts';
import { SecondOpinion } from './model-answer.ts';
import { Span } from './span.ts';
import { TranslatedFrom } from './translation.ts';
import { Bearing, Grade, Stance } from './vocabulary.ts';

export const Standard = z.enum(['indications', 'probable', 'established']);
export type Standard = z.infer<typeof Standard>;

export const Status = z.union([
  z.enum(['not due', 'not assessed', 'no information', 'disputed']),
  z.templateLiteral([z.enum(['indications of', 'probable', 'established']), ' ', Bearing]),
]);
export type Status = z.infer<typeof Status>;

/** Subjective-logic opinion (Jøsang 2016) with b + d + u = 1 and base rate ½. */
export const Opinion = z.object({
  belief: z.number().min(0).max(1),
  disbelief: z.number().min(0).max(1),
  uncertainty: z.number().min(0).max(1),
  probability: z.number().min(0).max(1).nullable().describe('b + u/2; null without evidence.'),
});
export type Opinion = z.infer<typeof Opinion>;

/** Why a telling goes back to an origin, with the words that prove it. Offsets are UTF-16 code units of each text. */
export const Tie = z.object({
  claim: z.string().describe('Statement id of the telling.'),
  document: z.string(),
  kind: z
    .enum([
      'named',
      'speaks for',
      'body',
      'writer',
      'copy',
      'passage',
      'agency',
      'rewrite',
      'occasion',
      'unnamed',
      'person',
    ])
    .describe(
      'It is named; somebody speaks for it; other words for the same body; the page speaks for itself; the text, or a ' +
        'passage of it, is copied; the page names its agency; the page is rewritten; one statement in other words; ' +
        'nobody is named; a person said so.',
    ),
  because: z.string().describe('In a plain sentence.'),
  span: Span.nullable().describe('The words in the document; null where none prove it.'),
  words: z.string().nullable(),
  other: z
    .object({ document: z.string(), span: Span.nullable(), words: z.string() })
    .nullable()
    .describe('What it is held against: the text it copies, the statement that it tells again.'),
});
export type Tie = z.infer<typeof Tie>;

/** Where knowledge ultimately comes from: claims of one origin count once. */
export const Origin = z.object({
  id: z.string(),
  name: z.string(),
  camp: z.string().describe('Key of the party or state it belongs to, or `other`.'),
  grade: Grade.nullable().describe('null when nobody has graded it.'),
  documents: z.array(z.string()),
  claims: z.array(z.string()).describe('Statement ids, `documentId/claimId`.'),
  bearing: z.enum(['breach', 'performance', 'context']),
  stance: Stance.describe('Whether it says that what it bears on took place; `affirms` for context.'),
  adds: z.number().describe('By how much the probability of its bearing falls when it is left out.'),
  ties: z.array(Tie).describe('Why each telling goes back to it.'),
  subject: z
    .string()
    .nullable()
    .describe(
      'Of a decision on its grade; that of its body for an unnamed speaker, null where nobody is named.',
    ),
});
export type Origin = z.infer<typeof Origin>;

export const Reply = z.object({
  kind: z.enum(['admits', 'denies', 'explains', 'investigates', 'declines']),
  by: z.string().describe('Name of who replies.'),
  document: z.string(),
  span: Span,
  words: z.string(),
  translation: TranslatedFrom.optional().describe('As of evidence.'),
});
export type Reply = z.infer<typeof Reply>;

export const LeftOut = z.object({
  claim: z.string().describe('Statement id.'),
  why: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const Month = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  status: Status,
});
export type Month = z.infer<typeof Month>;

/** What a finding would be if one thing that it rests on were otherwise. */
export const Sensitivity = z.object({
  origins: z.array(z.object({ origin: z.string(), name: z.string(), without: Status })),
  grades: z.array(
    z.object({
      source: z.string().describe('Key of the source, as in the subject of a decision on its grade.'),
      name: z.string(),
      grade: Grade.nullable(),
      up: Status.describe('With its grade a step better.'),
      down: Status.describe('With its grade a step worse.'),
    }),
  ),
});
export type Sensitivity = z.infer<typeof Sensitivity>;

/** The state of a commitment from its window's start to `asOf`. */
export const Finding = z.object({
  id: z.string(),
  debtor: Commitment.shape.debtor,
  creditor: Commitment.shape.creditor,
  status: Status,
  standard: Standard.nullable(),
  late: z.boolean(),
  pam: z
    .int()
    .min(0)
    .max(3)
    .nullable()
    .describe(
      'Peace Accords Matrix: 0 not initiated … 3 full; null for prohibitions and without information.',
    ),
  breach: Opinion,
  performance: Opinion,
  origins: z.array(Origin),
  ownWord: z
    .boolean()
    .describe('Performance holds, and nobody affirms it but whoever owes it, and its parts and people.'),
  elements: z
    .array(
      Element.extend({
        told: z
          .object({ evidence: z.string(), document: z.string(), span: Span, sentence: z.string() })
          .nullable()
          .describe('The evidence that says so, with its words; null where it is missing.'),
      }),
    )
    .describe(
      'What the commitment asks, and what the evidence that counts and affirms shows of it: contradicted before shown.',
    ),
  replies: z.array(Reply),
  leftOut: z.array(LeftOut),
  months: z.array(Month),
  opens: z
    .string()
    .describe(
      'First day of the window; where it opens after a commitment, the day of its performance, once known; the day of signing while it is not known at all.',
    ),
  awaits: z
    .string()
    .nullable()
    .describe('The event, or the commitment, from which the window counts and whose day is not known yet.'),
  performedOn: z
    .string()
    .nullable()
    .describe('Day of the earliest dated report of direct performance; null unless performance holds.'),
  due: z.string().nullable().describe('Last day of the window; null when it never closes.'),
  conditions: z
    .array(z.object({ commitment: z.string(), status: Status }))
    .describe('The commitments this one is conditional on, with their status: they annotate, never excuse.'),
  evidence: z.array(
    z.object({
      id: z.string(),
      claim: z.string(),
      document: z.string(),
      span: Span,
      words: z.string(),
      origin: z.string().nullable().describe('null for a verdict and for what is left out.'),
      bearing: Bearing.describe('What the conduct means if it took place.'),
      stance: Stance,
      kind: z.enum(['conduct', 'verdict']),
      probability: z
        .number()
        .nullable()
        .describe('That it bears so; null for verdicts and what a person placed.'),
      elements: z.array(Element),
      verdict: z.enum(['proposed', 'accepted', 'rejected']),
      role: z.enum(['counts', 'context', 'assessment', 'suggested', 'left out']),
      opinion: Opinion.describe('Of the claim after discounting along its chain.'),
      chain: z.array(z.string()).describe('Who tells it, outermost first, in plain words.'),
      through: z.array(z.string()),
      markedBy: z.string().optional().describe('The person who marked it; absent for what was matched.'),
      secondOpinion: SecondOpinion.optional().describe(
        'Of a language model; it is shown, and bears nothing. Absent where none was asked.',
      ),
      translation: TranslatedFrom.optional().describe(
        'The original behind words of a machine translation; absent for words of the document itself.',
      ),
    }),
  ),
  personal: z
    .object({ status: Status, reason: z.string(), by: z.string(), at: z.string() })
    .nullable()
    .describe('The finding that a person set, beside the computed one; null when nobody did.'),
  wouldChange: z.array(z.string()).describe('In plain sentences: what would move the status.'),
});
export type Finding = z.infer<typeof Finding>;

export const Assessment = z.object({
  case: z.string(),
  asOf: z.string(),
  knownAt: z.string(),
  commitments: z.array(Finding),
});
export type Assessment = z.infer<typeof Assessment>;
