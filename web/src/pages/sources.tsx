import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SourceLine } from '../../../src/model/index.ts';
import { sourcesQuery } from '../explore-api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useDuties } from '../parts/event-filters.tsx';
import { Folded } from '../parts/folded.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { RateMany, Rating } from '../parts/rating.tsx';
import { Selectable, type Selection, SelectionBar, Tick, useSelection } from '../parts/selection.tsx';
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

interface SelectionProps {
  caseId: string;
  selection: Selection;
  /** Of the decisions on them. */
  all: readonly string[];
  name: string;
}

/** What can be done with the sources that are ticked: rate them. */
const SourceSelection = ({ caseId, selection, all, name }: SelectionProps) => {
  const [isRating, setRating] = useState(false);
  return (
    <SelectionBar selection={selection} all={all} name={name}>
      <button type="button" className="small" onClick={() => setRating(true)}>
        {words.rating.open}
      </button>
      {isRating && (
        <Dialog heading={words.selection.of(selection.ids.length)} onClose={() => setRating(false)}>
          {() => (
            <RateMany
              caseId={caseId}
              subjects={selection.ids}
              close={() => {
                setRating(false);
                selection.put([]);
              }}
            />
          )}
        </Dialog>
      )}
    </SelectionBar>
  );
};

const TickCell = ({ subject, name }: Pick<SourceLine, 'subject' | 'name'>) => (
  <td className="tick-cell">{subject && <Tick id={subject} name={name} />}</td>
);

const subjectsOf = (sources: readonly Pick<SourceLine, 'subject'>[]): string[] => [
  ...new Set(sources.flatMap(({ subject }) => subject ?? [])),
];

export const Sources = () => {
  const { case: caseId } = route.useParams();
  const clocks = route.useSearch();
  const { origins, publishers, parties } = useSuspenseQuery(sourcesQuery(caseId, clocks)).data;
  const duties = useDuties(caseId, clocks);
  const { columns } = text;
  const selections = { origins: useSelection(), publishers: useSelection() };
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
      <Selectable selection={selections.origins}>
        <SourceSelection
          caseId={caseId}
          selection={selections.origins}
          all={subjectsOf(origins)}
          name={columns.name}
        />
        <Folded items={origins} first={50}>
          {(shown) => (
            <ListTable
              hasTicks
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
                    <TickCell {...origin} />
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
      </Selectable>
      <h2 className="above-table">{text.publishers(publishers.length)}</h2>
      <Selectable selection={selections.publishers}>
        <SourceSelection
          caseId={caseId}
          selection={selections.publishers}
          all={subjectsOf(publishers)}
          name={columns.publisher}
        />
        <Folded items={publishers} first={30}>
          {(shown) => (
            <ListTable hasTicks columns={[columns.publisher, columns.grade, columns.documents]}>
              {shown.map((publisher) => (
                <tr key={publisher.name}>
                  <TickCell {...publisher} />
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
      </Selectable>
    </div>
  );
};
