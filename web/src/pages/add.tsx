import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { languageInWords, rowInWords } from '../../../src/messages/index.ts';
import type { JobView } from '../../../src/model/index.ts';
import { caseListQuery } from '../api.ts';
import { useAddition } from '../change-api.ts';
import { useJob } from '../explore-api.ts';
import { JobFailure } from '../parts/job-failure.tsx';
import { Leaving } from '../parts/leaving.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/add');
const text = words.add;

/** Inputs with a word on each; nothing where there are none. */
const Named = ({ heading, items }: { heading: string; items: readonly { source: string; why: string }[] }) =>
  items.length > 0 && (
    <>
      <h3>{heading}</h3>
      <ul>
        {items.map(({ source, why }) => (
          <li key={source}>
            {source}: {why}
          </li>
        ))}
      </ul>
    </>
  );

const Result = ({ caseId, added }: { caseId: string; added: NonNullable<JobView['added']> }) => (
  <>
    <p className="lead">
      {text.result({ fresh: added.new, known: added.known, refused: added.refused.length })}
    </p>
    {added.copies > 0 && <p>{text.copies(added.copies)}</p>}
    {added.unread > 0 && (
      <p>
        {text.unread({
          n: added.unread,
          languages: rowInWords([
            ...new Set(added.otherLanguages.map(({ language }) => languageInWords(language))),
          ]),
        })}
      </p>
    )}
    {added.refused.length > 0 && (
      <>
        <h3>{text.refused}</h3>
        <ul className="refusals">
          {added.refused.map(({ source, code, why, todo }) => (
            <li key={`${source} ${code}`}>
              <strong>{source}</strong>: {why} {todo} <code>{code}</code>
            </li>
          ))}
        </ul>
      </>
    )}
    <Named heading={text.incomplete} items={added.incomplete} />
    <Named heading={text.skipped} items={added.skipped} />
    <p className="actions">
      <Link className="button" to="/cases/$case" params={{ case: caseId }}>
        {text.toBoard}
      </Link>
      <Link className="button" to="/cases/$case/documents" params={{ case: caseId }}>
        {text.toDocuments}
      </Link>
    </p>
  </>
);

/** How an addition stands: its progress while it works, then what became of every input. */
const Job = ({ caseId, id }: { caseId: string; id: string }) => {
  const { data: job, error } = useJob(caseId, id);
  if (error) return <NotSaved error={error} say={words.failure.whole} />;
  if (!job) return null;
  const { step } = job;
  return (
    <section className="job" aria-labelledby="job-heading">
      <h2 id="job-heading">{text.job(job.inputs)}</h2>
      <p role="status">{text.states[job.state]}</p>
      {job.state === 'working' && step && (
        <>
          <p>{text.step({ doing: text.doing[step.doing], done: step.done, total: step.total })}</p>
          <progress value={step.done} max={step.total} aria-label={text.doing[step.doing]} />
        </>
      )}
      <JobFailure failure={job.failure} />
      {job.added && <Result caseId={caseId} added={job.added} />}
    </section>
  );
};

/** Said of a case that has just been made: reports are the next step. */
const Made = ({ caseId }: { caseId: string }) => {
  const { data } = useQuery(caseListQuery);
  const made = data?.cases.find(({ id }) => id === caseId);
  return made && <p className="note">{words.desk.made({ title: made.title, n: made.commitments })}</p>;
};

export const Add = () => {
  const { case: caseId } = route.useParams();
  const { job, made } = route.useSearch();
  const navigate = route.useNavigate();
  const addition = useAddition(caseId);
  const [chosen, setChosen] = useState(0);
  const isTouched = useRef(false);
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.add)}</title>
      <h1>{words.nav.add}</h1>
      {made && <Made caseId={caseId} />}
      <p className="lead">{text.lead}</p>
      <Leaving isDirty={() => isTouched.current} />
      <form
        className="form add-form"
        onInput={() => {
          isTouched.current = true;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const said = (name: string) => String(data.get(name) ?? '').trim();
          const files = data
            .getAll('files')
            .filter((file): file is File => file instanceof File && file.size > 0);
          addition.mutate(
            { files, urls: said('urls'), published: said('published'), publisher: said('publisher') },
            {
              onSuccess: ({ id }) => {
                form.reset();
                isTouched.current = false;
                setChosen(0);
                navigate({ search: { job: id } });
              },
            },
          );
        }}
      >
        <label className="drop-zone">
          <span>{text.choose}</span>
          <input
            className="chooser"
            type="file"
            name="files"
            multiple
            onChange={({ target }) => setChosen(target.files?.length ?? 0)}
          />
        </label>
        <label>
          <span>{text.urls}</span>
          <textarea name="urls" rows={3} spellCheck={false} />
        </label>
        <div className="form-row">
          <label>
            <span>{text.published}</span>
            <input type="date" name="published" />
          </label>
          <label>
            <span>{text.publisher}</span>
            <input type="text" name="publisher" maxLength={400} />
          </label>
        </div>
        <p>
          <button type="submit" className="primary" aria-disabled={addition.isPending}>
            {chosen > 0 ? words.counted({ what: words.action.add, n: chosen }) : words.action.add}
          </button>
        </p>
        <NotSaved error={addition.error} say={text.failed} />
      </form>
      {job && <Job key={job} caseId={caseId} id={job} />}
    </div>
  );
};
