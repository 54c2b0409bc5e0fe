import { userInfo } from 'node:os';
import { type CollectEvent, changesBetween, haveInCommon } from '../collect/index.ts';
import { type Document, isWebAddress, originalText } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { toolName } from './version.ts';

/**
 * What became of something taken in: `captured` is a page seen again, `changed` one that has another text now, `beside`
 * one whose text has nothing in common with the one before, so that both stand until a person has looked.
 */
export type Outcome = 'new' | 'known' | 'captured' | 'changed' | 'beside';

type Taken = Extract<CollectEvent, { kind: 'collected' | 'unchanged' }>;

/** Who takes it in, whence, when and with what. */
const custody = ({ source, taken }: Taken) => ({
  source,
  collectedAt: new Date().toISOString(),
  collector: userInfo().username,
  tool: toolName,
  ...taken,
});

/**
 * Keeps what was collected. A page taken again is another capture of the document that it was, unless its text is
 * another one: then it is a document of its own, which replaces the earlier one, with what changed.
 */
export async function takeIn(
  store: Store,
  event: Extract<CollectEvent, { kind: 'collected' }>,
  caseId: string,
): Promise<Outcome> {
  const { source, document, bytes } = event;
  const capture = custody(event);
  const earlier = isWebAddress(source) ? await store.documentFrom(source) : null;
  if (!earlier || earlier.id === document.id) {
    const outcome = await store.addDocument(event, capture, caseId);
    return earlier && capture.fetched ? 'captured' : outcome;
  }
  const before = originalText(earlier);
  if (before === document.text) {
    await store.addCapture(earlier.id, bytes, capture, caseId);
    return 'captured';
  }
  const changes = changesBetween(before, document.text);
  const standing = haveInCommon(before, document.text) ? 'replaces' : 'waiting';
  if (standing === 'waiting' && (await isBack(store, event, earlier, caseId))) return 'captured';
  const known = { ...event, document: asPutRight(document, earlier, standing) };
  await store.addDocument(known, capture, caseId, { earlier: earlier.id, changes, standing });
  return standing === 'waiting' ? 'beside' : 'changed';
}

/** The page has the text again that it had before a passing other one: that one keeps standing beside it. */
async function isBack(
  store: Store,
  event: Extract<CollectEvent, { kind: 'collected' }>,
  between: Document,
  caseId: string,
): Promise<boolean> {
  for (const { later, earlier, standing } of await store.revisions(between.id)) {
    if (later !== between.id || standing === 'replaces') continue;
    const before = await store.document(earlier);
    if (!before || originalText(before) !== event.document.text) continue;
    await store.addCapture(before.id, event.bytes, custody(event), caseId);
    return true;
  }
  return false;
}

/** What a person put right on a page's text before holds for the next; so does who puts the page out, if it does not say. */
function asPutRight(document: Document, earlier: Document, standing: 'replaces' | 'waiting'): Document {
  const { publisher, publisherFrom, published, publishedFrom, title, titleFrom } = earlier;
  const isSilent = document.publisher === null || document.publisherFrom?.source === 'address';
  const bySame = publisherFrom?.source === 'person' || (isSilent && publisher !== null);
  const isSame = standing === 'replaces';
  return {
    ...document,
    ...(bySame ? { publisher, publisherFrom } : {}),
    ...(isSame && publishedFrom?.source === 'person' ? { published, publishedFrom } : {}),
    ...(isSame && titleFrom?.source === 'person' ? { title, titleFrom } : {}),
  };
}

/** Keeps that an address was found unchanged; false when nothing was ever taken from it, as with a feed. */
export const takeUnchanged = async (
  store: Store,
  event: Extract<CollectEvent, { kind: 'unchanged' }>,
  caseId: string,
): Promise<boolean> => (await store.addUnchanged(custody(event), caseId)) !== null;
