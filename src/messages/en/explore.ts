export const events = {
  timelineLead:
    'Conduct that reports speak of, by the time they give it or else by their date. Each line is one commitment.',
  mapLead:
    'Where reported conduct took place. The circle is as wide as the place is vague. Nobody is located here.',
  chart: 'Timeline of {n, plural, one {# event} other {# events}}; the table below has the same.',
  world: 'Map with {n, plural, one {# place} other {# places}}; the table below has the same.',
  caption: '{n, plural, one {# event} other {# events}}, newest first',
  captionSome: 'The newest {shown, number} of {total, plural, one {# event} other {# events}}',
  none: 'No evidence passes these filters.',
  noneYet: 'No report of conduct counts in this case yet. Add reports, or review what is suggested.',
  clear: 'Show all events',
  signs: 'Triangle: breach. Circle: performance. Crossed out: denied. Grey: context, not counted.',
  firstDay: 'First day',
  lastDay: 'Last day',
  report: 'Report',
  undated: '{n, plural, one {# event} other {# events}} without a date, in the table only',
  columns: { time: 'When', bearing: 'Points to', commitment: 'Commitment', words: 'Words', place: 'Where' },
  anyBearing: 'Both',
  from: 'From',
  to: 'To',
  at: '{place}: {n, plural, one {# event} other {# events}}',
  zoomIn: 'Nearer',
  zoomOut: 'Farther',
  zoomAll: 'Show all places',
  whole: 'All places',
  chosen: 'What was reported here: {place}',
  precision: {
    point: 'a point',
    settlement: 'a settlement',
    district: 'somewhere in the district',
    province: 'somewhere in the province',
    country: 'somewhere in the country',
  },
  dot: '{when}: {words}',
} as const;

export const picture = {
  table: 'The same as a table',
  take: 'Take it along:',
  svg: 'SVG',
  png: 'PNG',
  csv: 'Table (CSV)',
  failed: 'This browser could not draw the picture. Take the SVG.',
} as const;

export const network = {
  lead: 'Who is said to have done something to whom. A line opens to its claims. People are shown only where the case file names them.',
  picture:
    'Network of {nodes, plural, one {# actor} other {# actors}} and {edges, plural, one {# link} other {# links}}; the table below has the same.',
  caption: '{n, plural, one {# link} other {# links}}, the strongest first',
  columns: { from: 'Who', to: 'To whom', types: 'Does', claims: 'Claims' },
  left: '{nodes, plural, one {# weaker actor} other {# weaker actors}} and {edges, plural, one {# weaker link} other {# weaker links}} are not drawn.',
  more: 'Show more links ({drawn, number} of {all, number} are drawn)',
  none: 'No report in this case says that one named actor did something to another. Add reports that name who did what.',
  edge: '{from} → {to}: {n, plural, one {# claim} other {# claims}}',
  claims: '{from} → {to}',
  does: '{type}: {n, number}',
  otherType: 'other',
} as const;

export const claims = {
  columns: { published: 'Published', words: 'Words', chain: 'Told by' },
  caption: '{n, plural, one {# claim} other {# claims}}, newest first',
  none: 'No claim.',
} as const;

export const names = {
  lead: 'Whom the reports name. One line is one name across all documents.',
  search: 'Search the names',
  anyType: 'All kinds',
  types: {
    person: 'Person',
    organisation: 'Organisation',
    'armed-group': 'Armed group',
    state: 'State',
    place: 'Place',
    nationality: 'Nationality',
    other: 'Other',
  },
  standing: { party: 'party', actor: 'in the case file', other: '' },
  columns: {
    name: 'Name',
    type: 'Kind',
    documents: 'Documents',
    acts: 'Acts',
    undergoes: 'Is acted on',
    speaks: 'Speaks',
  },
  caption: '{n, plural, one {# name} other {# names}}, those met most often first',
  none: 'No such name.',
  aliases: 'Also:',
  bodies: 'Belongs to',
  members: 'Members and parts',
  parts: { acts: 'What it does', undergoes: 'What is done to it', speaks: 'What it says' },
  noMap: 'Proviso draws no map and no timeline of a person.',
} as const;

export const pairs = {
  heading: 'Names to compare',
  lead: '{number, plural, one {# pair} other {# pairs}} of names may name the same. Until you say so, nothing is joined.',
  none: 'No two names look alike that nobody has compared yet.',
  and: 'and',
  documents: 'the first in {number, plural, one {# document} other {# documents}}',
  from: {
    case: 'the second is of the case',
    reports: 'the second is in reports too',
    registry: 'the second is of the registry {from}',
  },
  about: '{value}: {a} and {b}',
} as const;

export const sources = {
  lead: 'Whose word the findings rest on. However many pages repeat it, one origin counts once.',
  origins: 'Origins: {n, number}',
  publishers: 'Publishers: {n, number}',
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
  points: '{n, plural, one {# point} other {# points}}',
  ungraded: 'not graded',
  oneCommitment: 'A commitment',
  gradesNote:
    'Grades follow the Admiralty scale, A to F. The case file gives them; what a person decides here goes before it.',
  interest: 'Interest: {interest}',
} as const;
