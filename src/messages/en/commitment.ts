export const late = 'Late';

export const kind = { obligation: 'Obligation', prohibition: 'Prohibition' } as const;

export const bestEfforts = '{kind}, best efforts';

export const window = {
  awaits: 'counts from a day that is not known yet: {awaits}',
  open: 'from {from, date}, without an end',
  due: 'due by {due, date}',
  between: 'from {from, date} to {due, date}',
} as const;

export const conditionStatus = 'which is: {status}';

export const opinion = {
  name: { breach: 'Breach', performance: 'Performance' },
  none: 'no evidence',
  percent: '{share, number, share} %',
  bar: '{bearing, select, breach {Breach} other {Performance}}: probability {probability, number, share} %; belief {belief, number, share} %, uncertainty {uncertainty, number, share} %, disbelief {disbelief, number, share} %',
  barEmpty: '{bearing, select, breach {Breach} other {Performance}}: no evidence',
  heading: 'Opinions',
  caption: 'Belief, uncertainty and disbelief add up to one.',
  columns: {
    bearing: 'On',
    belief: 'For',
    uncertainty: 'Uncertain',
    disbelief: 'Against',
    probability: 'Probability',
  },
} as const;

export const commitment = {
  number: '{value, number, ::.00}',
  sentence:
    'As of {asOf, date}: {status} by {debtor}, on the word of {origins, plural, one {# origin} other {# origins}} in {camps, plural, one {# camp} other {# camps}}, told in {documents, plural, one {# document} other {# documents}}.',
  sentenceSilent: 'As of {asOf, date}: {status} for {debtor}.',
  standardNames: { indications: 'Indications', probable: 'Probable', established: 'Established' },
  standardReached: 'Reached: {standard}',
  standardNone: 'No standard of proof is reached.',
  pam: 'Implementation {scale} of 3: {level}',
  months: 'Month by month',
  evidence: 'Evidence',
  noEvidence: 'No report in this case bears on this commitment yet. That is no information, not performance.',
  told: {
    affirms: {
      breach: 'Pointing to breach: {n, plural, one {# origin} other {# origins}}',
      performance: 'Pointing to performance: {n, plural, one {# origin} other {# origins}}',
    },
    denies: {
      breach: 'Denying a breach: {n, plural, one {# origin} other {# origins}}',
      performance: 'Reporting that it has not happened: {n, plural, one {# origin} other {# origins}}',
    },
    context: 'Context, not counted: {n, plural, one {# origin} other {# origins}}',
  },
  oneOrigin:
    'By the standard of UN panels one origin alone never gets beyond indications. Where one agreed body watches this agreement, the case can ask for the standard “One monitor”.',
  ownWord: 'Nobody says so but {debtor}, its bodies and its people.',
  elements: 'What it asks, and what is told of it',
  condition: 'on what condition',
  camp: 'Camp: {name}',
  otherCamp: 'neither side',
  grade: 'Grade {grade}: {meaning}',
  notGraded: 'Not graded',
  adds: 'Adds {n, plural, one {# point} other {# points}}',
  addsNothing: 'Adds nothing further',
  addsTitle: 'By how many percentage points the probability would fall without this origin.',
  noQuotes: 'The words of this origin stand in:',
  more: 'Show {n, number} more',
  replies: 'What {party} replied',
  noReply: 'No reply by {party} has been found in these documents.',
  replyKinds: {
    admits: 'Admits',
    denies: 'Denies',
    explains: 'Explains',
    investigates: 'Investigates',
    declines: 'Declines to comment',
  },
  conditions: 'Conditions',
  conditionsNote: 'A condition annotates the finding; it never excuses.',
  leftOut: 'Left out: {n, number}',
  leftOutNote: 'Found, but not counted, each with its reason.',
  onlySuggested:
    'Nothing counts yet. What may bear on this commitment is suggested below, for a person to judge.',
  suggested: 'Suggested, not counted: {n, number}',
  suggestedNote: 'It may bear on this commitment. What a person accepts counts from then on.',
  noReason: 'It belongs to no origin that counts.',
  wouldChange: 'What would change it',
  without: 'Without {name}: {bearing, select, breach {breach} other {performance}} {before} → {after}',
  withoutStatus:
    'Without {name}: {bearing, select, breach {breach} other {performance}} {before} → {after}; status: {status}',
  withoutHint: 'Point at an origin, or move the focus to it, to see the finding without it.',
  events: 'When it is said to have happened',
  review: 'Review {n, plural, one {# suggestion} other {# suggestions}}',
  matched: 'Why it matched',
  untitled: 'Untitled document',
  takes: 'Takes {n, plural, one {# point} other {# points}}',
} as const;
