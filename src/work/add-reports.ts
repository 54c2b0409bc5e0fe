import { type CollectEvent, type CollectOptions, collect, countInputs } from '../collect/index.ts';
import type { Translator } from '../language-model/index.ts';
import { type Account, isReadable, isWebAddress, ProvisoError, type VisitFailure } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { catchUp } from './catch-up.ts';
import { linkCopies } from './link-copies.ts';
import { type Progress, silent } from './progress.ts';
import type { Refusal } from './refusal.ts';
import { takeIn, takeUnchanged } from './take-in.ts';
import { translateDocuments, untranslatedIn } from './translate.ts';

/** How an addition went: nothing is dropped without being named here. */
export interface Added {
  new: number;
  known: number;
  /** Pages that were fetched again and have the same text. */
  captured: number;
  /** Pages that were fetched again and have another text: it stands from now on, and what changed is kept. */
  changed: number;
  /**
   * Pages that were fetched again and have a text that has nothing in common with the one before: both stand until a
   * person has looked.
   */
  beside: { source: string; document: string; earlier: string }[];
  /** Documents that are probably not the whole report, each with why. */
  incomplete: { source: string; why: string }[];
  /** Documents whose charset nobody said, with the one that their bytes look like. */
  guessed: { source: string; charset: string }[];
  /** Documents whose files hold words that are not in their text: the share that is, and what is not. */
  leftOut: { source: string; share: number; leftOut: Account['leftOut'] }[];
  /** How many of the documents taken in are in a language that is not read: kept and searchable. */
  unread: number;
  /** Those documents. `language` is BCP 47, `und` where it is surely not English and nobody knows which. */
  otherLanguages: { source: string; document: string; language: string }[];
  /** How many of the documents compared for the first time have the text of another, the same or edited. */
  copies: number;
  refused: Refusal[];
  /** Seen, and rightly no document: a link in a feed on disk, a picture in a web archive. */
  skipped: { source: string; why: string }[];
}

export interface AddOptions extends Omit<CollectOptions, 'visits'> {
  caseId: string;
  /** What the chain of custody calls a source; as collecting found it unless given. */
  nameOf?: (source: string) => string;
  /** What translates documents that cannot be read otherwise, and for whom; null, and by itself: nothing does. */
  translation?: { translator: Translator; by: string } | null;
  progress?: Progress;
  /** Ends the work between two documents; what was added stays, and the same command goes on from there. */
  signal?: AbortSignal;
}

/** Collects every input into a case, then reads and matches what is new. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function addReports(
  store: Store,
  reader: Reader,
  inputs: readonly string[],
  options: AddOptions,
): Promise<Added> {
  const { caseId, progress = silent, signal } = options;
  const added = await collectInto(store, inputs, options);
  added.copies = await linkCopies(store, progress, signal);
  added.refused.push(...(await translateAdded(store, options)));
  added.refused.push(...(await catchUp(store, reader, caseId, progress, signal)));
  return added;
}

/** Translates what cannot be read otherwise, where the user set that; what ends that ends nothing else, and is named. */
async function translateAdded(
  store: Store,
  { caseId, translation, progress, signal }: AddOptions,
): Promise<Refusal[]> {
  if (!translation || signal?.aborted) return [];
  const { translator, by } = translation;
  const ids = await untranslatedIn(store, caseId);
  const { refused, stopped } = await translateDocuments(store, caseId, ids, translator, {
    by,
    signal,
    ...(progress ? { progress } : {}),
  });
  return stopped ? [...refused, { source: translator.model, error: stopped }] : refused;
}

/** Failures of one visit that are kept; a site that is down fails for every page that its feed names. */
const keptFailures = 20;

const failureOf = ({ source, error: { message, todo } }: Refusal): VisitFailure => ({
  source,
  why: message,
  todo,
});

async function collectInto(
  store: Store,
  paths: readonly string[],
  { caseId, nameOf, progress = silent, signal, ...said }: AddOptions,
): Promise<Added> {
  await store.caseById(caseId);
  const added: Added = {
    new: 0,
    known: 0,
    captured: 0,
    changed: 0,
    beside: [],
    incomplete: [],
    guessed: [],
    leftOut: [],
    unread: 0,
    otherLanguages: [],
    copies: 0,
    refused: [],
    skipped: [],
  };
  const visits = { last: (url: string) => store.visit(caseId, url) };
  const total = await countInputs(paths);
  const inputs = new Set<string>();
  const failures = new Map<string, VisitFailure[]>();
  for await (const event of collect(paths, { ...said, visits })) {
    if (signal?.aborted) break;
    // An archive gives many events and is one input.
    if (!inputs.has(event.input))
      progress({ doing: 'collecting', done: inputs.add(event.input).size, total });
    const source = nameOf?.(event.source) ?? event.source;
    const before = added.refused.length;
    await keep(store, { ...event, source }, caseId, added);
    if (!isWebAddress(event.input)) continue;
    const failed = added.refused.slice(before).map(failureOf);
    failures.set(event.input, [...(failures.get(event.input) ?? []), ...failed].slice(0, keptFailures));
    if (event.kind === 'collected' && failed.length === 0)
      await store.recordBrought(caseId, event.input, event.document.id);
  }
  for (const [url, failed] of failures) await store.recordAttempt(caseId, url, failed);
  return added;
}

async function keep(store: Store, event: CollectEvent, caseId: string, added: Added): Promise<void> {
  const { source } = event;
  switch (event.kind) {
    case 'collected':
      return keepDocument(store, event, caseId, added);
    case 'unchanged':
      if (await takeUnchanged(store, event, caseId)) added.captured += 1;
      return;
    case 'known':
      added.known += 1;
      return;
    case 'refused':
      added.refused.push({ source, error: event.error });
      return;
    case 'skipped':
      added.skipped.push({ source, why: event.why });
      return;
    case 'visited':
      return store.recordVisit(caseId, {
        url: source,
        ...event.validators,
        checkedAt: new Date().toISOString(),
        watched: event.given,
        mark: event.mark,
      });
  }
}

async function keepDocument(
  store: Store,
  event: Extract<CollectEvent, { kind: 'collected' }>,
  caseId: string,
  added: Added,
): Promise<void> {
  try {
    const outcome = await takeIn(store, event, caseId);
    if (outcome === 'beside') added.beside.push(await besideOf(store, event));
    else added[outcome] += 1;
  } catch (thrown) {
    // What was taken down is refused like any other input; all else ends the addition.
    if (!(thrown instanceof ProvisoError) || thrown.code !== 'PROVISO_TAKEN_DOWN') throw thrown;
    added.refused.push({ source: event.source, error: thrown });
    return;
  }
  const { source } = event;
  const { id: document, language, incomplete, guessedCharset, account } = event.document;
  if (incomplete) added.incomplete.push({ source, why: incomplete });
  if (guessedCharset) added.guessed.push({ source, charset: guessedCharset });
  if (account && account.share < 1) added.leftOut.push({ source, ...account });
  if (language === null || isReadable({ language })) return;
  added.unread += 1;
  added.otherLanguages.push({ source, document, language });
}

/** The two documents of a page, of which a person has yet to say whether the later replaces the earlier. */
async function besideOf(
  store: Store,
  { source, document: { id } }: Extract<CollectEvent, { kind: 'collected' }>,
): Promise<Added['beside'][number]> {
  const revisions = await store.revisions(id);
  const earlier = revisions.findLast(({ later }) => later === id)?.earlier ?? '';
  return { source, document: id, earlier };
}
