import { readable } from '../cleaning/index.ts';
import type { Translator } from '../language-model/index.ts';
import {
  asProvisoError,
  type Document,
  type ErrorCode,
  isReadable,
  originalText,
  ProvisoError,
  type Span,
  type Translation,
} from '../model/index.ts';
import { type Store, sha256Of } from '../store/index.ts';
import { requireTranslatorAllowed } from './model-consent.ts';
import { type Progress, silent } from './progress.ts';
import type { Refusal } from './refusal.ts';
import { requireDocument } from './require-document.ts';

/** A sentence of a text, and what stands between the one before and it in a translation. */
interface ToBeTranslated {
  /** Its words, in one line. */
  text: string;
  /** Where it stands in the text as kept. */
  original: Span;
  gap: '' | ' ' | '\n' | '\n\n';
}

const gapOf = (between: string): ToBeTranslated['gap'] => {
  const lines = between.split('\n').length - 1;
  return lines > 1 ? '\n\n' : lines === 1 ? '\n' : ' ';
};

const segmenterOf = (language: string): Intl.Segmenter =>
  new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'sentence' });

/** The sentences of a text in any language; lines that were broken for width are whole. */
export function sentencesIn(text: string, language: string): ToBeTranslated[] {
  const clear = readable(text);
  const sentences: ToBeTranslated[] = [];
  let last = 0;
  for (const { segment, index } of segmenterOf(language).segment(clear.text)) {
    const words = segment.trim();
    if (words === '') continue;
    const start = index + segment.indexOf(words);
    const end = start + words.length;
    sentences.push({
      text: words,
      original: clear.original([start, end]),
      gap: sentences.length === 0 ? '' : gapOf(clear.text.slice(last, start)),
    });
    last = end;
  }
  return sentences;
}

/** So many sentences at a time as a translator takes. */
function* batchesOf(
  sentences: readonly ToBeTranslated[],
  { sentences: most, characters }: Translator['batch'],
): Generator<ToBeTranslated[]> {
  let batch: ToBeTranslated[] = [];
  let length = 0;
  for (const sentence of sentences) {
    const isFull = batch.length === most || length + sentence.text.length > characters;
    if (batch.length > 0 && isFull) {
      yield batch;
      [batch, length] = [[], 0];
    }
    batch.push(sentence);
    length += sentence.text.length;
  }
  if (batch.length > 0) yield batch;
}

/** What stands in figures and signs alone is the same in every language. */
const hasWords = (sentence: string): boolean => /\p{L}/u.test(sentence);

async function translated(
  sentences: readonly ToBeTranslated[],
  from: string,
  translator: Translator,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<ToBeTranslated, string>> {
  const found = new Map(sentences.map((sentence) => [sentence, sentence.text]));
  const told = sentences.filter(({ text }) => hasWords(text));
  let done = 0;
  for (const batch of batchesOf(told, translator.batch)) {
    signal?.throwIfAborted();
    const answers = await translator.translate({ from, sentences: batch.map(({ text }) => text) }, signal);
    for (const [place, sentence] of batch.entries()) found.set(sentence, answers[place] as string);
    done += batch.length;
    progress({ doing: 'translating', done, total: told.length });
  }
  return found;
}

/** The translated text, with each sentence beside its original. */
function layerOf(sentences: readonly ToBeTranslated[], words: ReadonlyMap<ToBeTranslated, string>) {
  let text = '';
  const aligned: Translation['sentences'] = [];
  for (const sentence of sentences) {
    text += sentence.gap;
    const start = text.length;
    text += words.get(sentence);
    aligned.push({ original: sentence.original, span: [start, text.length] });
  }
  return { text, sentences: aligned, hash: sha256Of(text) };
}

const notNeeded = ({ language }: Document): ProvisoError =>
  language === null
    ? new ProvisoError(
        'PROVISO_TRANSLATION_NOT_NEEDED',
        'The document is too short to tell its language, and is read as it is.',
        'If it is in another language than English, say which: proviso correct DOCUMENT --language CODE --case ID.',
      )
    : new ProvisoError(
        'PROVISO_TRANSLATION_NOT_NEEDED',
        'The document is in English, and is read as it is.',
        'If it is in another language, say which: proviso correct DOCUMENT --language CODE --case ID.',
      );

/**
 * The language that a document would be translated from.
 * @throws ProvisoError PROVISO_TRANSLATION_NOT_NEEDED for one that is read as it is; PROVISO_MODEL_NOT_ALLOWED.
 */
export async function requireTranslatable(
  store: Store,
  caseId: string,
  document: Document,
  translator: Translator,
): Promise<string> {
  if (document.language === null || isReadable(document)) throw notNeeded(document);
  await requireTranslatorAllowed(store, caseId, translator);
  return document.language;
}

const isBySame = (document: Document, { tool, model, prompt }: Translator): boolean =>
  document.translation?.tool === tool &&
  document.translation.model === model &&
  document.translation.prompt === prompt;

export interface TranslateOptions {
  /** Who has it done. */
  by: string;
  /** Also where the same translator did it before. */
  again?: boolean;
  progress?: Progress;
  signal?: AbortSignal | undefined;
}

/**
 * Translates a document of a case and keeps that as a layer of its own, once all of it is there: what fails leaves nothing. It is
 * read anew from then on. Gives `known` where the same translator did it before and is not asked `again`.
 * @throws ProvisoError as `requireTranslatable` and `Translator.translate` do, and PROVISO_DOCUMENT_NOT_FOUND.
 */
async function translateDocument(
  store: Store,
  caseId: string,
  documentId: string,
  translator: Translator,
  { by, again = false, progress = silent, signal }: TranslateOptions,
): Promise<'translated' | 'known'> {
  const document = await requireDocument(store, caseId, documentId);
  const from = await requireTranslatable(store, caseId, document, translator);
  if (!again && isBySame(document, translator)) return 'known';
  const sentences = sentencesIn(originalText(document), from);
  const words = await translated(sentences, from, translator, progress, signal);
  const { tool, model, prompt } = translator;
  await store.addTranslation({
    ...{ documentId, from, into: 'en', tool, model, prompt, by },
    ...layerOf(sentences, words),
    at: new Date().toISOString(),
  });
  return 'translated';
}

/** What became of documents that were to be translated, by their ids. */
export interface Translated {
  translated: string[];
  /** Those that the same translator had translated before. */
  known: string[];
  refused: Refusal[];
  /** Why it ended before all were asked about; null: it did not. */
  stopped: ProvisoError | null;
}

/** Refusals that say nothing of the next document. */
const ofOne: ReadonlySet<ErrorCode> = new Set([
  'PROVISO_TRANSLATION_BAD',
  'PROVISO_TRANSLATION_NOT_NEEDED',
  'PROVISO_DOCUMENT_NOT_FOUND',
  'PROVISO_TAKEN_DOWN',
]);

/** Translates documents one after the other; what fails is named and leaves its document as it was. */
export async function translateDocuments(
  store: Store,
  caseId: string,
  ids: readonly string[],
  translator: Translator,
  options: TranslateOptions,
): Promise<Translated> {
  const outcome: Translated = { translated: [], known: [], refused: [], stopped: null };
  for (const id of ids) {
    if (options.signal?.aborted) break;
    try {
      outcome[await translateDocument(store, caseId, id, translator, options)].push(id);
    } catch (thrown) {
      if (options.signal?.aborted) break;
      const error = asProvisoError(thrown);
      if (!ofOne.has(error.code)) return { ...outcome, stopped: error };
      outcome.refused.push({ source: id, error });
    }
  }
  return outcome;
}

/** How much of a document would be sent to a translator. */
export function sentencesToTranslate(document: Document): { sentences: number; characters: number } {
  const told = sentencesIn(originalText(document), document.language ?? 'und').filter(({ text }) =>
    hasWords(text),
  );
  return { sentences: told.length, characters: told.reduce((sum, { text }) => sum + text.length, 0) };
}

/** Ids of the documents of a case that nobody can read for want of a translation. */
export const untranslatedIn = async (store: Store, caseId: string): Promise<string[]> =>
  (await store.documents(caseId))
    .filter((listed) => !isReadable(listed) && !listed.translated && !listed.replacedBy)
    .map(({ id }) => id);
