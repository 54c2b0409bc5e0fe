import type { Translation } from '../model/index.ts';
import type { ServerAddress } from './settings.ts';

/** Sentences in one language, to be put into English. */
export interface ToTranslate {
  /** BCP 47; `und`: the translator has to tell. */
  from: string;
  sentences: readonly string[];
}

/** What puts sentences into English: a language model, or a LibreTranslate server. */
export interface Translator extends ServerAddress, Pick<Translation, 'tool' | 'model' | 'prompt'> {
  /**
   * One translation for each sentence, in their order.
   * @throws ProvisoError PROVISO_TRANSLATION_BAD where it answers anything else, and PROVISO_MODEL_ or PROVISO_TRANSLATOR_ with
   * _UNREACHABLE, _TOO_SLOW, _BUSY or _REFUSED. What `signal` aborts it aborts with.
   */
  translate(given: ToTranslate, signal?: AbortSignal): Promise<string[]>;
  /** Most sentences, and most UTF-16 code units of them, that are asked at once. A longer sentence is asked alone. */
  readonly batch: { sentences: number; characters: number };
}
