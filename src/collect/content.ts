import type { Document } from '../model/index.ts';

/** What an input says about itself, and its text. What it does not say is null, never guessed. */
export type Content = Pick<Document, 'publisher' | 'published' | 'url' | 'kind' | 'text'> & {
  title: string | null;
};
