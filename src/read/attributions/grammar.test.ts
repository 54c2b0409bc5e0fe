import { describe, expect, it } from 'vitest';
import { quote } from '../../model/index.ts';
import { read } from '../claims/testing.ts';

/** Who says what a sentence tells, in its words; '' for somebody unnamed, null for the writer. */
const sources: readonly (readonly [text: string, source: string | null])[] = [
  ["By the harbour board's ledger, 33 ships passed the gate.", "the harbour board's ledger"],
  ['33 ships passed the gate, by the count of the board.', 'the count of the board'],
  ['In the words of the mayor, the road is a grave.', 'the words of the mayor'],
  ['Per the harbour board, 33 ships passed the gate.', 'the harbour board'],
  ['By the river, 33 ships passed the gate.', null],
  ['By noon, 33 ships had passed the gate.', null],
  ['The council has been told that the ships passed the gate.', ''],
  ['The council was told by the harbour board that the ships passed the gate.', 'the harbour board'],
];

describe('the source of a sentence', () => {
  it.each(sources)('%s', async (text, source) => {
    const { attributions, claims } = await read(text);
    const claim = claims.find(
      ({ predicate }) => predicate.lemma === 'pass' || predicate.lemma.startsWith('be'),
    );
    const told = attributions.find(({ id }) => id === claim?.attribution);
    expect(claim).toBeDefined();
    expect(told ? told.source.map((span) => quote(text, span)).join(' ') : null).toBe(source);
  });
});
