import { Accounting } from '../account.ts';
import type { Content } from '../content.ts';
import { plainFigures, writtenDate } from '../dates.ts';
import { dateOrder, dayIn, timeIn, timePattern } from '../numeric-dates.ts';
import { chatContent, type Message } from './chat.ts';

/** The day in figures, in any order; Koreans set blanks between them, Arabs signs of direction. */
const day = String.raw`(?<day>\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4})\.?[,،]?`;
const time = `(?<time>${timePattern})`;

/** How a message begins; `words` end the line. Without `author` the name stands before a colon in the words, or nowhere. */
const openings: readonly RegExp[] = [
  // logs of IRC: [20:01] <ana> …; 2024-05-09 20:01:12 <@ana> …
  String.raw`(?:${day}[T\s]+)?${time}\]?\s+<[@+%&~\s]?(?<author>[^<>\s]{1,40})>\s+(?<words>.*)`,
  // WhatsApp: [9/5/24, 20:01:12] Ana: …; 9.5.24, 20:01 - Ana: …; 2024. 5. 9. 오후 8:01, Ana : …
  String.raw`${day}\s+(?:at |um |à |klo )?${time}\s*(?:\]|[-–]|,(?=\s[^:]{1,60}\s:\s))\s*(?<words>.*)`,
  // copied out of Telegram, over the words: Ana, [09.05.2024 20:01]
  String.raw`(?<author>[^\[\]]{1,80}?),?\s\[${day}\s+${time}\]:?\s*(?<words>.*)`,
  // saved out of Zoom: 20:01:12 From Ana Roe to Everyone: …
  String.raw`${time}\s+From\s+(?<author>[^:]{1,80}?)(?:\s+to\s+[^:]{1,80}?)?\s?:\s*(?<words>.*)`,
  // copied out of Slack or Discord, over the words: "Ana Roe  8:01 PM", "Ana Roe — 9/5/2024 20:01"
  String.raw`(?<author>[^\[\]<>:]{1,60}?)(?:\s{2,}|\t|\s+[—–]\s+)\[?(?:${day}\s+|(?:Today|Yesterday)(?: at|,)?\s+)?${time}\]?\s*(?<words>)`,
].map((form) => new RegExp(String.raw`^\s*\[?${form}$`, 'iu'));

/** What programs write into a log of IRC: who came, who left, and a person's "* ana waves". */
const loggedNotice = new RegExp(
  String.raw`^\s*\[?(?:${day}[T\s]+)?${time}\]?\s+(?:-!-|\*{1,3}|-->|<--|--)\s`,
  'iu',
);
/** A line between messages that holds a day and little else: "--- Day changed Mon Oct 26 2020". */
const mostWordsOfDay = 7;

const named = /^([^:]{1,80}?)\s?:\s([\s\S]*)$/;

/** What stands for a picture, or for nothing that anybody wrote: programs set it in angle brackets. */
const placeholder =
  /^(?:<[^<>:/]{3,60}>|<(?:attached|angehängt|anhang|pièce jointe|adjunto)[^<>]*>|(?:image|video|audio|sticker|GIF|document|contact card)[^\n]* omitted|[^\n]+ \(file attached\)|This message was deleted\.?|You deleted this message\.?)\s*$/iu;
/** On iPhones whatever the program writes itself begins with this sign, under the name of a person or the group. */
const byProgram = /^\u200e[^\n]{1,250}$/;
/** What Telegram writes above a message that was passed on. */
const passedOn = /^\[(?:Forwarded from|Переслано (?:от|из)|Weitergeleitet (?:von|aus)) ([^\]\n]{1,80})\]\n/iu;

/** This many messages, and most lines of the beginning: less is a text with a time or two in it. */
const leastMessages = 3;
const shownLines = 60;

/** The text as the export or the log of a chat, or as copied out of one; null when it is none. */
export function chatIn(text: string): Content | null {
  const shown = text.slice(0, 20_000).split('\n', shownLines).filter(Boolean);
  if (!shown.slice(0, 3).some((line) => openedBy(line))) return null;
  const opened = shown.filter((line) => openedBy(line)).length;
  if (opened < Math.min(leastMessages, shown.length)) return null;
  // A table of times has names and times too, and nothing said.
  if (shown.every((line) => openedBy(line)?.lines.length === 0)) return null;
  const lines = text.split('\n');
  const accounting = new Accounting();
  const messages = messagesOf(lines, accounting);
  return chatContent({ name: null, isChannel: false, messages, accounting });
}

interface Opened {
  /** As written; null where the line has only a time. */
  day: string | null;
  time: string;
  /** null where the name stands before the words, or nowhere. */
  author: string | null;
  lines: string[];
}

/** What a line begins; figures of other scripts are read as ours, and the words are left as they are. */
function openedBy(line: string): Opened | null {
  const plain = plainFigures(line);
  for (const form of openings) {
    const groups = form.exec(plain)?.groups;
    if (!groups) continue;
    const { words = '', author = null } = groups;
    return {
      day: groups.day?.replace(/\s/g, '') ?? null,
      time: groups.time ?? '',
      author,
      lines: words === '' && author !== null ? [] : [line.slice(plain.length - words.length)],
    };
  }
  return null;
}

/** The day (YYYY-MM-DD) of a line that divides the days of a chat. */
const dividingDay = (line: string): string | null =>
  line.trim().split(/\s+/).length <= mostWordsOfDay ? writtenDate(line, 'en') : null;

interface Dated extends Opened {
  /** YYYY-MM-DD of the last line that divides the days. */
  under: string | null;
}

function openedIn(lines: readonly string[], accounting: Accounting): Dated[] {
  const found: Dated[] = [];
  let under: string | null = null;
  for (const line of lines) {
    const opened = openedBy(line);
    const divides = opened || found.at(-1)?.day ? null : dividingDay(line);
    if (divides) under = divides;
    if (opened) found.push({ ...opened, under });
    else if (divides || loggedNotice.test(line)) accounting.leaveOut('notices of the chat', line);
    else if (found.length > 0) found.at(-1)?.lines.push(line);
    else accounting.leaveOut('lines before the first message', line);
  }
  return found;
}

function messagesOf(lines: readonly string[], accounting: Accounting): Message[] {
  const found = openedIn(lines, accounting);
  const order = dateOrder(found.flatMap(({ day }) => day ?? []));
  // Where nobody's name stands before a colon, it stands in the line over the words.
  const isOver = found.every(({ author, lines: [first = ''] }) => author === null && !named.test(first));
  return found.flatMap(({ day, time, under, author, lines }): Message[] => {
    const said =
      author !== null
        ? [null, author, lines.join('\n')]
        : isOver && lines.length > 1
          ? [null, lines[0], lines.slice(1).join('\n')]
          : named.exec(lines.join('\n'));
    const [, name = '', text = ''] = said ?? [];
    const words = (text ?? '').trim();
    const written = words.replace(/[\u200e\u200f]/g, '');
    if (!said || byProgram.test(words))
      accounting.leaveOut('notices of the chat', said ? written : lines.join('\n'));
    else if (placeholder.test(written)) accounting.leaveOut('marks of pictures and files', written);
    else {
      const [mark = '', forwardedFrom = null] = passedOn.exec(written) ?? [];
      const hours = timeIn(time);
      const date = stamp(day === null ? under : dayIn(day, order), hours);
      return [
        { author: nameIn(name ?? ''), forwardedFrom, date, time: hours, text: written.slice(mark.length) },
      ];
    }
    return [];
  });
}

/** A name without the signs before it: a tilde where the writer is nobody that the owner of the phone knows. */
const nameIn = (name: string): string =>
  name
    .replace(/[\u200e\u200f\u202a-\u202c]/g, '')
    .replace(/^\s*~\s*/, '')
    .trim();

const stamp = (day: string | null, time: string | null): string | null =>
  day && time ? `${day}T${time}` : day;
