import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { capital } from '../../../src/messages/index.ts';
import type { ComparisonView } from '../../../src/model/index.ts';
import { type Asked, comparisonQuery, lastAsked, rememberAsked } from '../coding-api.ts';
import { decisionsQuery } from '../decision-api.ts';
import { AgreementFigures, Confusion } from '../parts/comparison.tsx';
import { DifferingCell } from '../parts/differing-cell.tsx';
import { Folded } from '../parts/folded.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/second-coder');
const text = words.coding;

interface FormProps {
  onAsk: (asked: Asked) => void;
}

/** Where a coding sheet is chosen. */
const SheetForm = ({ onAsk }: FormProps) => (
  <label className="field">
    <span>{text.sheet}</span>
    <input
      type="file"
      accept=".csv,.tsv,.xlsx"
      onChange={({ target }) => {
        const [sheet] = target.files ?? [];
        if (sheet) onAsk({ sheet });
      }}
    />
    <span className="hint">{text.sheetHint}</span>
  </label>
);

/** Two people who set findings, or one and the board. */
const CoderForm = ({ coders, onAsk }: FormProps & { coders: readonly string[] }) => {
  const compare = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [first, second] = [String(form.get('first') ?? ''), String(form.get('second') ?? '')];
    onAsk({ first: first || undefined, second });
  };
  return (
    <form className="filters" onSubmit={compare}>
      <label>
        <span>{text.one}</span>
        <select name="first" defaultValue="">
          <option value="">{text.board}</option>
          {coders.map((coder) => (
            <option key={coder}>{coder}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.other}</span>
        <select name="second" defaultValue={coders.at(-1)}>
          {coders.map((coder) => (
            <option key={coder}>{coder}</option>
          ))}
        </select>
      </label>
      <button type="submit">{text.compare}</button>
    </form>
  );
};

const Refused = ({ view: { refused, blank } }: { view: ComparisonView }) => (
  <>
    {refused.length > 0 && (
      <details open={refused.length < 6}>
        <summary>{text.refused(refused.length)}</summary>
        <ul className="plain">
          {refused.map(({ row, why }) => (
            <li key={`${row} ${why}`}>{text.refusedRow({ row, why })}</li>
          ))}
        </ul>
      </details>
    )}
    {blank > 0 && <p className="quiet">{text.blank(blank)}</p>}
  </>
);

const Compared = ({ caseId, view }: { caseId: string; view: ComparisonView }) => (
  <>
    <h2>{text.between({ first: capital(view.first ?? text.board), second: view.second })}</h2>
    <Refused view={view} />
    <AgreementFigures view={view} />
    <Confusion view={view} />
    <h2>{text.differing(view.differing.length)}</h2>
    <Folded items={view.differing} first={20}>
      {(shown) => (
        <ul className="plain">
          {shown.map((cell) => (
            <DifferingCell key={`${cell.commitment} ${cell.period}`} {...{ caseId, cell, view }} />
          ))}
        </ul>
      )}
    </Folded>
  </>
);

/** One coding beside another: how far they agree, and where not. */
const Comparison = ({ caseId, asked }: { caseId: string; asked: Asked }) => {
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery(comparisonQuery(queries, caseId, route.useSearch(), asked));
  if (error) return <NotSaved error={error} />;
  if (isPending) return <p role="status">{text.working}</p>;
  return <Compared caseId={caseId} view={data} />;
};

export const SecondCoder = () => {
  const { case: caseId } = route.useParams();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(() => lastAsked(queries, caseId));
  const { data } = useQuery(decisionsQuery(caseId, { kind: 'finding' }));
  const coders = [...new Set(data?.decisions.map(({ by }) => by))];
  const ask = (next: Asked) => {
    rememberAsked(queries, caseId, next);
    setAsked(next);
  };
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.secondCoder)}</title>
      <h1>{words.nav.secondCoder}</h1>
      <p className="lead">{text.lead}</p>
      <SheetForm onAsk={ask} />
      {coders.length > 0 && <CoderForm coders={coders} onAsk={ask} />}
      {asked && <Comparison caseId={caseId} asked={asked} />}
    </div>
  );
};
