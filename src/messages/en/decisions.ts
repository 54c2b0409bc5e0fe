export const decision = {
  reason: 'Why',
  history: 'What was decided before',
  none: 'Nothing yet.',
  by: 'by {who}, {when}',
  value: {
    rated: '{kind}: {value}, {meaning}',
    numbered: '{kind} {number, number}',
    takenBack: '{kind}: taken back',
    noModel: '{kind}: none may read this case',
    model: '{kind}: {address} may read this case',
  },
  kept: 'Kept. The findings have been weighed again.',
  undone: 'Taken back. The findings have been weighed again.',
  undoReason: 'Undone in the workbench.',
  meanwhile: 'Not kept yet: {who} decided on the same meanwhile, {when}.',
  mineStands: 'Mine stands',
  theirsStands: 'The other stands',
} as const;

export const identity = {
  heading: 'Is it somebody else’s name too?',
  none: 'Nobody has decided anything on this name.',
  open: 'Compare with another name',
  of: 'Compare: {name}',
  values: { same: 'The same', different: 'Not the same', unsure: 'Cannot be told' },
  value: 'The two are',
  takenBack: 'Taken back',
  unmerge: 'Un-merge',
  seek: 'Look for a name',
  seekHint: 'Empty: the likeliest ones.',
  likely: 'The likeliest',
  found: 'Found',
  nobody: 'No other name.',
  why: '{score, number, share} % alike: {reasons}',
  inDocuments: 'in {n, plural, one {# document} other {# documents}}',
} as const;

export const personal = {
  heading: 'A person’s finding',
  note: 'It stands beside the computed finding, which stays as it is.',
  set: 'Set a finding of your own',
  change: 'Change it',
  withdraw: 'Withdraw it',
  status: 'The finding',
  onBoard: 'A person finds:',
} as const;

export const rating = {
  open: 'Rate',
  telling: 'Rate this telling',
  of: 'Rate: {name}',
  sourceNote:
    'Holds for all that this source tells in this case, and goes before the grade in the case file.',
  tellingNote: 'Holds for this one telling, and goes before what is said of its source.',
  unset: {
    grade: 'as the case file says',
    interest: 'as the case file tells',
    directness: 'as the words tell',
    credibility: 'nobody has said',
  },
} as const;

export const history = {
  lead: 'Everything that people decided, the newest first. Undoing adds a line that brings back what was before; nothing is taken out.',
  kind: 'What',
  everything: 'Everything',
  kinds: {
    verdict: 'Verdicts on evidence',
    decision: 'Names, grades, findings, notes',
    claim: 'Marks and claims by hand',
    withdrawal: 'Claims taken back',
    correction: 'What is known of documents',
  },
  by: 'By',
  everybody: 'Everybody',
  words: 'With the words',
  standing: 'Only what stands',
  past: 'a later decision stands',
  found: '{n, plural, one {# line} other {# lines}}',
  none: 'Nobody has decided anything like that. What you accept, reject, mark or correct is listed here.',
  because: 'Why: {reason}',
  what: {
    verdict: '{verdict}: evidence on “{duty}”',
    marked: 'Marked as {bearing, select, breach {breach} other {performance}} of “{duty}”',
    claim: 'Entered a claim',
    withdrawal: 'Took a mark or claim back',
    replaces: 'Said which text of a page stands',
    correction: '{field}: {previous} → {value}',
    noCommitment: 'a commitment that the case no longer has',
  },
  verdicts: { accepted: 'Accepted', rejected: 'Rejected', proposed: 'Took a verdict back' },
} as const;

export const trial = {
  tryCommitment: 'Try it on the reports',
  trySign: 'Try this sign on the reports',
  trying: 'Trying…',
  found:
    'It would find {n, plural, one {# piece} other {# pieces}} of evidence, {fresh, number} of them new, in {documents, plural, one {# document} other {# documents}}. Nothing is saved.',
  foundNewest:
    'It would find {n, plural, one {# piece} other {# pieces}} of evidence, {fresh, number} of them new, in the newest {tried, number} of {documents, plural, one {# document} other {# documents}}. Nothing is saved.',
  failed: 'Not tried. {title} {detail}',
  isNew: 'new',
  known: 'found already',
  onlySuggested: 'only suggested, it would not count until accepted',
} as const;
