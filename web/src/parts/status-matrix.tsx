import { Link } from '@tanstack/react-router';
import type { Bearing, Status } from '../../../src/model/index.ts';
import { everyStatus, markOf, standards } from '../../../src/model/marks.ts';
import { type BoardAddress, noFilter } from '../board-address.ts';
import type { MatrixRow } from '../board-rows.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

const text = words.matrix;

interface FilterLinkProps {
  label: string;
  filter: Partial<BoardAddress>;
  isOn: boolean;
  children: React.ReactNode;
}

/** Shows those rows alone; pressed again, all. */
const FilterLink = ({ label, filter, isOn, children }: FilterLinkProps) => (
  <Link
    to="."
    search={(before: object) => ({ ...before, ...noFilter, ...(isOn ? {} : filter) })}
    replace
    resetScroll={false}
    aria-label={label}
    title={label}
    className={isOn ? 'filter-on' : undefined}
    aria-current={isOn || undefined}
  >
    {children}
  </Link>
);

const Count = ({ row, status, address }: { row: MatrixRow; status: Status; address: BoardAddress }) => {
  const n = row.counts[status] ?? 0;
  const { tone, level } = markOf(status);
  if (n === 0) return <td className="matrix-none">·</td>;
  return (
    <td className={`matrix-count tone-${tone} level-${level}`}>
      <FilterLink
        label={text.cell({ party: row.name, status: words.statusInText[status], n })}
        filter={{ party: row.party, status }}
        isOn={address.party === row.party && address.status === status}
      >
        {n}
      </FilterLink>
    </td>
  );
};

const groups: readonly { name: Bearing | null; statuses: readonly Status[] }[] = [
  { name: 'breach', statuses: everyStatus.filter((status) => markOf(status).tone === 'breach') },
  { name: null, statuses: ['disputed'] },
  {
    name: 'performance',
    statuses: everyStatus.filter((status) => markOf(status).tone === 'performance'),
  },
  { name: null, statuses: everyStatus.filter((status) => markOf(status).tone === 'none') },
];

/** A status under the heading of its group: how sure, where it points one way. */
const headOf = (status: Status): string => {
  const { tone, level } = markOf(status);
  const standard = tone === 'breach' || tone === 'performance' ? standards[level - 1] : undefined;
  return standard ? words.commitment.standardNames[standard] : words.status[status];
};

interface StatusMatrixProps {
  matrix: readonly MatrixRow[];
  address: BoardAddress;
}

/** Who stands where, in numbers: the summary of the board. A press on one shows those rows. */
export const StatusMatrix = ({ matrix, address }: StatusMatrixProps) => (
  <table className="matrix">
    <caption className="unseen">{text.caption}</caption>
    <colgroup />
    {groups.map(({ statuses }) => (
      <colgroup key={statuses.join()} span={statuses.length} />
    ))}
    <colgroup />
    <thead>
      <tr className="matrix-groups">
        <td />
        {groups.map(({ name, statuses }) =>
          name ? (
            <th key={name} scope="colgroup" colSpan={statuses.length}>
              {words.opinion.name[name]}
            </th>
          ) : (
            statuses.map((status) => <td key={status} />)
          ),
        )}
        <td />
      </tr>
      <tr>
        <td />
        {groups.flatMap(({ statuses }) =>
          statuses.map((status) => (
            <th key={status} scope="col" className={`tone-${markOf(status).tone}`}>
              <FilterLink
                label={text.column(words.statusInText[status])}
                filter={{ status }}
                isOn={address.status === status && !address.party}
              >
                <Sign status={status} />
                <span className="matrix-word">{headOf(status)}</span>
              </FilterLink>
            </th>
          )),
        )}
        <th scope="col">{text.all}</th>
      </tr>
    </thead>
    <tbody>
      {matrix.map((row) => (
        <tr key={row.party}>
          <th scope="row">
            <FilterLink
              label={text.row(row.name)}
              filter={{ party: row.party }}
              isOn={address.party === row.party && !address.status}
            >
              {row.name}
            </FilterLink>
          </th>
          {groups.flatMap(({ statuses }) =>
            statuses.map((status) => <Count key={status} {...{ row, status, address }} />),
          )}
          <td className="matrix-total">{row.total}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
