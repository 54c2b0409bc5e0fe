import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { caseListQuery, casePath } from '../api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { TextField } from '../parts/fields.tsx';
import { ImportCase } from '../parts/import-case.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { useCaseRemoval } from '../removal-api.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/file');
const text = words.caseFile;

/** An address under which the browser has the text, as long as the page is drawn. */
const useTextAddress = (content: string): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: 'application/yaml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
};

const Deletion = ({ caseId, title, documents }: { caseId: string; title: string; documents: number }) => {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { mutate, isPending, error } = useCaseRemoval(caseId);
  const isSame = typed.trim() === title.trim();
  return (
    <form
      className="form door"
      onSubmit={(event) => {
        event.preventDefault();
        const onSuccess = () => navigate({ to: '/', search: { all: 'cases' } });
        if (isSame && !isPending) mutate(typed, { onSuccess });
      }}
    >
      <p>{text.lost}</p>
      <p>{text.stays(documents)}</p>
      <TextField label={text.typeTitle(title)} value={typed} required long onChange={setTyped} />
      <NotSaved error={error} />
      <p className="actions">
        <button type="submit" aria-disabled={isPending || !isSame}>
          {text.remove}
        </button>
      </p>
    </form>
  );
};

/** The case as a file: to take along, to bring in, and the end of the case. */
export const CaseFilePage = () => {
  const { case: caseId } = route.useParams();
  const { source, file } = useSuspenseQuery(caseFileQuery(caseId)).data;
  const { cases } = useSuspenseQuery(caseListQuery).data;
  const address = useTextAddress(source);
  const documents = cases.find(({ id }) => id === caseId)?.documents ?? 0;
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <h1>{text.heading}</h1>
      <p className="lead">{text.lead}</p>
      <p className="actions">
        <a className="button primary" href={address} download={`${caseId}.yaml`}>
          {text.download}
        </a>
        <Link className="button" to="/cases/$case/edit" params={{ case: caseId }}>
          {words.nav.edit}
        </Link>
      </p>
      <h2>{text.whole}</h2>
      <div className="form door">
        <p>{text.wholeLead}</p>
        <p className="actions">
          <a className="button" href={casePath(caseId, 'archive')} download>
            {text.archive}
          </a>
        </p>
        <p className="quiet">
          {text.backUp} <code>npx proviso backup proviso-backup.zip</code>
        </p>
      </div>
      <h2>{text.replace}</h2>
      <ImportCase label={text.file} hint={text.replaceHint} replaces />
      <h2>{text.remove}</h2>
      <Deletion caseId={caseId} title={file.title} documents={documents} />
    </div>
  );
};
