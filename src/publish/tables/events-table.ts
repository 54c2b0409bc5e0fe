import type { CaseFile, EventLine } from '../../model/index.ts';
import { type ColumnOf, column, type Table, tableOf } from './table.ts';

type Event = EventLine & { requires: string };

const columns: readonly ColumnOf<Event>[] = [
  column('from', 'From', 'date', 'First day of when it happened; empty when unknown.', ({ from }) => from),
  column('to', 'To', 'date', 'Last day; empty when unknown.', ({ to }) => to),
  column(
    'bearing',
    'Bears on',
    'string',
    'breach or performance: what the conduct means if it took place.',
    ({ bearing }) => bearing,
  ),
  column('stance', 'Stance', 'string', 'affirms or denies that it took place.', ({ stance }) => stance),
  column(
    'commitment',
    'Commitment id',
    'string',
    'Id of the commitment in the case.',
    ({ commitment }) => commitment,
  ),
  column('requires', 'Commitment', 'string', 'The duty in one sentence.', ({ requires }) => requires),
  column('words', 'Words', 'string', 'The words of the document.', ({ words }) => words),
  column(
    'document',
    'Document id',
    'string',
    'First 16 hexadecimal digits of the SHA-256 of its bytes.',
    ({ document }) => document,
  ),
  column('title', 'Document', 'string', 'Its title.', ({ title }) => title),
  column(
    'place',
    'Place',
    'string',
    'Where it is said to have happened; empty when unknown.',
    ({ place }) => place?.name ?? null,
  ),
];

/** Events as timeline and map list them, in their order. */
export const eventsTable = ({ commitments }: CaseFile, events: readonly EventLine[]): Table => {
  const duties = new Map(commitments.map(({ id, requires }) => [id, requires]));
  return tableOf(
    {
      name: 'events',
      title: 'Events',
      description: 'A row for each sentence that tells of conduct, by when it happened.',
      primaryKey: [],
      foreignKeys: [
        { field: 'commitment', table: 'commitments' },
        { field: 'document', table: 'documents' },
      ],
    },
    columns,
    events.map((event) => ({ ...event, requires: duties.get(event.commitment) ?? '' })),
  );
};
