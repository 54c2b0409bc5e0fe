import { describe, expect, it } from 'vitest';
import { CaseFile, type Evidence, type Statement } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import type { ResolvedDocument } from '../resolve/index.ts';
import { findReplies } from './replies.ts';

const commitment = (id: string, requires: string) => ({
  id,
  debtor: 'norland',
  creditor: 'sudland',
  kind: 'prohibition' as const,
  requires,
  window: { from: '2030-01-01' },
});

const file = CaseFile.parse({
  ...passAgreement,
  commitments: [
    commitment('no-shells', 'Norland does not shell the harbour.'),
    commitment('let-food-in', 'Norland does not stop lorries that carry food.'),
  ],
});

/** A page of sentences: each with the words of its claim, who says them, and how. */
interface Line {
  text: string;
  claim: string;
  by?: 'norland' | 'watch';
  denies?: boolean;
  factuality?: number;
  does?: string;
  agent?: string;
  /** The commitment whose breach it reports. */
  accuses?: string;
}

const page = (...lines: Line[]): { document: ResolvedDocument; evidence: Evidence[] } => {
  const text = lines.map((line) => line.text).join(' ');
  const statements: Statement[] = [];
  const evidence: Evidence[] = [];
  const sentences: { span: [number, number] }[] = [];
  let at = 0;
  for (const [place, line] of lines.entries()) {
    sentences.push({ span: [at, at + line.text.length] });
    const start = at + line.text.indexOf(line.claim);
    const span: [number, number] = [start, start + line.claim.length];
    const entity = (key: string) => ({ key, name: key, type: 'organisation' as const, bodies: [key] });
    const statement: Statement = {
      id: `d/c${place}`,
      documentId: 'd',
      publisher: 'Gazette',
      published: '2030-03-10',
      text: line.claim,
      claim: {
        id: `c${place}`,
        span,
        attribution: line.by ? 'a1' : null,
        kind: 'event',
        predicate: { span, lemma: line.does ?? 'do', type: null },
        polarity: (line.factuality ?? 3) < 0 ? 'negated' : 'affirmed',
        mood: 'asserted',
        factuality: line.factuality ?? 3,
        band: null,
        roles: [],
        time: null,
        tense: 'past',
        place: null,
        confidence: 1,
      },
      chain: line.by
        ? [
            {
              attribution: 'a1',
              kind: line.denies ? 'denies' : 'says',
              entity: entity(line.by),
              group: null,
              relays: [],
              words: line.by,
            },
          ]
        : [],
      actors: [{ role: 'agent', entity: entity(line.agent ?? 'norland') }],
      promise: false,
      places: [],
      location: null,
      quantities: [],
      words: line.claim.toLowerCase().split(' '),
    };
    statements.push(statement);
    if (line.accuses)
      evidence.push({
        id: `e${place}`,
        statementId: statement.id,
        documentId: 'd',
        commitment: line.accuses,
        kind: 'conduct',
        bearing: 'breach',
        factuality: line.factuality ?? 3,
        strength: 'direct',
        probability: 0.9,
        tier: 'counted',
        span,
        words: line.claim,
        verdict: 'proposed',
        elements: [],
        through: [],
      });
    at += line.text.length + 1;
  }
  const document = { document: { id: 'd' }, reading: { text, sentences }, statements, named: [] };
  return { document: document as unknown as ResolvedDocument, evidence };
};

const shelling: Line = {
  text: 'Eleven shells hit the harbour, monitors said.',
  claim: 'Eleven shells hit the harbour',
  by: 'watch',
  accuses: 'no-shells',
};
const stopping: Line = {
  text: 'Guards stopped nine lorries that carried food.',
  claim: 'Guards stopped nine lorries that carried food',
  accuses: 'let-food-in',
};

const repliesIn = (...lines: Line[]) => {
  const { document, evidence } = page(...lines);
  return findReplies(file, [document], evidence).map(({ commitment: on, kind, by, words }) => [
    on,
    kind,
    by,
    words,
  ]);
};

describe('replies of the accused', () => {
  it('are the whole sentence, on the commitment that they are about, and on no other', () => {
    const text = 'A spokesman of Norland denied that its guns had fired on the harbour.';
    const denial: Line = {
      text,
      claim: 'its guns had fired on the harbour',
      by: 'norland',
      denies: true,
      factuality: -3,
    };
    expect(repliesIn(shelling, stopping, denial)).toEqual([['no-shells', 'denies', 'norland', text]]);
  });

  it('deny what somebody else is said to have done, where the accused denies it', () => {
    const denial: Line = {
      text: 'It denied that hired crews had shelled the harbour.',
      claim: 'hired crews had shelled the harbour',
      by: 'norland',
      denies: true,
      factuality: -3,
      agent: 'crews',
    };
    expect(repliesIn(shelling, denial).map(([on, kind]) => [on, kind])).toEqual([['no-shells', 'denies']]);
  });

  it('without a subject of their own answer what stands just before them', () => {
    const silence: Line = {
      text: 'Norland declined to comment.',
      claim: 'Norland declined to comment',
      does: 'decline',
    };
    expect(repliesIn(shelling, silence).map(([on, kind]) => [on, kind])).toEqual([['no-shells', 'declines']]);
    const far: Line = { text: 'x'.repeat(500), claim: 'xxx', by: 'watch' };
    expect(repliesIn(shelling, far, silence)).toEqual([]);
  });

  it.each([
    [
      'what the accused says of others',
      { by: 'norland', agent: 'crews', accuses: 'no-shells', claim: 'hired crews had shelled the harbour' },
    ],
    ['what a bystander denies', { by: 'watch', denies: true, factuality: -3, agent: 'watch' }],
    [
      'what the accused says of something else',
      { by: 'norland', factuality: -3, claim: 'no envoy was sent north' },
    ],
  ] as const)('are not %s', (_name, parts) => {
    const claim = 'claim' in parts ? parts.claim : 'its guns had fired on the harbour';
    expect(repliesIn(shelling, { text: `It is said that ${claim}.`, ...parts, claim })).toEqual([]);
  });
});
