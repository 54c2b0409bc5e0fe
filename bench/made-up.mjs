/**
 * A made-up accord and reports on it, the same on every machine: invented names, sentences from frames and an English
 * vocabulary. Readings are made with the sentences, so that nothing needs to be read: a reader would spend hours on what is
 * the same for each document whatever their number.
 */
import { createHash } from 'node:crypto';
import { day, oneOf, randomFrom, TextWithReading, zipf } from './made-up-text.mjs';

/** What each commitment asks, and how reports tell that it is kept and broken; `A` owes it. */
const duties = [
  {
    requires: 'A must withdraw its heavy artillery from the buffer zone.',
    to: '2021-06-30',
    kept: [
      'pulled the last howitzers back out of the buffer zone',
      'has withdrawn heavy guns from the buffer zone',
    ],
    broken: ['still keeps howitzers inside the buffer zone', 'moved more artillery into the buffer zone'],
  },
  {
    requires: 'A must not fly military aircraft over the border strip.',
    kept: [
      'kept all its warplanes away from the border strip',
      'grounded the jets that used to cross the strip',
    ],
    broken: ['flew two fighter jets over the border strip', 'sent armed drones across the border strip'],
  },
  {
    requires: 'A must release all prisoners of war.',
    to: '2020-12-31',
    kept: ['released sixty prisoners of war at the crossing', 'let the last captured soldiers go home'],
    broken: ['still holds captured soldiers in its camps', 'refused to free the remaining prisoners'],
  },
  {
    requires: 'A must not shell villages on the south bank.',
    kept: ['fired no shell at the south bank for weeks', 'held its fire along the south bank'],
    broken: ['shelled two villages on the south bank', 'fired mortars at houses on the south bank'],
  },
  {
    requires: 'A must let relief convoys reach the mountain camps.',
    kept: [
      'let nine relief lorries through to the mountain camps',
      'opened the road to the camps for food aid',
    ],
    broken: ['turned relief lorries back below the camps', 'blocked a food convoy on the way to the camps'],
  },
  {
    requires: 'A must not lay mines along the coast road.',
    kept: ['cleared its last mines from the coast road', 'stopped mining the coast road'],
    broken: ['laid new mines along the coast road', 'buried explosives beside the coast road'],
  },
  {
    requires: 'A must pay 40 million dollars of compensation to the damaged towns.',
    to: '2022-06-30',
    kept: [
      'paid 10 million dollars of compensation to the towns',
      'transferred the sum owed to the damaged towns',
    ],
    broken: [
      'has not paid the compensation owed to the towns',
      'withheld the money promised to the damaged towns',
    ],
  },
  {
    requires: 'A must not recruit fighters under the age of eighteen.',
    kept: ['sent all boys under eighteen home from its units', 'turned away recruits younger than eighteen'],
    broken: ['recruited boys of fifteen as fighters', 'took schoolchildren into its ranks'],
  },
  {
    requires: 'A must keep the river ferry open to everybody.',
    kept: ['kept the river ferry running for everybody', 'reopened the ferry across the river'],
    broken: ['shut the river ferry without notice', 'barred passengers of the other side from the ferry'],
  },
  {
    requires: 'A must not supply weapons to the Hill Front.',
    kept: [
      'sealed the depot that had armed the Hill Front',
      'ended its deliveries of arms to the Hill Front',
    ],
    broken: ['supplied rifles to the Hill Front', 'sent crates of ammunition to the Hill Front'],
  },
];
const parties = [
  { id: 'norland', name: 'Norland' },
  { id: 'sudland', name: 'Sudland' },
];

/** What else reports tell: nothing that the accord asks. */
const others = [
  'opened a market hall',
  'repaired the town bridge',
  'held a conference',
  'printed new stamps',
  'planted trees',
];

const commitments = duties.flatMap(({ requires, to }, index) =>
  parties.map((party, side) => ({
    id: `c${2 * index + side}`,
    debtor: party.id,
    creditor: parties[1 - side].id,
    kind: requires.includes('must not') ? 'prohibition' : 'obligation',
    requires: requires.replace(/^A/u, party.name),
    window: { from: '2020-01-01', ...(to ? { to } : {}) },
  })),
);

const bodies = Array.from({ length: 300 }, (_, index) => `Body${index}`);

/** The accord: two parties with ten commitments each, and the bodies that speak most. */
export const caseFile = {
  id: 'bench',
  title: 'A made-up accord',
  signed: '2020-01-01',
  parties,
  actors: bodies
    .slice(0, 20)
    .map((name, index) => ({ id: `body${index}`, name, partOf: index < 8 ? [parties[index % 2].id] : [] })),
  grades: Object.fromEntries(bodies.slice(0, 60).map((name, index) => [name, 'ABCDE'[index % 5]])),
  commitments,
};

/** The last day of the case: both clocks stand there. */
export const lastDay = '2023-12-31';

const outlets = 150;

/** Document, reading and what bears on the accord in a story as an outlet prints it. */
const printed = (number, { head, sentences, foot, published, outlet }, reader) => {
  const page = new TextWithReading(published, reader);
  const { reading } = page;
  const put = (words) => page.put(words);
  put(`${head}.\n\n`);
  for (const [index, { speaker, agent, deed, place, tail }] of sentences.entries()) {
    if (index > 0) put(' ');
    const start = page.text.length;
    const actor = page.putName(agent, 'state');
    put(' ');
    const [verb, ...rest] = deed.split(' ');
    const predicate = put(verb);
    put(` ${rest.join(' ')} near `);
    const where = put(place);
    if (tail) put(` ${tail}`);
    const content = [start, page.text.length];
    put(', ');
    const source = page.putName(speaker, speaker.includes(' ') ? 'person' : 'organisation');
    put(' ');
    const cue = put('said');
    put('.');
    reading.sentences.push({ span: [start, page.text.length] });
    reading.places.push({
      ...{
        span: where,
        name: place,
        lat: 30 + (place.length % 8),
        lon: 62,
        precision: 'settlement',
        within: [],
      },
      gazetteerId: `made-up:${place}`,
    });
    reading.attributions.push({
      ...{ id: `a${index}`, source: [source.span], cue: [cue], content: [content], kind: 'says' },
      ...{ speaker: source.entity, group: null, relay: null, relays: [], parent: null },
    });
    reading.claims.push({
      ...{ id: `c${index}`, span: content, attribution: `a${index}`, kind: 'event' },
      predicate: { span: predicate, lemma: verb, type: null },
      ...{ polarity: 'affirmed', mood: 'asserted', factuality: 3, band: [95, 99] },
      roles: [{ role: 'agent', ...actor }],
      ...{ time: published, tense: 'past', place: index, confidence: 1 },
    });
  }
  if (foot) put(`\n\n${foot}`);
  // What a matcher finds that makes no mistakes, by the sentence's claim.
  const bearing = sentences.flatMap(({ duty, isKept, agent }, index) =>
    duty
      ? [
          {
            claim: `c${index}`,
            commitment: `c${2 * duties.indexOf(duty) + parties.findIndex((party) => party.name === agent)}`,
            bearing: isKept ? 'performance' : 'breach',
          },
        ]
      : [],
  );
  const capture = {
    ...{ source: `report-${number}.txt`, collectedAt: '2024-01-01T00:00:00.000Z', collector: 'bench' },
    ...{ tool: 'bench', url: null, takenAt: null, headers: null, container: null, fetched: null },
  };
  return { ...page.printedBy(`Outlet ${outlet}`, head), capture, bearing };
};

/**
 * Reports without end, with words of a vocabulary that is in the order of frequency, each with what it was made from (`of`: the number of the report whose text it reprints, or null). 15 %
 * reprint one of the 200 before under another head, with sentences cut; 10 % tell a story again in other words; one sentence in
 * ten bears on a commitment; one in five is told by a person of whom nothing else tells; three outlets in ten put a footer under each page.
 */
export function* reports(reader, vocabulary) {
  const random = randomFrom(7);
  const below = (count) => Math.floor(random() * count);
  const one = (items) => oneOf(random, items);
  const words = vocabulary.filter((piece) => /^[a-z]{3,}$/u.test(piece));
  const word = () => words[zipf(random, words.length)];
  const phrase = (count) => Array.from({ length: count }, word).join(' ');
  const feet = Array.from({ length: outlets }, (_, outlet) => (outlet % 10 < 3 ? phrase(32) : ''));

  const syllables = 'ba de fi go lu ma ne pi ro su ta ve'.split(' ');
  const name = (length) => {
    const letters = Array.from({ length }, () => one(syllables)).join('');
    return letters[0].toUpperCase() + letters.slice(1);
  };
  const sentence = () => {
    const bears = random() < 0.1;
    const fact = {
      speaker: random() < 0.2 ? `${name(2)} ${name(4)}` : bodies[Math.floor(300 * random() ** 2)],
      agent: bears || random() < 0.3 ? one(parties).name : one(bodies),
      duty: bears ? one(duties) : null,
      isKept: random() < 0.4,
      place: `Town${below(60)}`,
    };
    return told(fact);
  };
  /** A fact in words of this telling's own. */
  const told = (fact) => ({
    ...fact,
    deed: fact.duty
      ? one(fact.isKept ? fact.duty.kept : fact.duty.broken)
      : `${one(others)} with ${phrase(6 + below(8))}`,
    tail: fact.duty && random() < 0.5 ? '' : phrase(2 + below(6)),
  });
  /** Stories of late, which others reprint and retell. */
  const recent = [];
  for (let number = 0; ; number += 1) {
    const kind = random();
    const from = recent.length > 0 && kind < 0.25 ? one(recent) : null;
    const published = day(Math.min(1460, from ? from.offset + below(3) : below(1458)));
    const sentences = !from
      ? Array.from({ length: 4 + below(6) }, sentence)
      : kind < 0.15
        ? from.sentences.filter((_, index) => index === 0 || random() > 0.15)
        : from.sentences.map(told);
    const outlet = below(outlets);
    const head = `Report ${number} on ${phrase(4)}`;
    if (!from)
      recent.push({
        number,
        sentences,
        offset: Math.round((Date.parse(published) - Date.UTC(2020, 0, 1)) / 86_400_000),
      });
    if (recent.length > 200) recent.shift();
    yield {
      ...printed(number, { head, sentences, foot: feet[outlet], published, outlet }, reader),
      of: from && kind < 0.15 ? from.number : null,
    };
  }
}

/**
 * In the place of the networks, for all but the last documents: what they would find at best, with probabilities strewn. They cost
 * the same for each new pair however many documents a case has, and hours for ten thousand.
 */
export const foundIn = (documents, bearing) => {
  const evidence = documents.flatMap(({ document, statements }) =>
    bearing.get(document.id).map(({ claim, commitment, bearing: points }) => {
      const statement = statements.find((one) => one.claim.id === claim);
      const id = createHash('sha256').update(`${document.id} ${claim}`).digest('hex').slice(0, 16);
      const probability = 0.2 + (Number.parseInt(id.slice(0, 4), 16) / 0xffff) * 0.75;
      const odds = Math.log(probability / (1 - probability));
      return {
        ...{
          id,
          statementId: statement.id,
          documentId: document.id,
          commitment,
          kind: 'conduct',
          bearing: points,
        },
        ...{
          factuality: 3,
          strength: 'direct',
          probability,
          tier: probability < 0.5 ? 'suggested' : 'counted',
        },
        ...{
          span: statement.claim.span,
          words: statement.text,
          verdict: 'proposed',
          elements: [],
          through: [],
        },
        features: {
          breach: points === 'breach' ? odds : -6,
          performance: points === 'breach' ? -6 : odds,
          words: probability,
        },
      };
    }),
  );
  return { evidence, replies: [], read: new Map() };
};
