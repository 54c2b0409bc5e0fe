import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedEntity, Statement } from '../../model/index.ts';
import { assess } from '../index.ts';
import { materialOf, tell } from '../testing.ts';

const clocks = { asOf: '2030-06-30', knownAt: '2030-12-31' };

/** A statement: whose it is (state, adjective, portfolio), and its words in three parts, each in three ways. */
type Told = readonly [string, string, string, readonly (readonly [string, string, string])[]];

const statements: readonly Told[] = [
  [
    'Ostravia',
    'Ostravian',
    'health',
    [
      ['Eleven raiders', 'Eleven armed raiders', 'A band of eleven raiders'],
      ['are staying in a barn', 'are sheltered in a barn', 'have been housed in a barn'],
      ['by the upper mill', 'near the upper mill', 'close to the upper mill'],
    ],
  ],
  [
    'Tirhal',
    'Tirhali',
    'defence',
    [
      ['Forty smugglers', 'Some forty smugglers', 'Forty men, all smugglers,'],
      [
        'sleep below the lighthouse',
        'are sleeping beside the lighthouse',
        'spend their nights at the lighthouse',
      ],
      ['in Karsk bay', 'on the bay of Karsk', 'off Karsk bay'],
    ],
  ],
  [
    'Orvanda',
    'Orvandan',
    'finance',
    [
      ['The salt fund', 'The fund for salt', 'Its salt fund'],
      ['received 310 million talers', 'got 310 million talers', 'took in 310 million talers'],
      ['from the miners in spring', 'during spring from the miners', 'this spring from miners'],
    ],
  ],
  [
    'Velmora',
    'Velmoran',
    'justice',
    [
      ['Nineteen prisoners', 'Nineteen captives', 'Prisoners, nineteen of them,'],
      ['were released at the iron bridge', 'were let go at the iron bridge', 'were freed on the iron bridge'],
      ['on Tuesday morning', 'on Tuesday at dawn', 'early on Tuesday'],
    ],
  ],
  [
    'Karvia',
    'Karvian',
    'interior',
    [
      ['Police', 'Its police', 'Police patrols'],
      [
        'seized 72 rifles in a cellar',
        'confiscated 72 rifles from a cellar',
        'took 72 rifles out of a cellar',
      ],
      ['below the old brewery', 'under the brewery', 'of the former brewery'],
    ],
  ],
  [
    'Zelenor',
    'Zelenori',
    'energy',
    [
      ['The turbine at Quell', 'Quell’s turbine', 'The big turbine in Quell'],
      ['stood still for 23 days', 'was idle for 23 days', 'did not turn for 23 days'],
      ['for want of oil', 'as oil was lacking', 'without oil'],
    ],
  ],
  [
    'Morrow',
    'Morrowan',
    'transport',
    [
      ['The railway', 'The railway line', 'Its railway'],
      ['carried 5,400 sacks of wheat', 'moved 5,400 wheat sacks', 'hauled 5,400 sacks of wheat'],
      ['to the harbour', 'down to the harbour', 'as far as the harbour'],
    ],
  ],
  [
    'Halvra',
    'Halvran',
    'agriculture',
    [
      ['Farmers', 'Hill farmers', 'The farmers'],
      ['were paid 88 crowns a goat', 'received 88 crowns for each goat', 'got 88 crowns a goat'],
      ['after the drought', 'following the drought', 'because of the drought'],
    ],
  ],
  [
    'Dashmir',
    'Dashmiri',
    'education',
    [
      ['The school at Fenn', 'Fenn’s school', 'The village school of Fenn'],
      [
        'teaches 61 children in Vellish',
        'has 61 pupils taught in Vellish',
        'gives lessons in Vellish to 61 children',
      ],
      ['since September', 'from September on', 'as of September'],
    ],
  ],
  [
    'Selmora',
    'Selmoran',
    'housing',
    [
      ['Carpenters', 'Army carpenters', 'The carpenters'],
      ['rebuilt 140 roofs', 'repaired 140 roofs', 'mended 140 roofs'],
      ['in the flooded quarter', 'of the quarter that was flooded', 'across the flooded quarter'],
    ],
  ],
];

/** Nine outlets: each calls the body in its own way and tells the statement in words of its own. */
const outlets = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const speakers = (state: string, adjective: string, portfolio: string): string[] => {
  const full = `${portfolio[0]?.toUpperCase()}${portfolio.slice(1)}`;
  return [
    `the ${adjective} ${portfolio} ministry`,
    `${state}’s ${portfolio} ministry`,
    `the Ministry of ${full} of ${state}`,
    `a spokesman for the ${adjective} ${portfolio} ministry`,
    `${adjective} ${portfolio} ministry officials`,
    `the ${adjective} ${portfolio} minister`,
    `the ${portfolio} ministry`,
    `sources in the ${adjective} Ministry of ${full}`,
    `the press service of ${state}’s ${portfolio} ministry`,
  ];
};

const wording = (parts: Told[3], outlet: number): string =>
  parts.map((ways, part) => ways[Math.floor(outlet / 3 ** (part % 2) + part) % 3]).join(' ');

const tellingOf = ([state, adjective, portfolio, parts]: Told, outlet: number): Statement => {
  const words = speakers(state, adjective, portfolio)[outlet] as string;
  const text = wording(parts, outlet);
  const statement = tell({
    speaker: 'x',
    publisher: `Outlet ${outlet}`,
    text,
    published: `2030-03-1${outlet % 3}`,
  });
  const key = `name:${words.toLowerCase()}`;
  const entity: ResolvedEntity = {
    key,
    name: words.replace(/^(?:the|a) /u, ''),
    type: 'organisation',
    bodies: [key],
  };
  const [link] = statement.chain;
  return {
    ...statement,
    chain: link ? [{ ...link, entity, words }] : [],
    words: text.toLowerCase().split(' '),
  };
};

const originsOf = (told: readonly Statement[]): string[] =>
  assess(materialOf(told), clocks).commitments[0]?.origins.map(({ id }) => id) ?? [];

describe('one statement of one body', () => {
  it('is told in nine ways', () => {
    for (const [, , , parts] of statements)
      expect(new Set(outlets.map((outlet) => wording(parts, outlet))).size).toBe(outlets.length);
  });

  it.each(statements)('of %s is one origin in two to nine outlets', (...told) => {
    fc.assert(
      fc.property(fc.subarray(outlets, { minLength: 2 }), (some) => {
        expect(originsOf(some.map((outlet) => tellingOf(told, outlet)))).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
  });

  it('is never another’s', () => {
    const all = statements.flatMap((told) => outlets.map((outlet) => tellingOf(told, outlet)));
    expect(originsOf(all)).toHaveLength(statements.length);
  });
});

describe('a page that retells a report', () => {
  const page = (publisher: string, published: string, lines: readonly string[]) => {
    const statements = lines.map((text, number) => {
      const one = tell({ publisher, published, text });
      return {
        ...one,
        id: `${publisher}/${number}`,
        documentId: publisher,
        words: text.toLowerCase().split(' '),
      };
    });
    return { statements, page: { id: publisher, publisher, published, text: lines.join('\n') } };
  };
  const report = page('Pass Monitors', '2030-03-10', [
    'Of forty crates of rifles twenty-two were found in the barn by the upper mill.',
    'Seven raiders slept above the stable at the ford of Karsk.',
  ]);
  const paper = page('Herald', '2030-03-11', [
    'Pass Monitors found 22 of 40 crates of rifles in the barn by the upper mill.',
    'Above the stable at the ford, seven raiders were asleep.',
    'The mayor opened a bakery with a brass band and three kinds of bread.',
  ]);
  const traced = (...some: readonly (typeof report)[]) => {
    const statements = some.flatMap((one) => one.statements);
    const material = { ...materialOf(statements), pages: some.map((one) => one.page) };
    return new Map(
      assess(material, clocks).commitments[0]?.evidence.map(({ claim, origin }) => [claim, origin] as const),
    );
  };

  it('has its sentences from there, and what is its own stays its own', () => {
    const origins = traced(report, paper);
    expect([0, 1, 2].map((number) => origins.get(`Herald/${number}`))).toEqual([
      'monitors',
      'monitors',
      'publisher:herald',
    ]);
  });
});

describe('an organisation', () => {
  const names = [
    'the United Nations Mission in Tirhal',
    'the UN mission',
    'UN monitors',
    'a UN spokeswoman',
    'the United Nations',
  ];
  const told = 'Eleven raiders are staying in a barn by the upper mill';

  it('is one origin with the mission that speaks for it', () => {
    const tellings = names.map((words, outlet) => {
      const statement = tellingOf(statements[0] as Told, outlet);
      const key = `name:${words.toLowerCase()}`;
      const entity: ResolvedEntity = {
        key,
        name: words.replace(/^(?:the|a) /u, ''),
        type: 'organisation',
        bodies: [key],
      };
      const [link] = statement.chain;
      return {
        ...statement,
        text: told,
        words: told.toLowerCase().split(' '),
        chain: link ? [{ ...link, entity, words }] : [],
      };
    });
    expect(originsOf(tellings)).toEqual(['body:mission@org:un']);
    const other = tellingOf(statements[1] as Told, 0);
    expect(originsOf([...tellings, other])).toHaveLength(2);
  });
});
