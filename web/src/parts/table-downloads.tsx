import { casePath } from '../api.ts';
import { words } from '../words.ts';

interface TableDownloadsProps {
  caseId: string;
  table: 'commitments' | 'months' | 'evidence' | 'origins' | 'events' | 'documents';
  /** The parameters of the page, so that the file holds what it shows. */
  filter?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The address of a file of a case, with its parameters. */
export const fileAddress = (
  path: string,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): string => {
  const given = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values ?? []].flat()) if (value) given.append(name, value);
  return `${path}?${given}`;
};

/** A table as files: CSV and Excel, with the rows that the page shows. */
export const TableDownloads = ({ caseId, table, filter = {} }: TableDownloadsProps) => (
  <span className="downloads">
    {(['csv', 'xlsx'] as const).map((format) => (
      <a
        key={format}
        className="small button"
        download
        href={fileAddress(casePath(caseId, 'tables', table), { ...filter, format })}
        aria-label={words.report.tableAs({
          table: words.report.tables[table],
          format: words.report.tableFormats[format],
        })}
      >
        {words.report.tableFormats[format]}
      </a>
    ))}
  </span>
);
