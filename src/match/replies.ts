import { stemmer } from 'stemmer';
import {
  type CaseFile,
  type Commitment,
  debtorsOf,
  type Evidence,
  type FoundReply,
  overlaps,
  quote,
  type Reply,
  type Span,
  type Statement,
} from '../model/index.ts';
import { foldName, type ResolvedDocument } from '../resolve/index.ts';
import { isDeclining } from './declining.ts';
import { isDenial } from './denials.ts';

const giving = new Set(['because', 'since', 'due', 'owing']);

/** Who is accused: one body, or the joint debtors of a duty, each of whom may answer. */
type Accused = readonly string[];

const speaksFor = (statement: Statement, accused: Accused): boolean => {
  const speaker = statement.chain.at(-1);
  return [speaker?.entity, speaker?.group].some((entity) =>
    accused.some((party) => entity?.bodies.includes(party)),
  );
};

const agentIn = ({ actors }: Statement, accused: Accused) =>
  actors.find(
    ({ role, entity }) => role === 'agent' && accused.some((party) => entity.bodies.includes(party)),
  );

const acts = (statement: Statement, accused: Accused): boolean => agentIn(statement, accused) !== undefined;

/** Whoever speaks for the party; where a page tells that the party denied or declined, the party itself. */
const repliedBy = (statement: Statement, accused: Accused): string => {
  const speaker = statement.chain.at(-1);
  if (speaksFor(statement, accused)) return speaker?.entity?.name ?? (speaker?.words || 'unnamed speaker');
  return agentIn(statement, accused)?.entity.name ?? 'unnamed speaker';
};

/** A statement denies when its speaker is told to deny it, or says that it is not so. */
const contradicts = (statement: Statement): boolean =>
  statement.chain.at(-1)?.kind === 'denies' || statement.claim.polarity === 'negated';

/** What a party's statement is, as an answer to a report of its own conduct; null when it is none. */
const kindOf = (statement: Statement, accused: Accused, matches: boolean): Reply['kind'] | null => {
  const { claim } = statement;
  if (isDeclining(statement) && acts(statement, accused)) return 'declines';
  if (isDenial(statement) && acts(statement, accused)) return 'denies';
  if (!speaksFor(statement, accused)) return null;
  if (claim.predicate.type === 'INVESTIGATE' && acts(statement, accused)) return 'investigates';
  const isDenied = statement.chain.at(-1)?.kind === 'denies';
  if (isDenied || (contradicts(statement) && (matches || acts(statement, accused)))) return 'denies';
  // "If indeed we had, it would be a breach" admits nothing, nor does a verdict on oneself.
  // What it says of others admits nothing either.
  const asserts = claim.mood === 'asserted' && claim.kind !== 'assessment' && claim.factuality > 0;
  if (matches && asserts && acts(statement, accused)) return 'admits';
  return acts(statement, accused) && statement.words.some((word) => giving.has(word)) ? 'explains' : null;
};

/** UTF-16 code units of text after a report in which an answer without a subject of its own ("declined to comment") is to it. */
const answering = 400;

/** Least share of the words of what is required, or reported, that an answer to it has. */
const leastShared = 0.25;

/** Words shorter than this tell no subject. */
const leastLetters = 4;

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldName(text)
      .split(' ')
      .filter(({ length }) => length >= leastLetters)
      .map((word) => stemmer(word)),
  );

const sharedOf = (of: ReadonlySet<string>, words: ReadonlySet<string>): number =>
  of.size === 0 ? 0 : [...of].filter((stem) => words.has(stem)).length / of.size;

/** The sentence in which a statement's predicate stands; its claim alone in a text that nobody read. */
const sentenceOf = ({ claim }: Statement, { reading }: ResolvedDocument): Span =>
  reading.sentences.find(({ span }) => overlaps(span, claim.predicate.span))?.span ?? claim.span;

/** One commitment's accusations in one document, and whether an answer there is about them. */
const subjectOf = (
  { requires }: Commitment,
  accusing: readonly Evidence[],
  names: ReadonlySet<string>,
): ((statement: Statement, sentence: string, kind: Reply['kind']) => boolean) => {
  const without = (stems: ReadonlySet<string>) => new Set([...stems].filter((stem) => !names.has(stem)));
  const subjects = [requires, ...accusing.map(({ words }) => words)].map((text) => without(stemsOf(text)));
  const ends = accusing.map(({ span }) => span[1]);
  return ({ claim }, sentence, kind) => {
    const words = stemsOf(sentence);
    if (subjects.some((subject) => sharedOf(subject, words) >= leastShared)) return true;
    const isNext = ends.some(
      (end) => claim.predicate.span[0] >= end && claim.predicate.span[0] - end <= answering,
    );
    return isNext && (kind === 'declines' || kind === 'investigates');
  };
};

/**
 * The accused party's replies: what the debtor says, in a document that reports a breach of its commitment, about that
 * breach. Each is the whole sentence that it stands in; a reply for each claim of it, since none of them accuses.
 */
export const findReplies = (
  file: CaseFile,
  documents: readonly ResolvedDocument[],
  evidence: readonly Evidence[],
): FoundReply[] => {
  const names = stemsOf(
    [...file.parties, ...file.actors].flatMap(({ name, aliases }) => [name, ...aliases]).join(' '),
  );
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const key = `${item.commitment} ${item.documentId}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return file.commitments.flatMap((commitment) =>
    documents.flatMap((document) =>
      repliesIn(document, commitment, groups.get(`${commitment.id} ${document.document.id}`) ?? [], names),
    ),
  );
};

const repliesIn = (
  document: ResolvedDocument,
  commitment: Commitment,
  own: readonly Evidence[],
  names: ReadonlySet<string>,
): FoundReply[] => {
  if (own.length === 0) return [];
  const { statements, reading } = document;
  const accused = debtorsOf(commitment);
  const accusing = own.filter(({ bearing }) => bearing === 'breach');
  const matching = new Set(accusing.map(({ statementId }) => statementId));
  const acquitting = new Set(
    own.flatMap(({ kind, bearing, statementId }) =>
      kind === 'verdict' && bearing === 'performance' ? [statementId] : [],
    ),
  );
  const isAbout = subjectOf(commitment, accusing, names);
  const replies = statements.flatMap((statement) => {
    // Who says of himself that he keeps his word denies a breach, whoever charged him with it.
    const isAcquittal = acquitting.has(statement.id) && speaksFor(statement, accused);
    if (!isAcquittal && accusing.length === 0) return [];
    const kind = isAcquittal ? 'denies' : kindOf(statement, accused, matching.has(statement.id));
    if (!kind) return [];
    const span = sentenceOf(statement, document);
    const words = quote(reading.text, span);
    if (!isAcquittal && !matching.has(statement.id) && !isAbout(statement, words, kind)) return [];
    return [
      {
        statementId: statement.id,
        commitment: commitment.id,
        kind,
        by: repliedBy(statement, accused),
        document: statement.documentId,
        span,
        words,
      },
    ];
  });
  // "They denied that …" is one reply: where what they denied was read, the word itself is none.
  const bare = new Set(statements.flatMap((statement) => (isDenial(statement) ? [statement.id] : [])));
  const isTold = replies.some(({ kind, statementId }) => kind === 'denies' && !bare.has(statementId));
  return replies.filter(({ statementId }) => !bare.has(statementId) || !isTold);
};
