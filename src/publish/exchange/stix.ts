import { createHash } from 'node:crypto';
import { toldInText } from '../../messages/index.ts';
import { creditorsOf, type Document, debtorsOf, type Finding, type Told } from '../../model/index.ts';
import { debtorNames, opinionWords } from '../in-words.ts';
import { jsonText } from '../json-text.ts';
import { statusWords } from '../marks.ts';
import { statusSentence } from '../plain-words.ts';
import { daysOf } from '../reported-events.ts';
import { type NamedBody, namedBodies, publisherKey, speakersOf } from './bodies.ts';
import { type Cited, citedIn, documentsCited, type HandedOn } from './handed-on.ts';
import { uuidOf } from './urn.ts';

/*
 * The case as a bundle of STIX 2.1, with nothing that the standard does not know: bodies as identities, commitments as
 * groupings, documents as reports. Whoever reports conduct has an opinion on whether the commitment is kept, and so has the
 * finding. What gets lost is in docs/exports.md.
 */

type StixType = 'identity' | 'grouping' | 'opinion' | 'report';
type StixId = `${StixType}--${string}`;

interface StixObject {
  type: StixType;
  spec_version: '2.1';
  id: StixId;
  created: string;
  modified: string;
  [property: string]: unknown;
}

interface Reference {
  source_name: string;
  url?: string;
  description?: string;
  hashes?: { 'SHA-256': string };
}

const idOf = (type: StixType, ...parts: readonly string[]): StixId =>
  `${type}--${uuidOf('stix', type, ...parts)}`;

const object = (id: StixId, at: string, properties: object): StixObject => ({
  type: id.slice(0, id.indexOf('--')) as StixType,
  spec_version: '2.1',
  id,
  created: at,
  modified: at,
  ...properties,
});

/** The id hangs on all that it says: the same id never comes with other content. */
const saying = (type: StixType, at: string, properties: object): StixObject => {
  const digest = createHash('sha256')
    .update(JSON.stringify([at, properties]))
    .digest('hex');
  return object(idOf(type, digest), at, properties);
};

/** First instant of a day, as STIX writes it. */
const startOf = (day: string): string => `${day}T00:00:00.000Z`;

/** All that a bundle refers to. */
interface Bundled {
  handed: HandedOn;
  /** Id of whoever makes the bundle. */
  maker: StixId;
  /** When the agreement was signed: its bodies and commitments are as old. */
  since: string;
}

const identityId = ({ file }: HandedOn, key: string): StixId => idOf('identity', file.id, key);
const groupingId = ({ file }: HandedOn, id: string): StixId => idOf('grouping', file.id, id);

const makerOf = (version: string, since: string): StixObject =>
  object(idOf('identity', 'proviso', version, since), since, {
    name: `Proviso ${version}`,
    identity_class: 'system',
  });

const identityOf = (
  { handed, maker, since }: Bundled,
  { key, name, isPerson, kind }: NamedBody,
): StixObject =>
  object(identityId(handed, key), since, {
    created_by_ref: maker,
    name,
    identity_class: isPerson ? 'individual' : 'organization',
    ...(kind === 'party' ? { roles: ['party'] } : {}),
  });

const groupingOf = (
  { handed, maker, since }: Bundled,
  { id, requires, clause, reference, debtor, creditor }: HandedOn['file']['commitments'][number],
): StixObject =>
  object(groupingId(handed, id), since, {
    created_by_ref: maker,
    name: requires,
    ...(clause ? { description: [reference, clause].filter(Boolean).join(': ') } : {}),
    context: 'unspecified',
    object_refs: [...new Set([...debtorsOf({ debtor }), ...creditorsOf({ creditor })])].map((key) =>
      identityId(handed, key),
    ),
  });

/* Opinions: on whether a commitment is kept */

type Agreement = 'strongly-disagree' | 'disagree' | 'neutral' | 'agree' | 'strongly-agree';

const agreementOfTold = ({ bearing, stance }: Told): Agreement =>
  (bearing === 'performance') === (stance === 'affirms') ? 'agree' : 'disagree';

/** What is established is said strongly; what nobody knows, or is disputed, says neither. */
const agreementOfStatus = (status: Finding['status']): Agreement => {
  const strongly = status.startsWith('established') ? 'strongly-' : '';
  if (status.endsWith('performance')) return `${strongly}agree` as Agreement;
  return status.endsWith('breach') ? (`${strongly}disagree` as Agreement) : 'neutral';
};

/** As STIX has it: 0 to 100, of what is said; absent where nothing is known. */
const confidenceOf = ({ status, breach, performance }: Finding): { confidence?: number } => {
  const { probability } = status.endsWith('performance') ? performance : breach;
  const isSaid = status.endsWith('performance') || status.endsWith('breach');
  return isSaid && probability !== null ? { confidence: Math.round(probability * 100) } : {};
};

const referenceTo = ({ publisher, url, sha256, title }: Document): Reference => ({
  source_name: publisher || 'unknown publisher',
  description: title || 'Untitled',
  ...(url ? { url, hashes: { 'SHA-256': sha256 } } : {}),
});

/** When the document was first taken; the day that the case was signed where that is not kept. */
const takenAt = ({ handed, since }: Bundled, { id }: Document): string => {
  const collected = handed.collected.get(id);
  return collected ? new Date(collected).toISOString() : since;
};

const toldOpinion = (bundled: Bundled, cited: Cited): StixObject => {
  const { handed, maker } = bundled;
  const { finding, item, document } = cited;
  const authors = [...new Set(speakersOf(handed, cited).map(({ name }) => name))];
  const time = handed.statements.get(item.claim)?.claim.time;
  return saying('opinion', takenAt(bundled, document), {
    created_by_ref: maker,
    opinion: agreementOfTold(item),
    explanation: [
      `“${item.words}”`,
      `It ${toldInText(item)}. Told by ${item.chain.join(' ← ')}.`,
      ...(time ? [`Time told: ${time}.`] : []),
    ].join(' '),
    ...(authors.length > 0 ? { authors } : {}),
    object_refs: [groupingId(handed, finding.id)],
    external_references: [referenceTo(document)],
  });
};

const findingOpinion = ({ handed, maker }: Bundled, finding: Finding): StixObject => {
  const { file, assessment } = handed;
  const { asOf, knownAt } = assessment;
  const commitment = file.commitments.find(({ id }) => id === finding.id);
  const debtor = commitment ? debtorNames(file, commitment) : finding.id;
  return saying('opinion', startOf(knownAt), {
    created_by_ref: maker,
    opinion: agreementOfStatus(finding.status),
    ...confidenceOf(finding),
    explanation: [
      `Finding: ${statusWords(finding)}. ${statusSentence(debtor, finding)}`,
      `Breach: ${opinionWords(finding.breach)}. Performance: ${opinionWords(finding.performance)}.`,
      `Conduct up to ${asOf}, by what was published up to ${knownAt}.`,
      ...(finding.personal ? [`A person’s finding beside it: ${statusWords(finding.personal)}.`] : []),
    ].join(' '),
    object_refs: [groupingId(handed, finding.id)],
  });
};

/* Reports */

const reportOf = (bundled: Bundled, document: Document, told: readonly StixObject[]): StixObject => {
  const { handed, maker } = bundled;
  const { title, publisher, published, kind } = document;
  const day = daysOf(published).from;
  const taken = takenAt(bundled, document);
  const description = [
    ...(published
      ? [`Published ${published}.`]
      : [`Nobody says when it was published; it was collected ${taken}.`]),
    ...(kind === 'digest' ? ['The archived copy is a summary by Proviso, not the publisher’s text.'] : []),
  ];
  return saying('report', taken, {
    created_by_ref: maker,
    name: title || 'Untitled',
    description: description.join(' '),
    published: day ? startOf(day) : taken,
    object_refs: [
      ...told.map(({ id }) => id),
      ...(publisher ? [identityId(handed, publisherKey(publisher))] : []),
    ],
    external_references: [referenceTo(document)],
  });
};

const caseReport = ({ handed, maker }: Bundled, contents: readonly StixObject[]): StixObject => {
  const { file, assessment } = handed;
  return saying('report', startOf(assessment.knownAt), {
    created_by_ref: maker,
    name: file.title,
    description: `Whether the parties keep their word: conduct up to ${assessment.asOf}, by what was published up to ${assessment.knownAt}.`,
    published: startOf(assessment.knownAt),
    object_refs: contents.map(({ id }) => id),
  });
};

/** The case as a bundle of STIX 2.1: the same bytes for the same findings. */
export const caseStix = (handed: HandedOn): string => {
  const since = startOf(handed.file.signed);
  const maker = makerOf(handed.version, since);
  const bundled = { handed, maker: maker.id, since };
  const cited = citedIn(handed);
  const identities = namedBodies(handed, cited).map((body) => identityOf(bundled, body));
  const groupings = handed.file.commitments.map((commitment) => groupingOf(bundled, commitment));
  const findings = handed.assessment.commitments.map((finding) => findingOpinion(bundled, finding));
  const told = cited.map((one) => ({ one, opinion: toldOpinion(bundled, one) }));
  const reports = documentsCited(cited).map((document) =>
    reportOf(
      bundled,
      document,
      told.flatMap(({ one, opinion }) => (one.document === document ? [opinion] : [])),
    ),
  );
  const whole = caseReport(bundled, [...groupings, ...findings]);
  const objects = [
    maker,
    ...identities,
    ...groupings,
    ...findings,
    ...told.map(({ opinion }) => opinion),
    ...reports,
    whole,
  ];
  const once = [...new Map(objects.map((one) => [one.id, one])).values()];
  return `${jsonText({ type: 'bundle', id: `bundle--${uuidOf('stix', 'bundle', whole.id, ...once.map(({ id }) => id))}`, objects: once }, 1)}\n`;
};
