import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftWork } from '../../src/model/index.ts';
import { useSaveDraft } from './draft-api.ts';

/** Milliseconds without a change after which it is saved. */
const pause = 600;

/** So many steps can be taken back; more would hold too many copies of a long draft. */
const kept = 200;

interface Step {
  before: DraftWork;
  /** What was done, in words. */
  said: string;
  /** Steps of one key in a row are one: the letters typed into one field. */
  key: string | null;
}

type Saving = 'saved' | 'saving' | 'unsaved';

/** What is on the desk, with everything that was done to it since it was opened. */
export interface Desk {
  work: DraftWork;
  change: (next: DraftWork, said: string, key?: string) => void;
  /** Takes the last step back and says which; null when there is none. */
  undo: () => string | null;
  saving: Saving;
  /** Why it could not be saved; then it is tried again at the next change. */
  problem: Error | null;
  /** Whether all is saved at this moment. */
  isSaved: () => boolean;
  /** Saves what is not saved yet; true once all is. */
  flush: () => Promise<boolean>;
}

/** Work on a draft, saved as it goes. */
export const useDesk = (id: string, initial: DraftWork, initialRevision: number): Desk => {
  const [work, setWork] = useState(initial);
  const [saving, setSaving] = useState<Saving>('saved');
  const [problem, setProblem] = useState<Desk['problem']>(null);
  const steps = useRef<Step[]>([]);
  const current = useRef({ work: initial, saved: initial, revision: initialRevision });
  const turn = useRef<Promise<boolean>>(Promise.resolve(true));
  const save = useRef(useSaveDraft(id));

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { work: latest, saved, revision } = current.current;
    if (latest === saved) return true;
    setSaving('saving');
    try {
      const next = await save.current(revision, latest);
      Object.assign(current.current, { saved: latest, revision: next });
      setProblem(null);
      setSaving(current.current.work === latest ? 'saved' : 'unsaved');
      return current.current.work === latest;
    } catch (thrown) {
      setProblem(thrown as Error);
      setSaving('unsaved');
      return false;
    }
  }, []);

  const flush = useCallback((): Promise<boolean> => {
    // One after another: two saves of one revision would refuse each other.
    turn.current = turn.current.then(saveOnce);
    return turn.current;
  }, [saveOnce]);

  useEffect(() => {
    if (work === current.current.saved) return;
    const timer = setTimeout(flush, pause);
    return () => clearTimeout(timer);
  }, [work, flush]);

  const put = (next: DraftWork) => {
    current.current.work = next;
    setWork(next);
    setSaving(next === current.current.saved ? 'saved' : 'unsaved');
  };

  return {
    work,
    change: (next, said, key) => {
      const last = steps.current.at(-1);
      if (!key || last?.key !== key)
        steps.current = [...steps.current, { before: work, said, key: key ?? null }].slice(-kept);
      put(next);
    },
    undo: () => {
      const last = steps.current.at(-1);
      if (!last) return null;
      steps.current = steps.current.slice(0, -1);
      put(last.before);
      return last.said;
    },
    saving,
    problem,
    isSaved: () => current.current.work === current.current.saved,
    flush,
  };
};
