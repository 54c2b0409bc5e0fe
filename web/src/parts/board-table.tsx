import { Link, useNavigate } from '@tanstack/react-router';
import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { Fragment, type ReactNode } from 'react';
import { markOf, standards } from '../../../src/model/marks.ts';
import type { Clocks } from '../api.ts';
import { type BoardAddress, type Column, columns, shownColumns } from '../board-address.ts';
import { type BoardRow, changeRank, hasStatus, standardRank, statusRank } from '../board-rows.ts';
import { dateInWords } from '../dates.ts';
import { captionInWords, deadlineInWords, evidenceMoreInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { CommitmentDetails } from './commitment-details.tsx';
import { Sign } from './sign.tsx';
import { type Axis, Sparkline } from './sparkline.tsx';
import { StatusBadge } from './status-badge.tsx';
import { TableDownloads } from './table-downloads.tsx';

const text = words.board;

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type TableRow = Row<typeof features, BoardRow>;
type Definition = ColumnDef<typeof features, BoardRow, unknown>;

const ascending = (a: TableRow, b: TableRow, id: string): number => {
  const [first, second] = [a.getValue(id), b.getValue(id)];
  return typeof first === 'string' && typeof second === 'string'
    ? first.localeCompare(second)
    : Number(first) - Number(second);
};

/** All words of a line that a person may look for. */
const wordsOf = ({ commitment, partyName, finding }: BoardRow): string =>
  [
    commitment.requires,
    commitment.reference,
    commitment.clause,
    partyName,
    words.statusInText[finding.status],
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();

/** How probable what the status says is; null where it points nowhere, or nothing but verdicts say so. */
const probabilityOf = ({ finding }: BoardRow): number | null => {
  const { tone } = markOf(finding.status);
  if (tone === 'none') return null;
  return (tone === 'disputed' ? finding.breach : finding[tone]).probability;
};

type Sorted = (row: BoardRow) => string | number | undefined;

/** What each column is sorted by; a day that is not known comes last either way. */
const sortedBy: Record<Column, Sorted> = {
  commitment: ({ commitment }) => commitment.requires,
  party: ({ partyName }) => partyName,
  status: ({ finding }) => statusRank(finding.status),
  standard: (row) => standardRank(row.finding.standard) + (probabilityOf(row) ?? 0),
  change: changeRank,
  last: ({ finding }) => finding.lastReport ?? undefined,
  deadline: ({ deadline }) => deadline.day ?? undefined,
  months: ({ finding }) => finding.months.filter(({ status }) => status.endsWith('breach')).length,
};

/** Begin with the greatest: the surest, the newest, the most. */
const greatestFirst: ReadonlySet<Column> = new Set(['standard', 'change', 'last', 'months']);

const passes: Partial<Record<Column, (row: BoardRow, asked: string) => boolean>> = {
  commitment: (row, asked) =>
    asked
      .toLowerCase()
      .split(/\s+/)
      .every((word) => wordsOf(row).includes(word)),
  party: ({ party }, asked) => party === asked,
  status: ({ finding }, asked) => hasStatus(finding.status, asked),
  standard: ({ finding }, asked) => finding.standard === asked,
  change: ({ change }) => change !== null,
};

const definitions: Definition[] = columns.map((id) => ({
  id,
  accessorFn: sortedBy[id],
  sortFn: ascending,
  sortUndefined: 'last',
  sortDescFirst: greatestFirst.has(id),
  filterFn: ({ original }: TableRow, _column: string, asked: string) => passes[id]?.(original, asked) ?? true,
}));

const filtersOf = ({ party, status, standard, changed, text: asked }: BoardAddress) =>
  Object.entries({ commitment: asked?.trim(), party, status, standard, change: changed }).flatMap(
    ([id, value]) => (value ? [{ id, value }] : []),
  );

const sortingOf = ({ sort }: BoardAddress): SortingState =>
  sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];

/** What all lines of a board have in common. */
interface BoardFrame {
  caseId: string;
  clocks: Clocks;
  asOf: string;
  names: Readonly<Record<string, string>>;
  duties: Readonly<Record<string, string>>;
  axis: Axis;
}

/** How far up the standard of proof it is, and how probable. */
const Proof = ({ row }: { row: BoardRow }) => {
  const { standard } = row.finding;
  if (standard === null) return <span className="nothing">{text.none}</span>;
  const probability = probabilityOf(row);
  const name = words.commitment.standardNames[standard];
  return (
    <>
      <span className="steps" role="img" aria-label={name} title={name}>
        {standards.map((each, rung) => (
          <span key={each} className={rung <= standards.indexOf(standard) ? 'reached' : ''} />
        ))}
      </span>
      {probability !== null && words.opinion.percent(probability)}
    </>
  );
};

const Change = ({ row: { change } }: { row: BoardRow }) => {
  if (!change) return <span className="nothing">{text.none}</span>;
  const { before, now, evidence } = change;
  return (
    <>
      {before === undefined ? (
        text.isNew
      ) : (
        <>
          {before !== now && (
            <span className="was" title={text.was(words.statusInText[before])}>
              <Sign status={before} />→<Sign status={now} />
              <span className="unseen">{text.was(words.statusInText[before])}</span>
            </span>
          )}{' '}
        </>
      )}
      {before !== undefined && evidenceMoreInWords(evidence)}
    </>
  );
};

const Months = ({ row: { finding }, axis }: { row: BoardRow; axis: Axis }) =>
  finding.lastReport === null ? (
    <span className="nothing">{text.noReport}</span>
  ) : (
    <Sparkline months={finding.months} axis={axis} due={finding.due} />
  );

const cells: Record<Exclude<Column, 'commitment'>, (row: BoardRow, frame: BoardFrame) => ReactNode> = {
  party: ({ partyName }) => partyName,
  status: ({ finding }) => (
    <>
      <StatusBadge status={finding.status} />
      {finding.late && <span className="late">{words.late}</span>}
      {finding.personal && (
        <span
          className="personal-status"
          title={words.labelled({
            label: words.status[finding.personal.status],
            value: finding.personal.reason,
          })}
        >
          {text.personal} <Sign status={finding.personal.status} />
          <span className="unseen">{words.status[finding.personal.status]}</span>
        </span>
      )}
    </>
  ),
  standard: (row) => <Proof row={row} />,
  change: (row) => <Change row={row} />,
  last: ({ finding }) =>
    finding.lastReport ? dateInWords(finding.lastReport) : <span className="nothing">{text.none}</span>,
  deadline: ({ deadline }) => <span className={`due-${deadline.state}`}>{deadlineInWords(deadline)}</span>,
  months: (row, { axis }) => <Months row={row} axis={axis} />,
};

interface LineProps {
  row: BoardRow;
  frame: BoardFrame;
  shown: readonly Column[];
  isOpen: boolean;
  onToggle: () => void;
}

const Line = ({ row, frame, shown, isOpen, onToggle }: LineProps) => {
  const details = `details-${row.id}`;
  return (
    <>
      <tr data-commitment={row.id} className={isOpen ? 'line line-open' : 'line'}>
        <th scope="row" className="cell-commitment">
          <span>
            <button
              type="button"
              className="unfold"
              aria-expanded={isOpen}
              aria-controls={isOpen ? details : undefined}
              aria-label={text.unfold(row.commitment.requires)}
              onClick={onToggle}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
            </button>
            <Link
              to="/cases/$case/commitments/$commitment"
              params={{ case: frame.caseId, commitment: row.id }}
              title={row.commitment.requires}
            >
              <bdi>{row.commitment.requires}</bdi>
            </Link>
          </span>
        </th>
        {shown.map(
          (column) =>
            column !== 'commitment' && (
              <td key={column} className={`cell-${column}`} data-label={text.columns[column]}>
                {cells[column](row, frame)}
              </td>
            ),
        )}
      </tr>
      {isOpen && (
        <tr className="line-details" id={details}>
          <td colSpan={shown.length}>
            <CommitmentDetails row={row} {...frame} />
          </td>
        </tr>
      )}
    </>
  );
};

interface HeadProps {
  column: Column;
  sorting: SortingState;
  onSort: () => void;
  note?: ReactNode;
}

const Head = ({ column, sorting: [sorted], onSort, note }: HeadProps) => {
  const isSorted = sorted?.id === column;
  const order = sorted?.desc ? 'descending' : 'ascending';
  return (
    <th scope="col" className={`cell-${column}`} aria-sort={isSorted ? order : undefined}>
      <button type="button" onClick={onSort}>
        {text.columns[column]}
        <span aria-hidden="true">{isSorted ? (sorted?.desc ? ' ↓' : ' ↑') : ''}</span>
      </button>
      {note}
    </th>
  );
};

const Ends = ({ axis: { first, last } }: { axis: Axis }) => (
  <span className="axis-ends">
    <span>{first.slice(0, 4)}</span>
    <span>{last.slice(0, 4)}</span>
  </span>
);

interface BoardTableProps {
  rows: BoardRow[];
  frame: BoardFrame;
  address: BoardAddress;
}

/** The lines that are shown together: of one party, or all of them. */
const sectionsOf = (rows: readonly BoardRow[], isGrouped: boolean): (readonly BoardRow[])[] =>
  isGrouped
    ? [...new Map(rows.map(({ party }) => [party, rows.filter((row) => row.party === party)])).values()]
    : [rows];

/** The commitments as a table: one a line, what is filtered and sorted by as the address has it. */
export const BoardTable = ({ rows, frame, address }: BoardTableProps) => {
  const navigate = useNavigate();
  const set = (change: BoardAddress) =>
    navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
  const shown = shownColumns(address);
  const sorting = sortingOf(address);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: ({ id }) => id,
    enableMultiSort: false,
    state: {
      sorting,
      columnFilters: filtersOf(address),
      columnVisibility: Object.fromEntries(columns.map((column) => [column, shown.includes(column)])),
    },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      set({ sort: next && `${next.desc ? '-' : ''}${next.id}` });
    },
  });
  const open = new Set(address.open?.split(','));
  const toggle = (id: string) => {
    if (!open.delete(id)) open.add(id);
    set({ open: [...open].join(',') || undefined });
  };
  const found = table.getRowModel().rows.map(({ original }) => original);
  const sections = sectionsOf(found, address.grouped !== 'no');
  return (
    <div className={rows.length > 22 ? 'board-table board-dense' : 'board-table'}>
      <table>
        <caption className="unseen">{captionInWords(found.length, rows.length)}</caption>
        <thead>
          <tr>
            {table.getVisibleLeafColumns().map((column) => (
              <Head
                key={column.id}
                column={column.id as Column}
                sorting={sorting}
                onSort={() => column.toggleSorting()}
                note={column.id === 'months' && <Ends axis={frame.axis} />}
              />
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section[0]?.party ?? ''}>
            {address.grouped !== 'no' && (
              <tr className="group">
                <th scope="rowgroup" colSpan={shown.length}>
                  {section[0]?.partyName} <span className="facts">{text.owes(section.length)}</span>
                </th>
              </tr>
            )}
            {section.map((row) => (
              <Fragment key={row.id}>
                <Line
                  row={row}
                  frame={frame}
                  shown={shown}
                  isOpen={open.has(row.id)}
                  onToggle={() => toggle(row.id)}
                />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
      {found.length === 0 ? (
        <p className="empty">{text.noMatch}</p>
      ) : (
        <p>
          <TableDownloads
            caseId={frame.caseId}
            table="commitments"
            filter={{ ...frame.clocks, commitment: sections.flat().map(({ id }) => id) }}
          />
        </p>
      )}
    </div>
  );
};
