import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { SourceLine } from '../../../src/model/index.ts';
import { sourcesQuery } from '../explore-api.ts';
import { useDuties } from '../parts/event-filters.tsx';
import { Folded } from '../parts/folded.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Rating } from '../parts/rating.tsx';
import { TableDownloads } from '../parts/table-downloads.tsx';
import { gradeInWords } from '../phrases.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/sources');
const text = words.sources;

interface GradeCellProps {
  caseId: string;
  source: Pick<SourceLine, 'name' | 'grade' | 'interest' | 'subject'>;
}

const GradeCell = ({ caseId, source: { name, grade, interest, subject } }: GradeCellProps) => (
  <td>
    <span className="rated">
      <span>
        {grade ? gradeInWords(grade) : <span className="quiet">{text.ungraded}</span>}
        {interest && <span className="facts"> {text.interest(words.interests[interest])}</span>}
      </span>
      {subject && <Rating caseId={caseId} subject={subject} name={name} />}
    </span>
  </td>
);

export const Sources = () => {
  const { case: caseId } = route.useParams();
  const clocks = route.useSearch();
  const { origins, publishers, parties } = useSuspenseQuery(sourcesQuery(caseId, clocks)).data;
  const duties = useDuties(caseId, clocks);
  const { columns } = text;
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <h1>{text.heading}</h1>
      <p className="lead">{text.lead}</p>
      <p className="quiet">{text.gradesNote}</p>
      <h2 className="above-table">
        {text.origins(origins.length)}{' '}
        <TableDownloads caseId={caseId} table="origins" filter={{ ...clocks }} />
      </h2>
      <Folded items={origins} first={50}>
        {(shown) => (
          <ListTable
            columns={[
              columns.name,
              columns.camp,
              columns.grade,
              columns.adds,
              columns.breach,
              columns.performance,
              columns.documents,
            ]}
          >
            {shown.map((origin) => {
              const { id, name, camp, adds, breach, performance, documents, commitments } = origin;
              return (
                <tr key={id}>
                  <td>
                    <details>
                      <summary>{name}</summary>
                      <ul className="plain">
                        {commitments.map((commitment) => (
                          <li key={commitment}>
                            <Link
                              to="/cases/$case/commitments/$commitment"
                              params={{ case: caseId, commitment }}
                            >
                              {duties[commitment] ?? words.sources.oneCommitment}
                            </Link>
                          </li>
                        ))}
                      </ul>
                    </details>
                  </td>
                  <td>{parties[camp] ?? words.commitment.otherCamp}</td>
                  <GradeCell caseId={caseId} source={origin} />
                  <td className="number">{adds >= 0.005 ? text.points(Math.round(adds * 100)) : '–'}</td>
                  <td className="number">{breach}</td>
                  <td className="number">{performance}</td>
                  <td className="number">{documents}</td>
                </tr>
              );
            })}
          </ListTable>
        )}
      </Folded>
      <h2 className="above-table">{text.publishers(publishers.length)}</h2>
      <Folded items={publishers} first={30}>
        {(shown) => (
          <ListTable columns={[columns.publisher, columns.grade, columns.documents]}>
            {shown.map((publisher) => (
              <tr key={publisher.name}>
                <td>
                  <Link
                    to="/cases/$case/documents"
                    params={{ case: caseId }}
                    search={{ publisher: publisher.name }}
                  >
                    {publisher.name}
                  </Link>
                </td>
                <GradeCell caseId={caseId} source={publisher} />
                <td className="number">{publisher.documents}</td>
              </tr>
            ))}
          </ListTable>
        )}
      </Folded>
    </div>
  );
};
