import { expect, it } from 'vitest';
import type { Claim, Commitment, Statement } from '../model/index.ts';
import { tellsOfProhibited } from './prohibited.ts';

const told = (lemma: string, text: string, more: Partial<Claim> = {}) =>
  ({
    text,
    claim: { predicate: { lemma }, polarity: 'affirmed', factuality: 3, ...more },
  }) as Pick<Statement, 'claim' | 'text'>;
const duty = (requires: string, kind: Commitment['kind'] = 'prohibition') => ({ requires, kind });

const ports = duty('no attacks on ports');

it.each([
  ['a verb', 'attack', 'The navy attacked the port', ports],
  ['a copula', 'be attack', 'It was the third attack on the port', ports],
  ['a light verb', 'carry out attack', 'The navy carried out an attack', ports],
  ['after a verb that binds', 'close', 'The mill closed the sluice', duty('must not close the sluice')],
  ['after adverbs', 'arm', 'It armed them', duty('shall not, directly or indirectly, arm any group')],
])('what is forbidden took place: %s', (_what, lemma, text, forbidden) => {
  expect(tellsOfProhibited(told(lemma, text), forbidden)).toBe(true);
});

it.each([
  ['less of it', told('attack', 'There were fewer attacks'), ports],
  ['its end', told('stop', 'The attacks stopped'), ports],
  ['a negation', told('attack', 'They did not attack', { polarity: 'negated', factuality: -3 }), ports],
  ['a threat', told('attack', 'They may attack', { factuality: 0 }), ports],
  [
    'what it must not hinder',
    told('deliver', 'Aid was delivered'),
    duty('shall not hinder deliveries of aid'),
  ],
  [
    'an obligation',
    told('attack', 'They attacked'),
    duty('no later than May, attack the pest', 'obligation'),
  ],
])('nothing forbidden took place: %s', (_what, statement, forbidden) => {
  expect(tellsOfProhibited(statement, forbidden)).toBe(false);
});
