import type {
  AttributionKind,
  Bearing,
  Claim,
  CodedMeasure,
  CodingDecision,
  Comment,
  CopyLink,
  CorrectedField,
  Credibility,
  Decision,
  DecisionKind,
  Directness,
  DraftGap,
  DraftWindow,
  Element,
  EntityType,
  Grade,
  Identity,
  Interest,
  JobView,
  LeftOutReason,
  LogKind,
  LogLine,
  Mood,
  Opinion,
  Origin,
  OriginTree,
  PlaceMention,
  Placement,
  PredicateType,
  QueueView,
  Reply,
  Role,
  Stance,
  Standard,
  StandardProfile,
  StatedRelation,
  Status,
  Tag,
  Unverifiable,
  Verdict,
} from '../../src/model/index.ts';
import { likelihood } from '../../src/model/likelihood.ts';
import type { MonthRun } from '../../src/model/month-runs.ts';
import { type Told, toldWords } from '../../src/model/stance.ts';
import type { Column } from './board-address.ts';
import type { DeadlineOf } from './board-rows.ts';
import { dateInWords, language } from './dates.ts';
import { publishWords } from './publish-words.ts';
import type { Tally } from './summary.ts';

/** All words of the interface. */

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString(language)} ${number === 1 ? one : many}`;

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

/** What was decided on publication, after its name. */
const decidedOnPublication = (value: Decision['value']): string => {
  if (typeof value !== 'object' || value === null) return '';
  if ('number' in value) return ` ${value.number}`;
  return 'choice' in value ? `: ${publishWords.choices[value.choice]}` : '';
};

const decisionKinds: Record<DecisionKind, string> = {
  identity: 'These names',
  relation: 'Relation',
  grade: 'Reliability',
  directness: 'How near',
  interest: 'Interest',
  credibility: 'Credibility',
  indicator: 'Where it belongs',
  finding: 'Finding',
  origin: 'Origin',
  tag: 'Tag',
  comment: 'Comment',
  coding: 'Which coding stands',
  learning: 'Learning from decisions',
  publication: 'Publication',
  consent: 'Consent to an edition',
  edition: 'Edition',
  'language-model': 'Language model',
};

/** Levels of implementation, as the Peace Accords Matrix calls them. */
const levels: Readonly<Record<string, string>> = {
  0: '0, not initiated',
  1: '1, minimal',
  2: '2, intermediate',
  3: '3, full',
};

const identities: Record<Identity, string> = {
  same: 'The same',
  different: 'Not the same',
  unsure: 'Cannot be told',
};

const interests: Record<Interest, string> = {
  none: 'none',
  adverse: 'gains from blaming',
  'self-serving': 'speaks for itself',
  'against-interest': 'speaks against its own interest',
};

const directnesses: Record<Directness, string> = {
  document: 'a document',
  witnessed: 'saw it',
  told: 'was told, or has it from its own people',
  hearsay: 'hearsay',
};

/** Admiralty item credibility (NATO AJP-2.1). */
const credibilities: Record<Credibility, string> = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

/** Where a person placed evidence: which way it points, and for which duty. */
const placeWords = (place: Placement, duties: Readonly<Record<string, string>>): string => {
  const duty = duties[place.commitment] ?? place.commitment;
  return 'bearing' in place ? `${place.bearing} of “${duty}”` : `“${duty}”`;
};

/** What a claim tells, where the reader knows its kind. */
const predicates = {
  AGREE: 'agrees, promises',
  AID: 'aids',
  ASSAULT: 'assaults',
  COERCE: 'coerces, arrests',
  CONCEDE: 'concedes, releases',
  CONSULT: 'meets, consults',
  COOPERATE: 'cooperates',
  DEMAND: 'demands',
  DISAPPROVE: 'disapproves',
  FIGHT: 'fights',
  INVESTIGATE: 'investigates',
  MOBILIZE: 'mobilizes',
  PROTEST: 'protests',
  REJECT: 'rejects',
  RETREAT: 'retreats, withdraws',
  SANCTION: 'sanctions',
  SUPPORT: 'supports',
  THREATEN: 'threatens',
  'located-in': 'is located in',
  'member-of': 'is a member of',
  'part-of': 'is part of',
  leads: 'leads',
  'allied-with': 'is allied with',
  controls: 'controls',
  hosts: 'hosts, shelters',
} satisfies Record<PredicateType, string>;

const unverifiables: Record<Unverifiable, string> = {
  'no-debtor': 'does not say who owes it',
  'no-measurable-result': 'names no result that could be seen',
  'no-time': 'gives no time',
};

const durationUnits: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** `P1Y2M` in words; anything else as it stands. */
const durationInWords = (duration: string): string => {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, n = '', unit = '']) =>
    count(Number(n), durationUnits[unit] ?? ''),
  );
  return new Intl.ListFormat('en').format(parts) || duration;
};

const pam = ['not initiated', 'minimal', 'intermediate', 'full'] as const;

/** The standards of proof that a case can ask for, and whom each suits. */
const profiles = {
  'un-panel': 'UN panel: several independent origins. Where many report.',
  'one-monitor': 'One monitor: its word alone counts. Where one agreed body watches and others quote it.',
  'reasonable-grounds':
    'Reasonable grounds: one credible body of information, consistent with the rest. For commissions of inquiry.',
  'clear-and-convincing':
    'Clear and convincing: a higher probability and a third camp. For grave consequences.',
} satisfies Record<StandardProfile, string>;

export const words = {
  profiles,
  product: 'Proviso',
  skip: 'Skip to the content',
  loading: 'Loading…',
  pageTitle: (...parts: string[]): string => [...parts, 'Proviso'].join(' · '),

  nav: {
    label: 'Case',
    board: 'Board',
    review: 'Review',
    documents: 'Documents',
    timeline: 'Timeline',
    map: 'Map',
    network: 'Network',
    names: 'Names',
    sources: 'Sources',
    watching: 'Feeds',
    history: 'History',
    report: 'Report',
    secondCoder: 'Second coder',
    add: 'Add reports',
    edit: 'Edit the case',
    allCases: 'All cases',
    keys: 'Keys',
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

  origins: {
    heading: 'Where do these pages come from?',
    lead: 'Drop reports here: forty pages that repeat one ministry are one origin. No case is needed, and nothing is kept.',
    drop: 'Drop reports here (web pages, PDF, Word, mail, archives), or choose files, or give addresses.',
    files: 'Files',
    urls: 'Addresses, one a line',
    ask: 'Show where they come from',
    working: 'Reading … a page takes about a tenth of a second.',
    again: 'Others',
    summary: ({ pages, origins }: OriginTree): string => {
      const [first] = origins;
      const parties = origins.filter(({ isParty }) => isParty).length;
      const shared =
        first && first.pages.length > 1 ? [`${first.pages.length} go back to one: ${first.name}`] : [];
      const part =
        parties > 0
          ? [
              origins.length === 1
                ? 'it takes part in what it tells'
                : `${parties} of the ${origins.length} take part in what they tell`,
            ]
          : [];
      return `${[`${count(pages, 'page')}, ${count(origins.length, 'origin')}`, ...shared, ...part].join('; ')}.`;
    },
    pages: (n: number) => count(n, 'page'),
    isParty: 'takes part in what it tells',
    share: (told: number, claims: number) =>
      `${told} of ${count(claims, 'claim')} on the page go back to it.`,
    unread: 'Not read, being in another language than English: known by its text and its publisher.',
    also: (names: readonly string[]) => `Also on the page: ${names.join(', ')}.`,
    against: 'Beside:',
    refused: (n: number) => `${count(n, 'input')} could not be read`,
    asTable: 'As a table',
    asJson: 'As JSON',
    columns: ['Origin', 'Page', 'Publisher', 'Published', 'Why'],
    why: (n: number) => `Why ${n === 1 ? 'this goes' : `these ${n} go`} back to one origin`,
    join: 'It is the same as …',
    joinWith: (name: string) => `${name} is the same origin as`,
    part: 'Set a document apart',
    partFrom: (name: string) => `A document that does not go back to ${name}`,
    joined: 'Joined with another origin',
    parted: 'Set apart',
    takeBack: 'Take back',
  },

  cases: {
    heading: 'Cases',
    lead: 'Agreements under watch. Is each side keeping its word?',
    all: 'All cases',
    make: 'New case: paste or drop the agreement',
    makeHint: 'Its commitments are proposed to you: who owes what to whom, and by when.',
    originsHint: 'Forty pages that repeat one ministry are one origin. No case is needed.',
    originsOpen: 'Drop pages to see',
    example: 'Open an example',
    exampleHint: 'A whole case with its reports, to look around in and to change.',
    noExample: 'Examples are loaded when Proviso starts on an empty store: proviso start --store FOLDER.',
    examplesComing: 'The first one is being loaded…',
    loading: (title: string, doing: string) =>
      `Loading the example “${title}”. ${doing}. You need not wait: all else works meanwhile.`,
    drop: 'Drop the agreement to begin a case',
    drafts: 'Unfinished',
    draft: (changed: string, commitments: number | null, accepted: number) =>
      commitments === null
        ? `Begun ${changed}, not read yet`
        : `${accepted} of ${count(commitments, 'commitment')} accepted · last changed ${changed}`,
    goOn: 'Go on',
    throwAway: 'Throw away',
    throwAwaySure: (title: string) =>
      `“${title}” and all that was done on it will be gone, with the agreement’s text.`,
    keepIt: 'Keep it',
    untitled: 'An agreement without a title',
    signed: (day: string) => `Signed ${dateInWords(day)}`,
    size: (commitments: number, documents: number) =>
      `${count(commitments, 'commitment')}, ${count(documents, 'document')}`,
  },

  newCase: {
    caseFile: 'Or a case file that is there already',
    caseFileHint: 'YAML, as Proviso writes it. Nothing is kept of a file that is wrong.',
    heading: 'New case',
    lead: 'Give the agreement. Who owes what to whom, and by when, is proposed from its text; you judge it beside the text.',
    text: 'Paste the text of the agreement',
    textHint: 'Numbers and headings help: “Article 6 (b)” is kept with its commitment.',
    file: 'or choose or drop its file',
    fileHint:
      'PDF, Word, HTML, Markdown or text. A table of commitments (CSV or Excel) is taken too: columns such as reference, debtor, requires, due.',
    signed: 'Signed on, if you know it',
    submit: 'Read the agreement',
    reading: 'Taking it in…',
    nothing: 'There is no text yet. Paste the agreement, or choose its file.',
    failed: (title: string, detail: string) => `${title} ${detail}`,
    kept: 'What you pasted is still here.',
    form: 'No text at hand? Fill in the form instead',
  },

  desk: {
    reading: 'Reading the agreement and proposing its commitments…',
    readingHint:
      'Some seconds for a few pages, up to a minute for an accord of two hundred. You may leave; it goes on.',
    failedHeading: 'Nothing could be proposed',
    again: 'Try again',
    byHand: 'Go on by hand',
    saved: { saved: 'Saved', saving: 'Saving…', unsaved: 'Not saved yet' } as const,
    notSaved: (title: string, detail: string) => `Not saved. ${title} ${detail}`,
    reload: 'Load it anew',
    progress: (accepted: number, all: number) =>
      accepted === all
        ? `All ${count(all, 'commitment')} accepted`
        : `${accepted} of ${count(all, 'commitment')} accepted`,
    bar: 'Accepted so far',
    nothing: 'No commitment yet. Select words in the text and press N to make one of them.',
    make: 'Make the case',
    makeKey: 'Make the case (C)',
    making: 'Making the case…',
    summary: (parties: string, others: string, signed: string | null) =>
      [
        parties ? `Between ${parties}` : 'Parties not known yet',
        others && `others: ${others}`,
        signed ? `signed ${dateInWords(signed)}` : 'day of signing not known yet',
      ]
        .filter(Boolean)
        .join(' · '),
    change: 'Change',
    title: 'Title',
    signed: 'Signed on',
    signedMissing: 'On which day was it signed? Days such as “within 30 days” count from it.',
    parties: 'Parties: who is bound',
    oneParty: 'Only one party is known. Is somebody else bound too, or is anything owed to somebody?',
    noParty: 'Nobody is known to be bound. Add the parties.',
    actors: (n: number) => `Others with a part in it: ${n}`,
    actorsHint: 'Monitors, commissions, guarantors, groups that the text speaks of.',
    name: 'Name',
    aliases: 'Other names, separated by commas',
    addParty: 'Add a party',
    addActor: 'Add another body',
    remove: (name: string) => (name ? `Remove ${name}` : 'Remove it'),
    toActor: 'Not a party',
    toParty: 'Make it a party',
    removeHeading: (name: string) => `Remove ${name || 'it'}?`,
    removeUsed: (n: number) =>
      `${count(n, 'commitment')} ${n === 1 ? 'names' : 'name'} it. It is taken out of ${n === 1 ? 'it' : 'them'} too.`,
    keep: 'Keep it',
    deadlines: 'Deadlines',
    deadline: (day: string, n: number) => `${dateInWords(day)}${n > 1 ? ` · ${n}` : ''}`,
    waiting: (n: number) =>
      `${count(n, 'commitment')} ${n === 1 ? 'counts' : 'count'} from a day that is not known yet:`,
    text: 'Text of the agreement',
    textOf: (name: string | null) => (name === null ? 'as it was pasted' : `from ${name}`),
    addSelected: 'Add the selected words (N)',
    addEmpty: 'Add a commitment (N)',
    commitments: 'Commitments',
    acceptAll: (n: number) => `Accept the other ${n}`,
    states: { proposed: 'Proposed', accepted: 'Accepted', dropped: 'Dropped' } as const,
    nobody: 'nobody named',
    owed: (debtors: string, creditors: string) => (creditors ? `${debtors} → ${creditors}` : debtors),
    condition: (condition: string) => `On condition: “${condition}”`,
    dependsOn: (duties: string) => `Depends on: ${duties}`,
    unverifiable: (whys: readonly Unverifiable[]) => {
      const list = new Intl.ListFormat('en').format(whys.map((why) => unverifiables[why]));
      return whys.includes('no-debtor') || whys.includes('no-measurable-result')
        ? `Nobody can be held to this wording, because it ${list}.`
        : `Hard to verify: it ${list}.`;
    },
    lacks: {
      debtor: 'Say who owes it',
      requires: 'Say what it requires',
      end: 'It ends before it begins',
    } as const,
    accept: 'Accept (A)',
    edit: 'Edit (E)',
    split: 'Split (S)',
    merge: 'Merge with the next (M)',
    drop: 'Drop (D)',
    back: 'Take it back (A)',
    takeIn: 'Take it in (A)',
    leftOut: (n: number) => `Left out: ${count(n, 'clause')} that ${n === 1 ? 'binds' : 'bind'} nobody`,
    andDropped: (n: number) => ` · dropped by you: ${n}`,
    onlyDropped: (n: number) => `Dropped by you: ${n}`,
    reasons: {
      aim: 'an aim',
      principle: 'a principle',
      definition: 'a definition',
      procedure: 'how the agreement works',
      'dispute-settlement': 'how disputes are settled',
      permission: 'a permission',
      statement: 'says what is so',
    } satisfies Record<LeftOutReason, string>,
    splitHeading: 'Split into two',
    first: 'The first',
    second: 'The second',
    keepBoth: 'Keep both',
    keepOne: 'Keep',
    cancel: 'Cancel',
    opens: 'Counts from',
    opening: {
      signing: 'the signing',
      day: 'a day',
      event: 'an event',
      commitment: 'another commitment being done',
    } as const,
    openingDay: 'From',
    event: 'The event, in words (“the commanders have met”)',
    eventDay: 'Its day, once known',
    ofCommitment: 'Which one',
    closes: 'Ends',
    closing: { never: 'never', day: 'on a day', within: 'after a time' } as const,
    closingDay: 'Last day',
    amount: 'How many',
    unit: 'Of what',
    units: { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const,
    conditionWords: 'On condition (words of the text)',
    more: 'Depends on others, amount, signs',
    quantity: 'Amount',
    quantityUnit: 'Of what (one of them: “truck”)',
    bound: 'It must be',
    bounds: { exact: 'exactly that', min: 'at least that', max: 'at most that' } as const,
    undone: (what: string) => `Undone: ${what}`,
    nothingToUndo: 'Nothing to undo.',
    noNext: 'There is no commitment after this one.',
    done: {
      accepted: 'accepted',
      dropped: 'dropped',
      back: 'taken back',
      edited: 'edited',
      split: 'split',
      merged: 'merged',
      added: 'added',
      takenIn: 'taken in',
      all: 'all accepted',
      body: 'a party or other body changed',
      about: 'title or day changed',
    } as const,
    gaps: {
      title: 'The agreement has no title.',
      signed: 'The day of signing is missing.',
      party: 'There is no party yet.',
      accepted: 'No commitment is accepted yet.',
      debtor: 'Nobody is named who owes this:',
      requires: 'A commitment does not say what it requires.',
      end: 'This ends before it begins:',
    } satisfies Record<DraftGap['what'], string>,
    lacking: 'Before it can be a case',
    restHeading: (n: number) => `${count(n, 'commitment')} ${n === 1 ? 'is' : 'are'} not judged yet`,
    restTake: (n: number) => `Take ${n === 1 ? 'it' : `the ${n}`} in as proposed`,
    restIncomplete: (n: number) =>
      `${count(n, 'other')} ${n === 1 ? 'names' : 'name'} nobody who owes ${n === 1 ? 'it' : 'them'}, and ${n === 1 ? 'is' : 'are'} left out.`,
    restLeave: (n: number) => `Leave ${n === 1 ? 'it' : 'them'} out`,
    restBack: 'Go on judging',
    failed: (title: string, detail: string) => `Not made. ${title} ${detail}`,
    made: (title: string, n: number) =>
      `The case “${title}” is made, with ${count(n, 'commitment')}. Now add the reports by which to watch it.`,
    /** When a commitment runs. */
    window: (
      { from, within, after }: DraftWindow,
      due: string | null,
      kind: 'obligation' | 'prohibition',
      dutyOf: (id: string) => string | undefined,
    ): string => {
      const long = within === null ? null : durationInWords(within);
      if (after !== null) {
        const duty = dutyOf(after);
        const event = duty === undefined ? after : `this is done: “${duty}”`;
        const when = long === null ? `after ${event}` : `within ${long} after ${event}`;
        if (from === null) return `${when} — a day that is not known yet`;
        return due ? `${when}, so by ${dateInWords(due)}` : `${when}, so from ${dateInWords(from)}`;
      }
      const start = from === null ? 'from the signing on' : `from ${dateInWords(from)}`;
      if (due === null)
        return long === null
          ? `${start}, without an end`
          : `within ${long} of ${from === null ? 'the signing' : dateInWords(from)}`;
      if (long !== null)
        return `within ${long} of ${from === null ? 'the signing' : dateInWords(from)}, so ${kind === 'obligation' ? 'by' : 'until'} ${dateInWords(due)}`;
      return kind === 'obligation' ? `by ${dateInWords(due)}` : `${start} to ${dateInWords(due)}`;
    },
  },

  agreement: {
    heading: 'The agreement',
    open: 'In the agreement’s text',
    lead: 'As it was given. What is marked became a commitment of this case.',
    none: 'This case was not made from an agreement’s text.',
  },

  opening: {
    open: 'Is its day known?',
    heading: 'On which day was it?',
    event: (after: string) => `“${after}”`,
    others: (n: number) =>
      `${count(n, 'other commitment')} of this case ${n === 1 ? 'counts' : 'count'} from it too.`,
    day: 'The day',
    keep: 'Set the day',
    note: 'It is written into the case. “Edit the case” changes it again.',
  },

  leaving: {
    heading: 'Leave without saving?',
    lost: 'What you have typed here is not kept yet.',
    stay: 'Stay here',
    leave: 'Leave',
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
    noCommitments: 'This case has no commitments yet. Say what each side owes: ',
    noReports: 'No report has been added yet, so nothing can be told. Next step:',
    caption: (shown: number, all: number) =>
      shown === all
        ? `${count(all, 'commitment')}, one a line`
        : `${shown} of ${count(all, 'commitment')}, one a line`,
    columns: {
      commitment: 'Commitment',
      party: 'Party',
      status: 'Status',
      standard: 'Proof',
      change: 'Change',
      last: 'Last report',
      deadline: 'Deadline',
      months: 'Months',
    } satisfies Record<Column, string>,
    fold: 'Dates, filters, sorting, views',
    owes: (n: number) => count(n, 'commitment'),
    unfold: (duty: string) => `Details: ${duty}`,
    none: '–',
    noReport: 'no report',
    unchanged: '–',
    isNew: 'new',
    was: (status: Status) => `was: ${status}`,
    evidenceMore: (n: number) => (n === 0 ? '' : `${n > 0 ? '+' : '−'}${count(Math.abs(n), 'piece')}`),
    personal: 'person:',
    noMatch: 'No commitment passes these filters. Clear them to see all.',
    deadline: ({ state, day, days }: DeadlineOf): string => {
      const on = day === null ? '' : dateInWords(day);
      const near = Math.abs(days) <= 60 ? words.deadlines.ahead(days) : '';
      return {
        none: 'none',
        unknown: 'not known yet',
        due: near ? `${on}, ${near}` : on,
        met: `${on}, met`,
        late: `${on}, done late`,
        overdue: `${on}, overdue`,
        passed: `${on}, passed`,
        ends: `ends ${on}`,
        ended: `ended ${on}`,
      }[state];
    },
    tools: {
      label: 'Filter the board',
      find: 'Words of a commitment',
      party: 'Party',
      anyParty: 'All parties',
      status: 'Status',
      anyStatus: 'Any status',
      all: { breach: 'Any breach', performance: 'Any performance' } satisfies Record<Bearing, string>,
      standard: 'Standard of proof',
      anyStandard: 'Any proof',
      changed: 'Changed only',
      clear: 'Show all',
      since: (when: string) => `Changes since ${when}`,
      sinceDay: 'Compare with another day',
      lastVisit: 'Compare with my last visit',
      seen: 'I have seen this',
      nothing: 'Nothing has changed.',
      columns: 'Columns',
      grouped: 'Group by party',
      views: 'Views',
      noViews: 'No view is kept yet.',
      viewName: 'Name of what is shown now',
      keepView: 'Keep this view',
      forget: (name: string) => `Forget the view ${name}`,
      viewsHint: 'Kept in this browser. The page’s address shows the same view to anyone you send it to.',
      notKept: 'This browser keeps nothing. Keep the page’s address instead.',
    },
    details: {
      origins: 'Who says so',
      further: (n: number) => `and ${n.toLocaleString(language)} more`,
      whole: 'All evidence and reasons',
    },
    evidenceCount: (origins: number, documents: number) =>
      origins ? `${count(origins, 'origin')} in ${count(documents, 'document')}` : 'No evidence yet',
    towards: (creditor: string) => `towards ${creditor}`,
    allParties: 'all parties',
    bodies: (ids: readonly string[], names: Readonly<Record<string, string>>): string =>
      new Intl.ListFormat('en').format(ids.map((id) => names[id] ?? id)) || words.board.allParties,
  },

  matrix: {
    caption: 'How many commitments of each party stand where; each number shows its rows',
    groups: { breach: 'Breach', performance: 'Performance' } satisfies Record<Bearing, string>,
    short: (status: Status) => capital(status.replace(/(?: of)? (?:breach|performance)$/, '')),
    column: (status: Status) => `Show only: ${status}`,
    row: (party: string) => `Show only: ${party}`,
    cell: (party: string, status: Status, n: number) => `${party}, ${status}: ${count(n, 'commitment')}`,
    all: 'All',
  },

  clocks: {
    legend: 'Dates of the assessment',
    asOf: 'State on',
    knownAt: 'Known by',
    show: 'Show',
    today: 'Latest',
    asKnownThen: 'As known then',
    together: 'Both together',
    exact: 'Exact days',
    sentence: (asOf: string, knownAt: string) =>
      asOf === knownAt
        ? `State on ${dateInWords(asOf)}, as known on that day`
        : `State on ${dateInWords(asOf)}, with what was known by ${dateInWords(knownAt)}`,
  },

  legend: {
    heading: 'How to read this',
    signs:
      'The shape tells the direction (triangle: breach, circle: performance); the filling tells how sure. It is the same in reports and on the terminal.',
    months:
      'Months on a line: above it what was kept, below it what was broken, both ways what is disputed, the higher the surer. It ends with the last report; after that nothing is known. The upright mark is the deadline.',
    bar: 'A bar is an opinion. From the left, what speaks for it; hatched, what is uncertain; from the right, what speaks against it. The line marks the probability.',
  },

  status: (status: Status) => capital(status),
  late: 'Late',
  told: (told: Told): string => capital(toldWords(told)),
  kind: { obligation: 'Obligation', prohibition: 'Prohibition' },
  bestEfforts: 'best efforts',
  window: (
    { opens: from, due, awaits }: { opens: string; due: string | null; awaits: string | null },
    kind: 'obligation' | 'prohibition',
  ) => {
    if (awaits !== null) return `counts from a day that is not known yet: ${awaits}`;
    if (due === null) return `from ${dateInWords(from)}, without an end`;
    return kind === 'obligation'
      ? `due by ${dateInWords(due)}`
      : `from ${dateInWords(from)} to ${dateInWords(due)}`;
  },
  conditionalOn: 'Conditional on',
  conditionStatus: (status: Status) => `which is: ${status}`,

  months: {
    cell: (month: string, status: Status) => `${dateInWords(month)}: ${status}`,
    run: ({ from, to, status }: MonthRun) =>
      `${dateInWords(from === to ? from : `${from}/${to}`)}: ${status}`,
    strip: (runs: readonly MonthRun[]) =>
      runs.length ? `Month by month. ${runs.map(words.months.run).join('; ')}.` : 'No month to show.',
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
    told: {
      affirms: {
        breach: (n: number) => `Pointing to breach: ${count(n, 'origin')}`,
        performance: (n: number) => `Pointing to performance: ${count(n, 'origin')}`,
        context: (n: number) => `Context, not counted: ${count(n, 'origin')}`,
      },
      denies: {
        breach: (n: number) => `Denying a breach: ${count(n, 'origin')}`,
        performance: (n: number) => `Reporting that it has not happened: ${count(n, 'origin')}`,
        context: (n: number) => `Context, not counted: ${count(n, 'origin')}`,
      },
    } satisfies Record<Stance, Record<Origin['bearing'], (n: number) => string>>,
    oneOrigin:
      'By the standard of UN panels one origin alone never gets beyond indications. Where one agreed body watches this agreement, the case can ask for the standard “One monitor”.',
    ownWord: (debtor: string) => `Nobody says so but ${debtor}, its bodies and its people.`,
    elements: 'What it asks, and what is told of it',
    condition: 'on what condition',
    camp: (name: string) => `Camp: ${name}`,
    otherCamp: 'neither side',
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
    onlySuggested:
      'Nothing counts yet. What may bear on this commitment is suggested below, for a person to judge.',
    suggested: (n: number) => `Suggested, not counted: ${n}`,
    suggestedNote: 'It may bear on this commitment. What a person accepts counts from then on.',
    noReason: 'It belongs to no origin that counts.',
    wouldChange: 'What would change it',
    without: (name: string, bearing: Bearing, now: string, then: string) =>
      `Without ${name}: ${bearing} ${now} → ${then}`,
    withoutStatus: (status: Status) => `; status: ${status}`,
    withoutHint: 'Point at an origin, or move the focus to it, to see the finding without it.',
    events: 'When it is said to have happened',
    review: (n: number) => `Review ${count(n, 'suggestion')}`,
    loading: 'Loading…',
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
    failed: (detail: string) => `Not saved: ${detail}`,
  },

  decision: {
    keep: 'Keep',
    cancel: 'Cancel',
    reason: 'Why',
    history: 'What was decided before',
    none: 'Nothing yet.',
    by: (who: string, when: string) => `by ${who}, ${when}`,
    value: ({ kind, value }: Decision, duties: Readonly<Record<string, string>> = {}): string => {
      const name = decisionKinds[kind];
      if (value === null) return `${name}: taken back`;
      if (kind === 'grade') return `${name}: ${value as Grade}, ${grades[value as Grade]}`;
      if (kind === 'credibility') return `${name}: ${value}, ${credibilities[value as Credibility]}`;
      if (kind === 'interest') return `${name}: ${interests[value as Interest]}`;
      if (kind === 'directness') return `${name}: ${directnesses[value as Directness]}`;
      if (kind === 'identity') return identities[value as Identity];
      if (kind === 'indicator') return `${name}: ${placeWords(value as Placement, duties)}`;
      if (kind === 'origin') return value === 'same' ? words.origins.joined : words.origins.parted;
      if (kind === 'learning') return `${name}: ${value as string}`;
      if (kind === 'language-model')
        return `${name}: ${value === 'never' ? 'none may read this case' : `${value} may read this case`}`;
      if (kind === 'tag') return `${name}: ${(value as Tag).tag}`;
      if (kind === 'comment') return `${name}: ${(value as Comment).text}`;
      if (kind === 'relation') return `${name}: ${(value as StatedRelation).type}`;
      if (kind === 'publication' || kind === 'consent' || kind === 'edition')
        return `${name}${decidedOnPublication(value)}`;
      return words.status(value as Status);
    },
    kept: 'Kept. The findings have been weighed again.',
    undone: 'Taken back. The findings have been weighed again.',
    undoReason: 'Undone in the workbench.',
    meanwhile: (who: string, when: string) => `Not kept yet: ${who} decided on the same meanwhile, ${when}.`,
    mineStands: 'Mine stands',
    theirsStands: 'The other stands',
  },

  trial: {
    tryCommitment: 'Try it on the reports',
    trySign: 'Try this sign on the reports',
    trying: 'Trying…',
    found: (n: number, fresh: number, tried: number, documents: number) =>
      `It would find ${count(n, 'piece')} of evidence, ${fresh} of them new, in ${
        tried < documents
          ? `the newest ${tried.toLocaleString(language)} of ${count(documents, 'document')}`
          : count(documents, 'document')
      }. Nothing is saved.`,
    failed: (title: string, detail: string) => `Not tried. ${title} ${detail}`,
    isNew: 'new',
    known: 'found already',
    onlySuggested: 'only suggested, it would not count until accepted',
  },

  identity: {
    heading: 'Is it somebody else’s name too?',
    none: 'Nobody has decided anything on this name.',
    open: 'Compare with another name',
    of: (name: string) => `Compare: ${name}`,
    values: identities,
    value: 'The two are',
    takenBack: 'Taken back',
    unmerge: 'Un-merge',
    undo: 'Take it back',
    seek: 'Look for a name',
    seekHint: 'Empty: the likeliest ones.',
    likely: 'The likeliest',
    found: 'Found',
    nobody: 'No other name.',
    why: (score: number, reasons: readonly string[]) => `${percent(score)} alike: ${reasons.join('; ')}`,
    inDocuments: (n: number) => `in ${count(n, 'document')}`,
  },

  placement: {
    open: 'It belongs elsewhere',
    heading: 'On which commitment does this bear?',
    commitment: 'It bears on',
    bearing: 'It points to',
    asMatched: 'what the machine matched it with',
  },

  personal: {
    heading: 'A person’s finding',
    note: 'It stands beside the computed finding, which stays as it is.',
    set: 'Set a finding of your own',
    change: 'Change it',
    withdraw: 'Withdraw it',
    status: 'The finding',
    onBoard: 'A person finds:',
  },

  rating: {
    open: 'Rate',
    telling: 'Rate this telling',
    of: (name: string) => `Rate: ${name}`,
    sourceNote:
      'Holds for all that this source tells in this case, and goes before the grade in the case file.',
    tellingNote: 'Holds for this one telling, and goes before what is said of its source.',
    kinds: decisionKinds,
    choices: {
      grade: Object.fromEntries(Object.entries(grades).map(([grade, is]) => [grade, `${grade}: ${is}`])),
      interest: interests,
      directness: directnesses,
      credibility: Object.fromEntries(
        Object.entries(credibilities).map(([credibility, is]) => [credibility, `${credibility}: ${is}`]),
      ),
    },
    unset: {
      grade: 'as the case file says',
      interest: 'as the case file tells',
      directness: 'as the words tell',
      credibility: 'nobody has said',
    },
  },

  predicates,

  role: {
    counts: 'Counts',
    context: 'Context',
    assessment: 'A verdict, not a report of conduct',
    suggested: 'Only suggested: it does not count until a person accepts it',
    'left out': 'Left out',
  },

  evidence: {
    likelihood: ({
      kind,
      probability,
    }: {
      kind: 'conduct' | 'verdict';
      probability: number | null;
    }): string => {
      if (kind === 'verdict') return 'a verdict';
      return probability === null ? 'placed by a person' : likelihood(probability);
    },
    elements: 'What of the duty it shows',
    elementNames: {
      who: 'who',
      what: 'what',
      'how much': 'how much',
      whom: 'towards whom',
      where: 'where',
      'by when': 'by when',
    } satisfies Record<Element['element'], string>,
    states: {
      shown: 'shown',
      missing: 'not said',
      contradicted: 'not as required',
    } satisfies Record<Element['state'], string>,
  },

  paging: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    place: (from: number, to: number, total: number) =>
      `${from.toLocaleString(language)}–${to.toLocaleString(language)} of ${total.toLocaleString(language)}`,
  },

  keys: {
    heading: 'Keys',
    close: 'Close',
    on: 'Keys of one letter do something',
    hint: 'Press a key in this list, then the one that is to stand for it. It is kept in this browser.',
    press: 'press the new key',
    change: (key: string, what: string, where: string) => `${key}: ${what}, ${where}. Change the key`,
    taken: (key: string) => `${key} stands for something else here.`,
    reset: 'All as they were',
    annotate: 'tag or comment the selected words, the sentence, or the document',
    stepSentence: 'the next sentence, the one before',
    everywhere: 'Everywhere',
    show: 'show or hide this list',
    undo: 'take back what was done last',
    inReview: 'In review',
    onDesk: 'In a new case',
    nextCommitment: 'the next commitment',
    previousCommitment: 'the commitment before',
    acceptOne: 'accept it and go to the next; take in what was left out or dropped',
    drop: 'drop it',
    editOne: 'edit it',
    split: 'split it into two',
    merge: 'merge it with the next',
    addOne: 'add the selected words, or an empty commitment',
    showLeftOut: 'show or hide what was left out',
    makeCase: 'make the case',
    endForm: 'keep a form, or leave it',
    inReader: 'In a document',
    accept: 'accept',
    reject: 'reject',
    skip: 'leave it for later',
    nextBatch: 'the next batch, at the end of one',
    open: 'open the document',
    previousSentence: 'the sentence before',
    nextSentence: 'the next sentence',
    previousEvidence: 'the evidence before',
    nextEvidence: 'the next evidence',
    back: 'back to all evidence',
    marks: 'marks on or off, in their order',
    mark: 'say what the selected words, or the sentence, show',
    enterClaim: 'enter the selected words, or the sentence, as a claim',
    claim: 'on a table or list: Tab and Enter, as on any page',
  },

  toast: {
    undo: 'Undo (U)',
    label: 'What was done last',
    history: 'History',
    judged: (verdict: Verdict, n: number): string => {
      const what = { accepted: 'Accepted', rejected: 'Rejected', proposed: 'Undone' }[verdict];
      return n === 1
        ? `${what}. The finding has been weighed again.`
        : `${what}: ${n} pieces of evidence. The findings have been weighed again.`;
    },
  },

  deadlines: {
    heading: 'Deadlines',
    ahead: (days: number) => (days === 0 ? 'today' : `in ${count(days, 'day')}`),
    passed: (days: number) => `passed ${count(days, 'day')} ago`,
    next: (day: string, ahead: string, duty: string) =>
      `Next deadline ${dateInWords(day)} (${ahead}): ${duty}`,
    month: 'due in this month',
  },

  review: {
    heading: 'Review',
    lead: 'What the machine proposes, that first of which a look is worth most. One key each.',
    left: ({ share, between: [low, high] }: QueueView['left']) =>
      `Of the evidence that was matched you have probably seen ${Math.round(share * 100)} % (${Math.round(low * 100)} to ${Math.round(high * 100)} %).`,
    progress: (judged: number, waiting: number) =>
      `${judged.toLocaleString(language)} judged, ${waiting.toLocaleString(language)} waiting`,
    bar: 'Judged so far',
    of: (commitment: string) => `Only for: ${commitment}`,
    all: 'All commitments',
    filter: 'Commitment',
    none: 'No suggestion waits to be judged.',
    copies: (n: number) => `Also printed in ${count(n, 'other report')}: judged as one`,
    saving: (n: number) => `Saving ${count(n, 'judgement')} …`,
    end: 'You have been through this batch.',
    more: 'Next batch (N)',
    accept: 'Accept (A)',
    reject: 'Reject (R)',
    skip: 'Later (S)',
    open: 'Open the document (O)',
    undo: 'Undo (U)',
    verdict: 'A verdict on the party, not a report of conduct',
    bearsOn: ({ bearing, stance }: Told, debtor: string) => {
      if (stance === 'affirms') return `Would speak for ${bearing} by ${debtor}`;
      return bearing === 'breach' ? `Denies a breach by ${debtor}` : `Reports that ${debtor} has not done it`;
    },
    bears: (likely: string) => `That it bears on this: ${likely}`,
    onlySuggested: 'It does not count until you accept it.',
    moves: (points: number, isSuggested: boolean) => {
      const [which, moves] = isSuggested ? ['With', 'rises'] : ['Without', 'falls'];
      return points >= 0.005
        ? `${which} it the probability ${moves} by ${count(Math.round(points * 100), 'point')}`
        : `${which} it the probability stays`;
    },
    status: (now: Status, then: Status, isSuggested: boolean) => {
      if (now === then) return `The status stays: ${now}`;
      const judged = isSuggested ? 'Accepted' : 'Rejected';
      return `${judged}, it would turn the status from “${now}” to “${then}”`;
    },
    number: (at: number, of: number) => `Suggestion ${at} of ${of} in this batch`,
  },

  events: {
    timeline: 'Timeline',
    timelineLead:
      'Conduct that reports speak of, by the time they give it or else by their date. Each line is one commitment.',
    map: 'Map',
    mapLead:
      'Where reported conduct took place. The circle is as wide as the place is vague. Nobody is located here.',
    chart: (n: number) => `Timeline of ${count(n, 'event')}; the table below has the same.`,
    world: (n: number) => `Map with ${count(n, 'place')}; the table below has the same.`,
    table: 'The same as a table',
    caption: (shown: number, total: number) =>
      shown === total
        ? `${count(total, 'event')}, newest first`
        : `The newest ${shown} of ${count(total, 'event')}`,
    none: 'No evidence passes these filters.',
    noneYet: 'No report of conduct counts in this case yet. Add reports, or review what is suggested.',
    clear: 'Show all events',
    signs: 'Triangle: breach. Circle: performance. Crossed out: denied. Grey: context, not counted.',
    firstDay: 'First day',
    lastDay: 'Last day',
    report: 'Report',
    undated: (n: number) => `${count(n, 'event')} without a date, in the table only`,
    columns: { time: 'When', bearing: 'Points to', commitment: 'Commitment', words: 'Words', place: 'Where' },
    commitment: 'Commitment',
    bearing: 'Points to',
    anyCommitment: 'All commitments',
    anyBearing: 'Both',
    from: 'From',
    to: 'To',
    at: (place: string, n: number) => `${place}: ${count(n, 'event')}`,
    zoomIn: 'Nearer',
    zoomOut: 'Farther',
    zoomAll: 'Show all places',
    whole: 'All places',
    chosen: 'What was reported here',
    precision: {
      point: 'a point',
      settlement: 'a settlement',
      district: 'somewhere in the district',
      province: 'somewhere in the province',
      country: 'somewhere in the country',
    } satisfies Record<PlaceMention['precision'], string>,
    dot: (words: string, when: string) => `${when}: ${words}`,
  },

  picture: {
    take: 'Take it along:',
    svg: 'SVG',
    png: 'PNG',
    csv: 'Table (CSV)',
    failed: 'This browser could not draw the picture. Take the SVG.',
  },

  network: {
    heading: 'Network',
    lead: 'Who is said to have done something to whom. A line opens to its claims. People are shown only where the case file names them.',
    picture: (nodes: number, edges: number) =>
      `Network of ${count(nodes, 'actor')} and ${count(edges, 'link')}; the table below has the same.`,
    table: 'The same as a table',
    caption: (n: number) => `${count(n, 'link')}, the strongest first`,
    columns: { from: 'Who', to: 'To whom', types: 'Does', claims: 'Claims' },
    left: (nodes: number, edges: number) =>
      `${count(nodes, 'weaker actor')} and ${count(edges, 'weaker link')} are not drawn.`,
    more: (drawn: number, all: number) => `Show more links (${drawn} of ${all} are drawn)`,
    none: 'No report in this case says that one named actor did something to another. Add reports that name who did what.',
    edge: (from: string, to: string, n: number) => `${from} → ${to}: ${count(n, 'claim')}`,
    claims: (from: string, to: string) => `${from} → ${to}`,
    close: 'Close',
    does: (type: string, n: number) => `${predicates[type as PredicateType] ?? 'other'}: ${n}`,
  },

  claims: {
    columns: { published: 'Published', words: 'Words', chain: 'Told by' },
    caption: (n: number) => `${count(n, 'claim')}, newest first`,
    none: 'No claim.',
  },

  names: {
    heading: 'Names',
    lead: 'Whom the reports name. One line is one name across all documents.',
    search: 'Search the names',
    type: 'Kind',
    anyType: 'All kinds',
    types: {
      person: 'Person',
      organisation: 'Organisation',
      'armed-group': 'Armed group',
      state: 'State',
      place: 'Place',
      nationality: 'Nationality',
      other: 'Other',
    } satisfies Record<EntityType, string>,
    standing: { party: 'party', actor: 'in the case file', other: '' } as const,
    columns: {
      name: 'Name',
      type: 'Kind',
      documents: 'Documents',
      acts: 'Acts',
      undergoes: 'Is acted on',
      speaks: 'Speaks',
    },
    caption: (n: number) => `${count(n, 'name')}, those met most often first`,
    none: 'No such name.',
    aliases: 'Also',
    bodies: 'Belongs to',
    members: 'Members and parts',
    parts: { acts: 'What it does', undergoes: 'What is done to it', speaks: 'What it says' } as const,
    back: 'Names',
    noMap: 'Proviso draws no map and no timeline of a person.',
  },

  sources: {
    heading: 'Sources',
    lead: 'Whose word the findings rest on. However many pages repeat it, one origin counts once.',
    origins: (n: number) => `Origins: ${n}`,
    publishers: (n: number) => `Publishers: ${n}`,
    columns: {
      name: 'Origin',
      camp: 'Camp',
      grade: 'Grade',
      adds: 'Adds at most',
      breach: 'For breach',
      performance: 'For performance',
      documents: 'Documents',
      publisher: 'Publisher',
    },
    points: (adds: number) => (adds >= 0.005 ? count(Math.round(adds * 100), 'point') : '–'),
    ungraded: 'not graded',
    oneCommitment: 'A commitment',
    gradesNote:
      'Grades follow the Admiralty scale, A to F. The case file gives them; what a person decides here goes before it.',
    interest: (interest: Interest) => `Interest: ${interests[interest]}`,
  },

  report: {
    heading: 'Report',
    lead: 'Method and standard of proof, a summary, every finding with its sentences in footnotes, and annexes.',
    chosen: (chosen: number, all: number) =>
      chosen === all ? `On all ${count(all, 'commitment')}` : `On ${chosen} of ${count(all, 'commitment')}`,
    all: 'Choose all',
    noneChosen: 'Choose none',
    chooseOne: 'Choose a commitment at least.',
    formats: { docx: 'Word (DOCX)', html: 'One page (HTML)', md: 'Markdown' },
    print: 'Look at it, or print',
    tablesHeading: 'Tables',
    tablesNote:
      'On the days and the commitments above. Text that a spreadsheet would take for a formula begins with an apostrophe.',
    tables: {
      commitments: 'Commitments with their findings',
      months: 'Months',
      evidence: 'Evidence',
      origins: 'Origins',
      documents: 'Documents',
      events: 'Events',
    },
    tableFormats: { csv: 'CSV', xlsx: 'Excel' },
    tableAs: (table: string, format: string) => `${table} as ${format}`,
    exportsHeading: 'For other programs',
    exports: {
      datapackage: 'Data package (CSV)',
      parquet: 'Parquet',
      pam: 'Coding sheet (CSV)',
      geojson: 'GeoJSON',
      bibtex: 'BibTeX',
      ris: 'RIS',
      'csl-json': 'CSL-JSON',
      'json-ld': 'JSON-LD',
      ftm: 'FollowTheMoney',
      stix: 'STIX 2.1',
    },
    exportsNote:
      'On the days above, all commitments. Names of persons who speak for nobody are left out; quoted words stay as they are.',
    exportsFor: {
      datapackage: 'All tables with a codebook (Frictionless): R, Stata, pandas',
      parquet: 'The same tables, typed: Arrow, DuckDB, pandas, R',
      pam: 'Levels by year, as the Peace Accords Matrix keeps them',
      geojson: 'Reported events on a map: QGIS, Leaflet',
      bibtex: 'Sources, with the hash of each copy: LaTeX, JabRef',
      ris: 'Sources: Zotero, EndNote, Mendeley',
      'csl-json': 'Sources: Zotero, Pandoc',
      'json-ld': 'Quotations as Web Annotations, and who did what (PROV-O): archives',
      ftm: 'Documents, bodies and events: OpenAleph',
      stix: 'Reports and opinions: OpenCTI, MISP',
    },
  },

  coding: {
    heading: 'Second coder',
    lead: 'How far your own coding agrees with the board, and where not. Nothing of the sheet is kept.',
    sheet: 'Your coding sheet',
    sheetHint:
      'CSV or Excel: a column “commitment” or “provision”, “year” or “month” (or neither), and “level” (0 to 3) or “status”; or a column for each year.',
    one: 'One',
    other: 'The other',
    board: 'the board',
    compare: 'Compare',
    working: 'Comparing …',
    between: (first: string, second: string) => `${capital(first)} and ${second}`,
    alpha: 'Krippendorff’s α (ordinal)',
    alphaWords: (alpha: number | null) => {
      if (alpha === null) return 'nothing differs, or nothing was coded by both';
      if (alpha >= 0.8) return 'reliable (0.800 and more)';
      return alpha >= 0.667
        ? 'for tentative conclusions (0.667 to 0.800)'
        : 'too low to rest on (below 0.667)';
    },
    weightedKappa: 'Cohen’s κ, weighted',
    weightedKappaWords: 'squared weights, values on the scale',
    kappa: 'Cohen’s κ',
    kappaWords: 'all values alike',
    same: 'The same value',
    undefinedFigure: 'not defined',
    share: (agreed: number, all: number) => `${agreed} of ${all}`,
    aloneWords: (alone: number) =>
      alone ? `${count(alone, 'cell')} more the first has no value for` : 'cells that both coded',
    confusion: (first: string, second: string) => `Rows: ${first}. Columns: ${second}.`,
    value: (measure: CodedMeasure, value: string) =>
      measure === 'level' ? (levels[value] ?? value) : words.status(value as Status),
    differing: (n: number) => {
      if (n === 0) return 'No cell differs';
      return n === 1 ? 'One cell differs' : `${count(n, 'cell')} differ`;
    },
    differ: (first: string, a: string, second: string, b: string) =>
      `${capital(first)}: ${a}. ${second}: ${b}.`,
    performance: 'Points to performance',
    breach: 'Points to breach',
    nothing: 'Nothing that counts.',
    missing: (elements: readonly string[]) => `Nothing that counts says: ${elements.join(', ')}.`,
    stands: (stands: CodingDecision['stands'], first: string, second: string) =>
      stands === 'look again' ? 'Look again' : `${stands === 'first' ? capital(first) : second} stands`,
    decided: ({ stands, coder }: CodingDecision, first: string) =>
      stands === 'look again'
        ? 'To be looked at again.'
        : `Decided: ${stands === 'first' ? first : coder} stands.`,
    reason: (coder: string, stands: CodingDecision['stands']) =>
      stands === 'look again'
        ? `Differs from the coding of ${coder}; to be looked at again.`
        : `Compared with the coding of ${coder}.`,
    refused: (n: number) => `${count(n, 'row')} not understood`,
    refusedRow: (row: number, why: string) => `Row ${row}: ${why}`,
    blank: (n: number) => `${count(n, 'cell')} of the sheet without a value.`,
  },

  add: {
    heading: 'Add reports',
    lead: 'Drop files anywhere in this window, or choose them here. They are kept unchanged, then read.',
    drop: 'Drop to add to this case',
    choose: 'Choose files',
    urls: 'Web addresses, one a line',
    published: 'Publication date, where the report does not say it',
    publisher: 'Publisher, where the report does not say it',
    submit: 'Add',
    failed: (detail: string) => `Not added: ${detail}`,
    job: (inputs: number) => `Addition of ${count(inputs, 'input')}`,
    states: {
      waiting: 'Waiting for its turn',
      working: 'Working',
      done: 'Done',
      failed: 'Failed',
    } satisfies Record<JobView['state'], string>,
    doing: {
      collecting: 'Collecting',
      comparing: 'Comparing with other documents',
      reading: 'Reading',
      matching: 'Matching with the commitments',
    } as const,
    step: (doing: string, done: number, total: number) => `${doing}: ${done} of ${total}`,
    result: (fresh: number, known: number, refused: number) =>
      `${fresh} new, ${known} already known, ${refused} refused`,
    unread: (n: number) => `${count(n, 'document')} kept unread: in a language that is not read yet`,
    copies: (n: number) => `${count(n, 'copy', 'copies')} of other documents`,
    refused: 'Refused',
    skipped: 'Passed over',
    incomplete: 'Kept, and probably not the whole report',
    toBoard: 'See the board',
    toDocuments: 'See the documents',
  },

  selection: {
    label: 'What is ticked',
    all: 'Tick all',
    tick: (name: string) => `Tick ${name}`,
    ticked: (n: number) => `${n} ticked`,
    of: (n: number) => `For all that is ticked: ${n}`,
    rejectFound: 'Reject what was found in them',
    correctHint: 'What is left empty stays as it is.',
  },

  annotation: {
    heading: 'Tag or comment',
    open: 'Tag or comment',
    openByKey: 'Tag or comment (T)',
    tag: 'Tag',
    comment: 'Comment',
    edited: 'changed since',
    change: 'Change',
    remove: (kind: 'tag' | 'comment', said: string) =>
      kind === 'tag' ? `Take the tag “${said}” away` : 'Take the comment away',
    some: (n: number) => `Tags and comments: ${n}`,
    kept: (kind: 'tag' | 'comment', n: number) =>
      `${kind === 'tag' ? 'Tagged' : 'Commented'}${n > 1 ? `: ${count(n, 'document')}` : ''}.`,
    removed: 'Taken away. The history keeps what it said.',
    again: 'It stands again.',
    takenBack: 'Taken back.',
    comments: (n: number) => count(n, 'comment'),
    filter: 'with the tag',
    anyTag: 'any or none',
    commented: 'with comments',
  },

  history: {
    heading: 'History',
    lead: 'Everything that people decided, the newest first. Undoing adds a line that brings back what was before; nothing is taken out.',
    kind: 'What',
    everything: 'Everything',
    kinds: {
      verdict: 'Verdicts on evidence',
      decision: 'Names, grades, findings, notes',
      claim: 'Marks and claims by hand',
      withdrawal: 'Claims taken back',
      correction: 'What is known of documents',
    } satisfies Record<LogKind, string>,
    by: 'By',
    everybody: 'Everybody',
    words: 'With the words',
    standing: 'Only what stands',
    past: 'a later decision stands',
    found: (n: number) => count(n, 'line'),
    none: 'Nobody has decided anything like that. What you accept, reject, mark or correct is listed here.',
    undo: 'Undo',
    because: (reason: string) => `Why: ${reason}`,
    what: (line: LogLine, duties: Readonly<Record<string, string>>): string => {
      const duty = (id: string) => duties[id] ?? 'a commitment that the case no longer has';
      switch (line.kind) {
        case 'verdict':
          return `${words.history.verdicts[line.judgement.verdict]}: evidence on “${duty(line.judgement.anchor.commitment)}”`;
        case 'decision':
          return words.decision.value(line.decision, duties);
        case 'claim': {
          const { shows } = line.claim.entry;
          return shows ? `Marked as ${shows.bearing} of “${duty(shows.commitment)}”` : 'Entered a claim';
        }
        case 'withdrawal':
          return 'Took a mark or claim back';
        case 'correction': {
          const { field, previous, value } = line.correction;
          if (field === 'replaces') return 'Said which text of a page stands';
          return `${words.correction.fields[field]}: ${previous ?? 'not known'} → ${value ?? 'not known'}`;
        }
      }
    },
    verdicts: {
      accepted: 'Accepted',
      rejected: 'Rejected',
      proposed: 'Took a verdict back',
    } satisfies Record<Verdict, string>,
  },

  marking: {
    open: 'This shows …',
    openByKey: 'This shows … (M)',
    menu: 'The words selected',
    heading: 'What do these words show?',
    commitment: 'They bear on',
    seek: 'Type words of the commitment',
    all: 'All commitments',
    noCommitment: 'No commitment has these words.',
    bearing: 'They point to',
    note: 'Note',
    sure: 'How sure the speaker is',
    surely: { 3: 'certain', 2: 'probable', 1: 'possible' } as const,
    polarities: { affirmed: 'it took place', negated: 'it did not take place' } satisfies Record<
      Claim['polarity'],
      string
    >,
    change: 'Change who says it, when, and how surely',
    undated: 'The document has no date. Say when it happened: 2020-10, 2020-10-25 or 2020-10-01/2020-10-25',
    asRead: (as: {
      speaker: string;
      publisher: string | null;
      time: string;
      published: string | null;
      sure: '1' | '2' | '3';
      polarity: Claim['polarity'];
    }): string => {
      const teller = as.speaker || (as.publisher ? `${as.publisher}, in its own voice` : 'the writer');
      const told = as.published && `in the days before ${dateInWords(as.published)}`;
      const when = as.time ? `time: ${dateInWords(as.time)}` : (told ?? 'no date');
      return `Told by ${teller} · ${words.marking.polarities[as.polarity]}, ${words.marking.surely[as.sure]} · ${when}.`;
    },
    notAsserted: (mood: string) =>
      `It was read as “${mood}”, which tells of no conduct. Your mark says that it took place, as possible; change that below.`,
    save: 'Mark',
    kept: 'Marked. It counts, and the findings have been weighed again.',
    by: (who: string) => `Marked by ${who}`,
  },

  claimForm: {
    enter: 'Enter a claim',
    edit: 'Put this claim right',
    enterSelected: 'Enter the selected words as a claim (C)',
    select: 'Select words in the text, or a sentence, to say what they show.',
    lemma: 'What happens',
    lemmaHint: 'A verb or noun for it, in English: attack, withdraw, delivery.',
    agent: 'Who',
    patient: 'Whom or what',
    speaker: 'Who says it',
    speakerHint: 'Empty: the writer.',
    time: 'When',
    timeHint: '2020-10, 2020-10-25 or 2020-10-01/2020-10-25',
    polarity: 'It is',
    polarities: { affirmed: 'affirmed', negated: 'negated' } satisfies Record<Claim['polarity'], string>,
    mood: 'Put as',
    save: 'Keep the claim',
    cancel: 'Cancel',
    failed: (detail: string) => `Not kept. ${detail}`,
    mergeWith: 'Merge it with',
    split: 'Split this claim',
    cut: 'Where it is cut in two',
    part: (place: number) => (place === 1 ? 'The first part' : 'The second part'),
    kept: 'Kept. The findings have been weighed again.',
    merged: 'Merged into one claim. The findings have been weighed again.',
    wasSplit: 'Split into two claims. The findings have been weighed again.',
    undone: 'Taken back: the claims are as they were.',
    withdrawn: 'Taken back. The findings have been weighed again.',
    again: 'The claim stands again.',
    entered: (n: number) => `Entered by people: ${n}`,
    by: (who: string, when: string) => `by ${who}, ${when}`,
    withdraw: 'Take it back',
  },

  editClash: {
    heading: 'Two edits of this case',
    lead: 'Another window saved the case since you opened it. Nothing of yours is saved yet. Choose what is to stand.',
    allMine: 'All of mine',
    allTheirs: 'All of the other',
    both: 'changed by both',
    sides: { mine: 'Yours:', theirs: 'The other:' },
    nothing: 'nothing',
    none: 'The two say the same.',
    save: 'Save what is chosen',
    back: 'Back to my edit',
    fields: {
      title: 'Title',
      signed: 'Signed on',
      standard: 'Standard of proof',
      standards: 'Standards of its own',
      grades: 'Grades of sources',
      name: 'Name',
      aliases: 'Other names',
      memberOf: 'Member of',
      partOf: 'Part of',
      adverseTo: 'Gains from blaming',
      requires: 'What it requires',
      debtor: 'Who owes it',
      creditor: 'To whom',
      kind: 'Kind',
      effort: 'Effort',
      window: 'Window',
      from: 'from',
      to: 'to',
      within: 'within',
      conditionalOn: 'Conditional on',
      quantity: 'Quantity',
      signs: 'Signs',
      clause: 'Clause',
    } as Readonly<Record<string, string>>,
  },

  caseForm: {
    newer: 'Another window has saved this case since you opened it.',
    compare: 'Compare the two',
    newHeading: 'Make a case by hand',
    lacking: 'Not saved yet:',
    gaps: {
      title: 'The agreement has no title.',
      signed: 'The day of signing is missing.',
      party: 'No party has a name.',
      commitments: 'There is no commitment.',
      requires: 'It is not said what this requires:',
      debtor: 'It is not said who owes this:',
      window: 'It is not said from when this runs:',
      end: 'This ends before it begins:',
    } as const,
    editHeading: 'Edit the case',
    save: 'Save the case',
    saving: 'Saving…',
    failed: (title: string, detail: string) => `Not saved. ${title} ${detail}`,
    agreement: 'The agreement',
    title: 'Title',
    id: 'Id, in the address',
    idHint: 'Lower-case letters, digits and hyphens.',
    signed: 'Signed on',
    standard: 'Standard of proof',
    parties: 'Parties',
    partiesHint: 'Who is bound by it. Other names, separated by commas, are those that reports use.',
    actors: 'Others who matter',
    actorsHint: 'Bodies, groups and people that reports speak of.',
    grades: 'Grades of sources',
    gradesHint: 'How far each source or publisher is trusted, after the Admiralty scale.',
    name: 'Name',
    aliases: 'Other names',
    memberOf: 'Member of',
    partOf: 'Part of',
    adverseTo: 'Gains from blaming',
    grade: 'Grade',
    commitments: 'Commitments',
    commitment: (place: number) => `Commitment ${place}`,
    requires: 'What it requires, in one sentence',
    reference: 'Paragraph of the agreement',
    note: 'Note on its scope',
    debtor: 'Who owes it',
    creditor: 'To whom',
    kind: 'Kind',
    effort: 'Owed is',
    efforts: { result: 'a result', 'best-efforts': 'best efforts' } as const,
    conditionalOn: 'Conditional on',
    signs: 'Signs',
    signsHint:
      'Never needed: what the commitment requires is enough. Where reports speak of it in other words, a sentence of your own helps.',
    sign: (place: number) => `Sign ${place}`,
    says: 'What would show it, in one sentence',
    bearing: 'Points to',
    strength: 'How far',
    strengths: { direct: 'shows it itself', indirect: 'only hints at it' } as const,
    add: {
      party: 'Add a party',
      actor: 'Add an actor',
      grade: 'Add a grade',
      commitment: 'Add a commitment',
      sign: 'Add a sign',
    },
    remove: (what: string) => `Remove ${what}`,
  },

  document: {
    digest: "Proviso's summary, not the outlet's text",
    undated: 'Undated',
    unknownPublisher: 'Publisher unknown',
    agency: (name: string) => `from ${name}`,
  },

  documents: {
    heading: 'Documents',
    search: 'Search the documents',
    placeholder: 'Words in the text',
    submit: 'Search',
    all: 'All documents',
    add: 'Add reports',
    none: 'There is no such document in this case.',
    filters: 'Only those',
    publisher: 'published by',
    from: 'from',
    to: 'to',
    clear: 'Clear',
    found: (n: number, query: string) => `${count(n, 'document')} with “${query}”`,
    caption: (n: number) => `${count(n, 'document')}, newest first`,
    columns: { published: 'Published', document: 'Document' },
  },

  account: {
    share: (share: number) => `${percent(share)} of the words of the file are in the text`,
    characters: (n: number) => count(n, 'character'),
    waits:
      'This text has nothing in common with the one that its page had before. Both are kept and weighed until you say which stands.',
    earlier: 'The earlier text',
    replaces: 'This one stands in its place',
    beside: 'Both stand',
  },

  correction: {
    heading: 'Put right what is known of it',
    fields: {
      title: 'Title',
      author: 'Author',
      publisher: 'Publisher',
      published: 'Published on',
      language: 'Language',
    } satisfies Record<Exclude<CorrectedField, 'replaces'>, string>,
    dateHint: 'a day, a month or a year: 2024-05-09, 2024-05, 2024; empty where it is not known',
    alike: (publisher: string) => `Also on all other documents of ${publisher}`,
    keep: 'Put right',
    kept: (n: number) => `${count(n, 'entry', 'entries')} put right.`,
    takenBack: 'Put back as it was.',
    meanwhile: (who: string | null) =>
      `Not kept yet: ${who ?? 'somebody'} put the same right meanwhile. Which stands?`,
    stands: (field: string, theirs: string | null, mine: string | null) =>
      `${field}: it says ${theirs ?? 'not known'} now; you wrote ${mine ?? 'not known'}.`,
    made: (when: string, by: string, field: string, previous: string | null, value: string | null) =>
      `${when}, ${by}: ${field}, ${previous ?? 'not known'} → ${value ?? 'not known'}.`,
    placed: (when: string, by: string, isReplacing: boolean) =>
      `${when}, ${by}: this text stands ${isReplacing ? 'in the place of' : 'beside'} its page’s earlier one.`,
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
    unread:
      'This document has not been read: its language is not one that the reader reads. Its text is kept and can be searched.',
    replaced: 'The page was taken again with another text. This one is kept, and no longer weighed.',
    newer: 'The newer text',
    copies: (n: number) => `Copies and shared passages: ${n}`,
    copyKinds: {
      exact: 'The same words',
      near: 'The same text, edited',
      passages: 'Long passages in common',
    } satisfies Record<CopyLink['kind'], string>,
    alike: (resemblance: number) => `${percent(resemblance)} alike`,
    shared: (n: number) => `${count(n, 'shared passage')}`,
    page: (page: number) => `Page ${page}`,
    marks: 'Show in the text',
    markNames: {
      evidence: 'Evidence',
      source: 'Who says it',
      cue: 'Words of saying',
      content: 'What is said',
      name: 'Names',
      time: 'Times',
      place: 'Places',
      shared: 'Shared passages',
      note: 'Tags and comments',
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

  person: {
    ask: 'Who are you?',
    is: (name: string) => `You are ${name}`,
    why: 'Your name stands beside what you judge, correct and take back. It is no account and no password.',
    name: 'Your name',
    keep: 'Keep my name',
    cancel: 'Not now',
  },

  news: {
    heading: 'What is new',
    bell: (number: number) => (number === 0 ? 'Nothing new' : `${count(number, 'thing')} new`),
    since: (moment: string) => `Since you last looked, ${moment}.`,
    nothing: (moment: string) => `Nothing new since ${moment}.`,
    markSeen: 'Mark all as seen',
    waiting: (number: number) =>
      `${count(number, 'page')} with a wholly different text: say whether it replaces the earlier one`,
    statuses: (number: number) => `${count(number, 'commitment')} with another status`,
    newCommitment: 'New',
    became: 'became',
    documents: (number: number) => `${count(number, 'new document')}`,
    evidence: (number: number) => `${count(number, 'sentence')} on commitments`,
    judge: (number: number) => `Review ${count(number, 'new sentence')}`,
    more: (number: number) => `${count(number, 'more document')}`,
    failures: (number: number) =>
      `${count(number, 'feed or page', 'feeds and pages')} that could not be fetched`,
  },

  takedown: {
    open: 'Take this document down',
    lost: (evidence: number) =>
      `Its text, its bytes, what was read in it and the words quoted from it are removed for good${
        evidence === 0 ? '' : `, and with them ${count(evidence, 'piece')} of evidence`
      }. Nobody can bring them back.`,
    stays: 'What stays: its hash, your name, the day and the reason. The same file is not taken in again.',
    copies: (copies: number) =>
      `${count(copies, 'copy', 'copies')} of it ${copies === 1 ? 'stands' : 'stand'} in other documents: they are taken down by themselves.`,
    reason: 'Why it has to go',
    submit: 'Take it down for good',
    keep: 'Keep it',
  },

  caseFile: {
    heading: 'The case as a file',
    open: 'The case as a file; delete the case',
    lead: 'Parties, commitments and grades as one file, for a colleague or another machine. Reports and judgements are not in it.',
    download: 'Download the case file',
    replace: 'Bring in another version',
    file: 'Choose a case file',
    replaceHint: 'It takes the place of the case with its id; documents and judgements stay.',
    remove: 'Delete the case',
    lost: 'Its commitments, every verdict, decision and claim of people in it, and what it watches are removed for good. The log keeps that it was there, and who deleted it.',
    stays: (documents: number) =>
      documents === 0
        ? 'It has no documents.'
        : `Its ${count(documents, 'document')} ${documents === 1 ? 'stays' : 'stay'} in the store and can be added to other cases. What has to go altogether is taken down before.`,
    typeTitle: (title: string) => `Type its title: ${title}`,
    whole: 'Hand on the whole case',
    wholeLead:
      'Reports, readings and everything that people decided, with a page that shows it: for a court, a repository or another team. Another Proviso takes it in, and finds the same.',
    archive: 'Download the archive (ZIP, RO-Crate)',
    backUp: 'All cases of this store are backed up from a terminal, also while the workbench runs:',
  },

  pairs: {
    heading: 'Names to compare',
    lead: (number: number) =>
      `${count(number, 'pair')} of names may name the same. Until you say so, nothing is joined.`,
    none: 'No two names look alike that nobody has compared yet.',
    and: 'and',
    documents: (number: number) => `the first in ${count(number, 'document')}`,
    from: (from: string) =>
      from === 'case'
        ? 'the second is of the case'
        : from === 'reports'
          ? 'the second is in reports too'
          : `the second is of the registry ${from}`,
    about: (value: string, a: string, b: string) => `${value}: ${a} and ${b}`,
  },

  watching: {
    heading: 'Feeds and pages',
    lead: 'Proviso asks these addresses again and again, and adds what is new or has changed.',
    none: 'No address is watched yet. Give the address of a feed (RSS, Atom) or of a page: what it has is added, and it is asked again from then on.',
    next: (minutes: number, moment: string) =>
      `Every ${minutes === 1 ? 'minute' : `${minutes} minutes`}; next at ${moment}.`,
    byHand: 'They are asked only when you say so: the server was started with --no-watch.',
    visiting: 'Being visited now …',
    address: 'Address of a feed or page',
    placeholder: 'https://…',
    add: 'Add',
    answered: (moment: string) => `Last visit ${moment}: it answered.`,
    failed: (moment: string, why: string) => `Last visit ${moment} failed: ${why}`,
    paused: 'Paused',
    brought: (documents: number, evidence: number) =>
      documents === 0
        ? 'It brought nothing yet.'
        : `It brought ${count(documents, 'document')} with ${count(evidence, 'sentence')} on commitments.`,
    last: (moment: string) => `The last on ${moment}.`,
    visit: 'Visit now',
    visitAll: 'Visit all now',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    removeSure: 'It is not asked any more. What it brought stays in the case.',
    keep: 'Keep it',
    about: (deed: string, url: string) => `${deed}: ${url}`,
  },

  secondReader: {
    mark: 'Second reader',
    says: ({ says }: { says: 'breach' | 'performance' | 'neither' }) =>
      ({
        breach: 'It sees a breach.',
        performance: 'It sees performance.',
        neither: 'It sees nothing that bears on this.',
      })[says],
    note: (model: string) => `A language model, ${model}, says so. Its word counts nothing.`,
  },
};
