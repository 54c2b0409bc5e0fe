import { jsonText } from '../json-text.ts';
import { tableCsv } from './csv.ts';
import type { Column, Table } from './table.ts';

/** What a data package says of itself. */
export interface PackageAbout {
  /** Id of the case. */
  name: string;
  title: string;
  asOf: string;
  knownAt: string;
  version: string;
}

/** How the tables of a package are written. */
interface TableForm {
  ending: string;
  /** What the descriptor says of each file beside its table. */
  described: object;
  profile: string;
  /** What the codebook says of all of them. */
  note: string;
  write(table: Table): Promise<string | Uint8Array>;
}

const forms = {
  csv: {
    ending: 'csv',
    described: {
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n' },
    },
    profile: 'tabular-data-package',
    note: 'Text that a program would take for a formula (it begins with =, +, -, @, a tab or a return) begins with an apostrophe, which is to be taken off. Empty cells are missing values.',
    write: async (table) => tableCsv(table, 'name'),
  },
  parquet: {
    ending: 'parquet',
    described: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
    profile: 'data-package',
    note: 'Text stands as it is; nulls are missing values. A month is text, YYYY-MM.',
    write: async (table) => (await import('./parquet.ts')).tableParquet(table),
  },
} as const satisfies Record<string, TableForm>;

export type PackageForm = keyof typeof forms;

const field = ({ name, title, type, description }: Column) => ({ name, title, type, description });

const resource = (
  { name, title, description, columns, primaryKey, foreignKeys }: Table,
  { ending, described }: TableForm,
) => ({
  name,
  title,
  description,
  path: `${name}.${ending}`,
  ...described,
  schema: {
    fields: columns.map(field),
    missingValues: [''],
    ...(primaryKey.length > 0 ? { primaryKey } : {}),
    ...(foreignKeys.length > 0
      ? {
          foreignKeys: foreignKeys.map(({ field: fields, table }) => ({
            fields,
            reference: { resource: table, fields },
          })),
        }
      : {}),
  },
});

const codebook = (
  { title, asOf, knownAt }: PackageAbout,
  tables: readonly Table[],
  { ending, note }: TableForm,
): string =>
  [
    `# ${title}: codebook`,
    `Conduct up to ${asOf}, by what was published up to ${knownAt}. ${note}`,
    ...tables.flatMap((table) => [
      `## ${table.name}.${ending}`,
      `${table.description} ${table.rows.length} rows.`,
      [
        '| column | type | meaning |',
        '|---|---|---|',
        ...table.columns.map(({ name, type, description }) => `| \`${name}\` | ${type} | ${description} |`),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');

/** A tidy data package (Frictionless): its files by their names, with a schema of each table and a codebook. */
export const dataPackage = async (
  about: PackageAbout,
  tables: readonly Table[],
  form: PackageForm = 'csv',
): Promise<Map<string, string | Uint8Array>> => {
  const written: TableForm = forms[form];
  const descriptor = {
    name: about.name,
    title: about.title,
    description: `Findings on the commitments of an agreement, conduct up to ${about.asOf}, by what was published up to ${about.knownAt}. Made by Proviso ${about.version}.`,
    profile: written.profile,
    resources: tables.map((table) => resource(table, written)),
  };
  const files = tables.map(
    async (table) => [`${table.name}.${written.ending}`, await written.write(table)] as const,
  );
  return new Map<string, string | Uint8Array>([
    ['datapackage.json', `${jsonText(descriptor, 1)}\n`],
    ['codebook.md', codebook(about, tables, written)],
    ...(await Promise.all(files)),
  ]);
};
