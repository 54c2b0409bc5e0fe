import { describe, expect, it } from 'vitest';
import { read, shortClaims } from './testing.ts';

/** Each rule with an example, and a counter-example that looks like it. */
const clauses: readonly (readonly [rule: string, text: string, expected: readonly string[]])[] = [
  ['copula with a bound', 'The total was above 300.', ['was above 300 · state · yes']],
  ['copula with a preposition', 'The stock is above the cap.', ['is above the cap · state · yes']],
  ['copula with an adjective', 'The delivery is three years late.', ['is three years late · state · yes']],
  ['no cleft is a copula', 'It was the Front who shelled the port.', ['shelled · event · yes']],
  ['raising adjective', 'The Front is likely to leave the camps.', ['leave · event · planned']],
  ['question of a copula', 'Is the stock above the cap?', ['Is the stock above the cap · state · question']],
  ['existential', 'There was shelling near the bridge.', ['was shelling · event · yes']],
  ['existential, denied', 'There has been no shelling since May.', ['has been no shelling · event · no']],
  [
    'nominalisation with its doer',
    'Fresh shelling by the army hit the market.',
    ['Fresh shelling · event · yes', 'hit · event · yes'],
  ],
  ['nominalisation that is reported', 'Monitors list new abuses by the Guard.', ['new abuses · event · yes']],
  ['a bare noun of conduct is none of its own', 'The shelling hit the market.', ['hit · event · yes']],
  [
    'no sign of it',
    'There is no sign of shelling by the army.',
    ['is no sign · state · no', 'shelling · event · open'],
  ],
  [
    'value of a noun phrase',
    'The ledger shows a total of 115 billion.',
    ['a total of 115 billion · state · yes'],
  ],
  ['no value', 'The ledger names the total of the fund.', ['names · event · yes']],
  [
    'small clause with a bound',
    'Inspectors found it over the cap.',
    ['found · event · yes', 'over the cap · state · yes'],
  ],
  ['a place is no small clause', 'Inspectors found it over the bridge.', ['found · event · yes']],
  [
    'gap after an adjective',
    'The state was late on its report and likewise on its stock.',
    ['was late · state · yes', 'its stock · state · yes'],
  ],
  [
    'gap, denied',
    'The ministry sent the judge to court, but not the clerk.',
    ['sent · event · yes', 'the clerk · event · no'],
  ],
  ['two objects are no gap', 'The ministry sent the judge and the clerk.', ['sent · event · yes']],
  ['verb with a bound', 'The stock went beyond the cap.', ['went · event · yes']],
  ['verb without a type', 'The gates opened to inspectors.', ['opened · event · yes']],
  ['passive', 'The prisoners were swapped at the bridge.', ['were swapped · event · yes']],
  ['verb that the network takes for a cue', 'Moldova appointed a new judge.', ['appointed · event · yes']],
  ['a cue alone tells what is said', 'Anna Berg said that the port burned.', ['burned · event · yes']],
  [
    'headline of two parts',
    'Deadline passes; 17 of 44 launchers locked away',
    ['passes · state · yes', 'locked · event · yes'],
  ],
  ['headline, denied', 'No convoys for third week', ['convoys · state · no']],
  ['headline, to come', 'Army to leave the camps', ['leave · event · planned']],
  ['list item', '- convoys let through: 3 of 5', ['let through · event · yes']],
  ['what is said without a verb', 'Anna Berg said: “No convoys for weeks.”', ['convoys · state · no']],
];

describe('every clause is a claim', () => {
  it.each(clauses)('%s: %s', async (_rule, text, expected) => {
    expect(await shortClaims(text)).toEqual(expected);
  });

  const lemmas: readonly (readonly [text: string, lemma: string])[] = [
    ['The stock is above the cap.', 'be above cap'],
    ['The stock went beyond the cap.', 'go beyond'],
    ['The guards let through three convoys.', 'let through'],
    ['There was a raid on the port.', 'raid'],
    ['The state was late on its report and likewise on its stock.', 'be late'],
  ];
  it.each(lemmas)('%s tells “%s”', async (text, lemma) => {
    expect((await read(text)).claims.map(({ predicate }) => predicate.lemma)).toContain(lemma);
  });

  it('gives the type of a noun only where it is sure', async () => {
    const typesOf = async (text: string) => (await read(text)).claims.map(({ predicate }) => predicate.type);
    expect(await typesOf('There were no ties between Moldova and the Northern Front.')).toEqual([
      'COOPERATE',
    ]);
    expect(await typesOf('Monitors recorded new abuses.')).toEqual([null, null]);
  });
});
