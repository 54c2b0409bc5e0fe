import { useEffect, useState, useSyncExternalStore } from 'react';
import { asProblem, useVerdict } from '../api.ts';
import { useKeys } from '../keys.ts';
import { onVerdict, verdictHistory } from '../verdict-history.ts';
import { words } from '../words.ts';

/** Milliseconds. */
const shownFor = 8000;

/** Says what became of the last judgement, and takes it back on a press or by the key U. */
export const Toast = ({ caseId }: { caseId: string }) => {
  const history = useSyncExternalStore(onVerdict, verdictHistory);
  const { mutate, isPending, error } = useVerdict(caseId);
  const [seen, setSeen] = useState(history);
  const isNew = history !== seen;
  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(() => setSeen(history), shownFor);
    return () => clearTimeout(timer);
  }, [history, isNew]);
  const last = history.given.findLast((item) => item.caseId === caseId);
  const undo = () => {
    if (last && !isPending) mutate({ evidence: last.evidence, verdict: last.before, before: last.verdict });
  };
  useKeys({ u: undo });
  return (
    <div className={isNew || error ? 'toast' : 'unseen'} role="status">
      {isNew && history.latest && words.toast[history.latest]}
      {error && words.verdict.failed(asProblem(error).detail)}
      {isNew && last && (
        <button type="button" onClick={undo}>
          {words.toast.undo}
        </button>
      )}
    </div>
  );
};
