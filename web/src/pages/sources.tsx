import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SourceLine, SourcesView } from '../../../src/model/index.ts';
import { sourcesQuery } from '../explore-api.ts';
import { useDuties } from '../parts/event-filters.tsx';
import { Folded } from '../parts/folded.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { RateTicked, Rating } from '../parts/rating.tsx';
import { Selectable, SelectionBar, Tick, useSelection } from '../parts/selection.tsx';
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

const TickCell = ({ subject, name }: Pick<SourceLine, 'subject' | 'name'>) => (
  <td className="tick-cell">{subject && <Tick id={subject} name={name} />}</td>
);

interface SourceListProps<Line> {
  caseId: string;
  lines: readonly Line[];
  /** The first names what the lines are. */
  columns: readonly [string, ...string[]];
  /** How many are shown until a person asks for all. */
  first: number;
  /** The row of one. */
  children: (line: Line) => ReactNode;
}

/** A list of sources, of which those that are ticked can be rated at once. */
const SourceList = <Line extends Pick<SourceLine, 'subject'>>({
  caseId,
  lines,
  columns,
  first,
  children,
}: SourceListProps<Line>) => {
  const selection = useSelection();
  const all = [...new Set(lines.flatMap(({ subject }) => subject ?? []))];
  return (
    <Selectable selection={selection}>
      <SelectionBar selection={selection} all={all} name={columns[0]}>
        <RateTicked {...{ caseId, selection }} />
      </SelectionBar>
      <Folded items={lines} first={first}>
        {(shown) => (
          <ListTable hasTicks columns={columns}>
            {shown.map(children)}
          </ListTable>
        )}
      </Folded>
    </Selectable>
  );
};

interface OriginRowProps {
  caseId: string;
  origin: SourceLine;
  /** Name by id of every party and actor. */
  parties: Readonly<Record<string, string>>;
  /** What commitments require, by their ids. */
  duties: Readonly<Record<string, string>>;
}

const OriginRow = ({ caseId, origin, parties, duties }: OriginRowProps) => (
  <tr>
    <TickCell {...origin} />
    <td>
      <details>
        <summary>{origin.name}</summary>
        <ul className="plain">
          {origin.commitments.map((commitment) => (
            <li key={commitment}>
              <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment }}>
                {duties[commitment] ?? text.oneCommitment}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </td>
    <td>{parties[origin.camp] ?? words.commitment.otherCamp}</td>
    <GradeCell caseId={caseId} source={origin} />
    <td className="number">{origin.adds >= 0.005 ? text.points(Math.round(origin.adds * 100)) : '–'}</td>
    <td className="number">{origin.breach}</td>
    <td className="number">{origin.performance}</td>
    <td className="number">{origin.documents}</td>
  </tr>
);

interface PublisherRowProps {
  caseId: string;
  publisher: SourcesView['publishers'][number];
}

const PublisherRow = ({ caseId, publisher }: PublisherRowProps) => (
  <tr>
    <TickCell {...publisher} />
    <td>
      <Link to="/cases/$case/documents" params={{ case: caseId }} search={{ publisher: publisher.name }}>
        {publisher.name}
      </Link>
    </td>
    <GradeCell caseId={caseId} source={publisher} />
    <td className="number">{publisher.documents}</td>
  </tr>
);

export const Sources = () => {
  const { case: caseId } = route.useParams();
  const clocks = route.useSearch();
  const { origins, publishers, parties } = useSuspenseQuery(sourcesQuery(caseId, clocks)).data;
  const duties = useDuties(caseId, clocks);
  const { name, camp, grade, adds, breach, performance, documents, publisher } = text.columns;
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.sources)}</title>
      <h1>{words.nav.sources}</h1>
      <p className="lead">{text.lead}</p>
      <p className="quiet">{text.gradesNote}</p>
      <h2>
        {text.origins(origins.length)}{' '}
        <TableDownloads caseId={caseId} table="origins" filter={{ ...clocks }} />
      </h2>
      <SourceList
        caseId={caseId}
        lines={origins}
        columns={[name, camp, grade, adds, breach, performance, documents]}
        first={50}
      >
        {(origin) => <OriginRow key={origin.id} {...{ caseId, origin, parties, duties }} />}
      </SourceList>
      <h2>{text.publishers(publishers.length)}</h2>
      <SourceList caseId={caseId} lines={publishers} columns={[publisher, grade, documents]} first={30}>
        {(one) => <PublisherRow key={one.name} caseId={caseId} publisher={one} />}
      </SourceList>
    </div>
  );
};
