/** What the drafting of an agreement tells beside the draft, each with what to do. */
export const drafting = {
  noDuty: {
    is: 'No clause of this text binds anybody.',
    todo: 'Check that it is the whole agreement; select words and add them as a commitment where you see one.',
  },
  noSentences: {
    is: 'This text has hardly any sentences: it looks like a list, a table or the lettering of a map.',
    todo: 'Give the agreement itself; an annex can stay beside it.',
  },
  many: {
    is: 'The text has {n, plural, one {# commitment} other {# commitments}}, more than a person watches.',
    todo: 'Keep the articles that matter to you and drop the rest; or make a case of each part.',
  },
  merged: {
    is: 'The text has {found, plural, one {# duty} other {# duties}}; those of one debtor in one paragraph or article were put together into {kept, number}.',
    todo: 'Split those that you want to watch apart, and drop the others.',
  },
  oneParty: {
    is: 'Only one party was found: {name}.',
    todo: 'A pledge has one; if somebody else is bound too, add the party.',
  },
  noParty: {
    is: 'The text does not say who agrees: no title, preamble, definition or signature names a party.',
    todo: 'Add the parties, then say whom each commitment binds.',
  },
  noDate: {
    is: 'The text does not say on which day it was signed.',
    todo: 'Give the day: terms such as “within 30 days” count from it.',
  },
  language: {
    is: 'The text is in {language}, not in English.',
    unknown: 'The text is not in English.',
    todo: 'Give its English version; agreements in other languages are not drafted.',
  },
} as const;
