import type { DraftNotice, ErrorCode } from '../../model/index.ts';

const notice = (code: ErrorCode, message: string, hint: string): DraftNotice => ({ code, message, hint });

export const noDuty = (): DraftNotice =>
  notice(
    'PROVISO_DRAFT_NO_DUTY',
    'No clause of this text binds anybody.',
    'Check that it is the whole agreement; select words and add them as a commitment where you see one.',
  );

export const noSentences = (): DraftNotice =>
  notice(
    'PROVISO_DRAFT_NO_SENTENCES',
    'This text has hardly any sentences: it looks like a list, a table or the lettering of a map.',
    'Give the agreement itself; an annex can stay beside it.',
  );

export const manyCommitments = (count: number): DraftNotice =>
  notice(
    'PROVISO_DRAFT_MANY',
    `The text has ${count} commitments, more than a person watches.`,
    'Keep the articles that matter to you and drop the rest; or make a case of each part.',
  );

export const mergedDuties = (found: number, kept: number): DraftNotice =>
  notice(
    'PROVISO_DRAFT_MERGED',
    `The text has ${found} duties; those of one debtor in one paragraph or article were put together into ${kept}.`,
    'Split those that you want to watch apart, and drop the others.',
  );

export const oneParty = (name: string): DraftNotice =>
  notice(
    'PROVISO_DRAFT_ONE_PARTY',
    `Only one party was found: ${name}.`,
    'A pledge has one; if somebody else is bound too, add the party.',
  );

export const noParty = (): DraftNotice =>
  notice(
    'PROVISO_DRAFT_NO_PARTY',
    'The text does not say who agrees: no title, preamble, definition or signature names a party.',
    'Add the parties, then say whom each commitment binds.',
  );

export const noDate = (): DraftNotice =>
  notice(
    'PROVISO_DRAFT_NO_DATE',
    'The text does not say on which day it was signed.',
    'Give the day: terms such as “within 30 days” count from it.',
  );

export const otherLanguage = (language: string): DraftNotice =>
  notice(
    'PROVISO_DRAFT_LANGUAGE',
    language === 'und'
      ? 'The text is not in English.'
      : `The text is in ${new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language}, not in English.`,
    'Give its English version; agreements in other languages are not drafted.',
  );
