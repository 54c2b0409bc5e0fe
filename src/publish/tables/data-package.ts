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

const field = ({ name, title, type, description }: Column) => ({ name, title, type, description });

const resource = ({ name, title, description, columns, primaryKey, foreignKeys }: Table) => ({
  name,
  title,
  description,
  path: `${name}.csv`,
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n' },
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

const codebook = ({ title, asOf, knownAt }: PackageAbout, tables: readonly Table[]): string =>
  [
    `# ${title}: codebook`,
    `Conduct up to ${asOf}, by what was published up to ${knownAt}. Text that a program would take for a formula (it begins with =, +, -, @, a tab or a return) begins with an apostrophe, which is to be taken off. Empty cells are missing values.`,
    ...tables.flatMap((table) => [
      `## ${table.name}.csv`,
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
export const dataPackage = (about: PackageAbout, tables: readonly Table[]): Map<string, string> => {
  const descriptor = {
    name: about.name,
    title: about.title,
    description: `Findings on the commitments of an agreement, conduct up to ${about.asOf}, by what was published up to ${about.knownAt}. Made by Proviso ${about.version}.`,
    profile: 'tabular-data-package',
    resources: tables.map(resource),
  };
  return new Map([
    ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`],
    ['codebook.md', codebook(about, tables)],
    ...tables.map((table): [string, string] => [`${table.name}.csv`, tableCsv(table, 'name')]),
  ]);
};
