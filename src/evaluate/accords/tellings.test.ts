import { describe, expect, it } from 'vitest';
import type { Span, Statement } from '../../model/index.ts';
import { claimOf, spanOf } from '../testing.ts';
import { codedEvidence, markedClaim } from './tellings.ts';

const text = 'Berg said the ferries did not run. The harbour was closed.';
const sentence: Span = [0, 34];

const statementOf = (predicate: string, words: string, attribution: string | null = null): Statement => ({
  id: `r1/${predicate}`,
  documentId: 'r1',
  publisher: null,
  published: null,
  text: words,
  claim: { ...claimOf(text, predicate, null, []), span: spanOf(text, words), attribution },
  chain: [],
  actors: [],
  promise: false,
  places: [],
  location: null,
  quantities: [],
  words: [],
});
const said = statementOf('said', 'Berg said the ferries did not run');
const run = statementOf('run', 'the ferries did not run', 'a1');
const closed = statementOf('closed', 'The harbour was closed');

describe('the claim that a quotation marks', () => {
  it('is the one with its words', () => {
    expect(markedClaim(spanOf(text, 'ferries did not run'), sentence, [said, run, closed])).toBe(run);
  });

  it('is what is said, though the quotation says by whom', () => {
    expect(markedClaim(sentence, sentence, [said, run, closed])).toBe(run);
    expect(markedClaim(sentence, sentence, [said, closed])).toBe(said);
  });

  it('is none where the sentence claims nothing', () => {
    expect(markedClaim(sentence, sentence, [closed])).toBeNull();
  });
});

it('coded evidence is evidence that counts, as it was coded', () => {
  const claim = {
    quote: 'the ferries did not run',
    speaker: 'Berg',
    relay: [],
    commitment: 'sail',
    bearing: 'performance' as const,
    strength: null,
    factuality: -3,
    reply: null,
    when: null,
    origin: 'berg',
  };
  const gold = { report: 'r1', sentence: 0, commitment: 'sail', points: 'breach' as const, claim };
  expect(codedEvidence({ gold, statement: run }, 7)).toMatchObject({
    id: 'coded 7',
    statementId: 'r1/run',
    bearing: 'performance',
    factuality: -3,
    strength: 'indirect',
    tier: 'counted',
  });
});
