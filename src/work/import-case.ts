import { parseCase } from '../agreement/index.ts';
import type { CaseFile } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { requireStandard } from '../weigh/index.ts';

/**
 * Checks a case file wholly, then keeps it. `seen`: the version that was edited; none where it does not matter.
 * @throws ProvisoError PROVISO_CASE_… or PROVISO_EDIT_CONFLICT; then the store is as it was.
 */
export async function importCase(
  store: Store,
  source: string,
  seen?: string,
): Promise<{ file: CaseFile; outcome: 'new' | 'replaced' | 'unchanged' }> {
  const file = parseCase(source);
  requireStandard(file);
  return { file, outcome: await store.putCase(file, source, seen) };
}
