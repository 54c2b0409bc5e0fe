import { toldInWords } from '../../../src/messages/index.ts';
import type { EventLine } from '../../../src/model/index.ts';
import { toneOf } from '../../../src/model/stance.ts';
import { whenOf } from '../event-data.ts';
import { words } from '../words.ts';
import { Folded } from './folded.tsx';
import { ListTable } from './list-table.tsx';
import { Quotation } from './quotation.tsx';

interface EventTableProps {
  caseId: string;
  events: readonly EventLine[];
  total: number;
  duties: Readonly<Record<string, string>>;
}

/** Rows shown until a person asks for all. */
const rowsShown = 50;

const text = words.events;

/** Events as a table: the same as the picture above it, for eyes, keyboards and readers. */
export const EventTable = ({ caseId, events, total, duties }: EventTableProps) => (
  <Folded items={events} first={rowsShown}>
    {(shown) => (
      <ListTable
        caption={
          events.length === total ? text.caption(total) : text.captionSome({ shown: events.length, total })
        }
        columns={Object.values(text.columns)}
      >
        {shown.map((event) => (
          <tr key={event.id}>
            <td className="narrow">{whenOf(event)}</td>
            <td className={`narrow bearing tone-${toneOf(event)}`}>{toldInWords(event)}</td>
            <td className="medium">{duties[event.commitment] ?? event.commitment}</td>
            <td>
              <Quotation caseId={caseId} document={event.document} span={event.span} words={event.words} />
              <bdi className="facts">{event.title}</bdi>
            </td>
            <td className="narrow">{event.place?.name ?? '–'}</td>
          </tr>
        ))}
      </ListTable>
    )}
  </Folded>
);
