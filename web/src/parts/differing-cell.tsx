import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { capital, rowInWords } from '../../../src/messages/index.ts';
import type { DifferingCell as Cell, CodingDecision, ComparisonView } from '../../../src/model/index.ts';
import { useSettle } from '../coding-api.ts';
import { dateInWords } from '../dates.ts';
import { codedValueInWords, decidedInWords, standsInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';
import { Quotation } from './quotation.tsx';

const text = words.coding;

interface SideProps {
  caseId: string;
  heading: string;
  quotes: Cell['breach'];
}

const Side = ({ caseId, heading, quotes }: SideProps) => (
  <div>
    <h4>{heading}</h4>
    {quotes.length === 0 && <p className="quiet">{text.nothing}</p>}
    {quotes.map(({ document, span, words: told, title, published }) => (
      <div key={`${document} ${span}`}>
        <Quotation {...{ caseId, document, span, words: told }} />
        <p className="facts">
          <bdi>{title}</bdi>
          {published && `, ${dateInWords(published)}`}
        </p>
      </div>
    ))}
  </div>
);

interface DifferingCellProps {
  caseId: string;
  cell: Cell;
  view: Pick<ComparisonView, 'first' | 'second' | 'measure'>;
}

const choices: readonly CodingDecision['stands'][] = ['first', 'second', 'look again'];

/** A cell in which two codings differ: both values, what is told on both sides, what is missing, and who is to stand. */
export const DifferingCell = ({ caseId, cell, view }: DifferingCellProps) => {
  const { commitment, period, requires, reference, first, second, decided, missing } = cell;
  const { measure } = view;
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useSettle(caseId);
  const heading = useId();
  return (
    <li className="differing" aria-labelledby={heading}>
      <h3 id={heading}>
        <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment }}>
          {reference && `${reference}. `}
          {requires}
        </Link>
      </h3>
      <p>
        {period && `${dateInWords(period)}: `}
        {text.differ({
          first: capital(view.first ?? text.board),
          a: codedValueInWords(first),
          second: view.second,
          b: codedValueInWords(second),
        })}
      </p>
      <div className="sides">
        <Side caseId={caseId} heading={words.told.affirms.performance} quotes={cell.performance} />
        <Side caseId={caseId} heading={words.told.affirms.breach} quotes={cell.breach} />
      </div>
      {missing.length > 0 && (
        <p>{text.missing(rowInWords(missing.map((element) => words.evidence.elementNames[element])))}</p>
      )}
      {decided && <p role="status">{decidedInWords(decided, view.first ?? text.board)}</p>}
      <label className="field">
        <span>{words.decision.reason}</span>
        <input value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <p className="actions">
        {choices.map((stands) => (
          <button
            key={stands}
            type="button"
            className="small"
            aria-disabled={isPending}
            onClick={() => !isPending && mutate({ cell, stands, coder: view.second, measure, reason })}
          >
            {standsInWords(stands, view.first ?? text.board, view.second)}
          </button>
        ))}
      </p>
      <NotSaved error={error} />
    </li>
  );
};
