import { parseCase } from '../../agreement/index.ts';
import type { CaseFile } from '../../model/index.ts';
import { archiveDamaged, type ReceivedCase, type Store } from '../../store/index.ts';
import { requireStandard } from '../../weigh/index.ts';
import { withArchive } from './archive-reader.ts';

/**
 * Takes a whole case in from an archive that `exportCase` wrote, all of it or nothing; nothing is read or matched again.
 * @throws ProvisoError PROVISO_ARCHIVE_DAMAGED, PROVISO_ARCHIVE_NEWER, PROVISO_CASE_EXISTS, or as the store does.
 */
export const receiveCase = (
  store: Store,
  path: string,
): Promise<{ file: CaseFile; received: ReceivedCase }> =>
  withArchive(path, async (content) => {
    const file = parseCase(content.source);
    requireStandard(file);
    if (file.id !== content.id) throw archiveDamaged('its case file is of another case');
    return { file, received: await store.receiveCase(content, file) };
  });
