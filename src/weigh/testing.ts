import {
  CaseFile,
  type Claim,
  type Evidence,
  type FoundReply,
  type Matches,
  type ResolvedEntity,
  type Speaker,
  type Statement,
} from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import type { Material } from './court.ts';

/** A made-up promise to open a pass, for the tests of weighing. */
export const passCase = CaseFile.parse({
  ...passAgreement,
  actors: [
    { id: 'monitors', name: 'Pass Monitors' },
    { id: 'watch', name: 'Valley Watch' },
    { id: 'rivals', name: 'Sudland Militia', partOf: ['sudland'], adverseTo: ['norland'] },
    { id: 'raiders', name: 'Raiders' },
  ],
  grades: { 'Pass Monitors': 'B', 'Valley Watch': 'B', Gazette: 'A', Rag: 'F', Herald: 'A' },
  commitments: [
    {
      id: 'no-raiders',
      debtor: 'norland',
      creditor: 'sudland',
      kind: 'prohibition',
      requires: 'Norland does not host raiders.',
      window: { from: '2030-01-01' },
    },
    {
      id: 'withdraw',
      debtor: 'norland',
      creditor: 'sudland',
      kind: 'obligation',
      requires: 'Norland leaves the pass in 90 days.',
      window: { from: '2030-01-01', within: 'P90D' },
      conditionalOn: ['no-raiders'],
    },
  ],
});

const entity = (key: string, bodies: string[] = []): ResolvedEntity => ({
  key,
  name: key,
  type: 'organisation',
  bodies: [key, ...bodies],
});

const bodiesOf: Record<string, string[]> = { rivals: ['sudland'] };

export interface Telling {
  speaker?: string;
  kind?: Speaker['kind'];
  publisher?: string;
  published?: string;
  does?: 'hosts' | 'RETREAT';
  factuality?: number;
  mood?: Claim['mood'];
  time?: string | null;
  tense?: Claim['tense'];
  /** The words of the claim. */
  text?: string;
}

let next = 0;

/** One report of one claim; everything that a test does not say is plain. */
export const tell = ({
  speaker,
  kind = 'says',
  publisher = 'Gazette',
  published = '2030-03-10',
  does = 'hosts',
  factuality = 3,
  mood = 'asserted',
  time = null,
  tense = 'present',
  text,
}: Telling = {}): Statement => {
  next += 1;
  const documentId = String(next).padStart(16, '0');
  const said = speaker ? entity(speaker, bodiesOf[speaker]) : null;
  return {
    id: `${documentId}/c1`,
    documentId,
    publisher,
    published,
    text: text ?? `claim ${next}`,
    claim: {
      id: 'c1',
      span: [0, 7],
      attribution: speaker ? 'a1' : null,
      kind: does === 'hosts' ? 'state' : 'event',
      predicate: { span: [0, 5], lemma: does, type: does },
      polarity: factuality < 0 ? 'negated' : 'affirmed',
      mood,
      factuality,
      band: null,
      roles: [],
      time,
      tense,
      place: null,
      confidence: 1,
    },
    chain: said
      ? [{ attribution: 'a1', kind, entity: said, group: null, relays: [], words: speaker ?? '' }]
      : [],
    actors: [
      { role: 'agent', entity: entity('norland') },
      { role: 'patient', entity: entity('raiders') },
    ],
    promise: false,
    places: [],
    location: null,
    quantities: [],
    words: [],
  };
};

/** What a claim is evidence of in the case of the pass, as the matcher would give it. */
const evidenceOf = (statement: Statement): Evidence => {
  const isHosting = statement.claim.predicate.type === 'hosts';
  return {
    id: `evidence-${statement.id}`,
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: isHosting ? 'no-raiders' : 'withdraw',
    kind: 'conduct',
    bearing: isHosting ? 'breach' : 'performance',
    factuality: statement.claim.factuality,
    strength: 'direct',
    probability: 0.9,
    tier: 'counted',
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    elements: [],
    through: [],
  };
};

/** What Norland denies is its reply to what is told of it. */
const repliesOf = (statement: Statement): FoundReply[] => {
  const speaker = statement.chain.at(-1);
  if (speaker?.kind !== 'denies' || speaker.entity?.key !== 'norland') return [];
  const { commitment, words, span } = evidenceOf(statement);
  const { id: statementId, documentId: document } = statement;
  return [{ statementId, commitment, kind: 'denies', by: 'norland', document, span, words }];
};

/** The statements as matched material, each on a page of its own. */
export const materialOf = (
  statements: readonly Statement[],
  file = passCase,
): Material & { matches: Matches } => ({
  file,
  statements,
  pages: statements.map(({ documentId, publisher, published }) => ({
    id: documentId,
    publisher,
    published,
    text: `page ${documentId}`,
  })),
  matches: { evidence: statements.map(evidenceOf), replies: statements.flatMap(repliesOf) },
  copies: new Map(),
  decisions: [],
});
