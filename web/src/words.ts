import type {
  AttributionKind,
  Bearing,
  Claim,
  Grade,
  Mood,
  Opinion,
  Origin,
  PlaceMention,
  Reply,
  Role,
  Standard,
  Status,
  Verdict,
} from '../../src/model/index.ts';
import { dateInWords } from './dates.ts';
import type { Run } from './months.ts';
import type { Tally } from './summary.ts';

/** All words of the interface. */

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const grades: Record<Grade, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

const pam = ['not initiated', 'minimal', 'intermediate', 'full'] as const;

export const words = {
  product: 'Proviso',
  skip: 'Skip to the content',
  loading: 'Loading…',
  pageTitle: (...parts: string[]): string => [...parts, 'Proviso'].join(' · '),

  nav: {
    label: 'Case',
    board: 'Board',
    documents: 'Documents',
    allCases: 'All cases',
    darkTheme: 'Dark theme',
  },

  footer:
    'Proposed by a machine from public reports, for people to judge. Every number opens to the sentences it rests on.',

  failure: {
    fault: 'The workbench has a fault',
    notFound: 'There is no such page',
    notFoundDetail: 'The address may be mistyped, or what it named is gone.',
    notFoundCode: 'PROVISO_ROUTE_NOT_FOUND',
    code: 'Code',
    retry: 'Try again',
    home: 'To all cases',
    unreachable: {
      title: 'The server does not answer',
      detail: 'Is “proviso start” still running? Start it again, then try again.',
      code: 'PROVISO_UNREACHABLE',
    },
    unexpected: (status: number) => ({
      title: 'The server gave an answer that the workbench does not know',
      detail: `HTTP status ${status}.`,
      code: 'PROVISO_ANSWER_UNKNOWN',
    }),
  },

  cases: {
    heading: 'Cases',
    lead: 'Agreements under watch. Is each side keeping its word?',
    none: 'There is no case yet. Import one with “proviso case import FILE”.',
    signed: (day: string) => `Signed ${dateInWords(day)}`,
    size: (commitments: number, documents: number) =>
      `${count(commitments, 'commitment')}, ${count(documents, 'document')}`,
  },

  board: {
    summary: ({ total, breach, performance, disputed, silent, notDue }: Tally): string => {
      const rest = [
        performance && `${performance} with evidence of performance`,
        disputed && `${disputed} disputed`,
        silent && `${silent} without information`,
        notDue && `${notDue} not yet due`,
      ].filter((part) => part !== 0);
      return `${[`${breach} of ${count(total, 'commitment')} with evidence of breach`, ...rest].join(', ')}.`;
    },
    basis: (signed: string, documents: number) =>
      `Signed ${dateInWords(signed)} · ${count(documents, 'document')} in this case`,
    commitmentsOf: (party: string) => `Commitments of ${party}`,
    noCommitments: 'This case has no commitments.',
    onlyVerdicts: 'Verdicts only, no report of conduct',
    evidenceCount: (origins: number, documents: number) =>
      origins ? `${count(origins, 'origin')} in ${count(documents, 'document')}` : 'No evidence yet',
    towards: (creditor: string) => `towards ${creditor}`,
  },

  clocks: {
    legend: 'Dates of the assessment',
    asOf: 'State on',
    knownAt: 'Known by',
    show: 'Show',
    today: 'Latest',
    asKnownThen: 'As known then',
    sentence: (asOf: string, knownAt: string) =>
      asOf === knownAt
        ? `State on ${dateInWords(asOf)}, as known on that day`
        : `State on ${dateInWords(asOf)}, with what was known by ${dateInWords(knownAt)}`,
  },

  legend: {
    heading: 'How to read this',
    signs:
      'The shape tells the direction (triangle: breach, circle: performance); the filling tells how sure.',
    bar: 'A bar is an opinion. From the left, what speaks for it; hatched, what is uncertain; from the right, what speaks against it. The line marks the probability.',
  },

  status: (status: Status) => capital(status),
  late: 'Late',
  kind: { obligation: 'Obligation', prohibition: 'Prohibition' },
  bestEfforts: 'best efforts',
  window: (from: string, due: string | null, kind: 'obligation' | 'prohibition') => {
    if (due === null) return `from ${dateInWords(from)}, without an end`;
    return kind === 'obligation'
      ? `due by ${dateInWords(due)}`
      : `from ${dateInWords(from)} to ${dateInWords(due)}`;
  },
  conditionalOn: 'Conditional on',
  conditionStatus: (status: Status) => `which is: ${status}`,

  months: {
    cell: (month: string, status: Status) => `${dateInWords(month)}: ${status}`,
    strip: (runs: readonly Run[]) =>
      runs.length
        ? `Month by month. ${runs
            .map(({ from, to, status }) =>
              from === to
                ? `${dateInWords(from)}: ${status}`
                : `${dateInWords(from)} to ${dateInWords(to)}: ${status}`,
            )
            .join('; ')}.`
        : 'No month to show.',
    none: 'No month has been assessed.',
  },

  opinion: {
    name: { breach: 'Breach', performance: 'Performance' } satisfies Record<Bearing, string>,
    none: 'no evidence',
    percent,
    bar: (bearing: Bearing, { belief, disbelief, uncertainty, probability }: Opinion) =>
      probability === null
        ? `${capital(bearing)}: no evidence`
        : `${capital(bearing)}: probability ${percent(probability)}; belief ${percent(belief)}, uncertainty ${percent(uncertainty)}, disbelief ${percent(disbelief)}`,
    heading: 'Opinions',
    caption: 'Belief, uncertainty and disbelief add up to one.',
    columns: {
      bearing: 'On',
      belief: 'For',
      uncertainty: 'Uncertain',
      disbelief: 'Against',
      probability: 'Probability',
    },
  },

  commitment: {
    back: 'Board',
    number: (value: number) => value.toFixed(2),
    sentence: (
      status: Status,
      debtor: string,
      asOf: string,
      origins: number,
      camps: number,
      documents: number,
    ): string => {
      const when = `As of ${dateInWords(asOf)}`;
      if (!origins) return `${when}: ${status} for ${debtor}.`;
      return `${when}: ${status} by ${debtor}, on the word of ${count(origins, 'origin')} in ${count(camps, 'camp')}, told in ${count(documents, 'document')}.`;
    },
    standard: 'Standard of proof',
    standardNames: {
      indications: 'Indications',
      probable: 'Probable',
      established: 'Established',
    } satisfies Record<Standard, string>,
    standardReached: (standard: Standard) => `Reached: ${standard}`,
    standardNone: 'No standard of proof is reached.',
    pam: (scale: number) => `Implementation ${scale} of 3: ${pam[scale] ?? ''}`,
    months: 'Month by month',
    evidence: 'Evidence',
    noEvidence:
      'No report in this case bears on this commitment yet. That is no information, not performance.',
    bearing: {
      breach: (n: number) => `Pointing to breach: ${count(n, 'origin')}`,
      performance: (n: number) => `Pointing to performance: ${count(n, 'origin')}`,
      context: (n: number) => `Context, not counted: ${count(n, 'origin')}`,
    } satisfies Record<Origin['bearing'], (n: number) => string>,
    camp: (name: string) => `Camp: ${name}`,
    otherCamp: 'other',
    grade: (grade: Grade) => `Grade ${grade}: ${grades[grade]}`,
    notGraded: 'Not graded',
    adds: (adds: number) =>
      adds >= 0.005
        ? `Adds ${count(Math.round(adds * 100), 'point')}`
        : adds <= -0.005
          ? `Takes ${count(Math.round(-adds * 100), 'point')}`
          : 'Adds nothing further',
    addsTitle: 'By how many percentage points the probability would fall without this origin.',
    noQuotes: 'The words of this origin stand in:',
    more: (n: number) => `Show ${n} more`,
    replies: (party: string) => `What ${party} replied`,
    noReply: (party: string) => `No reply by ${party} has been found in these documents.`,
    replyKinds: {
      admits: 'Admits',
      denies: 'Denies',
      explains: 'Explains',
      investigates: 'Investigates',
      declines: 'Declines to comment',
    } satisfies Record<Reply['kind'], string>,
    conditions: 'Conditions',
    conditionsNote: 'A condition annotates the finding; it never excuses.',
    leftOut: (n: number) => `Left out: ${n}`,
    leftOutNote: 'Found, but not counted, each with its reason.',
    noReason: 'It belongs to no origin that counts.',
    wouldChange: 'What would change it',
    matched: 'Why it matched',
    toldBy: 'Told by',
    untitled: 'Untitled document',
  },

  verdict: {
    label: 'Your judgement',
    accept: 'Accept',
    reject: 'Reject',
    undo: 'Undo',
    state: {
      proposed: 'Proposed by the machine',
      accepted: 'Accepted by a person',
      rejected: 'Rejected by a person',
    } satisfies Record<Verdict, string>,
    done: {
      proposed: 'Undone. The finding has been weighed again.',
      accepted: 'Accepted. The finding has been weighed again.',
      rejected: 'Rejected. The finding has been weighed again.',
    } satisfies Record<Verdict, string>,
    failed: (detail: string) => `Not saved: ${detail}`,
  },

  role: {
    counts: 'Counts',
    context: 'Context',
    assessment: 'A verdict, not a report of conduct',
    'left out': 'Left out',
  },

  document: {
    digest: "Proviso's summary, not the outlet's text",
    undated: 'Undated',
    unknownPublisher: 'Publisher unknown',
  },

  documents: {
    heading: 'Documents',
    search: 'Search the documents',
    placeholder: 'Words in the text',
    submit: 'Search',
    all: 'All documents',
    none: 'This case has no documents yet. Add some with “proviso add”.',
    found: (n: number, query: string) => `${count(n, 'document')} with “${query}”`,
    caption: (n: number) => `${count(n, 'document')}, newest first`,
    columns: { published: 'Published', document: 'Document' },
  },

  reader: {
    preserved: 'How it was preserved',
    sha256: 'SHA-256',
    address: 'Address',
    captured: 'Captured',
    capture: (when: string, source: string, tool: string) => `${when}, from ${source}, with ${tool}`,
    readBy: 'Read by',
    size: 'Size',
    bytes: (n: number) => count(n, 'byte'),
    marks: 'Show in the text',
    markNames: {
      evidence: 'Evidence',
      source: 'Who says it',
      cue: 'Words of saying',
      content: 'What is said',
      name: 'Names',
      time: 'Times',
      place: 'Places',
    },
    text: 'Text of the document',
    textHelp:
      'Select a sentence to see what was found in it; the left and right arrow keys move between sentences.',
    panel: 'What was found',
    previous: 'Previous sentence',
    next: 'Next sentence',
    close: 'Back to all evidence',
    sentence: (number: number, of: number) => `Sentence ${number} of ${of}`,
    evidenceHere: 'Evidence in this sentence',
    claimsHere: 'Claims in this sentence',
    nothingHere: 'No claim was found in this sentence.',
    allEvidence: (n: number) => `Evidence in this document: ${n}`,
    noEvidence: 'Nothing in this document is evidence in this case.',
    writer: 'The writer',
    unnamed: 'an unnamed source',
    unnamedOf: (body: string) => `unnamed, of ${body}`,
    claimKinds: { event: 'Event', state: 'State', assessment: 'Verdict' } satisfies Record<
      Claim['kind'],
      string
    >,
    negated: 'negated',
    moods: {
      asserted: 'asserted',
      conditional: 'only if',
      planned: 'planned',
      feared: 'feared',
      question: 'asked',
      promised: 'promised',
    } satisfies Record<Mood, string>,
    saidHow: {
      says: 'says',
      believes: 'believes',
      promises: 'promises',
      denies: 'denies',
      asks: 'asks',
      publishes: 'publishes',
    } satisfies Record<AttributionKind, string>,
    factuality: (band: Claim['band']) =>
      band ? `happened, to the speaker: ${band[0]}–${band[1]} %` : 'the speaker does not commit to it',
    when: 'when',
    where: 'where',
    roles: {
      agent: 'who',
      patient: 'whom or what',
      recipient: 'to whom',
      beneficiary: 'for whom',
      instrument: 'with what',
      place: 'where',
      time: 'when',
      purpose: 'what for',
      quantity: 'how much',
    } satisfies Record<Role, string>,
    place: ({ name, precision }: PlaceMention) => (precision === 'point' ? name : `${name} (${precision})`),
  },
};
