import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { asProblem } from '../api.ts';
import { type Deed, deedsDone, forgetDeed, onDeed } from '../deeds.ts';
import { useKeys } from '../keys.ts';
import { words } from '../words.ts';

/** Says what became of the last thing done, and takes it back; a line of its own at the foot of the window covers nothing. */
export const Toast = ({ caseId }: { caseId: string }) => {
  const history = useSyncExternalStore(onDeed, deedsDone);
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (deed: Deed) => deed.undo(),
    onSuccess: (_nothing, deed) => {
      forgetDeed(deed);
      queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  const last = history.deeds.findLast((deed) => deed.caseId === caseId);
  const undo = () => {
    if (last && !isPending) mutate(last);
  };
  // Until something is done it takes no room, and is there already for those who hear it.
  const isIdle = !error && !history.said && !last;
  useKeys('everywhere', { u: undo });
  return (
    <section className={isIdle ? 'unseen' : 'status-bar'} aria-label={words.toast.label}>
      <div role="status">{error ? words.failure.notSaved(asProblem(error)) : history.said}</div>
      {last && (
        <button type="button" className="small" aria-disabled={isPending} onClick={undo}>
          {words.toast.undo}
        </button>
      )}
      {!isIdle && (
        <Link to="/cases/$case/history" params={{ case: caseId }}>
          {words.nav.history}
        </Link>
      )}
    </section>
  );
};
