import { ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';

/**
 * Removes a case with all that people decided in it; its documents stay in the store. Whoever asks says its title, so that no
 * slip of the hand removes another one. @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_TITLE_OTHER.
 */
export async function deleteCase(
  store: Store,
  id: string,
  { title, by }: { title: string; by: string },
): Promise<{ title: string; documents: number; decisions: number }> {
  const { file } = await store.caseById(id);
  if (file.title.trim() !== title.trim())
    throw new ProvisoError(
      'PROVISO_TITLE_OTHER',
      `The case is called “${file.title}”, not “${title}”.`,
      'Give its title as it stands there, if it is the one to delete.',
    );
  return store.removeCase(id, by);
}
