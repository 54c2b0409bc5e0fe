import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftView, DraftWork, Span, WorkedCommitment } from '../../../src/model/index.ts';
import { useDesk } from '../desk.ts';
import { draftQuery, useProposeAgain } from '../draft-api.ts';
import {
  added,
  changed,
  halvesOf,
  keyOf,
  mergedWithNext,
  nextProposed,
  onDesk,
  placeAt,
  places,
  split,
  takenIn,
  withState,
} from '../draft-work.ts';
import { useKeys } from '../keys.ts';
import { AgreementText, type ClauseMark } from '../parts/agreement-text.tsx';
import { DeadlineStrip } from '../parts/deadline-strip.tsx';
import { DraftAbout } from '../parts/draft-about.tsx';
import { type CardNames, DraftCard } from '../parts/draft-card.tsx';
import { DraftForm, SplitForm } from '../parts/draft-form.tsx';
import { DraftLeftOut } from '../parts/draft-left-out.tsx';
import { Leaving } from '../parts/leaving.tsx';
import { useCaseMaking } from '../parts/make-case.tsx';
import { selectedSpan } from '../parts/marked-text.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/drafts/$draft');
const text = words.desk;

const nothing: Omit<DraftWork, 'title' | 'signed'> = {
  ...{ parties: [], actors: [], commitments: [], leftOut: [], notices: [] },
};

const clausesOf = ({ commitments, leftOut }: DraftWork): ClauseMark[] => [
  ...leftOut.map(({ span }) => ({ span, is: 'left-out' as const })),
  ...commitments.map(({ span, state }) => ({ span, is: state })),
];

const namesOf = ({ parties, actors, commitments }: DraftWork): CardNames => ({
  bodies: Object.fromEntries([...parties, ...actors].map(({ id, name }) => [id, name])),
  duties: Object.fromEntries(commitments.map(({ id, requires }) => [id, requires])),
});

/** What a desk shows of itself as long as it holds: a notice would stay when it is mended. */
const shownElsewhere = ['PROVISO_DRAFT_NO_DATE', 'PROVISO_DRAFT_NO_PARTY', 'PROVISO_DRAFT_ONE_PARTY'];

/** What is looked at, and what is open on it. */
interface Looking {
  place: string | null;
  form: 'edit' | 'split' | null;
}

interface DeskProps {
  view: DraftView;
  initial: DraftWork;
}

const OpenDesk = ({ view, initial }: DeskProps) => {
  const desk = useDesk(view.id, initial, view.revision);
  const { work, change } = desk;
  const [{ place, form }, setLooking] = useState<Looking>({
    place: onDesk(initial)[0]?.id ?? null,
    form: null,
  });
  const [isLeftOpen, setLeftOpen] = useState(false);
  const [said, setSaid] = useState('');
  const isTyped = useRef(false);
  /** Where the focus goes once what was done is drawn. */
  const goal = useRef<string | null>(null);

  const look = (place: string | null, form: Looking['form'] = null) => {
    isTyped.current = false;
    setLooking({ place, form });
  };
  const go = (to: string | null, form: Looking['form'] = null) => {
    goal.current = form ? null : to;
    look(to, form);
  };
  const choose = (id: string) => {
    if (id !== place && !form) look(id);
  };
  useEffect(() => {
    const target = goal.current;
    if (target === null) return;
    goal.current = null;
    const card = document.getElementById(`commitment-${target}`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  });

  const current: WorkedCommitment | undefined = work.commitments.find(({ id }) => id === place);
  const left = work.leftOut.find((clause) => keyOf(clause) === place);
  const cards = onDesk(work);
  const span: Span | null = current?.span ?? left?.span ?? null;
  const clauses = useMemo(() => clausesOf(work), [work]);
  const names = useMemo(() => namesOf(work), [work]);

  const done = (next: DraftWork, what: string) => {
    change(next, what);
    setSaid('');
  };
  const step = (by: 1 | -1) => {
    const all = places(work).filter((each) => isLeftOpen || cards.some(({ id }) => id === each));
    const at = all.indexOf(place ?? '');
    go(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))] ?? null);
  };
  const takeIn = (from: string) => {
    const clause = work.leftOut.find((each) => keyOf(each) === from);
    if (!clause) {
      done(withState(work, from, 'accepted'), text.done.back);
      return go(from);
    }
    const taken = takenIn(work, view.text, clause);
    done(taken.work, text.done.takenIn);
    go(taken.id, 'edit');
  };
  const accept = () => {
    if (left || current?.state === 'dropped') return takeIn(place ?? '');
    if (!current) return;
    const next = withState(work, current.id, 'accepted');
    if (!current.debtor.length) {
      // Somebody must owe it: that is asked at once.
      return go(current.id, 'edit');
    }
    done(next, text.done.accepted);
    go(nextProposed(next, current.id) ?? current.id);
  };
  const drop = () => {
    if (!current || current.state === 'dropped') return;
    const at = cards.findIndex(({ id }) => id === current.id);
    const next = withState(work, current.id, 'dropped');
    done(next, text.done.dropped);
    const rest = onDesk(next);
    go(rest[Math.min(at, rest.length - 1)]?.id ?? null);
  };
  const merge = () => {
    if (!current || current.state === 'dropped') return;
    const next = mergedWithNext(work, current.id);
    if (!next) return setSaid(text.noNext);
    done(next, text.done.merged);
    go(current.id, 'edit');
  };
  const add = () => {
    const selected = selectedSpan();
    const end = current?.span[1] ?? 0;
    const made = added(work, view.text, selected ?? [end, end]);
    getSelection()?.removeAllRanges();
    done(made.work, text.done.added);
    go(made.id, 'edit');
  };
  const undo = () => {
    const what = desk.undo();
    setSaid(what === null ? text.nothingToUndo : text.undone(what));
    look(place);
  };
  const keep = (kept: WorkedCommitment) => {
    done(changed(work, kept.id, { ...kept, state: 'accepted' }), text.done.edited);
    go(kept.id);
  };
  const keepBoth = (id: string, halves: [string, string]) => {
    done(split(work, id, halves).work, text.done.split);
    go(id);
  };
  const cancel = () => {
    // One made by hand and left empty was never wanted.
    if (current && !current.requires.trim()) desk.undo();
    go(place);
  };
  const making = useCaseMaking(view.id, desk, (id) => go(id, 'edit'));
  const open = (form: Looking['form']) => {
    if (current && current.state !== 'dropped') go(current.id, form);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    a: accept,
    d: drop,
    e: () => open('edit'),
    s: () => open('split'),
    m: merge,
    n: add,
    u: undo,
    c: making.begin,
    l: () => {
      setLeftOpen(!isLeftOpen);
      const [first] = places(work).slice(cards.length);
      go((isLeftOpen ? cards[0]?.id : first) ?? place);
    },
  });

  const accepted = cards.filter(({ state }) => state === 'accepted').length;
  const proposed = cards.filter(({ state, debtor }) => state === 'proposed' && debtor.length > 0);
  const acceptAll = () => {
    const ids = new Set(proposed.map(({ id }) => id));
    const commitments = work.commitments.map((each) =>
      ids.has(each.id) ? { ...each, state: 'accepted' as const } : each,
    );
    done({ ...work, commitments }, text.done.all);
  };
  return (
    <div className="page desk">
      <title>{words.pageTitle(work.title || words.newCase.heading)}</title>
      <Leaving isDirty={() => isTyped.current || !desk.isSaved()} save={desk.flush} />
      <div className="page-head">
        <h1 className="desk-title">{work.title || words.cases.untitled}</h1>
        <p className="actions">
          <span className="quiet desk-state" role="status">
            {said || text.saved[desk.saving]}
          </span>
          <button type="button" className="primary" aria-disabled={making.isPending} onClick={making.begin}>
            {making.isPending ? text.making : text.makeKey}
          </button>
        </p>
      </div>
      {desk.problem && (
        <p className="refused" role="alert">
          {text.notSaved(desk.problem.title, desk.problem.detail)}{' '}
          {desk.problem.code === 'PROVISO_DRAFT_CHANGED' && (
            <button type="button" onClick={() => location.reload()}>
              {text.reload}
            </button>
          )}
        </p>
      )}
      {making.shown}
      {work.notices
        .filter(({ code }) => !shownElsewhere.includes(code))
        .map(({ code, message, hint }) => (
          <p key={`${code} ${message}`} className="note notice">
            <strong>{message}</strong> {hint}
          </p>
        ))}
      <DraftAbout work={work} change={change} />
      <DeadlineStrip work={work} onChoose={(id) => go(id)} />
      <div className="desk-columns">
        <section className="desk-text" aria-labelledby="text-heading">
          <div className="column-head">
            <h2 id="text-heading">
              {text.text} <span className="column-note">{text.textOf(view.source.name)}</span>
            </h2>
            <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={add}>
              {text.addSelected}
            </button>
          </div>
          <AgreementText
            text={view.text}
            clauses={clauses}
            current={span}
            onPress={(offset) => {
              const pressed = placeAt(work, offset);
              if (pressed === null || form) return;
              if (!cards.some(({ id }) => id === pressed)) setLeftOpen(true);
              go(pressed);
            }}
          />
        </section>
        <section className="desk-cards" aria-labelledby="commitments-heading">
          <div className="column-head">
            <h2 id="commitments-heading">{text.commitments}</h2>
            {proposed.length > 1 && (
              <button type="button" onClick={acceptAll}>
                {text.acceptAll(proposed.length)}
              </button>
            )}
          </div>
          <div className="progress">
            <progress value={accepted} max={Math.max(1, cards.length)} aria-label={text.bar} />
            <p>{cards.length ? text.progress(accepted, cards.length) : text.nothing}</p>
          </div>
          <ol className="plain draft-cards">
            {cards.map((commitment) => {
              const isCurrent = commitment.id === place;
              return (
                <li key={commitment.id}>
                  <DraftCard
                    commitment={commitment}
                    signed={work.signed}
                    names={names}
                    isCurrent={isCurrent}
                    onChoose={choose}
                  >
                    {isCurrent && form === null && (
                      <p className="actions draft-actions">
                        {commitment.state === 'proposed' && (
                          <button type="button" onClick={accept}>
                            {text.accept}
                          </button>
                        )}
                        <button type="button" onClick={() => open('edit')}>
                          {text.edit}
                        </button>
                        <button type="button" onClick={() => open('split')}>
                          {text.split}
                        </button>
                        <button type="button" onClick={merge}>
                          {text.merge}
                        </button>
                        <button type="button" onClick={drop}>
                          {text.drop}
                        </button>
                      </p>
                    )}
                    {isCurrent && form === 'edit' && (
                      <DraftForm
                        {...{ work, commitment }}
                        onKeep={keep}
                        onCancel={cancel}
                        onDirty={() => {
                          isTyped.current = true;
                        }}
                      />
                    )}
                    {isCurrent && form === 'split' && (
                      <SplitForm
                        commitment={commitment}
                        halves={halvesOf(commitment.requires)}
                        onKeep={(halves) => keepBoth(commitment.id, halves)}
                        onCancel={cancel}
                        onDirty={() => {
                          isTyped.current = true;
                        }}
                      />
                    )}
                  </DraftCard>
                </li>
              );
            })}
          </ol>
          <p className="actions desk-end">
            <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={add}>
              {text.addEmpty}
            </button>
            <button type="button" className="primary" aria-disabled={making.isPending} onClick={making.begin}>
              {text.make}
            </button>
          </p>
          <DraftLeftOut
            work={work}
            agreement={view.text}
            isOpen={isLeftOpen}
            onToggle={setLeftOpen}
            current={place}
            onChoose={choose}
            onTakeIn={takeIn}
          />
        </section>
      </div>
    </div>
  );
};

/** Why nothing could be proposed, with the ways on. */
const Unproposed = ({ view, onByHand }: { view: DraftView; onByHand: () => void }) => {
  const { mutate, isPending } = useProposeAgain(view.id);
  const { failure } = view;
  return (
    <div className="page">
      <title>{words.pageTitle(words.newCase.heading)}</title>
      <h1>{failure ? text.failedHeading : view.facts.title || words.newCase.heading}</h1>
      {failure ? (
        <>
          <p className="refused" role="alert">
            {failure.why} {failure.todo}
          </p>
          <p className="actions above-table">
            <button type="button" aria-disabled={isPending} onClick={() => mutate()}>
              {text.again}
            </button>
            <button type="button" onClick={onByHand}>
              {text.byHand}
            </button>
          </p>
        </>
      ) : (
        <div role="status" className="above-table">
          <p className="lead">{text.reading}</p>
          <p className="quiet">{text.readingHint}</p>
          <progress aria-label={text.reading} />
        </div>
      )}
    </div>
  );
};

export const Draft = () => {
  const { draft: id } = route.useParams();
  useSuspenseQuery(draftQuery(id));
  const { data: view } = useQuery(draftQuery(id));
  const [isByHand, setByHand] = useState(false);
  if (!view) return null;
  const byHand = isByHand ? { ...nothing, title: view.facts.title, signed: view.facts.signed } : null;
  const initial = view.work ?? byHand;
  return initial ? (
    <OpenDesk key={id} view={view} initial={initial} />
  ) : (
    <Unproposed view={view} onByHand={() => setByHand(true)} />
  );
};
