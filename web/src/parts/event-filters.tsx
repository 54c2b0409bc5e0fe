import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Bearing } from '../../../src/model/index.ts';
import { boardQuery, type Clocks } from '../api.ts';
import { dayOrNothing } from '../dates.ts';
import type { EventFilter } from '../explore-api.ts';
import { words } from '../words.ts';

interface EventFiltersProps {
  caseId: string;
  clocks: Clocks;
  filter: EventFilter;
}

const bearings: readonly Bearing[] = ['breach', 'performance'];

/** The duties of a case by commitment, in the order of its file. */
export const useDuties = (caseId: string, clocks: Clocks): Readonly<Record<string, string>> =>
  useSuspenseQuery(boardQuery(caseId, clocks)).data.case.duties;

/** Which events a picture shows; the address carries the choice. */
export const EventFilters = ({ caseId, clocks, filter }: EventFiltersProps) => {
  const navigate = useNavigate();
  const duties = useDuties(caseId, clocks);
  const choose = (change: EventFilter) =>
    navigate({
      to: '.',
      search: (before: object) => ({ ...before, place: undefined, ...change }),
      replace: true,
      resetScroll: false,
    });
  const text = words.events;
  return (
    <div className="filters">
      <label>
        <span>{text.columns.commitment}</span>
        <select
          value={filter.commitment ?? ''}
          onChange={({ target }) => choose({ commitment: target.value || undefined })}
        >
          <option value="">{words.board.allCommitments}</option>
          {Object.entries(duties).map(([id, duty]) => (
            <option key={id} value={id}>
              {duty}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.columns.bearing}</span>
        <select
          value={filter.bearing ?? ''}
          onChange={({ target }) => choose({ bearing: bearings.find((bearing) => bearing === target.value) })}
        >
          <option value="">{text.anyBearing}</option>
          {bearings.map((bearing) => (
            <option key={bearing} value={bearing}>
              {words.opinion.name[bearing]}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span>{text[end]}</span>
          <input
            type="date"
            value={filter[end] ?? ''}
            onChange={({ target }) => choose({ [end]: dayOrNothing(target.value) })}
          />
        </label>
      ))}
    </div>
  );
};
