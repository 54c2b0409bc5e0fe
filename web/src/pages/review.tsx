import { useIsMutating, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Suggestion } from '../../../src/model/index.ts';
import { debtorsOf } from '../../../src/model/owing.ts';
import { toneOf } from '../../../src/model/stance.ts';
import { boardQuery, useVerdict, verdictKey } from '../api.ts';
import { deedsDone, onDeed } from '../deeds.ts';
import { queueQuery } from '../explore-api.ts';
import { useKeys } from '../keys.ts';
import { DocumentFacts } from '../parts/document-line.tsx';
import { Elements } from '../parts/elements.tsx';
import { Chain, Reasons } from '../parts/evidence-card.tsx';
import { Loading } from '../parts/layout.tsx';
import { MachineTranslation } from '../parts/machine-translation.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { SecondOpinion } from '../parts/second-opinion.tsx';
import { Sign } from '../parts/sign.tsx';
import { bodiesInWords, evidenceLikelihood, leftInWords, movesInWords, turnInWords } from '../phrases.ts';
import { writeAt } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/review');
const text = words.review;

/** Everything that is judged with a suggestion: itself and its copies. */
const allOf = ({ evidence, copies }: Suggestion): string[] => [
  evidence.id,
  ...copies.map((copy) => copy.evidence),
];

/** A suggestion with its words in their text, and what hangs on it. */
const Card = ({ suggestion, debtor }: { suggestion: Suggestion; debtor: string }) => {
  const { evidence, copies, commitment, document, before, after, moves } = suggestion;
  const isSuggested = evidence.role === 'suggested';
  const status = isSuggested ? suggestion.statusWith : suggestion.statusWithout;
  return (
    <article className={`suggestion tone-${toneOf(evidence)}`} aria-live="polite">
      <p className="eyebrow bearing">{text.bearsOn[evidence.stance][evidence.bearing](debtor)}</p>
      <h2>{commitment.requires}</h2>
      <blockquote className="suggestion-text" dir="auto">
        {before && (
          <span className="quiet-text">
            {evidence.span[0] > before.length && '…'}
            {before}
          </span>
        )}
        <mark className="mark-evidence">{evidence.words}</mark>
        {after && <span className="quiet-text">{after}…</span>}
      </blockquote>
      <MachineTranslation from={evidence.translation} />
      <Chain tellers={evidence.chain} />
      <p>
        <bdi>{document.title}</bdi> <DocumentFacts document={document} />
      </p>
      {copies.length > 0 && (
        <details className="matched">
          <summary>{text.copies(copies.length)}</summary>
          <ul className="plain">
            {copies.map((copy) => (
              <li key={copy.evidence}>
                <bdi>{copy.document.title}</bdi> <DocumentFacts document={copy.document} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>{evidence.kind === 'verdict' ? text.verdict : text.bears(evidenceLikelihood(evidence))}</p>
      <SecondOpinion opinion={evidence.secondOpinion} />
      <Elements elements={evidence.elements} />
      <Reasons through={evidence.through} />
      <p className="weight">
        {isSuggested && `${text.onlySuggested} `}
        <Sign status={status} /> {turnInWords(suggestion.status, status, isSuggested)}{' '}
        {movesInWords(moves, isSuggested)}
      </p>
    </article>
  );
};

export const Review = () => {
  const { case: caseId } = route.useParams();
  const { commitment, asOf, knownAt } = route.useSearch();
  const clocks = { asOf, knownAt };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: board } = useSuspenseQuery(boardQuery(caseId, clocks));
  const query = queueQuery(caseId, clocks, commitment);
  const { data: queue, isFetching, error } = useQuery({ ...query, refetchOnWindowFocus: false });
  /** Left for later, or sent and not confirmed yet. */
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const { deeds } = useSyncExternalStore(onDeed, deedsDone);
  const { mutate, error: notSaved } = useVerdict(caseId);

  const decided = new Set(
    deeds.flatMap((deed) => (deed.caseId === caseId && deed.verdict ? deed.verdict.evidence : [])),
  );
  const batch = queue?.suggestions ?? [];
  const place = batch.findIndex(({ evidence }) => !decided.has(evidence.id) && !passed.has(evidence.id));
  const current = batch[place];
  const all = batch.flatMap(allOf);
  const done = all.filter((id) => decided.has(id)).length;
  const saving = useIsMutating({ mutationKey: verdictKey(caseId) });
  const [isMoreAsked, setMoreAsked] = useState(false);

  const pass = (evidence: string, isPassed: boolean) =>
    setPassed((before) => {
      const next = new Set(before);
      if (isPassed) next.add(evidence);
      else next.delete(evidence);
      return next;
    });
  const judge = (verdict: 'accepted' | 'rejected') => {
    if (!current) return;
    const evidence = allOf(current);
    const [first = ''] = evidence;
    pass(first, true);
    // Once confirmed it is known as decided; if it is taken back or fails it must come up again.
    mutate({ evidence, verdict, before: 'proposed' }, { onSettled: () => pass(first, false) });
  };
  const skip = () => {
    if (current) pass(current.evidence.id, true);
  };
  const open = () => {
    if (!current) return;
    const { document, span } = current.evidence;
    navigate({
      to: '/cases/$case/documents/$document',
      params: { case: caseId, document },
      search: { at: writeAt(span) },
    });
  };
  const more = () => setMoreAsked(true);
  // What is still being saved must not be offered again.
  useEffect(() => {
    if (!isMoreAsked || saving > 0) return;
    setMoreAsked(false);
    setPassed(new Set());
    queries.resetQueries({ queryKey: ['queue', caseId] });
  }, [isMoreAsked, saving, queries, caseId]);
  useKeys('review', {
    a: () => judge('accepted'),
    r: () => judge('rejected'),
    s: skip,
    o: open,
    n: () => {
      if (!current) more();
    },
  });

  if (error) throw error;
  if (!queue || (isFetching && !current)) return <Loading />;
  const judged = queue.judged + done;
  const waiting = queue.waiting - done;
  return (
    <div className="page review">
      <title>{words.pageTitle(words.nav.review)}</title>
      <h1>{words.nav.review}</h1>
      <p className="quiet">
        {text.lead} {queue.left.seen > 0 && leftInWords(queue.left)}
      </p>
      <div className="filters">
        <label>
          <span>{words.board.columns.commitment}</span>
          <select
            value={commitment ?? ''}
            onChange={({ target }) =>
              navigate({
                to: '.',
                search: (before: object) => ({ ...before, commitment: target.value || undefined }),
              })
            }
          >
            <option value="">{words.board.allCommitments}</option>
            {board.commitments.map(({ id, requires }) => (
              <option key={id} value={id}>
                {requires}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="progress">
        <progress value={judged} max={Math.max(1, judged + waiting)} aria-label={text.bar} />
        <p role="status">
          {text.progress({ judged, waiting })}
          {current && ` · ${text.number({ at: place + 1, of: batch.length })}`}
        </p>
      </div>
      {current ? (
        <>
          <Card
            suggestion={current}
            debtor={bodiesInWords(debtorsOf(current.commitment), board.case.names)}
          />
          <p className="actions review-actions">
            <button type="button" onClick={() => judge('accepted')}>
              {words.action.acceptByKey}
            </button>
            <button type="button" onClick={() => judge('rejected')}>
              {text.reject}
            </button>
            <button type="button" onClick={skip}>
              {text.skip}
            </button>
            <button type="button" onClick={open}>
              {text.open}
            </button>
          </p>
          <NotSaved error={notSaved} />
        </>
      ) : waiting > 0 ? (
        <p className="empty">
          {isMoreAsked || saving > 0 ? text.saving(saving) : text.end}{' '}
          <button type="button" onClick={more}>
            {text.more}
          </button>
        </p>
      ) : (
        <p className="empty">{text.none}</p>
      )}
    </div>
  );
};
