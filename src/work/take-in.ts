import { userInfo } from 'node:os';
import { type CollectEvent, changesBetween, isWebAddress } from '../collect/index.ts';
import type { Store } from '../store/index.ts';
import { toolName } from './version.ts';

/** What became of something taken in: `captured` is a page seen again, `changed` one that has another text now. */
export type Outcome = 'new' | 'known' | 'captured' | 'changed';

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
  if (earlier.text === document.text) {
    await store.addCapture(earlier.id, bytes, capture, caseId);
    return 'captured';
  }
  const changes = changesBetween(earlier.text, document.text);
  await store.addDocument(event, capture, caseId, { earlier: earlier.id, changes });
  return 'changed';
}

/** Keeps that an address was found unchanged; false when nothing was ever taken from it, as with a feed. */
export const takeUnchanged = async (
  store: Store,
  event: Extract<CollectEvent, { kind: 'unchanged' }>,
  caseId: string,
): Promise<boolean> => (await store.addUnchanged(custody(event), caseId)) !== null;
