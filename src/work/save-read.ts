import type { Reading } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { emit } from './observed.ts';

/** Keeps a reading, and tells those who count them. */
export async function saveRead(store: Store, id: string, reading: Reading): Promise<void> {
  await store.saveReading(id, reading);
  emit('reading', { outcome: reading.unreadable === undefined ? 'read' : 'unreadable' });
}
