import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftWork, WorkedCommitment } from '../../src/model/index.ts';
import type { Desk } from './desk.ts';
import {
  added,
  changed,
  dropped,
  keyOf,
  mergedWithNext,
  nextProposed,
  onDesk,
  placeAt,
  places,
  split,
  takenIn,
  withState,
} from './draft-work.ts';
import { selectedSpan } from './parts/marked-text.tsx';
import { words } from './words.ts';

const text = words.desk;

/** What is open on the commitment that is looked at. */
type OpenForm = 'edit' | 'split' | null;

/** Where a person is on the desk, and what can be done from there. */
export interface Moves {
  /** Id of a commitment, or key of a clause left out; null where there is none. */
  place: string | null;
  form: OpenForm;
  /** What there is to say of the last step; empty: nothing. */
  said: string;
  isLeftOpen: boolean;
  setLeftOpen: (isOpen: boolean) => void;
  /** Whether something is typed in an open form. */
  isTyped: () => boolean;
  noteTyping: () => void;
  choose: (place: string) => void;
  open: (form: 'edit' | 'split') => void;
  openAt: (commitment: string) => void;
  goTo: (commitment: string) => void;
  press: (offset: number) => void;
  step: (by: 1 | -1) => void;
  accept: () => void;
  acceptAll: (ids: readonly string[]) => void;
  drop: () => void;
  merge: () => void;
  add: () => void;
  takeIn: (place: string) => void;
  undo: () => void;
  toggleLeft: () => void;
  keep: (commitment: WorkedCommitment) => void;
  keepBoth: (halves: [string, string]) => void;
  cancel: () => void;
}

/** Puts the focus on a place once it is drawn, and brings it into sight. */
const useGoal = () => {
  const goal = useRef<string | null>(null);
  useEffect(() => {
    if (goal.current === null) return;
    const target = document.getElementById(`commitment-${goal.current}`);
    goal.current = null;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  });
  return goal;
};

/** Moving over the commitments of a draft and judging them. */
export const useMoves = ({ work, change, undo }: Desk, agreement: string): Moves => {
  const [place, setPlace] = useState<string | null>(() => onDesk(work)[0]?.id ?? null);
  const [form, setForm] = useState<OpenForm>(null);
  const [isLeftOpen, setLeftOpen] = useState(false);
  const [said, setSaid] = useState('');
  const typed = useRef(false);
  const goal = useGoal();

  const cards = onDesk(work);
  const current = work.commitments.find(({ id }) => id === place);
  const onTop = current && current.state !== 'dropped' ? current : undefined;

  const go = (to: string | null, opened: OpenForm = null) => {
    goal.current = opened ? null : to;
    typed.current = false;
    setPlace(to);
    setForm(opened);
  };
  const done = (next: DraftWork, what: string) => {
    change(next, what);
    setSaid('');
  };
  const takeIn = (from: string) => {
    const clause = work.leftOut.find((each) => keyOf(each) === from);
    if (!clause) {
      done(withState(work, from, 'accepted'), text.done.back);
      return go(from);
    }
    const taken = takenIn(work, agreement, clause);
    done(taken.work, text.done.takenIn);
    go(taken.id, 'edit');
  };

  const isFormOpen = form !== null;
  const chooseNow = useRef<(id: string) => void>(() => {});
  chooseNow.current = (id) => {
    if (id === place || isFormOpen) return;
    setPlace(id);
  };
  const choose = useCallback((id: string) => chooseNow.current(id), []);

  return {
    place,
    form,
    said,
    isLeftOpen,
    setLeftOpen,
    isTyped: () => typed.current,
    noteTyping: () => {
      typed.current = true;
    },
    choose,
    takeIn,
    open: (opened) => {
      if (onTop) go(onTop.id, opened);
    },
    openAt: (commitment) => go(commitment, 'edit'),
    goTo: (commitment) => go(commitment),
    press: (offset) => {
      const pressed = placeAt(work, offset);
      if (pressed === null || isFormOpen) return;
      if (!cards.some(({ id }) => id === pressed)) setLeftOpen(true);
      go(pressed);
    },
    step: (by) => {
      const all = isLeftOpen ? places(work) : cards.map(({ id }) => id);
      const at = all.indexOf(place ?? '');
      go(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))] ?? null);
    },
    accept: () => {
      if (!onTop) {
        if (place !== null) takeIn(place);
        return;
      }
      // Somebody must owe it: that is asked at once.
      if (!onTop.debtor.length) return go(onTop.id, 'edit');
      const next = withState(work, onTop.id, 'accepted');
      done(next, text.done.accepted);
      go(nextProposed(next, onTop.id) ?? onTop.id);
    },
    acceptAll: (ids) => {
      const commitments = work.commitments.map((each) =>
        ids.includes(each.id) ? { ...each, state: 'accepted' as const } : each,
      );
      done({ ...work, commitments }, text.done.all);
    },
    drop: () => {
      if (!onTop) return;
      const at = cards.indexOf(onTop);
      const next = withState(work, onTop.id, 'dropped');
      done(next, text.done.dropped);
      const rest = onDesk(next);
      go(rest[Math.min(at, rest.length - 1)]?.id ?? null);
    },
    merge: () => {
      if (!onTop) return;
      const next = mergedWithNext(work, onTop.id);
      if (!next) return setSaid(text.noNext);
      done(next, text.done.merged);
      go(onTop.id, 'edit');
    },
    add: () => {
      const end = current?.span[1] ?? 0;
      const made = added(work, agreement, selectedSpan() ?? [end, end]);
      getSelection()?.removeAllRanges();
      done(made.work, text.done.added);
      go(made.id, 'edit');
    },
    undo: () => {
      const what = undo();
      setSaid(what === null ? text.nothingToUndo : text.undone(what));
      setForm(null);
    },
    toggleLeft: () => {
      setLeftOpen(!isLeftOpen);
      const [firstLeft] = [...dropped(work).map(({ id }) => id), ...work.leftOut.map(keyOf)];
      go((isLeftOpen ? cards[0]?.id : firstLeft) ?? place);
    },
    keep: (kept) => {
      done(changed(work, kept.id, { ...kept, state: 'accepted' }), text.done.edited);
      go(kept.id);
    },
    keepBoth: (halves) => {
      if (!onTop) return;
      done(split(work, onTop.id, halves).work, text.done.split);
      go(onTop.id);
    },
    cancel: () => {
      // One made by hand and left empty was never wanted.
      if (onTop && !onTop.requires.trim()) undo();
      go(place);
    },
  };
};
