import { type TriedAgreement, tryAgreements } from './testing.ts';

/** Agreements in the odd forms in which they come to a reader's desk; all names are invented. */
const oddForms: readonly TriedAgreement[] = [
  {
    name: 'a note in Markdown with parts, letters and numbers, broken at a width',
    text: `# Understanding on the Quiet Border

between the Duchy of Averin (hereinafter "Averin") and the Lowmark Front (hereinafter "the Front")

Done at Selm on 3 April 2031.

## Preamble

This understanding rests on three things:

1. Assurances that nobody will shell the border villages again.
2. A plan for the return of the border guards.
3. Once the plan has been read out, the Front will open talks with the village elders on
   20 May 2031.
4. The grazing lands will be a point on the agenda of those talks.

## Part One

Averin commits itself to the departure of its guards, those of its allies and of the river police, and will take the
following steps:

A. Within the first 60 days after the signing,

1. Averin will bring the number of its guards in the border villages down to 1,200, and will see to it that the guards of
   its allies leave in the same measure;
2. Averin will clear out of four watchtowers.

B. By 1 December 2031, provided that the Front, its patrols and its allies keep the commitments of Part Two, Averin will
close the remaining watchtowers.

C. In order to calm the valley, and subject to the consent of the elders,

1. Averin will hand over the bodies of 40 fallen fighters of the Front by 9 June
   2031;
2. the Front will let go up to 150 captives by 9 June
   2031;
3. Averin will endeavour to have the other captives freed within two months after 9 June
   2031.

D. Upon the opening of the talks with the village elders, Averin will begin to lift its toll on the road to Selm.

## Part Two

Together with the reading out of the plan, the Front will take the following steps so that no band, the Grey Riders
included, uses the border villages against Averin:

1. The Front will not allow any of its members to use the border villages against Averin.
2. The Front will prevent any band in the villages from buying guns, and will not shelter such bands.
3. The Front undertake to deal with those who ask for a roof in the villages by the old custom, so that such guests do not
   endanger Averin.
`,
    parties: ['Duchy of Averin', 'Lowmark Front'],
    duties: [
      {
        words: 'open talks with the village elders',
        debtor: ['Lowmark Front'],
        kind: 'obligation',
        to: '2031-05-20',
        reference: 'Preamble, 3',
      },
      {
        words: 'bring the number of its guards',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        from: '2031-04-03',
        to: '2031-06-02',
        reference: 'Part One, A.1',
        condition: null,
        quantity: { value: 1200, unit: 'guard', bound: 'max' },
        requires:
          'The Duchy of Averin must bring the number of its guards in the border villages down to 1,200.',
      },
      {
        words: 'see to it that the guards of its allies leave',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        to: '2031-06-02',
        reference: 'Part One, A.1',
      },
      {
        words: 'four watchtowers',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        to: '2031-06-02',
        reference: 'Part One, A.2',
        quantity: { value: 4, unit: 'watchtower', bound: 'exact' },
      },
      {
        words: 'close the remaining watchtowers',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        to: '2031-12-01',
        reference: 'Part One, B',
        condition: 'provided that the Front',
      },
      { words: '40 fallen fighters', debtor: ['Duchy of Averin'], kind: 'obligation', to: '2031-06-09' },
      {
        words: 'up to 150 captives',
        debtor: ['Lowmark Front'],
        kind: 'obligation',
        to: '2031-06-09',
        reference: 'Part One, C.2',
        quantity: { value: 150, unit: 'captive', bound: 'max' },
      },
      {
        words: 'other captives freed',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        effort: 'best-efforts',
        to: '2031-08-09',
        reference: 'Part One, C.3',
      },
      {
        words: 'lift its toll',
        debtor: ['Duchy of Averin'],
        kind: 'obligation',
        from: '2031-05-20',
        reference: 'Part One, D',
      },
      {
        words: 'allow any of its members',
        debtor: ['Lowmark Front'],
        kind: 'prohibition',
        reference: 'Part Two, 1',
      },
      { words: 'from buying guns', debtor: ['Lowmark Front'], kind: 'obligation', reference: 'Part Two, 2' },
      { words: 'will not shelter', debtor: ['Lowmark Front'], kind: 'prohibition', reference: 'Part Two, 2' },
      {
        words: 'ask for a roof',
        debtor: ['Lowmark Front'],
        kind: 'obligation',
        reference: 'Part Two, 3',
        requires:
          'The Lowmark Front must deal with those who ask for a roof in the villages by the old custom, so that such guests do not endanger Averin.',
      },
    ],
    count: 13,
    leftOut: ['shell the border villages', 'grazing lands', 'return of the border guards'],
  },
  {
    name: 'a mail broken at a width',
    text: `From: Office of the Harbour Board of Quill
To: Dockers' Union of Quill
Date: 14 February 2032
Subject: What we settled last night

The Harbour Board of Quill ("the Board") and the Dockers' Union of Quill ("the Union") settled the
following on 14 February 2032:

1. The Board will pay the back wages of the night shifts of November and December, no later than
   31. March 2032, and will not dock pay for the days of the strike.
2. The Union will call off the strike at noon on 15 February 2032 and will not call another before
   1 September 2032.
3. The Board will hire back all 48 dockers who were dismissed during the strike within two weeks of
   today.
4. Both sides will keep the text of this mail to themselves until
   the shop stewards have been told.
`,
    parties: ['Harbour Board of Quill', "Dockers' Union of Quill"],
    duties: [
      {
        words: 'pay the back wages',
        debtor: ['Harbour Board of Quill'],
        kind: 'obligation',
        to: '2032-03-31',
        reference: '1',
      },
      { words: 'dock pay', debtor: ['Harbour Board of Quill'], kind: 'prohibition' },
      {
        words: 'call off the strike',
        debtor: ["Dockers' Union of Quill"],
        kind: 'obligation',
        to: '2032-02-15',
        reference: '2',
      },
      { words: 'call another', debtor: ["Dockers' Union of Quill"], kind: 'prohibition', to: '2032-08-31' },
      {
        words: 'hire back',
        debtor: ['Harbour Board of Quill'],
        kind: 'obligation',
        to: '2032-02-28',
        reference: '3',
        quantity: { value: 48, unit: 'docker', bound: 'exact' },
      },
      {
        words: 'keep the text of this mail',
        debtor: ['Harbour Board of Quill', "Dockers' Union of Quill"],
        kind: 'obligation',
        reference: '4',
      },
    ],
  },
  {
    name: 'nesting of letters, numbers and small letters',
    text: `AGREEMENT ON THE GRAIN ROAD

The Province of Ostfell and the Hill League, meeting at Varn on 2 May 2033, have agreed:

A. The road

1. Ostfell shall:
a) rebuild the bridge at Kett by 1 October 2033;
b) keep the road open to carts at all times;
c) not levy any toll on grain.
2. The Hill League shall see to it that no herd blocks the road.

B. The granaries

1. The Hill League shall deliver 600 sacks of barley to the granary of Varn:
a) 200 sacks by 1 September 2033;
b) 400 sacks by 1 December 2033.
2. In return, Ostfell will take all of its militia, and all guards in its pay, out of the Hill villages within 30 days of signature.
`,
    parties: ['Province of Ostfell', 'Hill League'],
    duties: [
      {
        words: 'rebuild the bridge',
        debtor: ['Province of Ostfell'],
        kind: 'obligation',
        to: '2033-10-01',
        reference: 'A.1 a)',
      },
      {
        words: 'keep the road open',
        debtor: ['Province of Ostfell'],
        kind: 'obligation',
        reference: 'A.1 b)',
      },
      { words: 'levy any toll', debtor: ['Province of Ostfell'], kind: 'prohibition', reference: 'A.1 c)' },
      { words: 'no herd blocks', debtor: ['Hill League'], kind: 'prohibition', reference: 'A.2' },
      {
        words: '200 sacks by',
        debtor: ['Hill League'],
        kind: 'obligation',
        to: '2033-09-01',
        reference: 'B.1 a)',
      },
      {
        words: '400 sacks by',
        debtor: ['Hill League'],
        kind: 'obligation',
        to: '2033-12-01',
        reference: 'B.1 b)',
      },
      {
        words: 'out of the Hill villages',
        debtor: ['Province of Ostfell'],
        kind: 'obligation',
        to: '2033-06-01',
        reference: 'B.2',
      },
    ],
  },
  {
    name: 'a communiqué with bullets',
    text: `JOINT COMMUNIQUÉ
Marrow Bay, 9 August 2030

The delegations of the Republic of Senna and the Islands of Corrie met at Marrow Bay. The talks were held in a warm spirit. The two sides agreed on the following:

• The Republic of Senna will reopen its consulate in Corrie by 1 November 2030.
• The Islands of Corrie will release the crews of the two trawlers seized in June and will return their catch.
• Neither side will send armed vessels into the strait.
• Both sides will exchange lists of missing seamen, and will inform the families, by the end of September 2030.
• The two sides hope that a treaty on fishing can be signed next year.
• An agreement on cable landings will be on the agenda of the next meeting.
`,
    parties: ['Republic of Senna', 'Islands of Corrie'],
    duties: [
      { words: 'reopen its consulate', debtor: ['Republic of Senna'], kind: 'obligation', to: '2030-11-01' },
      { words: 'release the crews', debtor: ['Islands of Corrie'], kind: 'obligation' },
      { words: 'armed vessels', debtor: ['Republic of Senna', 'Islands of Corrie'], kind: 'prohibition' },
      {
        words: 'exchange lists',
        debtor: ['Republic of Senna', 'Islands of Corrie'],
        kind: 'obligation',
        to: '2030-09-30',
      },
    ],
    count: 4,
    leftOut: ['treaty on fishing', 'cable landings'],
  },
  {
    name: 'treaty articles with a chapeau',
    text: `CONVENTION BETWEEN THE KINGDOM OF LORRE AND THE FREE CITY OF ANSK ON THE SOUND

The Kingdom of Lorre and the Free City of Ansk,
Wishing to keep the Sound clean,
Have agreed as follows:

Article 1
Lighthouses
With a view to the safety of shipping, and without prejudice to Article 4, the Kingdom of Lorre shall, at its own cost:
1. light the three lighthouses of the northern shore every night;
2. repair the lighthouse of Dunn within six months of the signature; and
3. refrain from placing guns within 2 kilometres of any lighthouse.

Article 2
Pilots
1. In order that ships may pass at all hours, the Free City of Ansk undertakes the following:
(a) to train at least 20 pilots by 30 June 2032;
(b) not to charge foreign ships more than its own.
2. The Free City of Ansk shall publish the rules for pilots, and shall not change such rules without the consent of the other Party.

Article 3
If the ice closes the Sound, each Party shall lend its ice-breakers to the other on request.

Article 4
Nothing in this Convention shall affect the rights of third states.

Done at Ansk on 10 January 2031.
`,
    parties: ['Kingdom of Lorre', 'Free City of Ansk'],
    duties: [
      {
        words: 'light the three lighthouses',
        debtor: ['Kingdom of Lorre'],
        kind: 'obligation',
        reference: 'Article 1.1',
      },
      {
        words: 'repair the lighthouse',
        debtor: ['Kingdom of Lorre'],
        kind: 'obligation',
        to: '2031-07-10',
        reference: 'Article 1.2',
      },
      { words: 'placing guns', debtor: ['Kingdom of Lorre'], kind: 'prohibition', reference: 'Article 1.3' },
      {
        words: 'train at least 20 pilots',
        debtor: ['Free City of Ansk'],
        kind: 'obligation',
        to: '2032-06-30',
        reference: 'Article 2.1 (a)',
        quantity: { value: 20, unit: 'pilot', bound: 'min' },
      },
      {
        words: 'charge foreign ships',
        debtor: ['Free City of Ansk'],
        kind: 'prohibition',
        reference: 'Article 2.1 (b)',
      },
      {
        words: 'publish the rules',
        debtor: ['Free City of Ansk'],
        kind: 'obligation',
        reference: 'Article 2.2',
      },
      {
        words: 'change such rules',
        debtor: ['Free City of Ansk'],
        kind: 'prohibition',
        reference: 'Article 2.2',
      },
      { words: 'ice-breakers', debtor: ['Kingdom of Lorre', 'Free City of Ansk'], kind: 'obligation' },
    ],
    leftOut: ['third states'],
  },
  {
    name: 'an annex with a table of quotas',
    text: `ACCORD ON THE HERRING BANKS

The Republic of Tove, the Republic of Saar and the Isle of Wend have agreed on 1 March 2034 as follows:

Article 1
No Party shall fish on the banks between 1 May 2034 and 31 July 2034.

Article 2
Each Party shall report its catch to the Herring Office every month.

ANNEX I
Quotas for 2034

In 2034 the Parties shall not land more than:
(a) Tove: 12,000 tonnes;
(b) Saar: 9,500 tonnes;
(c) Wend: 800 tonnes.

ANNEX II
Patrol boats

Each of the following shall be laid up by the day given:
1. by Tove: two boats, by 1 June 2034;
2. by Saar: one boat, by 1 July 2034.
`,
    parties: ['Republic of Tove', 'Republic of Saar', 'Isle of Wend'],
    duties: [
      {
        words: 'fish on the banks',
        debtor: ['Republic of Tove', 'Republic of Saar', 'Isle of Wend'],
        kind: 'prohibition',
        from: '2034-05-01',
        to: '2034-07-31',
        reference: 'Article 1',
      },
      {
        words: 'report its catch',
        debtor: ['Republic of Tove', 'Republic of Saar', 'Isle of Wend'],
        kind: 'obligation',
      },
      {
        words: 'Tove: 12,000 tonnes',
        debtor: ['Republic of Tove'],
        kind: 'prohibition',
        quantity: { value: 12000, unit: 'tonne', bound: 'max' },
        reference: 'ANNEX I (a)',
      },
      { words: 'Saar: 9,500 tonnes', debtor: ['Republic of Saar'], kind: 'prohibition' },
      { words: 'Wend: 800 tonnes', debtor: ['Isle of Wend'], kind: 'prohibition' },
      { words: 'by Tove: two boats', debtor: ['Republic of Tove'], kind: 'obligation', to: '2034-06-01' },
      { words: 'by Saar: one boat', debtor: ['Republic of Saar'], kind: 'obligation', to: '2034-07-01' },
    ],
  },
  {
    name: 'an exchange of letters',
    text: `Exchange of letters between the Government of Ruhn and the Government of Pellow

I

Ruhn, 5 September 2031

Excellency,

I have the honour to refer to the talks between the Government of Ruhn and the Government of Pellow on the water of the Lake of Orm, and to propose the following:

(1) The Government of Ruhn shall let at least 30 million cubic metres of water a year out of the Orm dam.
(2) The Government of Pellow shall pay to the Government of Ruhn 2 million crowns before 1 January 2032.
(3) After the payment has been received, the Government of Ruhn shall open the gauges of the dam to the engineers of Pellow.
(4) Neither Government shall divert the brooks that feed the Lake.

I should be grateful if you would confirm that your Government agrees to the foregoing.

Accept, Excellency, the assurance of my highest consideration.

II

Excellency,

I have the honour to confirm that my Government agrees to the contents of your letter.
`,
    signed: '2031-09-05',
    parties: ['Government of Ruhn', 'Government of Pellow'],
    duties: [
      {
        words: '30 million cubic metres',
        debtor: ['Government of Ruhn'],
        kind: 'obligation',
        reference: '(1)',
        quantity: { value: 30000000, bound: 'min' },
      },
      {
        words: '2 million crowns',
        debtor: ['Government of Pellow'],
        kind: 'obligation',
        to: '2031-12-31',
        reference: '(2)',
      },
      {
        words: 'open the gauges',
        debtor: ['Government of Ruhn'],
        kind: 'obligation',
        after: 'the payment has been received',
        reference: '(3)',
      },
      {
        words: 'divert the brooks',
        debtor: ['Government of Ruhn', 'Government of Pellow'],
        kind: 'prohibition',
      },
    ],
    count: 4,
  },
  {
    name: 'a ceasefire protocol',
    text: `PROTOCOL ON A CEASEFIRE IN THE MARSHES

Signed at Low Ferry on 20 October 2030 between the Army of Carrow and the Reed Brigades

1. From 06:00 on 22 October 2030 the sides cease fire along the whole line.

2. Each side:
- pulls its guns back 15 kilometres from the line by 30 October 2030;
- hands over the maps of its minefields to the Truce Mission within 7 days after the signing of this Protocol;
- does not fly drones over the line.

3. The Truce Mission shall count the guns and shall publish its count every week.

4. Upon completion of the pull-back, the Reed Brigades shall let the ferry run again, and the Army of Carrow shall lift the blockade of Low Ferry.

5. The sides shall exchange all prisoners, "all for all", no later than 10 days after completion of the pull-back.
`,
    parties: ['Army of Carrow', 'Reed Brigades'],
    duties: [
      {
        words: 'pulls its guns back',
        debtor: ['Army of Carrow', 'Reed Brigades'],
        kind: 'obligation',
        to: '2030-10-30',
      },
      {
        words: 'maps of its minefields',
        debtor: ['Army of Carrow', 'Reed Brigades'],
        kind: 'obligation',
        to: '2030-10-27',
        condition: null,
      },
      { words: 'fly drones', debtor: ['Army of Carrow', 'Reed Brigades'], kind: 'prohibition' },
      { words: 'count the guns', debtor: ['Truce Mission'], kind: 'obligation', reference: '3' },
      {
        words: 'let the ferry run',
        debtor: ['Reed Brigades'],
        kind: 'obligation',
        after: 'completion of the pull-back',
      },
      {
        words: 'lift the blockade',
        debtor: ['Army of Carrow'],
        kind: 'obligation',
        after: 'completion of the pull-back',
      },
      {
        words: 'exchange all prisoners',
        debtor: ['Army of Carrow', 'Reed Brigades'],
        kind: 'obligation',
        within: 'P10D',
        after: 'completion of the pull-back',
      },
    ],
  },
  {
    name: 'undertakings of a company',
    text: `UNDERTAKINGS GIVEN BY HALVARD RAIL PLC TO THE RAIL REGULATOR

Halvard Rail plc ("Halvard") gives the following undertakings to the Rail Regulator ("the Regulator"), with effect from 1 July 2032 ("the Commencement Date"):

1. Sale of the depots
1.1 Halvard shall sell the Brook Lane depot and the Quay depot within nine months of the Commencement Date.
1.2 Until the sale, Halvard shall not remove rolling stock, spare parts or staff from those depots.

2. Fares
2.1 Halvard shall not raise its fares by more than 2 per cent in any year before 1 January 2036.
2.2 Halvard shall cut the number of its ticket classes to four by 31 December 2032.

3. Reporting
3.1 Halvard shall appoint a Monitoring Trustee approved by the Regulator, and shall give such trustee access to its books.
3.2 The Regulator may vary these undertakings.
`,
    signed: '2032-06-15',
    parties: ['Halvard Rail plc', 'Rail Regulator'],
    duties: [
      {
        words: 'sell the Brook Lane depot',
        debtor: ['Halvard Rail plc'],
        kind: 'obligation',
        to: '2033-04-01',
        reference: '1.1',
      },
      {
        words: 'remove rolling stock',
        debtor: ['Halvard Rail plc'],
        kind: 'prohibition',
        reference: '1.2',
        requires: 'Halvard Rail plc must not remove rolling stock, spare parts or staff from those depots.',
      },
      {
        words: 'raise its fares',
        debtor: ['Halvard Rail plc'],
        kind: 'prohibition',
        reference: '2.1',
        quantity: { value: 2, unit: '%', bound: 'max' },
      },
      {
        words: 'ticket classes',
        debtor: ['Halvard Rail plc'],
        kind: 'obligation',
        to: '2032-12-31',
        quantity: { value: 4, bound: 'max' },
      },
      { words: 'appoint a Monitoring Trustee', debtor: ['Halvard Rail plc'], kind: 'obligation' },
    ],
    leftOut: ['vary these undertakings'],
  },
  {
    name: 'a memorandum of three bodies',
    text: `MEMORANDUM OF UNDERSTANDING

between the National Museum of Orlen (the "Museum"), the University of Orlen (the "University") and the Orlen Heritage Trust (the "Trust")

Signed on 12 March 2031

1. Purpose
The purpose of this Memorandum is to bring the Orlen bronzes home.

2. Roles
2.1 The Museum will:
- display the bronzes free of charge for three years from 1 January 2032;
- insure the bronzes.
2.2 The University will lend its laboratory to the Museum and will not publish photographs of the bronzes before the opening of the display.
2.3 The Trust will pay the Museum 300,000 florins, the first half by 1 June 2031.

3. General
3.1 The Museum and the University will jointly catalogue the bronzes by the end of 2031.
3.2 The three bodies will meet twice a year.
3.3 This Memorandum is not legally binding.
`,
    parties: ['National Museum of Orlen', 'University of Orlen', 'Orlen Heritage Trust'],
    duties: [
      {
        words: 'display the bronzes free',
        debtor: ['National Museum of Orlen'],
        kind: 'obligation',
        from: '2032-01-01',
        reference: '2.1',
      },
      { words: 'insure the bronzes', debtor: ['National Museum of Orlen'], kind: 'obligation' },
      { words: 'lend its laboratory', debtor: ['University of Orlen'], kind: 'obligation', reference: '2.2' },
      {
        words: 'publish photographs',
        debtor: ['University of Orlen'],
        kind: 'prohibition',
        reference: '2.2',
      },
      { words: '300,000 florins', debtor: ['Orlen Heritage Trust'], kind: 'obligation', reference: '2.3' },
      {
        words: 'jointly catalogue',
        debtor: ['National Museum of Orlen', 'University of Orlen'],
        kind: 'obligation',
        to: '2031-12-31',
        reference: '3.1',
      },
    ],
    count: 6,
    leftOut: ['bring the Orlen bronzes home', 'meet twice a year'],
  },
  {
    name: 'a resolution of a council',
    text: `Resolution 14 of the Council of the Nine

The Council of the Nine, at its session of 6 June 2030,

Deploring the fighting between the Republic of Vell and the Kingdom of Arn in the Passes,

1. Demands that the Republic of Vell and the Kingdom of Arn cease all hostilities at once;
2. Decides that the Republic of Vell shall withdraw its troops from the Passes by 15 June
2030, and that the Kingdom of Arn shall not enter the places that those troops have left;
3. Calls upon both parties to let the Envoy of the Council travel freely;
4. Decides to remain seized of the matter.
`,
    parties: ['Republic of Vell', 'Kingdom of Arn'],
    duties: [
      {
        words: 'cease all hostilities',
        debtor: ['Republic of Vell', 'Kingdom of Arn'],
        kind: 'prohibition',
        reference: '1',
      },
      {
        words: 'withdraw its troops',
        debtor: ['Republic of Vell'],
        kind: 'obligation',
        to: '2030-06-15',
        reference: '2',
      },
      { words: 'enter the places', debtor: ['Kingdom of Arn'], kind: 'prohibition', reference: '2' },
      {
        words: 'travel freely',
        debtor: ['Republic of Vell', 'Kingdom of Arn'],
        kind: 'obligation',
        reference: '3',
      },
    ],
    count: 4,
  },
  {
    name: 'minutes of a settlement',
    text: `MINUTES
of the settlement between the Village of Nether Combe and the Brackwater Quarry Company
Town hall, 17 November 2033

Present: for the Village, Mrs Ode and Mr Finch; for the Company, Dr Lunt.

Item 1. Dust
After a long discussion it was agreed that the Company will wet the haul road three times a day and will not blast on Sundays.

Item 2. Well
The Company agreed to dig a new well for the Village by 30 April 2034. The Village agreed to drop its suit once the well gives clean water.

Item 3. Lorries
It was agreed that no lorry of the Company would pass the school between 8 and 9 in the morning. The Company said that it had bought two new lorries.

Item 4. Next meeting
The two sides will meet again in May.
`,
    parties: ['Village of Nether Combe', 'Brackwater Quarry Company'],
    duties: [
      {
        words: 'wet the haul road',
        debtor: ['Brackwater Quarry Company'],
        kind: 'obligation',
        reference: 'Item 1',
      },
      {
        words: 'blast on Sundays',
        debtor: ['Brackwater Quarry Company'],
        kind: 'prohibition',
        reference: 'Item 1',
      },
      {
        words: 'dig a new well',
        debtor: ['Brackwater Quarry Company'],
        kind: 'obligation',
        to: '2034-04-30',
        reference: 'Item 2',
      },
      {
        words: 'drop its suit',
        debtor: ['Village of Nether Combe'],
        kind: 'obligation',
        condition: 'once the well gives clean water',
      },
      {
        words: 'pass the school',
        debtor: ['Brackwater Quarry Company'],
        kind: 'prohibition',
        reference: 'Item 3',
      },
    ],
    leftOut: ['bought two new lorries', 'meet again in May'],
  },
];

tryAgreements(oddForms);
