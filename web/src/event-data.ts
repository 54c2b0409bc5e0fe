import { toldInWords } from '../../src/messages/index.ts';
import type { EventLine } from '../../src/model/index.ts';
import { dateInWords } from './dates.ts';
import type { DataTable } from './picture.ts';
import { words } from './words.ts';

/** When it is said to have happened, in words: as told, or else when it was published. */
export const whenOf = ({ time, published }: Pick<EventLine, 'time' | 'published'>): string =>
  time || published ? dateInWords(time ?? published ?? '') : words.document.undated;

/** Events as a table to take along; days as data programs read them. */
export const eventData = (
  events: readonly EventLine[],
  duties: Readonly<Record<string, string>>,
): DataTable => ({
  columns: [
    ...Object.values(words.events.columns),
    words.events.firstDay,
    words.events.lastDay,
    words.events.report,
  ],
  rows: events.map((event) => [
    whenOf(event),
    toldInWords(event),
    duties[event.commitment] ?? event.commitment,
    event.words,
    event.place?.name ?? '',
    event.from ?? '',
    event.to ?? '',
    event.title,
  ]),
});
