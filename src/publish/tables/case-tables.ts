import type { CaseFile, Document, Finding, ListedDocument, Month } from '../../model/index.ts';
import { type CaseMaterial, type Found, foundIn, foundOf } from '../found.ts';
import { creditorNames, debtorNames, suggestedIn } from '../in-words.ts';
import { type ColumnOf, column, type Table, tableOf } from './table.ts';

/** Which rows of a table are asked for; what is absent does not matter. */
export interface RowFilter {
  /** Ids, in the order of their rows. */
  commitments?: readonly string[] | undefined;
  bearing?: Finding['evidence'][number]['bearing'] | undefined;
  role?: Finding['evidence'][number]['role'] | undefined;
}

/** A row, with the case for the names of its bodies. */
interface Row extends Found {
  file: CaseFile;
}

type Of<Item> = Row & { item: Item };

/** The commitments that are asked for, in that order; all of the case in its own without. */
const rowsOf = (material: CaseMaterial, { commitments: asked }: RowFilter): Row[] =>
  (asked ? foundOf(material, asked) : foundIn(material)).map((found) => ({ file: material.file, ...found }));

const itemsOf = <Item>(found: readonly Row[], itemsIn: (finding: Finding) => readonly Item[]): Of<Item>[] =>
  found.flatMap((each) => itemsIn(each.finding).map((item) => ({ ...each, item })));

const nameOfBody = ({ parties, actors }: CaseFile, id: string): string =>
  [...parties, ...actors].find((body) => body.id === id)?.name ?? id;

const commitmentColumn: ColumnOf<Row> = column(
  'commitment',
  'Commitment id',
  'string',
  'Id of the commitment in the case.',
  ({ commitment }) => commitment.id,
);

const commitmentColumns: readonly ColumnOf<Row>[] = [
  commitmentColumn,
  column(
    'reference',
    'Paragraph',
    'string',
    'The paragraph of the agreement.',
    ({ commitment }) => commitment.reference ?? null,
  ),
  column(
    'requires',
    'Commitment',
    'string',
    'The duty in one sentence.',
    ({ commitment }) => commitment.requires,
  ),
  column('kind', 'Kind', 'string', 'obligation or prohibition.', ({ commitment }) => commitment.kind),
  column('debtor', 'Owed by', 'string', 'Who owes it, by name.', ({ file, commitment }) =>
    debtorNames(file, commitment),
  ),
  column('creditor', 'Owed to', 'string', 'To whom it is owed, by name.', ({ file, commitment }) =>
    creditorNames(file, commitment),
  ),
  column('opens', 'From', 'date', 'First day of its window.', ({ finding }) => finding.opens),
  column(
    'due',
    'Due',
    'date',
    'Last day of its window; empty when it never closes or is not known yet.',
    ({ finding }) => finding.due,
  ),
  column(
    'status',
    'Finding',
    'string',
    'The finding from the evidence, on the clocks of the table.',
    ({ finding }) => finding.status,
  ),
  column('late', 'Late', 'boolean', 'Whether performance came after its day.', ({ finding }) => finding.late),
  column(
    'level',
    'Level (Peace Accords Matrix)',
    'integer',
    '0 not initiated, 1 minimal, 2 intermediate, 3 full; empty for prohibitions and without information.',
    ({ finding }) => finding.pam,
  ),
  column(
    'personal_status',
    'A person’s finding',
    'string',
    'The finding that a person set beside the computed one.',
    ({ finding }) => finding.personal?.status ?? null,
  ),
  column('personal_by', 'Set by', 'string', 'Who set it.', ({ finding }) => finding.personal?.by ?? null),
  column(
    'personal_reason',
    'Reason',
    'string',
    'Why, in their words.',
    ({ finding }) => finding.personal?.reason ?? null,
  ),
  column(
    'breach_probability',
    'Probability of breach',
    'number',
    'Of subjective logic, 0 to 1; empty without evidence.',
    ({ finding }) => finding.breach.probability,
  ),
  column(
    'breach_uncertainty',
    'Uncertainty of breach',
    'number',
    'How much of it is not known, 0 to 1.',
    ({ finding }) => finding.breach.uncertainty,
  ),
  column(
    'performance_probability',
    'Probability of performance',
    'number',
    'Of subjective logic, 0 to 1; empty without evidence.',
    ({ finding }) => finding.performance.probability,
  ),
  column(
    'performance_uncertainty',
    'Uncertainty of performance',
    'number',
    'How much of it is not known, 0 to 1.',
    ({ finding }) => finding.performance.uncertainty,
  ),
  column(
    'origins',
    'Origins',
    'integer',
    'Independent origins whose word counts.',
    ({ finding }) => finding.origins.filter(({ bearing }) => bearing !== 'context').length,
  ),
  column(
    'evidence',
    'Evidence that counts',
    'integer',
    'Sentences that count.',
    ({ finding }) => finding.evidence.filter(({ role }) => role === 'counts').length,
  ),
  column(
    'suggestions',
    'Suggestions',
    'integer',
    'Sentences that do not count until a person accepts them.',
    ({ finding }) => suggestedIn(finding).length,
  ),
  column(
    'replies',
    'Replies',
    'integer',
    'Replies of whoever owes it.',
    ({ finding }) => finding.replies.length,
  ),
];

export const commitmentsTable = (material: CaseMaterial, filter: RowFilter = {}): Table =>
  tableOf(
    {
      name: 'commitments',
      title: 'Commitments',
      description: 'A row a commitment, with the finding on it.',
      primaryKey: ['commitment'],
      foreignKeys: [],
    },
    commitmentColumns,
    rowsOf(material, filter),
  );

const monthColumns: readonly ColumnOf<Of<Month>>[] = [
  commitmentColumn,
  column(
    'month',
    'Month',
    'yearmonth',
    'Month, from the opening of the window to the cut-off day.',
    ({ item }) => item.month,
  ),
  column('status', 'Finding', 'string', 'The finding of that month alone.', ({ item }) => item.status),
];

export const monthsTable = (material: CaseMaterial, filter: RowFilter = {}): Table =>
  tableOf(
    {
      name: 'months',
      title: 'Months',
      description: 'A row for each commitment and month.',
      primaryKey: ['commitment', 'month'],
      foreignKeys: [{ field: 'commitment', table: 'commitments' }],
    },
    monthColumns,
    itemsOf(rowsOf(material, filter), ({ months }) => months),
  );

type Evidence = Finding['evidence'][number];

const evidenceColumns: readonly ColumnOf<Of<Evidence>>[] = [
  column('evidence', 'Evidence id', 'string', 'Id of the evidence.', ({ item }) => item.id),
  commitmentColumn,
  column(
    'document',
    'Document id',
    'string',
    'First 16 hexadecimal digits of the SHA-256 of the document’s bytes.',
    ({ item }) => item.document,
  ),
  column(
    'words',
    'Words',
    'string',
    'The words of the document; those that a program would take for a formula begin with an apostrophe.',
    ({ item }) => item.words,
  ),
  column(
    'start',
    'Start',
    'integer',
    'Where the words begin in the document’s text, in UTF-16 code units.',
    ({ item }) => item.span[0],
  ),
  column('end', 'End', 'integer', 'Where they end.', ({ item }) => item.span[1]),
  column(
    'bearing',
    'Bears on',
    'string',
    'breach or performance: what the conduct means if it took place.',
    ({ item }) => item.bearing,
  ),
  column('stance', 'Stance', 'string', 'affirms or denies that it took place.', ({ item }) => item.stance),
  column(
    'role',
    'Role',
    'string',
    'counts, context, assessment, suggested or left out.',
    ({ item }) => item.role,
  ),
  column(
    'verdict',
    'Verdict',
    'string',
    'proposed by the software; accepted or rejected by a person.',
    ({ item }) => item.verdict,
  ),
  column(
    'probability',
    'Probability that it bears so',
    'number',
    'Calibrated, 0 to 1; empty for verdicts of others and for what a person placed.',
    ({ item }) => item.probability,
  ),
  column(
    'origin',
    'Origin id',
    'string',
    'Whose knowledge it goes back to; empty for what is left out.',
    ({ item }) => item.origin,
  ),
  column('told_by', 'Told by', 'string', 'Who tells it, outermost first.', ({ item }) =>
    item.chain.join(' ← '),
  ),
];

export const evidenceTable = (material: CaseMaterial, filter: RowFilter = {}): Table =>
  tableOf(
    {
      name: 'evidence',
      title: 'Evidence',
      description: 'A row for each sentence and commitment that it bears on.',
      primaryKey: [],
      foreignKeys: [
        { field: 'commitment', table: 'commitments' },
        { field: 'document', table: 'documents' },
      ],
    },
    evidenceColumns,
    itemsOf(rowsOf(material, filter), ({ evidence }) => evidence).filter(
      ({ item }) =>
        (!filter.bearing || item.bearing === filter.bearing) && (!filter.role || item.role === filter.role),
    ),
  );

type Origin = Finding['origins'][number];

const originColumns: readonly ColumnOf<Of<Origin>>[] = [
  commitmentColumn,
  column('origin', 'Origin id', 'string', 'Id of the origin.', ({ item }) => item.id),
  column('name', 'Origin', 'string', 'Its name.', ({ item }) => item.name),
  column(
    'camp',
    'Camp',
    'string',
    'The party or state that it belongs to; empty for none.',
    ({ file, item }) => (item.camp === 'other' ? null : nameOfBody(file, item.camp)),
  ),
  column(
    'grade',
    'Grade',
    'string',
    'Admiralty grade, A to F; empty when nobody has graded it.',
    ({ item }) => item.grade,
  ),
  column('bearing', 'Bears on', 'string', 'breach, performance or context.', ({ item }) => item.bearing),
  column('stance', 'Stance', 'string', 'affirms or denies what it bears on.', ({ item }) => item.stance),
  column(
    'adds',
    'Adds',
    'number',
    'By how much the probability of its bearing falls when it is left out.',
    ({ item }) => item.adds,
  ),
  column(
    'documents',
    'Documents',
    'integer',
    'How many documents tell its word.',
    ({ item }) => item.documents.length,
  ),
  column('claims', 'Claims', 'integer', 'How many claims go back to it.', ({ item }) => item.claims.length),
];

export const originsTable = (material: CaseMaterial, filter: RowFilter = {}): Table =>
  tableOf(
    {
      name: 'origins',
      title: 'Origins',
      description: 'A row for each commitment and origin whose word bears on it.',
      primaryKey: [],
      foreignKeys: [{ field: 'commitment', table: 'commitments' }],
    },
    originColumns,
    itemsOf(rowsOf(material, filter), ({ origins }) => origins),
  );

type Listed = Pick<ListedDocument, 'id' | 'title' | 'publisher' | 'published' | 'url' | 'kind' | 'language'>;

const documentColumns = (kept: ReadonlyMap<string, Document>): readonly ColumnOf<Listed>[] => [
  column(
    'document',
    'Document id',
    'string',
    'First 16 hexadecimal digits of the SHA-256 of its bytes.',
    ({ id }) => id,
  ),
  column(
    'published',
    'Published',
    'string',
    'Day, month or year (EDTF); empty when unknown.',
    ({ published }) => published,
  ),
  column('title', 'Document', 'string', 'Its title.', ({ title }) => title),
  column('publisher', 'Publisher', 'string', 'Who put it out.', ({ publisher }) => publisher),
  column('address', 'Address', 'string', 'Where it was.', ({ url }) => url),
  column(
    'kind',
    'Kind',
    'string',
    'original, or digest: a summary of ours and not the outlet’s words.',
    ({ kind }) => kind,
  ),
  column(
    'language',
    'Language',
    'string',
    'As detected (BCP 47); `und` is another than English.',
    ({ language }) => language,
  ),
  column(
    'sha256',
    'SHA-256',
    'string',
    'Of its bytes; empty for a text that a later one replaced.',
    ({ id }) => kept.get(id)?.sha256 ?? null,
  ),
];

/** Documents as they are listed; `kept` are those that the case weighs. */
export const documentsTable = (listed: readonly Listed[], kept: ReadonlyMap<string, Document>): Table =>
  tableOf(
    {
      name: 'documents',
      title: 'Documents',
      description: 'A row a document.',
      primaryKey: ['document'],
      foreignKeys: [],
    },
    documentColumns(kept),
    listed,
  );
