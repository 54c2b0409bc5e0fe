import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EnteredClaim } from '../../../src/model/index.ts';
import { asProblem, casePath, send } from '../api.ts';
import { dateInWords } from '../dates.ts';
import { words } from '../words.ts';

const text = words.claimForm;

/** The claims that people entered in a document, each with who and when; they can be taken back. */
export const EnteredClaims = ({ caseId, claims }: { caseId: string; claims: readonly EnteredClaim[] }) => {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (claim: string) => send(queries, 'DELETE', casePath(caseId, 'claims', claim), {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  if (!claims.length) return null;
  return (
    <section className="panel" aria-labelledby="entered-heading">
      <h2 id="entered-heading">{text.entered(claims.length)}</h2>
      {claims.map(({ id, words: quoted, by, at }) => (
        <div key={id} className="claim">
          <p className="quotation">“{quoted}”</p>
          <p className="facts">{text.by(by, dateInWords(at.slice(0, 10)))}</p>
          <p>
            <button type="button" onClick={() => withdraw.mutate(id)}>
              {text.withdraw}
            </button>
          </p>
        </div>
      ))}
      {withdraw.error && (
        <p className="refused" role="alert">
          {text.failed(asProblem(withdraw.error).title)}
        </p>
      )}
    </section>
  );
};
