import { afterAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../model/index.ts';
import { createLocalReader } from '../../read/index.ts';
import { draftAgreement } from './index.ts';

/** Little agreements in the forms that agreements take, with what each clause lays on whom; all names are invented. */

export interface Expected {
  /** Words that the clause has, and no other clause. */
  words: string;
  /** Names of those bound, in the order of the parties; empty: nobody is named. */
  debtor: readonly string[];
  kind: 'obligation' | 'prohibition';
  from?: string | null;
  to?: string | null;
  within?: string;
  after?: string;
  effort?: 'best-efforts';
  reference?: string;
  /** Null: it depends on nothing. */
  condition?: string | null;
  quantity?: { value: number; unit?: string; bound: 'exact' | 'min' | 'max' };
  requires?: string;
}

export interface TriedAgreement {
  name: string;
  text: string;
  signed?: string;
  /** What the draft calls its parties. */
  parties: readonly string[];
  duties: readonly Expected[];
  /** How many commitments there are, where the text has no more than `duties`. */
  count?: number;
  /** Words of clauses that bind nobody. */
  leftOut?: readonly string[];
}

export const agreements: readonly TriedAgreement[] = [
  {
    name: 'points without a verb',
    text: `PROTOCOL OF OSTREL
on the ending of the fighting along the Murn

Ostrel, 4 June 2030

The Northern Army Command and the Free River Brigades, with the Monitoring Group of the Seven as witness, agree on the following:

1. Immediate and full ceasefire along the Murn from midnight on 6 June 2030.
2. Withdrawal of all heavy weapons by both sides to a distance of 20 kilometres within 14 days of signature.
3. Release of all prisoners by the Free River Brigades, no later than the fifth day after the withdrawal.
4. Ensure safe access of food convoys to Dorm and Upper Kell.
5. Pull out all foreign fighters by 1 August 2030.
6. Monitoring of the line by the Monitoring Group.
7. Do not lay mines on the roads named in the annex.
8. Start talks on local elections as soon as the weapons have been withdrawn.
`,
    parties: ['Northern Army Command', 'Free River Brigades'],
    duties: [
      {
        words: 'full ceasefire',
        debtor: ['Northern Army Command', 'Free River Brigades'],
        kind: 'prohibition',
        from: '2030-06-06',
        to: null,
      },
      {
        words: 'Withdrawal of all heavy weapons',
        debtor: ['Northern Army Command', 'Free River Brigades'],
        kind: 'obligation',
        to: '2030-06-18',
        reference: '2',
      },
      { words: 'Release of all prisoners', debtor: ['Free River Brigades'], kind: 'obligation' },
      {
        words: 'safe access of food convoys',
        debtor: ['Northern Army Command', 'Free River Brigades'],
        kind: 'obligation',
        to: null,
      },
      {
        words: 'foreign fighters',
        debtor: ['Northern Army Command', 'Free River Brigades'],
        kind: 'obligation',
        to: '2030-08-01',
      },
      { words: 'Monitoring of the line', debtor: ['Monitoring Group'], kind: 'obligation' },
      { words: 'lay mines', debtor: ['Northern Army Command', 'Free River Brigades'], kind: 'prohibition' },
    ],
  },
  {
    name: 'a treaty with articles and lead-ins',
    text: `TREATY BETWEEN THE REPUBLIC OF NORLAND AND THE KINGDOM OF SUDMARK ON THE WATERS OF THE TARN

The Republic of Norland and the Kingdom of Sudmark (hereinafter "the Contracting Parties"),
Recalling the old treaties of the valley,
Have agreed as follows:

Article 1
For the purposes of this Treaty, "Basin" means the lands that drain into the Tarn, and "D-Day" means 1 March 2031.

Article 2
1. Each Contracting Party undertakes:
(a) not to build any dam in the Basin without the consent of the other Party;
(b) to measure the flow of the river at its gauges every day;
(c) to clean the banks of the river no later than D-Day + 60.
2. Neither Contracting Party shall discharge waste into the Basin.

Article 3
Norland shall:
(i) pay to Sudmark a sum of 40 million marks in four equal instalments;
(ii) within ten days after the commissioners have met, open the sluice at Ulm; and
(iii) endeavour to reduce its use of water by 5 per cent by the end of 2033.

Article 4
Sudmark agrees not to raise the toll on the canal above 12 marks per tonne. Sudmark may inspect the sluice. It shall give notice of each inspection.

Article 5
1. A Joint River Commission of six members is hereby set up. It shall consist of three members for each Party.
2. The Joint River Commission shall publish a yearly report on the state of the Basin.

Article 6
Any dispute about the interpretation of this Treaty shall be settled by negotiation.

Article 7
This Treaty shall enter into force on 1 January 2031. It is concluded for ten years.

Done at Brunn on 3 October 2030 in two copies.
`,
    parties: ['Republic of Norland', 'Kingdom of Sudmark'],
    duties: [
      {
        words: 'build any dam',
        debtor: ['Republic of Norland', 'Kingdom of Sudmark'],
        kind: 'prohibition',
        from: '2031-01-01',
        to: '2041-01-01',
        reference: 'Article 2.1 (a)',
      },
      {
        words: 'measure the flow',
        debtor: ['Republic of Norland', 'Kingdom of Sudmark'],
        kind: 'obligation',
        reference: 'Article 2.1 (b)',
      },
      {
        words: 'clean the banks',
        debtor: ['Republic of Norland', 'Kingdom of Sudmark'],
        kind: 'obligation',
        to: '2031-04-30',
      },
      {
        words: 'discharge waste',
        debtor: ['Republic of Norland', 'Kingdom of Sudmark'],
        kind: 'prohibition',
        reference: 'Article 2.2',
      },
      {
        words: 'a sum of 40 million',
        debtor: ['Republic of Norland'],
        kind: 'obligation',
        quantity: { value: 40e6, unit: 'mark', bound: 'exact' },
        reference: 'Article 3 (i)',
      },
      {
        words: 'open the sluice',
        debtor: ['Republic of Norland'],
        kind: 'obligation',
        from: null,
        within: 'P10D',
        after: 'the commissioners have met',
      },
      {
        words: 'reduce its use of water',
        debtor: ['Republic of Norland'],
        kind: 'obligation',
        effort: 'best-efforts',
        to: '2033-12-31',
      },
      {
        words: 'raise the toll',
        debtor: ['Kingdom of Sudmark'],
        kind: 'prohibition',
        quantity: { value: 12, unit: 'mark', bound: 'max' },
      },
      { words: 'give notice of each inspection', debtor: ['Kingdom of Sudmark'], kind: 'obligation' },
      { words: 'publish a yearly report', debtor: ['Joint River Commission'], kind: 'obligation' },
    ],
    leftOut: [
      'may inspect the sluice',
      'consist of three members',
      'settled by negotiation',
      'enter into force',
      'means the lands',
    ],
  },
  {
    name: 'an understanding in plain future, with passives',
    text: `JOINT UNDERSTANDING ON THE ENRICHMENT PROGRAMME OF TARVIA

The Four Partners and the Islamic Republic of Tarvia reached the following understanding at Lowen on 3 March 2031.

Part A: Tarvia
1. Tarvia will keep its level of enrichment at up to 3.5 per cent for 12 years.
2. Tarvia's stock of enriched material will not exceed 280 kilograms.
3. There will be no enrichment at the Hollow Hill site until 1 March 2041.
4. The centrifuges at Hollow Hill will be taken apart by 1 June 2031.
5. Inspectors of the Agency will be given access to all mines.

Part B: The Partners
6. The Partners will lift all sanctions on Tarvian banks once the Agency has confirmed the steps under points 2 and 4.
7. No new sanctions will be adopted.
8. In return, 4.2 billion crowns of frozen funds will be released to Tarvia in six instalments.

Part C: General
9. The two sides will meet every six months.
10. All uranium mined abroad shall be reported to the Agency.
`,
    parties: ['Four Partners', 'Islamic Republic of Tarvia'],
    duties: [
      {
        words: 'keep its level',
        debtor: ['Islamic Republic of Tarvia'],
        kind: 'obligation',
        quantity: { value: 3.5, unit: '%', bound: 'max' },
      },
      {
        words: 'stock of enriched material',
        debtor: ['Islamic Republic of Tarvia'],
        kind: 'prohibition',
        quantity: { value: 280, unit: 'kilogram', bound: 'max' },
      },
      {
        words: 'no enrichment at the Hollow',
        debtor: ['Islamic Republic of Tarvia'],
        kind: 'prohibition',
        to: '2041-03-01',
      },
      { words: 'taken apart', debtor: ['Islamic Republic of Tarvia'], kind: 'obligation', to: '2031-06-01' },
      { words: 'given access', debtor: ['Islamic Republic of Tarvia'], kind: 'obligation' },
      {
        words: 'lift all sanctions',
        debtor: ['Four Partners'],
        kind: 'obligation',
        condition: 'once the Agency has confirmed the steps under points 2 and 4',
      },
      { words: 'No new sanctions', debtor: ['Four Partners'], kind: 'prohibition' },
      { words: 'frozen funds', debtor: ['Four Partners'], kind: 'obligation' },
      { words: 'mined abroad', debtor: [], kind: 'obligation' },
    ],
    leftOut: ['meet every six months'],
  },
  {
    name: 'undertakings of one company',
    text: `UNDERTAKINGS OF BRIGHTWATER FOODS PLC

Brightwater Foods plc ("Brightwater", "we") gives these undertakings to its customers.

1. We will cut the sugar in our drinks by 20 per cent by end-June 2027.
2. We commit to paying every grower within 30 days of delivery.
3. Brightwater will not advertise to children under 13.
4. We aim to be the most loved drink of the country.
5. All palm oil used in our products will be certified by December 31, 2028.

Signed on 12 January 2026
`,
    parties: ['Brightwater Foods plc'],
    duties: [
      {
        words: 'cut the sugar',
        debtor: ['Brightwater Foods plc'],
        kind: 'obligation',
        to: '2027-06-30',
        quantity: { value: 20, unit: '%', bound: 'exact' },
      },
      { words: 'paying every grower', debtor: ['Brightwater Foods plc'], kind: 'obligation', to: null },
      {
        words: 'advertise to children',
        debtor: ['Brightwater Foods plc'],
        kind: 'prohibition',
        from: '2026-01-12',
      },
      { words: 'palm oil', debtor: ['Brightwater Foods plc'], kind: 'obligation', to: '2028-12-31' },
    ],
    leftOut: ['most loved drink'],
  },
  {
    name: 'a resolution',
    text: `RESOLUTION 77 OF THE COUNCIL OF THE NINE SEAS

The Council of the Nine Seas,
Gravely concerned at the fighting on the island of Pell,

1. Demands that the Government of Pell and the Pell Liberation Army cease all hostilities at once;
2. Decides that all States shall prevent the supply of arms to Pell;
3. Calls upon the Government of Pell to let relief teams land at Port Anwen by 1 May 2032;
4. Requests the Secretary-General to report every 60 days;
5. Decides to remain seized of the matter.

Adopted on 2 April 2032
`,
    parties: [],
    duties: [
      {
        words: 'cease all hostilities',
        debtor: ['Government of Pell', 'Pell Liberation Army'],
        kind: 'prohibition',
      },
      { words: 'supply of arms', debtor: [], kind: 'obligation' },
      { words: 'relief teams land', debtor: ['Government of Pell'], kind: 'obligation', to: '2032-05-01' },
      { words: 'report every 60 days', debtor: ['Secretary-General'], kind: 'obligation' },
    ],
  },
  {
    name: 'quotas and tables of a cartel',
    text: `DECLARATION OF COOPERATION ON THE OUTPUT OF TIN

Agreed at Marrow on 9 December 2032 by Aldoria, Brance, the Cerulian Federation and Dorn (the "Participating Countries").

1. From 1 January 2033 the Participating Countries shall not mine more than:
(a) Aldoria: 8,500 tonnes a month;
(b) Brance: 4,100 tonnes a month;
(c) the Cerulian Federation: 6,250 tonnes a month.
2. Dorn's output shall be frozen at the level of October 2032.
3. Every Participating Country shall submit its figures to the Secretariat by the fifteenth of each month.
4. The Secretariat will examine the figures and report to the ministers.
5. Countries that exceed their quota commit to making up the surplus by the end of June 2033.
`,
    parties: ['Aldoria', 'Brance', 'Cerulian Federation', 'Dorn'],
    duties: [
      {
        words: '8,500 tonnes',
        debtor: ['Aldoria'],
        kind: 'prohibition',
        from: '2033-01-01',
        to: null,
        quantity: { value: 8500, unit: 'tonne', bound: 'max' },
      },
      { words: '6,250 tonnes', debtor: ['Cerulian Federation'], kind: 'prohibition' },
      { words: 'frozen at the level', debtor: ['Dorn'], kind: 'obligation' },
      {
        words: 'submit its figures',
        debtor: ['Aldoria', 'Brance', 'Cerulian Federation', 'Dorn'],
        kind: 'obligation',
        to: null,
      },
      {
        words: 'making up the surplus',
        debtor: ['Aldoria', 'Brance', 'Cerulian Federation', 'Dorn'],
        kind: 'obligation',
        to: '2033-06-30',
      },
    ],
  },
  {
    name: 'a programme of reforms',
    text: `MEMORANDUM OF ECONOMIC POLICIES

Letter of the Government of Vareska to the Coast Fund, 14 May 2029

The Government of Vareska ("the authorities") and the Coast Fund ("the Fund") have agreed on this programme.

Fiscal policy
1. The authorities will bring the deficit down to 2.5 percent of output in 2030.
2. Parliament will adopt a law on pensions by end-September 2029.
3. The tax on fuel is to be raised to 18 percent with effect from 1 January 2030.

Structural measures
4. The Ministry of Finance will publish the accounts of all state firms by March 31, 2030.
5. The state's stake in Vareska Rail will be sold by end-2030.
6. Arrears to hospitals must not rise above 30 million.

Financing
7. The Fund will disburse 400 million in eight quarterly tranches, subject to completion of reviews.
8. It is hoped that other lenders will join.
`,
    parties: ['Government of Vareska', 'Coast Fund'],
    duties: [
      {
        words: 'bring the deficit down',
        debtor: ['Government of Vareska'],
        kind: 'obligation',
        from: '2030-01-01',
        to: '2030-12-31',
      },
      { words: 'law on pensions', debtor: ['Government of Vareska'], kind: 'obligation', to: '2029-09-30' },
      {
        words: 'tax on fuel',
        debtor: ['Government of Vareska'],
        kind: 'obligation',
        from: '2029-05-14',
        to: '2030-01-01',
      },
      {
        words: 'publish the accounts',
        debtor: ['Government of Vareska'],
        kind: 'obligation',
        to: '2030-03-31',
      },
      {
        words: 'stake in Vareska Rail',
        debtor: ['Government of Vareska'],
        kind: 'obligation',
        to: '2030-12-31',
      },
      {
        words: 'Arrears to hospitals',
        debtor: ['Government of Vareska'],
        kind: 'prohibition',
        quantity: { value: 30e6, bound: 'max' },
      },
      {
        words: 'eight quarterly tranches',
        debtor: ['Coast Fund'],
        kind: 'obligation',
        condition: 'subject to completion of reviews',
      },
    ],
    leftOut: ['other lenders'],
  },
  {
    name: 'a statement of two sides on migration',
    text: `COASTAL UNION – LUMERIA STATEMENT, 18 March 2031

The Coastal Union and Lumeria today decided on the following action points:

1) All persons who cross from Lumeria to the Union's islands as from 20 March 2031 will be returned to Lumeria.
2) For every person returned, the Union will take in another person from Lumeria, up to 72,000 in all.
3) Lumeria will take any necessary measures to prevent new sea routes from opening.
4) The visa requirement for citizens of Lumeria will be lifted by the Union at the latest by the end of June 2031, provided that all benchmarks have been met.
5) The Union, in close cooperation with Lumeria, will further speed up the payment of the 3 billion initially allocated. Once these resources are about to be used, it will mobilise a further 3 billion by the end of 2033.
6) Both sides reconfirmed their wish to re-energise the talks.
`,
    parties: ['Coastal Union', 'Lumeria'],
    duties: [
      {
        words: 'will be returned to Lumeria',
        debtor: ['Coastal Union'],
        kind: 'obligation',
        from: '2031-03-20',
      },
      { words: 'take in another person', debtor: ['Coastal Union'], kind: 'obligation' },
      { words: 'prevent new sea routes', debtor: ['Lumeria'], kind: 'obligation' },
      { words: 'visa requirement', debtor: ['Coastal Union'], kind: 'obligation', to: '2031-06-30' },
      { words: 'speed up the payment', debtor: ['Coastal Union'], kind: 'obligation' },
      { words: 'mobilise a further', debtor: ['Coastal Union'], kind: 'obligation', to: '2033-12-31' },
    ],
    leftOut: ['re-energise'],
  },
  {
    name: 'an accord with a third body and joined sides',
    text: `ACCORD OF VELL ON THE REMOVAL OF HEAVY GUNS

Between the Union of Harrow Towns ("the Union") and the Marsh Confederation ("the Marsh"), in the presence of the International Gauge Office ("the Office"), which is no party,

1. Definitions. "Heavy gun" means a gun of more than 80 millimetres. "Opening Day" means 2 May 2034.

2. Guns
2.1 The forces of both sides shall be pulled back ten kilometres from the Vell by Opening Day.
2.2 The Union and the Marsh shall each hand to the Office a list of their heavy guns within three weeks.
2.3 Save in self-defence, neither side may open fire on the bridges.
2.4 The Office shall count the guns within 30 days of Opening Day, and shall report to both sides.
2.5 Guns found outside the depots shall be destroyed by the side that owns them.
2.6 If a heavy gun is found in the town of Vell, the Union shall remove it within 48 hours.
2.7 The commanders of the Marsh are to give the maps of all minefields to the Union not later than thirty days after the guns have been counted.

3. Prisoners
3.1 In exchange for the release of the miners of Kell by the Marsh, the Union shall free 60 fighters.
3.2 Prisoners of war have the right to write to their families.

Signed at Vell, 1 April 2034
`,
    parties: ['Union of Harrow Towns', 'Marsh Confederation'],
    duties: [
      {
        words: 'pulled back',
        debtor: ['Union of Harrow Towns', 'Marsh Confederation'],
        kind: 'obligation',
        to: '2034-05-02',
      },
      {
        words: 'a list of their heavy guns',
        debtor: ['Union of Harrow Towns', 'Marsh Confederation'],
        kind: 'obligation',
        to: '2034-04-22',
      },
      {
        words: 'open fire on the bridges',
        debtor: ['Union of Harrow Towns', 'Marsh Confederation'],
        kind: 'prohibition',
      },
      {
        words: 'count the guns',
        debtor: ['International Gauge Office'],
        kind: 'obligation',
        to: '2034-06-01',
      },
      {
        words: 'remove it',
        debtor: ['Union of Harrow Towns'],
        kind: 'obligation',
        condition: 'If a heavy gun is found',
      },
      {
        words: 'maps of all minefields',
        debtor: ['Marsh Confederation'],
        kind: 'obligation',
        within: 'P30D',
        after: 'the guns have been counted',
      },
      {
        words: 'free 60 fighters',
        debtor: ['Union of Harrow Towns'],
        kind: 'obligation',
        condition: 'In exchange for',
        quantity: { value: 60, unit: 'fighter', bound: 'exact' },
      },
    ],
    leftOut: ['right to write', 'Opening Day" means'],
  },
  {
    name: 'two sides of which one is a group',
    text: `COMMON ARRANGEMENT ON THE FISH OF LAKE ORRA

The Republic of Telm (hereinafter "Telm"), of the one part, and the Duchy of Asker, the Free Town of Brode and the County of Vale (hereinafter together "the Shore Group"), of the other part, agree:

I. Terms
1. "Day of entry" means 1 July 2035.

II. Catches
2. Telm shall, within twenty days of the day of entry, withdraw all trawlers of more than 200 tonnes.
3. The nets laid by Telm off Cape Horn shall be taken in by 1 August 2035.
4. Boats of either Party shall be given neither fuel nor ice in the closed bays.

III. Payments
5. The Shore Group shall pay:
(a) 12 million crowns by 31 December 2035;
(b) a further 8 million crowns within 90 days of the first report.
6. The duty on fish from Telm shall be lowered to 4 per cent with effect from 1 January 2036.
7. A joint board rests on the confidence of both sides.
`,
    signed: '2035-05-02',
    parties: ['Republic of Telm', 'Shore Group'],
    duties: [
      {
        words: 'withdraw all trawlers',
        debtor: ['Republic of Telm'],
        kind: 'obligation',
        from: '2035-07-01',
        to: '2035-07-21',
        quantity: { value: 200, unit: 'tonne', bound: 'min' },
      },
      {
        words: 'nets laid',
        debtor: ['Republic of Telm'],
        kind: 'obligation',
        from: '2035-07-01',
        to: '2035-08-01',
      },
      { words: 'neither fuel nor ice', debtor: ['Republic of Telm'], kind: 'prohibition' },
      {
        words: '12 million crowns',
        debtor: ['Shore Group'],
        kind: 'obligation',
        to: '2035-12-31',
        reference: 'III.5 (a)',
      },
      {
        words: 'a further 8 million',
        debtor: ['Shore Group'],
        kind: 'obligation',
        within: 'P90D',
        after: 'the first report',
      },
      { words: 'duty on fish', debtor: ['Shore Group'], kind: 'obligation', to: '2036-01-01' },
    ],
    leftOut: ['A joint board'],
  },
];

/** Each clause drafted once, as expected, and nothing left out that binds. */
export const tryAgreements = (tried: readonly TriedAgreement[]): void => {
  const reader = createLocalReader();
  const drafts = new Map<string, Promise<Draft>>();
  const draftOf = ({ name, text, signed }: TriedAgreement): Promise<Draft> => {
    const known = drafts.get(name) ?? draftAgreement(reader, { text, signed });
    drafts.set(name, known);
    return known;
  };
  afterAll(() => reader.close());

  const nameOf = ({ parties, actors }: Draft, id: string): string =>
    [...parties, ...actors].find((one) => one.id === id)?.name ?? id;

  describe.each(tried)('a draft of $name', (agreement) => {
    it('has the parties', async () => {
      const { parties } = await draftOf(agreement);
      expect(parties.map(({ name }) => name)).toEqual(expect.arrayContaining([...agreement.parties]));
      if (agreement.parties.length > 0) expect(parties).toHaveLength(agreement.parties.length);
    });

    it.each(agreement.duties)('$words', async ({ words, debtor, ...expected }) => {
      const draft = await draftOf(agreement);
      const found = draft.commitments.filter(({ span }) => draft.text.slice(...span).includes(words));
      expect(found, words).toHaveLength(1);
      const [one] = found;
      const { from, to, within, after, quantity, condition, ...rest } = expected;
      expect(one?.debtor.map((id) => nameOf(draft, id))).toEqual(debtor);
      expect(one).toMatchObject(rest);
      const window = Object.fromEntries(
        Object.entries({ from, to, within, after }).filter(([, value]) => value !== undefined),
      );
      expect(one?.window).toMatchObject(window);
      if (condition === null) expect(one?.condition).toBeNull();
      else if (condition) expect(one?.condition).toContain(condition);
      if (quantity) expect(one?.quantity).toMatchObject(quantity);
    });

    it('has no commitment more', async () => {
      const { commitments } = await draftOf(agreement);
      expect(commitments.length).toBeGreaterThanOrEqual(agreement.duties.length);
      if (agreement.count !== undefined) expect(commitments).toHaveLength(agreement.count);
    });

    it('cuts no word', async () => {
      const draft = await draftOf(agreement);
      const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
      const known = new Set([
        ...words(draft.text),
        ...words('must not may see to it keep the refrain from somebody and their themselves of'),
      ]);
      for (const { requires } of draft.commitments)
        expect(
          // "pulls back" in the text is "must pull back".
          words(requires).filter((word) => !known.has(word) && !known.has(`${word}s`)),
          requires,
        ).toEqual([]);
    });

    it('leaves out what binds nobody', async () => {
      const draft = await draftOf(agreement);
      for (const words of agreement.leftOut ?? []) {
        expect(
          draft.leftOut.some(({ span }) => draft.text.slice(...span).includes(words)),
          words,
        ).toBe(true);
      }
    });
  });
};
