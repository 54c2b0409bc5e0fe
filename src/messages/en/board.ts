export const board = {
  summary:
    '{breach, number} of {total, plural, one {# commitment} other {# commitments}} with evidence of breach{performance, plural, =0 {} one {, # with evidence of performance} other {, # with evidence of performance}}{disputed, plural, =0 {} one {, # disputed} other {, # disputed}}{silent, plural, =0 {} one {, # without information} other {, # without information}}{notDue, plural, =0 {} one {, # not yet due} other {, # not yet due}}.',
  basis: 'Signed {signed, date} · {documents, plural, one {# document} other {# documents}} in this case',
  reading: '{n, plural, one {# document is} other {# documents are}} still to be read.',
  matching: '{n, plural, one {# document is} other {# documents are}} still to be matched.',
  setAside:
    '{n, plural, one {# document} other {# documents}} could not be read or matched; the command “proviso jobs” says why, and tries again.',
  noCommitments: 'This case has no commitments yet. Say what each side owes:',
  noReports: 'No report has been added yet, so nothing can be told. Next step:',
  caption: '{all, plural, one {# commitment} other {# commitments}}, one a line',
  captionSome: '{shown, number} of {all, plural, one {# commitment} other {# commitments}}, one a line',
  allCommitments: 'All commitments',
  columns: {
    commitment: 'Commitment',
    party: 'Party',
    status: 'Status',
    standard: 'Proof',
    change: 'Change',
    last: 'Last report',
    deadline: 'Deadline',
    months: 'Months',
  },
  fold: 'Dates, filters, sorting, views',
  owes: '{n, plural, one {# commitment} other {# commitments}}',
  unfold: 'Details: {duty}',
  none: '–',
  noReport: 'no report',
  isNew: 'new',
  was: 'was: {status}',
  evidenceMore: '+{n, plural, one {# piece} other {# pieces}}',
  personal: 'person:',
  noMatch: 'No commitment passes these filters. Clear them to see all.',
  deadline: {
    none: 'none',
    unknown: 'not known yet',
    due: '{day, date}',
    soon: '{day, date}, {ahead}',
    met: '{day, date}, met',
    late: '{day, date}, done late',
    overdue: '{day, date}, overdue',
    passed: '{day, date}, passed',
    ends: 'ends {day, date}',
    ended: 'ended {day, date}',
  },
  tools: {
    label: 'Filter the board',
    find: 'Words of a commitment',
    anyParty: 'All parties',
    anyStatus: 'Any status',
    all: { breach: 'Any breach', performance: 'Any performance' },
    anyStandard: 'Any proof',
    changed: 'Changed only',
    clear: 'Show all',
    since: 'Changes since {when}',
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
    forget: 'Forget the view {name}',
    viewsHint: 'Kept in this browser. The page’s address shows the same view to anyone you send it to.',
    notKept: 'This browser keeps nothing. Keep the page’s address instead.',
  },
  details: { origins: 'Who says so', further: 'and {n, number} more', whole: 'All evidence and reasons' },
  evidenceCount:
    '{origins, plural, =0 {No evidence yet} one {# origin in {documents, plural, one {# document} other {# documents}}} other {# origins in {documents, plural, one {# document} other {# documents}}}}',
  towards: 'towards {creditor}',
  allParties: 'all parties',
  evidenceFewer: '−{n, plural, one {# piece} other {# pieces}}',
} as const;

export const matrix = {
  caption: 'How many commitments of each party stand where; each number shows its rows',
  column: 'Show only: {status}',
  row: 'Show only: {party}',
  cell: '{party}, {status}: {n, plural, one {# commitment} other {# commitments}}',
  all: 'All',
} as const;

export const clocks = {
  legend: 'Dates of the assessment',
  asOf: 'State on',
  knownAt: 'Known by',
  show: 'Show',
  today: 'Latest',
  together: 'Both together',
  exact: 'Exact days',
  sentence: 'State on {asOf, date}, with what was known by {knownAt, date}',
  sentenceOneDay: 'State on {day, date}, as known on that day',
} as const;

export const legend = {
  heading: 'How to read this',
  signs:
    'The shape tells the direction (triangle: breach, circle: performance); the filling tells how sure. It is the same in reports and on the terminal.',
  months:
    'Months on a line: above it what was kept, below it what was broken, both ways what is disputed, the higher the surer. It ends with the last report; after that nothing is known. The upright mark is the deadline.',
  bar: 'A bar is an opinion. From the left, what speaks for it; hatched, what is uncertain; from the right, what speaks against it. The line marks the probability.',
} as const;

export const months = {
  cell: '{month, date}: {status}{due, select, yes {, due in this month} other {}}',
  run: '{time, date}: {status}',
  strip: 'Month by month. {runs}.',
  stripEmpty: 'No month to show.',
  none: 'No month has been assessed.',
} as const;

export const deadlines = {
  ahead: '{days, plural, =0 {today} one {in # day} other {in # days}}',
  passed: '{days, plural, one {passed # day ago} other {passed # days ago}}',
  next: 'Next deadline {day, date} ({ahead}): {duty}',
} as const;
