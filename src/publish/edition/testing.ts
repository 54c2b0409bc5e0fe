import type { CaseFile, Decision, Edition } from '../../model/index.ts';
import { passReport } from '../report/testing.ts';
import { changesSince } from './changes.ts';
import type { EditionContent } from './content.ts';
import type { EditionSource } from './source.ts';

/** For tests: what an edition of the case of the pass is made of, with these words in its reports. */
export const passSource = (
  words?: readonly string[],
  {
    publication = {
      by: 'Pass Watch',
      about: 'Three schools.',
      contact: 'desk@example.org',
      address: 'https://example.org/pass',
      secondPerson: false,
    },
    ...more
  }: Partial<EditionSource> & { publication?: CaseFile['publication'] | null; title?: string } = {},
): EditionSource => {
  const { only: _, ...report } = passReport(words, more.title);
  return {
    ...report,
    file: { ...report.file, ...(publication ? { publication } : {}) },
    people: [],
    places: [],
    decisions: [],
    ...more,
  };
};

/** For tests: a choice on a line of the review. */
export const chosen = (
  subject: string,
  value: Extract<Decision, { kind: 'publication' }>['value'],
  reason = '',
): Decision => ({
  id: '00000000-0000-4000-8000-000000000000',
  caseId: 'pass',
  kind: 'publication',
  subject,
  value,
  reason,
  by: 'A. Monitor',
  at: '2030-07-01T00:00:00.000Z',
});

/** For tests: content as the first edition. */
export const firstEdition = (content: EditionContent): Edition => ({
  ...content,
  number: 1,
  day: '2030-07-01',
  correction: null,
  changes: changesSince(null, content),
});
