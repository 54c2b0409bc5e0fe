const origins =
  '{n, plural, =1 {one independent origin} one {# independent origin} other {# independent origins}}';

/** A finding in plain sentences, for the terminal and the report. */
export const findings = {
  late: '{status}, late',
  silent: 'No report that counts says anything on it.',
  notDue: 'It is not due yet.',
  notDueBefore: 'It is not due before {due}.',
  notAssessed: 'Nobody has assessed it.',
  disputed:
    'Whether {debtor} kept it is disputed: some say that it did, and others, of the same time, that it did not.',
  broke: {
    1: 'There are indications that {debtor} broke it.',
    2: 'It is probable that {debtor} broke it.',
    3: 'It is established that {debtor} broke it.',
  },
  kept: {
    1: 'There are indications that {debtor} kept it.',
    2: 'It is probable that {debtor} kept it.',
    3: 'It is established that {debtor} kept it.',
  },
  keptLate: {
    1: 'There are indications that {debtor} kept it, after it was due on {due}.',
    2: 'It is probable that {debtor} kept it, after it was due on {due}.',
    3: 'It is established that {debtor} kept it, after it was due on {due}.',
  },
  graded: '{name} (grade {grade})',
  ungraded: '{name} (not graded)',
  sides: {
    affirms: `For {bearing, select, breach {breach} other {performance}}, ${origins}: {names}`,
    denies: {
      breach: `Against it, as it denies a breach, ${origins}: {names}`,
      performance: `Against it, as it reports that it has not happened, ${origins}: {names}`,
    },
    between: '{affirming}. {denying}',
  },
  opinion:
    '{sides}; {bearing, select, breach {breach} other {performance}} is {likely}, {uncertainty, number, share} % of it is not known.',
  without: 'Without {name} it would be: {status}.',
  graders: 'With {name} graded a step better: {up}; a step worse: {down}.',
  nothingTurns: 'No single origin and no single grade, a step up or down, would change it.',
  leftOut: 'Left out or shown as context: {reasons}.',
  times: '{why} ({n, number})',
  suggested:
    'Not counted until a person accepts it: {n, plural, =1 {one suggestion} one {# suggestion} other {# suggestions}} of the machine.',
  reply:
    '{by} {kind, select, admits {admits} denies {denies} explains {explains} investigates {investigates} other {declines}}',
  replies: "The accused party's side: {replies}.",
  ownWord: 'Nobody but whoever owes it says that it was done.',
  conditional: 'It is conditional on {commitment}, which is: {status}.',
  personal: '{by} set it to {status} on {day}: {reason}',
  nothingKnown: 'nothing known',
  opinionNumbers:
    '{likely}; now {probability, number, share} % (for {belief, number, share} %, against {disbelief, number, share} %, uncertain {uncertainty, number, share} %)',
  context: 'context',
  adds: '{told}, adds {adds, number, share} %',
  takes: '{told}, takes {adds, number, share} %',
  element: '{element}: {state}',
  elementSaid: '{element}: {state} (“{words}”)',
  verdict: 'a verdict: {bearing, select, breach {breach} other {performance}}',
  bears: '{told}, {likely}',
} as const;

/** Where pages come from, on the terminal. */
export const originTree = {
  share: '{told, number} of {claims, plural, one {# claim} other {# claims}}',
  unread: 'not read: it is in another language than English',
  page: '{title} ({publisher}, {published}): {share}',
  noPublisher: 'no publisher',
  undated: 'undated',
  also: 'also: {names}',
  pagesOfParty: '{n, plural, one {# page} other {# pages}}; takes part in what it tells',
  more: '{n, number} more; --json has them all',
} as const;
