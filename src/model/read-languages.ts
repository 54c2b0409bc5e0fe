import type { Document } from './document.ts';

/** Languages that the reader reads; documents in others are kept, searchable and unread. */
export const readLanguages: readonly string[] = ['en'];

/** Whether a text is in a language that is read, as far as can be told. */
export const isReadable = ({ language }: Pick<Document, 'language'>): boolean =>
  language === null || readLanguages.includes(language);
