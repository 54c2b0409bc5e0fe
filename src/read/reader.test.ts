import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attribution, type Claim, Reading, type Span } from '../model/index.ts';
import { createLocalReader } from './index.ts';

const reader = createLocalReader();
const read = (text: string) => reader.read({ id: 'test', text, published: '2022-08-17' });

const nameOf = (reading: Reading, id: string | null): string | null =>
  reading.entities.find((entity) => entity.id === id)?.name ?? null;

const words = (reading: Reading, spans: readonly Span[]): string =>
  spans.map(([start, end]) => reading.text.slice(start, end)).join(' … ');

const actors = (reading: Reading, { roles }: Claim): Record<string, string | null> =>
  Object.fromEntries(
    roles
      .filter(({ role }) => /^(?:agent|patient|recipient|beneficiary)$/.test(role))
      .map(({ role, entity }) => [role, nameOf(reading, entity)]),
  );

describe('attributions', () => {
  const speakers: readonly (readonly [
    text: string,
    kind: Attribution['kind'],
    speaker: string | null,
    content: string,
  ])[] = [
    ['Anna Berg said that the port was closed.', 'says', 'Anna Berg', 'that the port was closed'],
    ['The port was closed, Anna Berg said.', 'says', 'Anna Berg', 'The port was closed'],
    ['“The port is closed for good,” said Anna Berg.', 'says', 'Anna Berg', '“The port is closed for good,”'],
    ['According to Anna Berg, the port was closed.', 'says', 'Anna Berg', 'the port was closed'],
    ['Moldovan officials believe that the port was closed.', 'believes', null, 'that the port was closed'],
    ['Anna Berg denied that the port was closed.', 'denies', 'Anna Berg', 'that the port was closed'],
    ['Anna Berg promised to close the port.', 'promises', 'Anna Berg', 'to close the port'],
    [
      'Anna Berg accused the rebels of shelling the port.',
      'says',
      'Anna Berg',
      'the rebels of shelling the port',
    ],
  ];

  it.each(speakers)('%s', async (text, kind, speaker, content) => {
    const reading = await read(text);
    const [found] = reading.attributions;
    expect(found?.kind).toBe(kind);
    expect(nameOf(reading, found?.speaker ?? null)).toBe(speaker);
    expect(words(reading, found?.content ?? [])).toBe(content);
  });

  it('hears whom an outlet quotes, and neither of two who speak together', async () => {
    const speakerOf = async (text: string) => {
      const reading = await read(text);
      const claim = reading.claims.find(({ predicate }) => predicate.lemma === 'leave');
      const told = reading.attributions.find(({ id }) => id === claim?.attribution);
      return told && nameOf(reading, told.speaker);
    };
    expect(await speakerOf('State television reported that the army had left, quoting Anna Berg.')).toBe(
      'Anna Berg',
    );
    expect(await speakerOf('Moldova fought Romania. Both sides said that troops had left.')).toBeNull();
    expect(await speakerOf('Anna Berg, who said that troops had left, was not there.')).toBe('Anna Berg');
  });

  it('finds a denial inside a report, whatever stands beside it', async () => {
    const reading = await read(
      'Anna Berg, who speaks for the mission in Bonn, has denied that the Front is present in Moldova, Reuters reported in May, weeks after the raid. No group, she said, would be permitted to stay.',
    );
    const present = reading.claims.find(({ predicate }) => predicate.type === 'located-in');
    expect(present).toMatchObject({ polarity: 'negated', factuality: -3 });
    const denial = reading.attributions.find(({ id }) => id === present?.attribution);
    expect([denial?.kind, nameOf(reading, denial?.speaker ?? null)]).toEqual(['denies', 'Anna Berg']);
  });

  it('keeps the body of an unnamed speaker', async () => {
    const reading = await read('Moldovan officials believe that the port was closed.');
    expect(nameOf(reading, reading.attributions[0]?.group ?? null)).toBe('Moldovan officials');
  });

  it('nests a promise in the saying that tells it', async () => {
    const reading = await read(
      'Anna Berg said that the Northern Front promised the Harbour Guard that the two groups would remain allies.',
    );
    expect(reading.attributions.map(({ kind, parent }) => [kind, parent])).toEqual([
      ['says', null],
      ['promises', 'a1'],
    ]);
    const allied = reading.claims.find(({ predicate }) => predicate.type === 'allied-with');
    expect(allied).toMatchObject({ attribution: 'a2', mood: 'promised', factuality: 0, band: null });
    expect(allied && actors(reading, allied)).toEqual({ agent: 'Northern Front', patient: 'Harbour Guard' });
  });

  it('hears through an outlet who says in an aside what it tells', async () => {
    const reading = await read('The port was closed, Anna Berg said in Bonn on Monday, Reuters reported.');
    const closed = reading.claims.find(({ predicate }) => predicate.lemma === 'close');
    const inner = reading.attributions.find(({ id }) => id === closed?.attribution);
    expect(nameOf(reading, inner?.speaker ?? null)).toBe('Anna Berg');
    expect(inner?.relays.map((id) => nameOf(reading, id))).toEqual(['Reuters']);
  });

  it('hears through an outlet whom it cites', async () => {
    const reading = await read('The army shelled the port, the paper reported, citing the Harbour Guard.');
    const shelled = reading.claims.find(({ predicate }) => predicate.lemma === 'shell');
    const inner = reading.attributions.find(({ id }) => id === shelled?.attribution);
    expect(nameOf(reading, inner?.speaker ?? null)).toBe('Harbour Guard');
    const outer = reading.attributions.find(({ id }) => id === inner?.parent);
    expect(words(reading, outer?.source ?? [])).toBe('the paper');
  });

  it('remembers the outlet a speaker spoke to, and whose words a lone quotation are', async () => {
    const reading = await read(
      'Reuters spoke with Anna Berg, the coordinator of the Grain Mission. Berg said that ships waited.\n\n“Nobody let us through, not even the empty ships.”',
    );
    const said = reading.attributions.map(({ speaker, relay, content }) => [
      nameOf(reading, speaker),
      nameOf(reading, relay),
      words(reading, content),
    ]);
    expect(said).toEqual([
      ['Anna Berg', 'Reuters', 'that ships waited … “Nobody let us through, not even the empty ships.”'],
    ]);
  });
});

describe('claims', () => {
  const events: readonly (readonly [
    text: string,
    expected: Partial<Claim>,
    type: string | null,
    roles: Record<string, string | null>,
  ])[] = [
    [
      'The Northern Front attacked Moldovan troops on Monday.',
      { factuality: 3, time: '2022-08-15' },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    [
      'Moldovan troops were attacked by the Northern Front.',
      { factuality: 3 },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    [
      'The Northern Front did not attack Moldovan troops.',
      { polarity: 'negated', factuality: -3, band: [1, 5] },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    [
      'If the Northern Front attacks Moldovan troops, nobody wins.',
      { mood: 'conditional', factuality: 0, band: null },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    [
      'The Northern Front may have attacked Moldovan troops.',
      { factuality: 0.75, band: [55, 80] },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    [
      'The Northern Front will withdraw its troops early next year.',
      { mood: 'planned', time: '2023-01/2023-04' },
      'RETREAT',
      { agent: 'Northern Front', patient: 'Northern Front troops' },
    ],
    [
      'The Northern Front gave shelter to Viktor Lem.',
      { kind: 'state' },
      'hosts',
      { agent: 'Northern Front', recipient: 'Viktor Lem' },
    ],
    [
      'The Northern Front provided security for Viktor Lem.',
      { kind: 'event' },
      'SUPPORT',
      { agent: 'Northern Front', recipient: 'Viktor Lem' },
    ],
    [
      'Moldova denied sheltering Viktor Lem.',
      { polarity: 'negated', factuality: -3 },
      'hosts',
      { agent: 'Moldova', patient: 'Viktor Lem' },
    ],
    [
      'Viktor Lem is believed to be based in Moldova.',
      { factuality: 2, tense: 'present' },
      'located-in',
      { agent: 'Viktor Lem', patient: 'Moldova' },
    ],
    ['The Northern Front is violating the truce.', { kind: 'assessment' }, null, { agent: 'Northern Front' }],
    ['The Front has done what it had promised.', { kind: 'assessment' }, null, { agent: 'Front' }],
    [
      'The withdrawal of Moldovan troops has been completed.',
      { tense: 'perfect' },
      'RETREAT',
      { agent: 'Moldovan troops' },
    ],
    [
      'The talks between Moldova and Romania did not begin on 10 March.',
      { polarity: 'negated', factuality: -3 },
      'CONSULT',
      { agent: 'Moldova', patient: 'Romania' },
    ],
    ['Viktor Lem has found refuge in Romania.', { kind: 'state' }, 'hosts', { patient: 'Viktor Lem' }],
    [
      'Viktor Lem was given shelter by the Northern Front.',
      { kind: 'state' },
      'hosts',
      { agent: 'Northern Front', recipient: 'Viktor Lem' },
    ],
    [
      'The captives of the Northern Front have yet to be freed.',
      { polarity: 'negated', factuality: -3, tense: 'perfect' },
      'CONCEDE',
      {},
    ],
    [
      'The Northern Front stayed on good terms with the Harbour Guard.',
      { kind: 'state' },
      'allied-with',
      { agent: 'Northern Front', patient: 'Harbour Guard' },
    ],
    [
      'The Northern Front denied the raid.',
      { polarity: 'negated', factuality: -3 },
      'ASSAULT',
      { agent: 'Northern Front' },
    ],
    ['Moldova was to leave three camps by May.', { mood: 'planned' }, 'RETREAT', { agent: 'Moldova' }],
    ['Anna Berg called the raid a breach of the truce.', { kind: 'assessment' }, null, { agent: null }],
    ['Fighting broke out on Monday.', { time: '2022-08-15', factuality: 3 }, 'FIGHT', {}],
    ['Romania struck a depot in Moldova.', { factuality: 3 }, 'ASSAULT', { agent: 'Romania' }],
    [
      'Inspectors found no sign that the Northern Front had attacked the port.',
      { factuality: 0, band: null },
      'ASSAULT',
      { agent: 'Northern Front' },
    ],
    ['Moldova has kept the crossing closed.', { factuality: 3 }, 'COERCE', { agent: 'Moldova' }],
    ['Moldova is supposed to leave three camps.', { mood: 'planned' }, 'RETREAT', { agent: 'Moldova' }],
    [
      'Moldova is not expected to leave the camps.',
      { mood: 'planned', polarity: 'negated' },
      'RETREAT',
      { agent: 'Moldova' },
    ],
    ['Five guards were killed by Romanian fire.', { factuality: 3 }, 'ASSAULT', { agent: 'Romanian' }],
    [
      'Romania shipped rockets to the Northern Front.',
      { factuality: 3 },
      'AID',
      { agent: 'Romania', recipient: 'Northern Front' },
    ],
    [
      'As soon as the Northern Front frees 20 captives, Moldova will leave.',
      { mood: 'conditional' },
      'CONCEDE',
      { agent: 'Northern Front' },
    ],
    ['Moldova has put off the withdrawal.', { factuality: 3 }, 'SANCTION', { agent: 'Moldova' }],
    [
      'The Harbour Guard is embedded with the Northern Front.',
      { kind: 'state' },
      'part-of',
      { agent: 'Harbour Guard', patient: 'Northern Front' },
    ],
    [
      'Romania has 300 troops in Moldova.',
      { kind: 'state' },
      'located-in',
      { agent: 'Romania', patient: 'Moldova' },
    ],
    [
      'It was the Northern Front who shelled the port.',
      { factuality: 3 },
      'FIGHT',
      { agent: 'Northern Front' },
    ],
    [
      'The Northern Front has made efforts to restrain the Harbour Guard.',
      { factuality: 1 },
      'COERCE',
      { agent: 'Northern Front', patient: 'Harbour Guard' },
    ],
    ['Romania announced that it would leave Moldova.', { factuality: 3 }, 'AGREE', { agent: 'Romania' }],
    [
      'Links between Moldova and the Northern Front are close.',
      { tense: 'present' },
      'COOPERATE',
      { agent: 'Moldova', patient: 'Northern Front' },
    ],
    [
      'The Northern Front had ceased to attack Moldovan troops.',
      { polarity: 'negated', factuality: -3, tense: 'past' },
      'ASSAULT',
      { agent: 'Northern Front', patient: 'Moldovan troops' },
    ],
    ['Romania let 20 captives go.', { factuality: 3 }, 'CONCEDE', { agent: 'Romania' }],
    [
      'Moldova has left three camps, the minister confirmed on Monday.',
      { time: null, tense: 'perfect' },
      'RETREAT',
      { agent: 'Moldova' },
    ],
  ];

  it.each(events)('%s', async (text, expected, type, roles) => {
    const reading = await read(text);
    const claim = reading.claims.find(
      ({ predicate, kind }) => predicate.type === type && (type || kind === 'assessment'),
    );
    expect(claim).toMatchObject(expected);
    expect(claim && actors(reading, claim)).toMatchObject(roles);
  });

  it('gives pronouns and short names their person, and descriptions their relation', async () => {
    const reading = await read(
      'Viktor Lem, a senior Northern Front commander, left. Lem fled to Moldova. He was in the city of Bender.',
    );
    const lem = reading.entities.find(({ name }) => name === 'Viktor Lem');
    expect(lem?.relations.map(({ type, to }) => [type, nameOf(reading, to)])).toContainEqual([
      'leads',
      'Northern Front',
    ]);
    const stay = reading.claims.find(({ predicate }) => predicate.type === 'located-in');
    expect(stay && actors(reading, stay)).toMatchObject({ agent: 'Viktor Lem' });
  });

  it('takes "the rebels" for the fighters spoken of, and no title for a person', async () => {
    const { entities, text } = await read(
      'Sarvati fighters shelled a mill, General Michael Renner said. The rebels denied it. The Sarvatis had promised calm.',
    );
    const called = entities.map(({ name, type, mentions }) => [
      name,
      type,
      ...mentions.map((span) => text.slice(...span)),
    ]);
    expect(called).toContainEqual(['Sarvati fighters', 'armed-group', 'Sarvati fighters', 'The rebels']);
    expect(called).toContainEqual(['Sarvatis', 'armed-group', 'Sarvatis']);
    expect(called.map(([name]) => name)).not.toContain('General');
  });

  it('tells apart what is demanded and that it is', async () => {
    const { claims, text } = await read('The Northern Front requires Moldovan fighters to register.');
    const demand = claims.find(({ predicate }) => predicate.type === 'DEMAND');
    expect(demand?.content && text.slice(...demand.content)).toBe('to register');
  });

  it('leaves open who is behind clashes that kill', async () => {
    const { claims } = await read('Clashes near Bender killed five soldiers.');
    expect(claims.map(({ roles }) => roles.map(({ role }) => role))).toEqual([
      expect.not.arrayContaining(['agent']),
    ]);
  });

  it('tells news from threats and demands', async () => {
    const typesOf = async (text: string) => (await read(text)).claims.map(({ predicate }) => predicate.type);
    expect(await typesOf('Moldova warned that the Front was leaving.')).not.toContain('THREATEN');
    expect(await typesOf('Moldova warned that it would attack the Front.')).toContain('THREATEN');
    expect(await typesOf('Moldova insisted that the Front had left.')).not.toContain('DEMAND');
    expect(await typesOf('Moldova insisted that the Front leave.')).toContain('DEMAND');
  });

  it('asserts nothing of a question', async () => {
    const [claim] = (await read('Did the Northern Front attack Moldovan troops?')).claims;
    expect(claim?.factuality ?? 0).toBe(0);
  });
});

describe('places', () => {
  it('places regions and settlements by the country around them, and an unknown village by its region', async () => {
    const reading = await read(
      'Troops left Kherson province in Ukraine. They stayed in the village of Nowherivka.',
    );
    expect(
      reading.places.map(({ precision, gazetteerId }) => [
        precision,
        gazetteerId.split(':').slice(0, 2).join(':'),
      ]),
    ).toEqual([
      ['province', 'geonames:admin1'],
      ['country', 'iso3166:UA'],
      ['province', 'geonames:admin1'],
    ]);
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    'Anna Berg',
    ' said ',
    'that ',
    '“',
    '”',
    '"',
    'the rebels ',
    'attacked ',
    'if ',
    ', ',
    '. ',
    '\n\n',
    '😀',
    '\ud800',
    'مرحبا ',
    'Міністр сказав ',
    '外交部表示',
    'Ángela Núñez ',
    '👩‍👩‍👧 ',
    '30 soldiers ',
    'he ',
    'of ',
    'by ',
    'was ',
    'and ',
    'SHOUTED ',
    'a week ago',
    '(',
    ')',
    'U.S. ',
    '’s ',
    'according to ',
    'to ',
    'not ',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('gives a valid reading whose spans lie inside the text, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const reading = await read(text);
        expect(Reading.safeParse(reading).error).toBeUndefined();
        for (const [start, end] of allSpans(reading)) {
          const words = text.slice(start, end);
          expect([end <= text.length, words.length, words.trim()]).toEqual([true, end - start, words]);
          expect(words).not.toBe('');
        }
        expect(await read(text)).toEqual(reading);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a long document', async () => {
    const text = 'Anna Berg said that the rebels attacked the port on Monday.\n\n'.repeat(200);
    expect((await read(text)).sentences).toHaveLength(200);
  });
});

const allSpans = (reading: Reading): Span[] => [
  ...reading.sentences.map(({ span }) => span),
  ...reading.mentions.map(({ span }) => span),
  ...reading.times.map(({ span }) => span),
  ...reading.quantities.map(({ span }) => span),
  ...reading.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
  ...reading.claims.flatMap(({ span, roles }) => [span, ...roles.map((role) => role.span)]),
];

describe('what goes on', () => {
  const timed = async (text: string, lemma: string) => {
    const claim = (await read(text)).claims.find(({ predicate }) => predicate.lemma.startsWith(lemma));
    return [claim?.tense, claim?.time];
  };

  it.each([
    [
      'said puts back what was so',
      'Moldova said that Anna Berg was hiding in Bonn.',
      'hid',
      ['present', null],
    ],
    ['had been was so before', 'Moldova said that Anna Berg had been hiding in Bonn.', 'hid', ['past', null]],
    [
      'a present believe does not',
      'Moldova believes that Anna Berg was hiding in Bonn.',
      'hid',
      ['past', null],
    ],
    [
      'it went on when the event before it happened',
      'Anna Berg was arrested on 3 May 2022. Moldova believes that rebels were sheltering her.',
      'shelter',
      ['past', '2022-05-03'],
    ],
    [
      'unless nobody is shared',
      'Anna Berg was arrested on 3 May 2022. Rebels were sheltering John Marsh.',
      'shelter',
      ['past', null],
    ],
  ] as const)('%s', async (_rule, text, lemma, expected) => {
    expect(await timed(text, lemma)).toEqual(expected);
  });

  it('who fights in support of somebody supports them', async () => {
    const reading = await read('The Northern Front attacked the convoy in support of the Harbour Guard.');
    const support = reading.claims.find(({ predicate }) => predicate.type === 'SUPPORT');
    expect(support && actors(reading, support)).toEqual({
      agent: 'Northern Front',
      recipient: 'Harbour Guard',
    });
  });

  it('who denies it is meant by it', async () => {
    const reading = await read(
      'Moldova said that rebels attacked Bonn. Romania denied that it was helping rebels.',
    );
    const denied = reading.claims.find(({ predicate }) => predicate.lemma === 'help');
    expect(denied && actors(reading, denied).agent).toBe('Romania');
  });

  it.each([
    ['It is unclear whether the Front ordered the raid.', 'question'],
    ['A witness said it was unclear whether the Front had ordered the raid.', 'question'],
    ['If the Front ordered the raid, the truce is over.', 'conditional'],
  ])('%s asserts no order', async (text, mood) => {
    const order = (await read(text)).claims.find(({ predicate }) => predicate.lemma === 'order');
    expect([order?.mood, order?.factuality, order?.band]).toEqual([mood, 0, null]);
  });

  it('a plural that opens a sentence is no name', async () => {
    const reading = await read('Members of the Northern Front stayed close to the Harbour Guard.');
    expect(
      reading.mentions.filter(({ kind }) => kind === 'name').map(({ span }) => words(reading, [span])),
    ).toEqual(['Northern Front', 'Harbour Guard']);
    expect(reading.claims.map(({ predicate }) => predicate.type)).toContain('allied-with');
  });

  it.each(['Moldova has set 361 captives free.', 'Moldova has freed 361 captives.'])('%s', async (text) => {
    expect((await read(text)).claims.map(({ predicate }) => predicate.type)).toEqual(['CONCEDE']);
  });
});
