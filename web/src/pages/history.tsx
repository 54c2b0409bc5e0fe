import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LogLine } from '../../../src/model/index.ts';
import { boardQuery } from '../api.ts';
import { momentInWords } from '../dates.ts';
import { historyQuery, useUndoing } from '../history-api.ts';
import { TextField } from '../parts/fields.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { Pages } from '../parts/pages.tsx';
import { logLineInWords } from '../phrases.ts';
import { writeAt } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/history');
const text = words.history;

/** The words of a document that a line is on; null where it is on none. */
const spanOf = (line: LogLine) => {
  if (line.kind === 'verdict') return line.judgement.anchor.span;
  if ('claim' in line) return line.claim.entry.span;
  const value = line.kind === 'decision' ? line.decision.value : null;
  return typeof value === 'object' && value && 'span' in value ? value.span : null;
};

const quoted = (line: LogLine): string => {
  if (line.kind === 'verdict') return line.judgement.anchor.words;
  return 'claim' in line ? line.claim.words : '';
};

interface LineProps {
  caseId: string;
  line: LogLine;
  duties: Readonly<Record<string, string>>;
}

/** Asks why, and undoes. */
const Undo = ({ caseId, line }: Omit<LineProps, 'duties'>) => {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useUndoing(caseId);
  if (!isOpen)
    return (
      <button type="button" className="small" onClick={() => setOpen(true)}>
        {words.action.undo}
      </button>
    );
  return (
    <form
      className="form undo-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate({ line, reason: reason.trim() });
      }}
    >
      <TextField label={words.decision.reason} value={reason} long onChange={setReason} />
      <NotSaved error={error} />
      <p className="actions">
        <button type="submit" className="primary small" aria-disabled={isPending}>
          {words.action.undo}
        </button>
        <button type="button" className="small" onClick={() => setOpen(false)}>
          {words.action.cancel}
        </button>
      </p>
    </form>
  );
};

const Line = ({ caseId, line, duties }: LineProps) => {
  const span = spanOf(line);
  const quote = quoted(line);
  return (
    <li className={line.stands ? 'log-line' : 'log-line log-past'}>
      <p>
        <strong>{logLineInWords(line, duties)}</strong>{' '}
        {!line.stands && <span className="facts">{text.past}</span>}
      </p>
      <p className="facts">{words.decision.by({ who: line.by, when: momentInWords(line.at) })}</p>
      {quote && (
        <p className="quotation" dir="auto">
          “{quote}”
        </p>
      )}
      {line.document && (
        <p>
          <Link
            to="/cases/$case/documents/$document"
            params={{ case: caseId, document: line.document.id }}
            search={span ? { at: writeAt(span) } : {}}
          >
            <bdi>{line.document.title || words.commitment.untitled}</bdi>
          </Link>
        </p>
      )}
      {line.reason && <p>{text.because(line.reason)}</p>}
      {line.undoable && <Undo caseId={caseId} line={line} />}
    </li>
  );
};

/** Everything that people decided in a case: who, when, what and why; each can be undone, however old it is. */
export const History = () => {
  const { case: caseId } = route.useParams();
  const { kind, by, q, standing, page } = route.useSearch();
  const navigate = route.useNavigate();
  const at = Number(page ?? '1');
  const { data } = useSuspenseQuery(historyQuery(caseId, { kind, by, q, standing }, at));
  const { data: board } = useSuspenseQuery(boardQuery(caseId, {}));
  const ask = (part: object) => navigate({ search: (before) => ({ ...before, page: undefined, ...part }) });
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.history)}</title>
      <h1>{words.nav.history}</h1>
      <p className="quiet">{text.lead}</p>
      <search className="filters">
        <label>
          <span>{text.kind}</span>
          <select value={kind ?? ''} onChange={({ target }) => ask({ kind: target.value || undefined })}>
            <option value="">{text.everything}</option>
            {Object.entries(text.kinds).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.by}</span>
          <select value={by ?? ''} onChange={({ target }) => ask({ by: target.value || undefined })}>
            <option value="">{text.everybody}</option>
            {data.people.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{text.words}</span>
          <input
            type="search"
            defaultValue={q ?? ''}
            onKeyDown={({ key, currentTarget }) =>
              key === 'Enter' && ask({ q: currentTarget.value.trim() || undefined })
            }
            onBlur={({ target }) =>
              (target.value.trim() || undefined) !== q && ask({ q: target.value.trim() || undefined })
            }
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={standing === 'true'}
            onChange={({ target }) => ask({ standing: target.checked ? 'true' : undefined })}
          />
          {text.standing}
        </label>
      </search>
      <p role="status">{text.found(data.total)}</p>
      <ol className="plain log">
        {data.lines.map((line) => (
          <Line key={`${line.kind} ${line.id}`} caseId={caseId} line={line} duties={board.case.duties} />
        ))}
      </ol>
      {data.total === 0 && <p className="empty">{text.none}</p>}
      <Pages page={at} total={data.total} />
    </div>
  );
};
