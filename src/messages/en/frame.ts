export const product = 'Proviso';

/** Title of a page, as the browser shows it. */
export const pageTitle = '{page} · Proviso';

/** A value after what it is called. */
export const labelled = '{label}: {value}';

/** How many there are of what is named. */
export const counted = '{what} ({n, number})';

export const skip = 'Skip to the content';

export const loading = 'Loading…';

export const nav = {
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
  publish: 'Publish',
  secondCoder: 'Second coder',
  add: 'Add reports',
  edit: 'Edit the case',
  allCases: 'All cases',
  keys: 'Keys',
  darkTheme: 'Dark theme',
} as const;

/** What a button does, wherever it stands. */
export const action = {
  accept: 'Accept',
  acceptByKey: 'Accept (A)',
  add: 'Add',
  cancel: 'Cancel',
  change: 'Change',
  close: 'Close',
  keep: 'Keep',
  keepIt: 'Keep it',
  reject: 'Reject',
  retry: 'Try again',
  takeBack: 'Take it back',
  undo: 'Undo',
} as const;

export const footer =
  'Proposed by a machine from public reports, for people to judge. Every number opens to the sentences it rests on.';

export const failure = {
  whole: '{title} {detail}',
  notSaved: 'Not saved. {title} {detail}',
  fault: 'The workbench has a fault',
  notFound: 'There is no such page',
  notFoundDetail: 'The address may be mistyped, or what it named is gone.',
  code: 'Code',
  home: 'To all cases',
  unreachable: {
    title: 'The server does not answer',
    detail: 'Is “proviso start” still running? Start it again, then try again.',
  },
  unexpected: {
    title: 'The server gave an answer that the workbench does not know',
    detail: 'HTTP status {status}.',
  },
} as const;

export const leaving = {
  heading: 'Leave without saving?',
  lost: 'What you have typed here is not kept yet.',
  stay: 'Stay here',
  leave: 'Leave',
} as const;

export const paging = {
  label: 'Pages',
  previous: 'Previous',
  next: 'Next',
  place: '{from, number}–{to, number} of {total, number}',
} as const;

export const keys = {
  on: 'Keys of one letter do something',
  hint: 'Press a key in this list, then the one that is to stand for it. It is kept in this browser.',
  press: 'press the new key',
  change: '{key}: {what}, {where}. Change the key',
  taken: '{key} stands for something else here.',
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
} as const;

export const toast = {
  undo: 'Undo (U)',
  label: 'What was done last',
  judged: {
    accepted:
      '{n, plural, one {Accepted. The finding has been weighed again.} other {Accepted: # pieces of evidence. The findings have been weighed again.}}',
    rejected:
      '{n, plural, one {Rejected. The finding has been weighed again.} other {Rejected: # pieces of evidence. The findings have been weighed again.}}',
    proposed:
      '{n, plural, one {Undone. The finding has been weighed again.} other {Undone: # pieces of evidence. The findings have been weighed again.}}',
  },
} as const;

export const person = {
  ask: 'Who are you?',
  is: 'You are {name}',
  why: 'Your name stands beside what you judge, correct and take back. It is no account and no password.',
  name: 'Your name',
  keep: 'Keep my name',
  cancel: 'Not now',
} as const;

export const news = {
  heading: 'What is new',
  bell: '{number, plural, =0 {Nothing new} one {# thing new} other {# things new}}',
  since: 'Since you last looked, {moment}.',
  nothing: 'Nothing new since {moment}.',
  markSeen: 'Mark all as seen',
  waiting:
    '{number, plural, one {# page} other {# pages}} with a wholly different text: say whether it replaces the earlier one',
  statuses: '{number, plural, one {# commitment} other {# commitments}} with another status',
  newCommitment: 'New',
  became: 'became',
  documents: '{number, plural, one {# new document} other {# new documents}}',
  evidence: '{number, plural, one {# sentence} other {# sentences}} on commitments',
  judge: 'Review {number, plural, one {# new sentence} other {# new sentences}}',
  more: '{number, plural, one {# more document} other {# more documents}}',
  failures: '{number, plural, one {# feed or page} other {# feeds and pages}} that could not be fetched',
} as const;
