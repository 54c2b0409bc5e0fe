/** Words of the field, for what the model has as values; those in the middle of a sentence have no capital. */
export const status = {
  'established breach': 'Established breach',
  'probable breach': 'Probable breach',
  'indications of breach': 'Indications of breach',
  disputed: 'Disputed',
  'indications of performance': 'Indications of performance',
  'probable performance': 'Probable performance',
  'established performance': 'Established performance',
  'no information': 'No information',
  'not assessed': 'Not assessed',
  'not due': 'Not due',
} as const;

export const statusInText = {
  'established breach': 'established breach',
  'probable breach': 'probable breach',
  'indications of breach': 'indications of breach',
  disputed: 'disputed',
  'indications of performance': 'indications of performance',
  'probable performance': 'probable performance',
  'established performance': 'established performance',
  'no information': 'no information',
  'not assessed': 'not assessed',
  'not due': 'not due',
} as const;

/** The standards of proof. */
export const standardInText = {
  indications: 'indications',
  probable: 'probable',
  established: 'established',
} as const;

/** What is told of a commitment. */
export const told = {
  affirms: { breach: 'Points to breach', performance: 'Points to performance' },
  denies: { breach: 'Denies a breach', performance: 'Reports that it has not happened' },
} as const;

export const toldInText = {
  affirms: { breach: 'points to breach', performance: 'points to performance' },
  denies: { breach: 'denies a breach', performance: 'reports that it has not happened' },
} as const;

/** Words of probability with their bands (ICD 203). */
export const likelihood = {
  'almost certain': 'almost certain, 95–99 %',
  'very likely': 'very likely, 80–95 %',
  likely: 'likely, 55–80 %',
  even: 'roughly even chance, 45–55 %',
  unlikely: 'unlikely, 20–45 %',
  'very unlikely': 'very unlikely, 5–20 %',
  'almost none': 'almost no chance, 1–5 %',
} as const;

/** The standards of proof that a case can ask for, and whom each suits. */
export const profiles = {
  'un-panel': 'UN panel: several independent origins. Where many report.',
  'one-monitor': 'One monitor: its word alone counts. Where one agreed body watches and others quote it.',
  'reasonable-grounds':
    'Reasonable grounds: one credible body of information, consistent with the rest. For commissions of inquiry.',
  'clear-and-convincing':
    'Clear and convincing: a higher probability and a third camp. For grave consequences.',
} as const;

/** What a claim tells, where the reader knows its kind. */
export const predicates = {
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
} as const;

/** Admiralty source reliability (NATO AJP-2.1). */
export const grades = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
} as const;

/** Admiralty item credibility (NATO AJP-2.1). */
export const credibilities = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
} as const;

export const interests = {
  none: 'none',
  adverse: 'gains from blaming',
  'self-serving': 'speaks for itself',
  'against-interest': 'speaks against its own interest',
} as const;

export const directnesses = {
  document: 'a document',
  witnessed: 'saw it',
  told: 'was told, or has it from its own people',
  hearsay: 'hearsay',
} as const;

export const decisionKinds = {
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
} as const;

/** Levels of implementation, as the Peace Accords Matrix calls them. */
export const levels = { 0: 'not initiated', 1: 'minimal', 2: 'intermediate', 3: 'full' } as const;

export const durations = {
  Y: '{n, plural, one {# year} other {# years}}',
  M: '{n, plural, one {# month} other {# months}}',
  W: '{n, plural, one {# week} other {# weeks}}',
  D: '{n, plural, one {# day} other {# days}}',
} as const;
