import type { EnteredClaim } from '../../../src/model/index.ts';
import { useWithdrawClaim } from '../claim-api.ts';
import { dateInWords } from '../dates.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

const text = words.claimForm;

/** The claims that people entered in a document, each with who and when; they can be taken back. */
export const EnteredClaims = ({ caseId, claims }: { caseId: string; claims: readonly EnteredClaim[] }) => {
  const withdraw = useWithdrawClaim(caseId);
  if (!claims.length) return null;
  return (
    <section className="panel" aria-labelledby="entered-heading">
      <h2 id="entered-heading">{text.entered(claims.length)}</h2>
      {claims.map((claim) => (
        <div key={claim.id} className="claim">
          <p className="quotation" dir="auto">
            “{claim.words}”
          </p>
          <p className="facts">
            {words.decision.by({ who: claim.by, when: dateInWords(claim.at.slice(0, 10)) })}
          </p>
          <p>
            <button type="button" onClick={() => withdraw.mutate(claim)}>
              {words.action.takeBack}
            </button>
          </p>
        </div>
      ))}
      <NotSaved error={withdraw.error} say={text.failed} />
    </section>
  );
};
