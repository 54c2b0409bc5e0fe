import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { clauseSpan } from '../clauses.ts';
import { agreementQuery } from '../draft-api.ts';
import { caseFileQuery } from '../explore-api.ts';
import { AgreementText } from '../parts/agreement-text.tsx';
import { textOfInWords } from '../phrases.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/agreement');

/** The text that a case was made from, with the clauses of its commitments marked. */
export const AgreementPage = () => {
  const { case: caseId } = route.useParams();
  const { commitment } = route.useSearch();
  const navigate = route.useNavigate();
  const { agreement } = useSuspenseQuery(agreementQuery(caseId)).data;
  const { file } = useSuspenseQuery(caseFileQuery(caseId)).data;
  const clauses = file.commitments.flatMap(({ id, clause }) => {
    const span = clause && agreement ? clauseSpan(agreement.text, clause) : null;
    return span ? [{ id, span, is: 'accepted' as const }] : [];
  });
  const current = clauses.find(({ id }) => id === commitment);
  return (
    <div className="page">
      <title>{words.pageTitle(words.agreement.heading)}</title>
      <Link to="/cases/$case" params={{ case: caseId }} className="back">
        ← {words.nav.board}
      </Link>
      <h1>{words.agreement.heading}</h1>
      {agreement ? (
        <>
          <p className="lead">{words.agreement.lead}</p>
          <p className="quiet">{textOfInWords(agreement.source.name)}</p>
          <AgreementText
            text={agreement.text}
            clauses={clauses}
            current={current?.span ?? null}
            onPress={(offset) => {
              const pressed = clauses.find(({ span }) => span[0] <= offset && offset < span[1]);
              if (pressed)
                navigate({
                  to: '/cases/$case/commitments/$commitment',
                  params: { case: caseId, commitment: pressed.id },
                });
            }}
          />
        </>
      ) : (
        <p className="empty">{words.agreement.none}</p>
      )}
    </div>
  );
};
