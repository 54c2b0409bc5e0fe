import { languageInWords, words } from '../../messages/index.ts';
import type { DraftNotice, ErrorCode } from '../../model/index.ts';

const text = words.drafting;

const notice = (code: ErrorCode, message: string, hint: string): DraftNotice => ({ code, message, hint });

export const noDuty = (): DraftNotice => notice('PROVISO_DRAFT_NO_DUTY', text.noDuty.is, text.noDuty.todo);

export const noSentences = (): DraftNotice =>
  notice('PROVISO_DRAFT_NO_SENTENCES', text.noSentences.is, text.noSentences.todo);

export const manyCommitments = (count: number): DraftNotice =>
  notice('PROVISO_DRAFT_MANY', text.many.is(count), text.many.todo);

export const mergedDuties = (found: number, kept: number): DraftNotice =>
  notice('PROVISO_DRAFT_MERGED', text.merged.is({ found, kept }), text.merged.todo);

export const oneParty = (name: string): DraftNotice =>
  notice('PROVISO_DRAFT_ONE_PARTY', text.oneParty.is(name), text.oneParty.todo);

export const noParty = (): DraftNotice =>
  notice('PROVISO_DRAFT_NO_PARTY', text.noParty.is, text.noParty.todo);

export const noDate = (): DraftNotice => notice('PROVISO_DRAFT_NO_DATE', text.noDate.is, text.noDate.todo);

/** `language`: BCP 47, or `und` where nobody can tell. */
export const otherLanguage = (language: string): DraftNotice =>
  notice(
    'PROVISO_DRAFT_LANGUAGE',
    language === 'und' ? text.language.unknown : text.language.is(languageInWords(language)),
    text.language.todo,
  );
