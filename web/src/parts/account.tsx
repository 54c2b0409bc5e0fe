import { Link } from '@tanstack/react-router';
import type { DocumentView } from '../../../src/model/index.ts';
import { useCorrection } from '../correction-api.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

const text = words.account;

/** What the text leaves out of its file, by what it is. */
export const AccountOf = ({ account }: Pick<DocumentView['document'], 'account'>) =>
  account &&
  account.leftOut.length > 0 && (
    <details className="preservation">
      <summary>{text.share(account.share)}</summary>
      <dl>
        {account.leftOut.map(({ what, characters, begins }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {text.characters(characters)}: <q dir="auto">{begins}</q>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );

/** A text that has nothing in common with its page's text before: a person says which of them stands. */
export const WaitsBeside = ({ caseId, view }: { caseId: string; view: DocumentView }) => {
  const { mutate, isPending, error } = useCorrection(caseId);
  const earlier = view.waitsBeside;
  if (earlier === null) return null;
  const settle = (replaces: string | null) => {
    if (!isPending) mutate({ documents: [view.document.id], replaces, reason: '' });
  };
  return (
    <div className="note">
      <p>
        {text.waits}{' '}
        <Link to="/cases/$case/documents/$document" params={{ case: caseId, document: earlier }} search={{}}>
          {text.earlier}
        </Link>
      </p>
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => settle(earlier)}>
          {text.replaces}
        </button>
        <button type="button" aria-disabled={isPending} onClick={() => settle(null)}>
          {text.beside}
        </button>
      </p>
      <NotSaved error={error} />
    </div>
  );
};
