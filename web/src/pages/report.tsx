import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { boardQuery, casePath } from '../api.ts';
import { Clocks } from '../parts/clocks.tsx';
import { fileAddress, TableDownloads } from '../parts/table-downloads.tsx';
import { chosenInWords, clocksInWords } from '../phrases.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/report');
const text = words.report;

const tables = ['commitments', 'months', 'evidence', 'origins', 'documents'] as const;
const formats = ['docx', 'html', 'md'] as const;
const exportFormats = [
  'datapackage',
  'parquet',
  'pam',
  'geojson',
  'bibtex',
  'ris',
  'csl-json',
  'json-ld',
  'ftm',
  'stix',
] as const;

interface ChoiceProps {
  commitments: readonly { id: string; reference?: string | undefined; requires: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Which commitments the report is on. */
const CommitmentChoice = ({ commitments, chosen, onChange }: ChoiceProps) => {
  const toggled = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return next;
  };
  return (
    <details className="commitment-choice">
      <summary>{chosenInWords(chosen.size, commitments.length)}</summary>
      <p className="actions">
        <button
          type="button"
          className="small"
          onClick={() => onChange(new Set(commitments.map(({ id }) => id)))}
        >
          {text.all}
        </button>
        <button type="button" className="small" onClick={() => onChange(new Set())}>
          {text.noneChosen}
        </button>
      </p>
      <ul className="plain">
        {commitments.map(({ id, reference, requires }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => onChange(toggled(id))} />{' '}
              {reference && <span className="quiet">{reference}</span>} {requires}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The papers to hand in: the report in its forms, tables, and the case for other programs. */
export const ReportPage = () => {
  const { case: caseId } = route.useParams();
  const { data: view } = useSuspenseQuery(boardQuery(caseId, route.useSearch()));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(view.commitments.map(({ id }) => id)));
  const { asOf, knownAt } = view.assessment;
  const isAll = chosen.size === view.commitments.length;
  const asked = { asOf, knownAt, commitment: isAll ? undefined : [...chosen] };
  const report = (parameters: Record<string, string>) =>
    fileAddress(casePath(caseId, 'report'), { ...asked, ...parameters });
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.report)}</title>
      <div className="board-head">
        <div>
          <h1>{words.nav.report}</h1>
          <p className="lead">{text.lead}</p>
          <p className="quiet">{clocksInWords(asOf, knownAt)}</p>
          <CommitmentChoice {...{ commitments: view.commitments, chosen, onChange: setChosen }} />
          {chosen.size === 0 ? (
            <p role="status">{text.chooseOne}</p>
          ) : (
            <p className="actions">
              {formats.map((format, place) => (
                <a
                  key={format}
                  className={place === 0 ? 'button primary' : 'button'}
                  download
                  href={report({ format })}
                >
                  {text.formats[format]}
                </a>
              ))}
              <a
                className="button"
                target="_blank"
                rel="noreferrer"
                href={report({ format: 'html', shown: 'true' })}
              >
                {text.print}
              </a>
            </p>
          )}
        </div>
        <Clocks signed={view.case.signed} asOf={asOf} knownAt={knownAt} />
      </div>
      <h2>{text.tablesHeading}</h2>
      <p className="quiet">{text.tablesNote}</p>
      <ul className="plain table-files">
        {tables.map((table) => (
          <li key={table}>
            <span>{text.tables[table]}</span> <TableDownloads {...{ caseId, table, filter: asked }} />
          </li>
        ))}
      </ul>
      <h2>{text.exportsHeading}</h2>
      <p className="quiet">{text.exportsNote}</p>
      <ul className="plain table-files export-files">
        {exportFormats.map((format) => (
          <li key={format}>
            <span>{text.exportsFor[format]}</span>{' '}
            <a
              className="button"
              download
              href={fileAddress(casePath(caseId, 'export'), { asOf, knownAt, format })}
            >
              {text.exports[format]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
