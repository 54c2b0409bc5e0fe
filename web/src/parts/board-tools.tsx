import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { everyStatus, standards } from '../../../src/model/marks.ts';
import {
  type BoardAddress,
  type Column,
  columns,
  isFiltered,
  noFilter,
  shownColumns,
  usualColumns,
} from '../board-address.ts';
import type { MatrixRow } from '../board-rows.ts';
import { dayOrNothing } from '../dates.ts';
import { keepViews, type SavedView, savedViews, withView } from '../saved-views.ts';
import { words } from '../words.ts';

const text = words.board.tools;

interface PickProps {
  label: string;
  value: string | undefined;
  any: string;
  onPick: (value: string | undefined) => void;
  children: ReactNode;
}

const Pick = ({ label, value, any, onPick, children }: PickProps) => (
  <label>
    <span className="unseen">{label}</span>
    <select value={value ?? ''} onChange={({ target }) => onPick(target.value || undefined)}>
      <option value="">{any}</option>
      {children}
    </select>
  </label>
);

interface ToolsProps {
  address: BoardAddress;
  onSet: (change: BoardAddress) => void;
}

const ColumnChoice = ({ address, onSet }: ToolsProps) => {
  const shown = shownColumns(address);
  const choose = (column: Column, isOn: boolean) => {
    const next = columns.filter((each) => (each === column ? isOn : shown.includes(each)));
    const isUsual = next.join() === usualColumns.join() && address.grouped !== 'no';
    onSet({ columns: isUsual ? undefined : next.join(',') });
  };
  return (
    <details className="menu">
      <summary>{text.columns}</summary>
      <fieldset>
        <legend className="unseen">{text.columns}</legend>
        {columns
          .filter((column) => column !== 'commitment')
          .map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                checked={shown.includes(column)}
                onChange={({ target }) => choose(column, target.checked)}
              />
              {words.board.columns[column]}
            </label>
          ))}
        <label className="check">
          <input
            type="checkbox"
            checked={address.grouped !== 'no'}
            onChange={({ target }) =>
              onSet({ grouped: target.checked ? undefined : 'no', columns: undefined })
            }
          />
          {text.grouped}
        </label>
      </fieldset>
    </details>
  );
};

/** Views under a name: kept in this browser; what is shared is their address. */
const Views = ({ caseId }: { caseId: string }) => {
  const { searchStr } = useLocation();
  const navigate = useNavigate();
  const [views, setViews] = useState(() => savedViews(caseId));
  const [failed, setFailed] = useState(false);
  const keep = (next: SavedView[]) => {
    setFailed(!keepViews(caseId, next));
    setViews(next);
  };
  return (
    <details className="menu">
      <summary>{text.views}</summary>
      <div>
        {views.length === 0 && <p className="quiet">{text.noViews}</p>}
        <ul className="plain">
          {views.map(({ name, search }) => (
            <li key={name}>
              <button
                type="button"
                className="link"
                aria-current={search === searchStr || undefined}
                onClick={() =>
                  navigate({
                    to: '/cases/$case',
                    params: { case: caseId },
                    search: Object.fromEntries(new URLSearchParams(search)),
                  })
                }
              >
                {name}
              </button>
              <button
                type="button"
                className="small"
                aria-label={text.forget(name)}
                onClick={() => keep(views.filter((view) => view.name !== name))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
            if (!name) return;
            keep(withView(views, { name, search: searchStr }));
            event.currentTarget.reset();
          }}
        >
          <label>
            <span>{text.viewName}</span>
            <input name="name" maxLength={60} autoComplete="off" />
          </label>
          <button type="submit">{text.keepView}</button>
        </form>
        <p className="hint">{failed ? text.notKept : text.viewsHint}</p>
      </div>
    </details>
  );
};

interface BoardToolsProps extends ToolsProps {
  caseId: string;
  matrix: readonly MatrixRow[];
  /** The day of comparison, in words. */
  since: string;
  /** The latest day that may be compared with. */
  latest: string;
  earliest: string;
  children: ReactNode;
}

/** Filters, columns and views of the board; the address has all of it. */
export const BoardTools = ({
  caseId,
  address,
  matrix,
  since,
  earliest,
  latest,
  onSet,
  children,
}: BoardToolsProps) => (
  <search className="board-tools" aria-label={text.label}>
    <input
      type="search"
      key={address.text ?? ''}
      defaultValue={address.text ?? ''}
      aria-label={text.find}
      placeholder={text.find}
      onBlur={({ target }) => onSet({ text: target.value || undefined })}
      onKeyDown={({ key, currentTarget }) =>
        key === 'Enter' && onSet({ text: currentTarget.value || undefined })
      }
    />
    <Pick
      label={words.board.columns.party}
      any={text.anyParty}
      value={address.party}
      onPick={(party) => onSet({ party })}
    >
      {matrix.map(({ party, name }) => (
        <option key={party} value={party}>
          {name}
        </option>
      ))}
    </Pick>
    <Pick
      label={words.board.columns.status}
      any={text.anyStatus}
      value={address.status}
      onPick={(status) => onSet({ status })}
    >
      {(['breach', 'performance'] as const).map((tone) => (
        <option key={tone} value={tone}>
          {text.all[tone]}
        </option>
      ))}
      {everyStatus.map((status) => (
        <option key={status} value={status}>
          {words.status[status]}
        </option>
      ))}
    </Pick>
    <Pick
      label={words.fields.standard}
      any={text.anyStandard}
      value={address.standard}
      onPick={(asked) => onSet({ standard: standards.find((standard) => standard === asked) })}
    >
      {standards.map((standard) => (
        <option key={standard} value={standard}>
          {words.commitment.standardNames[standard]}
        </option>
      ))}
    </Pick>
    <label className="check">
      <input
        type="checkbox"
        checked={address.changed === 'yes'}
        onChange={({ target }) => onSet({ changed: target.checked ? 'yes' : undefined })}
      />
      {text.changed}
    </label>
    {isFiltered(address) && (
      <button type="button" onClick={() => onSet(noFilter)}>
        {text.clear}
      </button>
    )}
    <details className="menu since">
      <summary>{text.since(since)}</summary>
      <div>
        <label>
          <span>{text.sinceDay}</span>
          <input
            type="date"
            min={earliest}
            max={latest}
            value={address.since ?? ''}
            onChange={({ target }) => onSet({ since: dayOrNothing(target.value) })}
          />
        </label>
        {children}
      </div>
    </details>
    <ColumnChoice address={address} onSet={onSet} />
    <Views caseId={caseId} />
  </search>
);
