import type { CaseFile, Finding } from '../../model/index.ts';
import { type ColumnOf, column, type Table, tableOf } from './table.ts';

/** The findings as they stood at the end of a year, or on the cut-off day in it. */
export interface YearOfFindings {
  year: number;
  findings: readonly Pick<Finding, 'id' | 'pam'>[];
}

interface Row {
  year: number;
  commitment: CaseFile['commitments'][number];
  level: number | null;
}

const columns = (accord: string): readonly ColumnOf<Row>[] => [
  column('accord', 'accord', 'string', 'Title of the agreement.', () => accord),
  column('year', 'year', 'integer', 'Year, at the end of which the level stood so.', ({ year }) => year),
  column(
    'provision',
    'provision',
    'string',
    'The paragraph of the agreement, or what it requires where it has none.',
    ({ commitment: { reference, requires } }) => reference ?? requires,
  ),
  column(
    'level',
    'level',
    'integer',
    '0 not initiated, 1 minimal, 2 intermediate, 3 full; empty where it is not coded.',
    ({ level }) => level,
  ),
  column(
    'commitment',
    'commitment',
    'string',
    'Id of the commitment in the case.',
    ({ commitment }) => commitment.id,
  ),
  column(
    'requires',
    'requires',
    'string',
    'The duty in one sentence.',
    ({ commitment }) => commitment.requires,
  ),
];

/** A coding sheet as the Peace Accords Matrix keeps it: accord, year, provision, level of implementation 0 to 3. */
export const pamSheet = ({ title, commitments }: CaseFile, years: readonly YearOfFindings[]): Table =>
  tableOf(
    {
      name: 'pam',
      title: 'Levels of implementation',
      description: 'A row for each provision and year.',
      primaryKey: ['commitment', 'year'],
      foreignKeys: [],
    },
    columns(title),
    years.flatMap(({ year, findings }) =>
      commitments.map((commitment) => ({
        year,
        commitment,
        level: findings.find(({ id }) => id === commitment.id)?.pam ?? null,
      })),
    ),
  );
