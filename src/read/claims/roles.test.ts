import { describe, expect, it } from 'vitest';
import { createLocalReader } from '../index.ts';

const reader = createLocalReader();

type Actors = readonly (readonly [role: string, entity: string | null])[];

/** Roles with their entities' names; without an entity, null. */
const actorsAt = async (text: string, lemma: string): Promise<Actors> => {
  const { claims, entities } = await reader.read({ id: 'roles', text, published: '2031-05-02' });
  const claim = claims.find(({ predicate }) => predicate.lemma === lemma);
  return (claim?.roles ?? [])
    .filter(({ role }) => /^(?:agent|patient|recipient|beneficiary)$/.test(role))
    .map(({ role, entity }) => [role, entities.find(({ id }) => id === entity)?.name ?? null]);
};

describe('who is meant', () => {
  const cases: readonly (readonly [text: string, lemma: string, actors: Actors])[] = [
    // Through what is theirs.
    [
      'Moldova demolished Egyptian homes.',
      'demolish',
      [
        ['agent', 'Moldova'],
        ['patient', 'Egyptian'],
      ],
    ],
    [
      'Egypt rejected the proposed Moldovan changes.',
      'reject',
      [
        ['agent', 'Egypt'],
        ['patient', 'Moldovan'],
      ],
    ],
    [
      'Egypt shelled positions of the Northern Front.',
      'shell',
      [
        ['agent', 'Egypt'],
        ['patient', 'Northern Front'],
      ],
    ],
    [
      'Moldova closed its borders.',
      'close',
      [
        ['agent', 'Moldova'],
        ['patient', null],
      ],
    ],
    // By the noun that a phrase describes.
    [
      'Egypt prohibited all aid to Moldova.',
      'prohibit',
      [
        ['agent', 'Egypt'],
        ['patient', null],
        ['recipient', 'Moldova'],
      ],
    ],
    [
      'Anna Berg called for sanctions against Moldova.',
      'call',
      [
        ['agent', 'Anna Berg'],
        ['patient', 'Moldova'],
      ],
    ],
    // Inside what is promised, refused or threatened.
    [
      'Egypt agreed to provide aid to Moldova.',
      'agree',
      [
        ['agent', 'Egypt'],
        ['recipient', 'Moldova'],
      ],
    ],
    [
      'Egypt refused to meet the Northern Front.',
      'refuse',
      [
        ['agent', 'Egypt'],
        ['patient', 'Northern Front'],
      ],
    ],
    [
      'Egypt threatened to attack Moldova.',
      'threaten',
      [
        ['agent', 'Egypt'],
        ['patient', 'Moldova'],
      ],
    ],
    [
      'Egypt threatened to leave the talks if Moldova attacked.',
      'threaten',
      [
        ['agent', 'Egypt'],
        ['patient', 'Moldova'],
      ],
    ],
    [
      'Egypt demanded an apology by Moldova.',
      'demand',
      [
        ['agent', 'Egypt'],
        ['patient', null],
        ['patient', 'Moldova'],
      ],
    ],
    // Who has the form of another role.
    ['Egypt is opposed to the plan.', 'oppose', [['agent', 'Egypt']]],
    [
      'Egypt sent envoys to mediate between Moldova and Chad.',
      'mediate',
      [
        ['agent', 'Egypt'],
        ['patient', 'Moldova'],
        ['patient', 'Chad'],
      ],
    ],
    [
      'Residents marched in a protest against the abuses by the Northern Front.',
      'protest',
      [
        ['patient', null],
        ['patient', 'Northern Front'],
      ],
    ],
    ['Three Moldovan soldiers were killed by a mine.', 'kill', [['patient', 'Three Moldovan soldiers']]],
  ];

  it.each(cases)('%s', async (text, lemma, actors) => {
    expect(await actorsAt(text, lemma)).toEqual(actors);
  });
});
