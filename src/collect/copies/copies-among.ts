import type { CopyLink, Document } from '../../model/index.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { CopyIndex } from './copy-index.ts';

const reversed = (id: string, { passages, ...link }: CopyLink): CopyLink => ({
  ...link,
  document: id,
  passages: passages.map(({ here, there }) => ({ here: there, there: here })),
});

/** How texts in memory stand in each other, found as a store finds it. */
export const copiesAmong = (
  reports: readonly Pick<Document, 'id' | 'publisher' | 'text'>[],
): Map<string, CopyLink[]> => {
  const index = new CopyIndex();
  const links = new Map<string, CopyLink[]>(reports.map(({ id }) => [id, []]));
  for (const { id, text } of reports)
    for (const link of index.add(id, text)) {
      links.get(id)?.push(link);
      links.get(link.document)?.push(reversed(id, link));
    }
  return withoutBoilerplate(links, new Map(reports.map((report) => [report.id, report])));
};
