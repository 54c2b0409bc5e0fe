import type { Reading } from '../model/index.ts';

/** UTF-16 code units in which a periodic report says what it covers: its title, its letterhead, its first paragraphs. */
const head = 1500;

/** UTF-16 code units between the words that announce a period and the period. */
const near = 60;

const everySoOften =
  'daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|half-yearly|annual|yearly|periodic';
const kinds = 'report|update|bulletin|digest|review|return|round-?up|summary|situation report|sitrep';

/** How a periodic report says what it covers ("the reporting period 1–31 March", "weekly update for", "covers the months from"). */
const announces = new RegExp(
  [
    '\\breporting (?:period|month|week|quarter|year)\\b',
    '\\bperiod (?:under review|covered|from|of|between)\\b',
    '\\b(?:covers|covering|covered|in respect of)\\b',
    `\\b(?:${everySoOften})[ -](?:\\w+ )?(?:${kinds})\\b`,
    `\\b(?:${kinds})\\b[^.;]{0,30}\\b(?:for|on) (?:the (?:period|month|week|quarter|year)|\\w+)\\b`,
  ].join('|'),
  'iu',
);

/** How long before a report's date what it covers may begin, in years: an older stretch is its subject, not its period. */
const latest = 2;

/** Spans at least two days: a single day is when something is dated, not what is covered. */
const isStretch = (edtf: string): boolean => {
  const [from, to] = edtf.split('/');
  return to === undefined ? /^\d{4}(?:-\d{2})?$/u.test(edtf) : from !== to && to !== '..';
};

const yearOf = (edtf: string): number => Number(edtf.slice(0, 4));

/** It begins before the report came out, and not long before; seasons and quarters, written as months from 21 on, by their year. */
const isRecent = (edtf: string, published: string | null): boolean => {
  if (published === null) return true;
  const written = Number(edtf.slice(5, 7)) > 12 ? 4 : 10;
  const begins = edtf.slice(0, written);
  return begins <= published.slice(0, begins.length) && yearOf(published) - yearOf(edtf) < latest;
};

/**
 * The period that a periodic report covers, EDTF; null where it is no such report, or does not say. What it tells without
 * a date took place in that period.
 */
export const periodOf = ({
  text,
  times,
  published,
}: Pick<Reading, 'text' | 'times' | 'published'>): string | null => {
  const opening = text.slice(0, head);
  const named = times.find(({ span: [start], edtf }) => {
    if (edtf === null || start >= opening.length || !isStretch(edtf) || !isRecent(edtf, published))
      return false;
    const before = opening.slice(Math.max(0, start - near), start);
    // Of what stands before, only the sentence or line of the period itself announces it.
    return announces.test(before.split(/\n|(?<=[.;!?])\s/u).at(-1) ?? '');
  });
  return named?.edtf ?? null;
};
