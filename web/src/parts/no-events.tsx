import { Link } from '@tanstack/react-router';
import type { EventFilter } from '../explore-api.ts';
import { words } from '../words.ts';

/** Why there is nothing to draw, and what to do next. */
export const NoEvents = ({ caseId, filter }: { caseId: string; filter: EventFilter }) => {
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <p className="empty">
      {isFiltered ? words.events.none : words.events.noneYet}{' '}
      {isFiltered ? (
        <Link to="." search={({ asOf, knownAt }) => ({ asOf, knownAt })}>
          {words.events.clear}
        </Link>
      ) : (
        <>
          <Link to="/cases/$case/add" params={{ case: caseId }}>
            {words.nav.add}
          </Link>{' '}
          <Link to="/cases/$case/review" params={{ case: caseId }}>
            {words.nav.review}
          </Link>
        </>
      )}
    </p>
  );
};
