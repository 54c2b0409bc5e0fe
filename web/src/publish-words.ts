import type { PublicationChoice, ReviewKind } from '../../src/model/index.ts';

const choices: Record<PublicationChoice, string> = {
  keep: 'keep',
  shorten: 'shorten',
  hide: 'hide',
  coarsen: 'coarsen',
};

const headings: Record<ReviewKind, string> = {
  person: 'People',
  place: 'Places',
  quotation: 'Quotations',
  finding: 'Findings',
};

const leads: Record<ReviewKind, string> = {
  person: 'Whoever acts in no office, as far as the reports say, is hidden unless you choose otherwise.',
  place: 'Places finer than a district are told as what they lie in unless you choose otherwise.',
  quotation: 'Whole texts are never published: of none more than half, and no quotation over 800 characters.',
  finding: 'A finding that is hidden goes with all that it rests on.',
};

/** All that the page of publishing says. */
export const publishWords = {
  nav: 'Publish',
  heading: 'Publish',
  lead: 'Look through all that would become public. Then take the edition along: plain pages that need no server.',
  next: (number: number) => `This would be edition ${number}.`,
  missing: 'What readers would not be told',
  changes: 'What it would tell of changes',
  choices,
  headings,
  leads,
  none: 'None.',
  caption: (kind: ReviewKind, n: number, changed: number) =>
    `${headings[kind]}: ${n}${changed > 0 ? `, of which ${changed} would not be read as they stand` : ''}`,
  columns: { words: 'What would be read', note: 'About it', choice: 'What is done', why: 'Why' },
  choose: (words: string) => `What is done with ${words}`,
  shown: 'Shown as',
  hidden: 'Not shown',
  reason: 'Reason for what you choose next',
  reasonHint: 'It is kept with your name.',
  by: (who: string) => `${who}: `,
  kept: 'Kept for the next edition.',
  undone: 'Taken back for the next edition.',
  undoReason: 'Undone in the workbench.',
  consentHeading: 'Consent of a second person',
  consented: (people: readonly string[]) =>
    people.length > 0
      ? `Given to exactly this content by ${people.join(', ')}.`
      : 'Nobody has given it to this content yet.',
  consent: 'I have read all of it, and consent',
  makeHeading: 'The edition',
  correction: 'What was wrong in an earlier edition',
  correctionHint: 'Readers see it. Leave it empty where nothing was.',
  make: (number: number) => `Make edition ${number}`,
  making: 'Making it…',
  made: (number: number) =>
    `Edition ${number} is made and downloaded. Unpack it over the folder of the editions before it: they stay.`,
  earlier: 'Editions made so far',
  edition: (number: number, day: string, by: string) => `Edition ${number}, ${day}, by ${by}`,
  correctionOf: (words: string) => `Correction: ${words}`,
} as const;
