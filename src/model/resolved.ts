import { z } from 'zod';
import { Claim, PlaceMention, Quantity } from './reading.ts';
import { AttributionKind, EntityType } from './vocabulary.ts';

/** An entity across documents: a party or actor of the case, or a name that several documents share. */
export const ResolvedEntity = z.object({
  key: z
    .string()
    .describe(
      'Id of the party or actor, else `registry:id`, else `name:` and the folded name, else `doc:` local.',
    ),
  name: z.string(),
  type: EntityType,
  bodies: z
    .array(z.string())
    .describe('Keys of all bodies it is a member or part of, or leads, closed over; itself first.'),
  sources: z
    .array(z.object({ body: z.string(), source: z.string() }))
    .optional()
    .describe('Who says that it belongs to a body, for those that the document does not say itself.'),
  allies: z.array(z.string()).optional().describe('Keys of those that it, or a body of its, is allied with.'),
});
export type ResolvedEntity = z.infer<typeof ResolvedEntity>;

/** One link of the chain between the page and the claim. */
export const Speaker = z.object({
  attribution: z.string(),
  kind: AttributionKind,
  entity: ResolvedEntity.nullable().describe('null when unnamed.'),
  group: ResolvedEntity.nullable(),
  relays: z.array(ResolvedEntity),
  words: z.string().describe('The source span as quoted; empty when the text names nobody.'),
});
export type Speaker = z.infer<typeof Speaker>;

/** A claim with everyone in it named across documents: what matching and weighing work on. */
export const Statement = z.object({
  id: z.string().describe('`documentId/claimId`.'),
  documentId: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  period: z
    .string()
    .optional()
    .describe('What a periodic report covers, EDTF; absent where it is none or does not say.'),
  text: z.string().describe('The quoted words of the claim.'),
  claim: Claim,
  chain: z
    .array(Speaker)
    .describe("Outermost first; empty when the writer speaks in the writer's own voice."),
  actors: z.array(z.object({ role: z.string(), entity: ResolvedEntity })),
  mentioned: z
    .array(ResolvedEntity)
    .optional()
    .describe('Everyone named in the clause but as its speaker, in whatever part.'),
  possible: z
    .array(z.object({ role: z.enum(['agent', 'patient']), entity: ResolvedEntity }))
    .optional()
    .describe('Who may do it, or whom it may befall, where the reader left that open.'),
  promise: z.boolean().describe('The happening is the making of a promise.'),
  places: z.array(z.string()).describe("Names of the claim's places and of what they lie in."),
  location: PlaceMention.nullable().describe('Where it happened; null when the claim does not say.'),
  quantities: z.array(Quantity),
  words: z.array(z.string()).describe('Folded words of the claim, for `about`.'),
  sentence: z
    .array(z.string())
    .optional()
    .describe('Folded words of the whole sentence: a verdict names its reasons beside itself.'),
});
export type Statement = z.infer<typeof Statement>;
