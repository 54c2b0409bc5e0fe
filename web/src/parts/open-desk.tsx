import { type MouseEvent, useMemo } from 'react';
import type { DraftView, DraftWork } from '../../../src/model/index.ts';
import { asProblem } from '../api.ts';
import { type Desk, useDesk } from '../desk.ts';
import { type Moves, useMoves } from '../desk-moves.ts';
import { keyOf, onDesk } from '../draft-work.ts';
import { useKeys } from '../keys.ts';
import { textOfInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { AgreementText, type ClauseMark } from './agreement-text.tsx';
import { DeadlineStrip } from './deadline-strip.tsx';
import { DraftAbout } from './draft-about.tsx';
import { DraftCards } from './draft-cards.tsx';
import { DraftLeftOut } from './draft-left-out.tsx';
import { Leaving } from './leaving.tsx';
import { useCaseMaking } from './make-case.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.desk;

const clausesOf = ({ commitments, leftOut }: DraftWork): ClauseMark[] => [
  ...leftOut.map(({ span }) => ({ span, is: 'left-out' as const })),
  ...commitments.map(({ span, state }) => ({ span, is: state })),
];

/** What a desk shows of itself as long as it holds: a notice would stay when it is mended. */
const shownElsewhere = ['PROVISO_DRAFT_NO_DATE', 'PROVISO_DRAFT_NO_PARTY', 'PROVISO_DRAFT_ONE_PARTY'];

/** A press on a button that needs the selected words must not take the selection away. */
const keepSelection = (event: MouseEvent) => event.preventDefault();

const Notices = ({ work: { notices }, problem }: Pick<Desk, 'work' | 'problem'>) => (
  <>
    <NotSaved error={problem}>
      {problem && asProblem(problem).code === 'PROVISO_DRAFT_CHANGED' && (
        <button type="button" onClick={() => location.reload()}>
          {text.reload}
        </button>
      )}
    </NotSaved>
    {notices
      .filter(({ code }) => !shownElsewhere.includes(code))
      .map(({ code, message, hint }) => (
        <p key={`${code} ${message}`} className="note notice">
          <strong>{message}</strong> {hint}
        </p>
      ))}
  </>
);

interface PaneProps {
  view: DraftView;
  work: DraftWork;
  moves: Moves;
}

const TextPane = ({ view, work, moves }: PaneProps) => {
  const clauses = useMemo(() => clausesOf(work), [work]);
  const current =
    work.commitments.find(({ id }) => id === moves.place) ??
    work.leftOut.find((clause) => keyOf(clause) === moves.place);
  return (
    <section className="desk-text" aria-labelledby="text-heading">
      <div className="column-head">
        <h2 id="text-heading">
          {text.text} <span className="column-note">{textOfInWords(view.source.name)}</span>
        </h2>
        <button type="button" onMouseDown={keepSelection} onClick={moves.add}>
          {text.addSelected}
        </button>
      </div>
      <AgreementText
        text={view.text}
        clauses={clauses}
        current={current?.span ?? null}
        onPress={moves.press}
      />
    </section>
  );
};

const Progress = ({ accepted, all }: { accepted: number; all: number }) => (
  <div className="progress">
    <progress value={accepted} max={Math.max(1, all)} aria-label={text.bar} />
    <p>
      {all ? (accepted === all ? text.progressAll(all) : text.progress({ accepted, all })) : text.nothing}
    </p>
  </div>
);

interface OpenDeskProps {
  view: DraftView;
  /** What is worked on at the beginning. */
  initial: DraftWork;
}

/** A case in the making: the agreement's text and the commitments beside it, judged by keys. */
export const OpenDesk = ({ view, initial }: OpenDeskProps) => {
  const desk = useDesk(view.id, initial, view.revision);
  const { work, change } = desk;
  const moves = useMoves(desk, view.text);
  const making = useCaseMaking(view.id, desk, moves.openAt);
  useKeys('desk', {
    j: () => moves.step(1),
    k: () => moves.step(-1),
    a: moves.accept,
    d: moves.drop,
    e: () => moves.open('edit'),
    s: () => moves.open('split'),
    m: moves.merge,
    n: moves.add,
    u: moves.undo,
    l: moves.toggleLeft,
    c: making.begin,
  });
  const cards = onDesk(work);
  const rest = cards.filter(({ state, debtor }) => state === 'proposed' && debtor.length > 0);
  const make = (label: string) => (
    <button type="button" className="primary" aria-disabled={making.isPending} onClick={making.begin}>
      {making.isPending ? text.making : label}
    </button>
  );
  return (
    <div className="page desk">
      <title>{words.pageTitle(work.title || words.newCase.heading)}</title>
      <Leaving isDirty={() => moves.isTyped() || !desk.isSaved()} save={desk.flush} />
      <div className="page-head">
        <h1 className="desk-title">{work.title || words.cases.untitled}</h1>
        <p className="actions">
          <span className="quiet desk-state" role="status">
            {moves.said || text.saved[desk.saving]}
          </span>
          {make(text.makeKey)}
        </p>
      </div>
      <Notices work={work} problem={desk.problem} />
      {making.shown}
      <DraftAbout work={work} change={change} />
      <DeadlineStrip work={work} onChoose={moves.goTo} />
      <div className="desk-columns">
        <TextPane {...{ view, work, moves }} />
        <section className="desk-cards" aria-labelledby="commitments-heading">
          <div className="column-head">
            <h2 id="commitments-heading">{words.fields.commitments}</h2>
            {rest.length > 1 && (
              <button type="button" onClick={() => moves.acceptAll(rest.map(({ id }) => id))}>
                {text.acceptAll(rest.length)}
              </button>
            )}
          </div>
          <Progress accepted={cards.filter(({ state }) => state === 'accepted').length} all={cards.length} />
          <DraftCards work={work} moves={moves} />
          <p className="actions desk-end">
            <button type="button" onMouseDown={keepSelection} onClick={moves.add}>
              {text.addEmpty}
            </button>
            {make(text.make)}
          </p>
          <DraftLeftOut
            work={work}
            agreement={view.text}
            isOpen={moves.isLeftOpen}
            onToggle={moves.setLeftOpen}
            current={moves.place}
            onChoose={moves.choose}
            onTakeIn={moves.takeIn}
          />
        </section>
      </div>
    </div>
  );
};
