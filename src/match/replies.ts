import {
  type CaseFile,
  type Commitment,
  debtorsOf,
  type Evidence,
  type FoundReply,
  type Reply,
  type Statement,
} from '../model/index.ts';
import { isDenial } from './denials.ts';

const declining = new Set(['decline', 'refuse']);
const commenting = /\b(comment|respond|reply|answer|discuss)/i;
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

/** What a party's statement is, as an answer to a report of its own conduct; null when it is none. */
const kindOf = (statement: Statement, accused: Accused, matches: boolean): Reply['kind'] | null => {
  const { claim } = statement;
  if (declining.has(claim.predicate.lemma) && commenting.test(statement.text) && acts(statement, accused)) {
    return 'declines';
  }
  if (isDenial(statement) && acts(statement, accused)) return 'denies';
  if (!speaksFor(statement, accused)) return null;
  if (claim.predicate.type === 'INVESTIGATE' && acts(statement, accused)) return 'investigates';
  const contradicts = statement.chain.at(-1)?.kind === 'denies' || claim.polarity === 'negated';
  if (contradicts && (matches || acts(statement, accused))) return 'denies';
  // "If indeed we had, it would be a breach" admits nothing, nor does a verdict on oneself.
  const asserts = claim.mood === 'asserted' && claim.kind !== 'assessment' && claim.factuality > 0;
  if (matches && asserts) return 'admits';
  return acts(statement, accused) && statement.words.some((word) => giving.has(word)) ? 'explains' : null;
};

/**
 * The accused party's replies: what the debtor says, in a document that reports a breach of its
 * commitment or about conduct that would be a breach.
 */
export const findReplies = (
  file: CaseFile,
  statements: readonly Statement[],
  evidence: readonly Evidence[],
): FoundReply[] => file.commitments.flatMap((commitment) => repliesTo(commitment, statements, evidence));

const repliesTo = (
  commitment: Commitment,
  statements: readonly Statement[],
  evidence: readonly Evidence[],
): FoundReply[] => {
  const { id } = commitment;
  const accused = debtorsOf(commitment);
  const own = evidence.filter((item) => item.commitment === id);
  const accusing = own.filter(({ bearing }) => bearing === 'breach');
  const documents = new Set(accusing.map(({ documentId }) => documentId));
  const matching = new Set(accusing.map(({ statementId }) => statementId));
  const acquitting = new Set(
    own.flatMap(({ kind, bearing, statementId }) =>
      kind === 'verdict' && bearing === 'performance' ? [statementId] : [],
    ),
  );
  const replies = statements.flatMap((statement) => {
    // Who says of himself that he keeps his word denies a breach, whoever charged him with it.
    const isAcquittal = acquitting.has(statement.id) && speaksFor(statement, accused);
    if (!isAcquittal && !documents.has(statement.documentId)) return [];
    const kind = isAcquittal ? 'denies' : kindOf(statement, accused, matching.has(statement.id));
    if (!kind) return [];
    return [
      {
        statementId: statement.id,
        commitment: id,
        kind,
        by: repliedBy(statement, accused),
        document: statement.documentId,
        span: statement.claim.span,
        words: statement.text,
      },
    ];
  });
  // "They denied that …" is one reply: where what they denied was read, the word itself is none.
  const bare = new Set(statements.flatMap((statement) => (isDenial(statement) ? [statement.id] : [])));
  const told = new Set(
    replies.flatMap(({ kind, statementId, document }) =>
      kind === 'denies' && !bare.has(statementId) ? [document] : [],
    ),
  );
  return replies.filter(({ statementId, document }) => !bare.has(statementId) || !told.has(document));
};
