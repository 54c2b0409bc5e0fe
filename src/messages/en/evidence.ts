export const role = {
  counts: 'Counts',
  context: 'Context',
  assessment: 'A verdict, not a report of conduct',
  suggested: 'Only suggested: it does not count until a person accepts it',
  'left out': 'Left out',
} as const;

export const evidence = {
  likelihood: { verdict: 'a verdict', placed: 'placed by a person' },
  elements: 'What of the duty it shows',
  elementNames: {
    who: 'who',
    what: 'what',
    'how much': 'how much',
    whom: 'towards whom',
    where: 'where',
    'by when': 'by when',
  },
  states: { shown: 'shown', missing: 'not said', contradicted: 'not as required' },
} as const;

export const verdict = {
  label: 'Your judgement',
  state: {
    proposed: 'Proposed by the machine',
    accepted: 'Accepted by a person',
    rejected: 'Rejected by a person',
  },
} as const;

export const review = {
  lead: 'What the machine proposes, that first of which a look is worth most. One key each.',
  left: 'Of the evidence that was matched you have probably seen {share, number, share} % ({low, number, share} to {high, number, share} %).',
  progress: '{judged, number} judged, {waiting, number} waiting',
  bar: 'Judged so far',
  none: 'No suggestion waits to be judged.',
  copies:
    '{n, plural, one {Also printed in # other report: judged as one} other {Also printed in # other reports: judged as one}}',
  saving: 'Saving {n, plural, one {# judgement} other {# judgements}} …',
  end: 'You have been through this batch.',
  more: 'Next batch (N)',
  reject: 'Reject (R)',
  skip: 'Later (S)',
  open: 'Open the document (O)',
  verdict: 'A verdict on the party, not a report of conduct',
  bearsOn: {
    affirms: {
      breach: 'Would speak for breach by {debtor}',
      performance: 'Would speak for performance by {debtor}',
    },
    denies: { breach: 'Denies a breach by {debtor}', performance: 'Reports that {debtor} has not done it' },
  },
  bears: 'That it bears on this: {likely}',
  onlySuggested: 'It does not count until you accept it.',
  moves: {
    with: {
      stays: 'With it the probability stays.',
      moves: 'With it the probability rises by {n, plural, one {# point} other {# points}}.',
    },
    without: {
      stays: 'Without it the probability stays.',
      moves: 'Without it the probability falls by {n, plural, one {# point} other {# points}}.',
    },
  },
  status: {
    stays: 'The status stays: {now}.',
    accepted: 'Accepted, it would turn the status from “{before}” to “{after}”.',
    rejected: 'Rejected, it would turn the status from “{before}” to “{after}”.',
  },
  number: 'Suggestion {at, number} of {of, number} in this batch',
} as const;

export const placement = {
  open: 'It belongs elsewhere',
  heading: 'On which commitment does this bear?',
  commitment: 'It bears on',
  bearing: 'It points to',
  asMatched: 'what the machine matched it with',
  of: { breach: 'breach of “{duty}”', performance: 'performance of “{duty}”' },
  duty: '“{duty}”',
} as const;

export const marking = {
  open: 'This shows …',
  openByKey: 'This shows … (M)',
  menu: 'The words selected',
  heading: 'What do these words show?',
  commitment: 'They bear on',
  seek: 'Type words of the commitment',
  noCommitment: 'No commitment has these words.',
  bearing: 'They point to',
  note: 'Note',
  sure: 'How sure the speaker is',
  surely: { 1: 'possible', 2: 'probable', 3: 'certain' },
  polarities: { affirmed: 'it took place', negated: 'it did not take place' },
  change: 'Change who says it, when, and how surely',
  undated: 'The document has no date. Say when it happened: 2020-10, 2020-10-25 or 2020-10-01/2020-10-25',
  asRead: {
    as: 'Told by {teller} · {polarity}, {sure} · {when}.',
    voice: '{publisher}, in its own voice',
    writer: 'the writer',
    time: 'time: {time, date}',
    before: 'in the days before {published, date}',
    undated: 'no date',
  },
  notAsserted:
    'It was read as “{mood}”, which tells of no conduct. Your mark says that it took place, as possible; change that below.',
  save: 'Mark',
  kept: 'Marked. It counts, and the findings have been weighed again.',
  by: 'Marked by {who}',
} as const;

export const claimForm = {
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
  polarities: { affirmed: 'affirmed', negated: 'negated' },
  mood: 'Put as',
  save: 'Keep the claim',
  failed: 'Not kept. {title} {detail}',
  mergeWith: 'Merge it with',
  split: 'Split this claim',
  cut: 'Where it is cut in two',
  part: { first: 'The first part', second: 'The second part' },
  merged: 'Merged into one claim. The findings have been weighed again.',
  wasSplit: 'Split into two claims. The findings have been weighed again.',
  undone: 'Taken back: the claims are as they were.',
  again: 'The claim stands again.',
  entered: 'Entered by people: {n, number}',
} as const;

export const annotation = {
  open: 'Tag or comment',
  openByKey: 'Tag or comment (T)',
  tag: 'Tag',
  comment: 'Comment',
  edited: 'changed since',
  remove: { tag: 'Take the tag “{said}” away', comment: 'Take the comment away' },
  some: 'Tags and comments: {n, number}',
  kept: {
    tag: '{n, plural, one {Tagged.} other {Tagged: # documents.}}',
    comment: '{n, plural, one {Commented.} other {Commented: # documents.}}',
  },
  removed: 'Taken away. The history keeps what it said.',
  again: 'It stands again.',
  takenBack: 'Taken back.',
  comments: '{n, plural, one {# comment} other {# comments}}',
  filter: 'with the tag',
  anyTag: 'any or none',
  commented: 'with comments',
} as const;

export const secondReader = {
  mark: 'Second reader',
  says: {
    breach: 'It sees a breach.',
    performance: 'It sees performance.',
    neither: 'It sees nothing that bears on this.',
  },
  note: 'A language model, {model}, says so. Its word counts nothing.',
} as const;
