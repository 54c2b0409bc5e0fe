import { z } from 'zod';
import { Span } from './span.ts';
import { AttributionKind, EntityType, Mood, PredicateType, Role, StateType } from './vocabulary.ts';

/** Identifier of an entity within one reading, such as `e3`. */
const EntityId = z.string();

/** Calibrated on the dev parts of corpora; says nothing of whether what is said is true. */
const Confidence = z.number().min(0).max(1);

export const Sentence = z.object({ span: Span });
export type Sentence = z.infer<typeof Sentence>;

/** A span that names something. */
export const Mention = z.object({
  span: Span,
  kind: z.enum(['name', 'nominal', 'pronoun']),
  entity: EntityId.nullable().describe('What it names; null when the reader could not tell.'),
});
export type Mention = z.infer<typeof Mention>;

/** A lasting relation that a description states ("a Front member" makes a member-of). */
export const Relation = z.object({
  type: StateType,
  to: EntityId,
  span: Span.describe('The words that state the relation.'),
});
export type Relation = z.infer<typeof Relation>;

export const Entity = z.object({
  id: EntityId,
  type: EntityType,
  name: z.string().describe('The fullest name or description in the document.'),
  mentions: z.array(Span),
  relations: z.array(Relation),
});
export type Entity = z.infer<typeof Entity>;

export const TimeMention = z.object({
  span: Span,
  edtf: z
    .string()
    .nullable()
    .describe(
      'EDTF (ISO 8601-2) date or interval; of a time of day its day. Both ends of a range ("from A to B") carry the ' +
        'whole, and "since A" has an open end. null for durations and sets, and where the date cannot be told.',
    ),
  value: z.string().describe('TIMEX3 value, such as 2020-10-24 or P1W.'),
  kind: z.enum(['date', 'time', 'duration', 'set']),
});
export type TimeMention = z.infer<typeof TimeMention>;

export const PlaceMention = z.object({
  span: Span,
  name: z.string().describe("The gazetteer's name, which may differ from the words."),
  lat: z.number().describe('WGS 84 degrees north.'),
  lon: z.number().describe('WGS 84 degrees east.'),
  precision: z
    .enum(['point', 'settlement', 'district', 'province', 'country'])
    .describe('How small it is; a continent counts as a country.'),
  within: z.array(z.string()).describe('Names of the province and country it lies in, smallest first.'),
  gazetteerId: z
    .string()
    .describe('`geonames:ID`, `geonames:admin1:CC.NN`, `geonames:admin2:CC.NN.NNN` or `iso3166:CC`.'),
  attributive: z
    .literal(true)
    .optional()
    .describe('Present where the words say whose, not where: "Kenyan", or "Kenya" in the name of a body.'),
});
export type PlaceMention = z.infer<typeof PlaceMention>;

export const Quantity = z.object({
  span: Span,
  value: z.number(),
  unit: z.string().nullable().describe('The noun counted, as a lemma ("troop"); null when bare.'),
  bound: z.enum(['exact', 'about', 'min', 'max']),
});
export type Quantity = z.infer<typeof Quantity>;

/** Who says it, the words that say so, and what is said. Spans are lists: a quotation may be split. */
export const Attribution = z.object({
  id: z.string(),
  source: z.array(Span),
  cue: z.array(Span),
  content: z.array(Span),
  kind: AttributionKind,
  speaker: EntityId.nullable().describe('null when unnamed ("officials", "is believed to").'),
  group: EntityId.nullable().describe('The body an unnamed speaker belongs to ("Moldovan officials").'),
  relay: EntityId.nullable().describe('The outlet nearest the speaker ("told the BBC").'),
  relays: z.array(EntityId).describe('All outlets, nearest the speaker first.'),
  parent: z.string().nullable().describe('The attribution in whose content this one is nested.'),
  confidence: Confidence.describe('How likely its source and content are the right ones.'),
});
export type Attribution = z.infer<typeof Attribution>;

export const RoleFiller = z.object({ role: Role, span: Span, entity: EntityId.nullable() });
export type RoleFiller = z.infer<typeof RoleFiller>;

/** One proposition: an event or state with its roles, as the innermost speaker puts it. */
export const Claim = z.object({
  id: z.string(),
  span: Span.describe('The clause.'),
  attribution: z.string().nullable().describe("The innermost attribution; null for the writer's own words."),
  kind: z.enum(['event', 'state', 'assessment']),
  predicate: z.object({ span: Span, lemma: z.string(), type: PredicateType.nullable() }),
  content: Span.optional().describe(
    'The clause under it that says what is promised, demanded, refused or forbidden; absent for none.',
  ),
  polarity: z.enum(['affirmed', 'negated']),
  mood: Mood,
  factuality: z
    .number()
    .min(-3)
    .max(3)
    .describe(
      'How far the innermost speaker commits to the happening: 3 certain, 0 not committed, −3 denied.',
    ),
  band: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('Percent, after ICD 203; null when nothing is asserted.'),
  roles: z.array(RoleFiller),
  time: z
    .string()
    .nullable()
    .describe(
      'EDTF of the happening, from its clause or from the narrative of its paragraph; null when undated.',
    ),
  tense: z
    .enum(['past', 'present', 'perfect', 'future', 'none'])
    .describe('Of the finite verb; tells how an undated claim is dated.'),
  place: z.int().nullable().describe('Index into `places`.'),
  confidence: Confidence.describe('How likely it has the right words in its roles and the right speaker.'),
  reported: z
    .string()
    .optional()
    .describe(
      'EDTF day of the part of the text that it stands in; absent: the day the document was published.',
    ),
  enteredBy: z.string().optional().describe('The person who entered it by hand; absent when it was read.'),
  rules: z
    .array(z.string())
    .optional()
    .describe(
      'Ids of the rules that made its mood, polarity and factuality, in the order in which they were met; absent for none.',
    ),
});
export type Claim = z.infer<typeof Claim>;

/** `[start, end, lemma, UPOS, head, deprel]`; head is an index in the document, −1 the root. */
export const SyntaxToken = z.tuple([z.int(), z.int(), z.string(), z.string(), z.int(), z.string()]);
export type SyntaxToken = z.infer<typeof SyntaxToken>;

/** Everything the reader found in one document. */
export const Reading = z.object({
  id: z.string(),
  text: z.string(),
  published: z.string().nullable().describe('EDTF date the relative times were resolved against.'),
  reader: z.object({ name: z.string(), version: z.string() }),
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  entities: z.array(Entity),
  times: z.array(TimeMention),
  places: z.array(PlaceMention),
  quantities: z.array(Quantity),
  attributions: z.array(Attribution),
  claims: z.array(Claim),
  unreadable: z
    .string()
    .optional()
    .describe('Why the reader failed on this text, of which it then tells nothing; absent as a rule.'),
  tokens: z.array(SyntaxToken).optional().describe('With layer `syntax` only.'),
  events: z
    .array(z.object({ span: Span, factuality: z.number().min(-3).max(3) }))
    .optional()
    .describe("With layer `factuality` only: the author's view of each event word."),
});
export type Reading = z.infer<typeof Reading>;

/** What stands for the reading of a document that no reader has read: it found nothing. */
export const unreadReading = ({
  id,
  text,
  published,
}: Pick<Reading, 'id' | 'text' | 'published'>): Reading => ({
  id,
  text,
  published,
  reader: { name: 'nobody', version: '0' },
  sentences: [],
  mentions: [],
  entities: [],
  times: [],
  places: [],
  quantities: [],
  attributions: [],
  claims: [],
});
