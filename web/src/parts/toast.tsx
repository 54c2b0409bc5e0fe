import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { asProblem } from '../api.ts';
import { type Deed, deedsDone, forgetDeed, onDeed } from '../deeds.ts';
import { useKeys } from '../keys.ts';
import { words } from '../words.ts';

/** Milliseconds. */
const shownFor = 8000;

/** Says what became of the last thing done, and takes it back on a press or by the key U. */
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
  const [seen, setSeen] = useState(history);
  const isNew = history !== seen;
  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(() => setSeen(history), shownFor);
    return () => clearTimeout(timer);
  }, [history, isNew]);
  const last = history.deeds.findLast((deed) => deed.caseId === caseId);
  const undo = () => {
    if (last && !isPending) mutate(last);
  };
  useKeys({ u: undo });
  return (
    <div className={isNew || error ? 'toast' : 'unseen'} role="status">
      {isNew && history.said}
      {error && words.verdict.failed(asProblem(error).detail)}
      {isNew && last && (
        <button type="button" onClick={undo}>
          {words.toast.undo}
        </button>
      )}
    </div>
  );
};
