import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { createEvents } from 'ics';
import { addDuration, type Edition, type EditionMade } from '../../../model/index.ts';
import { jsonText } from '../../json-text.ts';
import { statusWords } from '../../marks.ts';
import { standingIn } from '../changes.ts';
import { addressOf, files } from './frame.ts';

interface Entry {
  id: string;
  title: string;
  summary: string;
  day: string;
  url: string | null;
}

/** A name for something that has no address of its own (RFC 4151). */
const tagOf = ({ case: id, signed }: Edition, ...parts: readonly (string | number)[]): string =>
  `tag:proviso.invalid,${signed}:${[id, ...parts].join('/')}`;

type Standings = Pick<EditionMade, 'number' | 'day' | 'correction' | 'standing'>;

const changesBetween = (edition: Edition, last: Standings | undefined, now: Standings): Entry[] =>
  edition.commitments.flatMap(({ id, requires }) => {
    const [old, fresh] = [last?.standing[id], now.standing[id]];
    if (!fresh) return [];
    const [before, status] = [old && statusWords(old), statusWords(fresh)];
    if (before === status) return [];
    return [
      {
        id: tagOf(edition, now.number, id),
        title: `${requires} ${status}`,
        summary: before
          ? `From ${before} to ${status}, in edition ${now.number}.`
          : `${status}, in edition ${now.number}.`,
        day: now.day,
        url: addressOf(edition, files.commitment(id)),
      },
    ];
  });

const corrections = (edition: Edition, { number, day, correction }: Standings): Entry[] =>
  correction
    ? [
        {
          id: tagOf(edition, number, 'correction'),
          title: `Correction in edition ${number}`,
          summary: correction,
          day,
          url: addressOf(edition, files.editions),
        },
      ]
    : [];

/** Every change of a status that an edition told, and every correction, the newest first. */
const entriesOf = (edition: Edition, earlier: readonly EditionMade[]): Entry[] => {
  const all: Standings[] = [
    ...earlier.toSorted((a, b) => a.number - b.number),
    { ...edition, standing: standingIn(edition) },
  ];
  return all
    .flatMap((now, place) => [...corrections(edition, now), ...changesBetween(edition, all[place - 1], now)])
    .reverse();
};

/** The changes as an Atom feed (RFC 4287) and as a JSON Feed 1.1. */
export const feedsOf = (edition: Edition, earlier: readonly EditionMade[]): [string, string][] => {
  const { title, publication } = edition;
  const entries = entriesOf(edition, earlier);
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const home = addressOf(edition, files.board);
  const author = publication?.by ?? title;
  const atom = generateAtomFeed({
    id: tagOf(edition),
    title: { value: title },
    updated: at(edition.day),
    authors: [{ name: author }],
    links: [
      ...(home ? [{ href: home, rel: 'alternate' }] : []),
      ...(home ? [{ href: addressOf(edition, files.atom) ?? '', rel: 'self' }] : []),
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      updated: at(entry.day),
      summary: { value: entry.summary },
      ...(entry.url ? { links: [{ href: entry.url, rel: 'alternate' }] } : {}),
    })),
  });
  const json = generateJsonFeed({
    title,
    ...(home ? { home_page_url: home } : {}),
    ...(home ? { feed_url: addressOf(edition, files.feed) ?? '' } : {}),
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      content_text: entry.summary,
      date_published: at(entry.day),
      ...(entry.url ? { url: entry.url } : {}),
    })),
  });
  return [
    [files.atom, atom],
    [files.feed, `${jsonText(json, 1)}\n`],
  ];
};

/** Year, month and day, as numbers. */
const dayParts = (day: string): [number, number, number] =>
  day.split('-').map(Number) as [number, number, number];

/** The deadlines as a calendar (RFC 5545), a day each. */
export const calendarOf = (edition: Edition): [string, string][] => {
  const events = edition.commitments.flatMap(({ id, due, requires, debtor, ...stand }) =>
    due
      ? [
          {
            uid: `${edition.case}-${id}@proviso.invalid`,
            start: dayParts(due),
            end: dayParts(addDuration(due, 'P1D')),
            title: `Due: ${requires}`,
            description: `${debtor} owes it. Edition ${edition.number}: ${statusWords(stand)}.`,
            url: addressOf(edition, files.commitment(id)) ?? undefined,
            timestamp: Date.parse(`${edition.day}T00:00:00Z`),
          },
        ]
      : [],
  );
  const { value, error } = createEvents(
    events.map(({ url, ...event }) => (url === undefined ? event : { ...event, url })),
    { productId: '-//Proviso//Editions//EN', calName: edition.title },
  );
  if (!value || error) throw error ?? new Error('the calendar could not be written');
  return [[files.calendar, value]];
};
