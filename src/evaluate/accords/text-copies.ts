import { CopyIndex, withoutBoilerplate } from '../../collect/index.ts';
import type { CopyLink } from '../../model/index.ts';
import type { CodedReport } from './accord.ts';

const reversed = (id: string, { passages, ...link }: CopyLink): CopyLink => ({
  ...link,
  document: id,
  passages: passages.map(({ here, there }) => ({ here: there, there: here })),
});

/** How the reports stand in each other, found in their texts as a store finds it; what was coded of copies is not looked at. */
export const textCopies = (
  reports: readonly Pick<CodedReport, 'id' | 'publisher' | 'text'>[],
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
