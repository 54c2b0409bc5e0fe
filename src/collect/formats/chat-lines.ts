import { Accounting } from '../account.ts';
import type { Content } from '../content.ts';
import { plainFigures } from '../dates.ts';
import { dateOrder, dayIn, timeIn, timePattern } from '../numeric-dates.ts';
import { chatContent, type Message } from './chat.ts';

/** The day in figures, in any order; Koreans set blanks between them, Arabs signs of direction. */
const dayForm = String.raw`(\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4})\.?[,،]?`;

/**
 * A line that begins a message in an export of WhatsApp, in its forms: `[9/5/24, 20:01:12] Ana: …`, `9.5.24, 20:01 - Ana: …`,
 * `2024. 5. 9. 오후 8:01, Ana : …`.
 */
const opening = new RegExp(
  String.raw`^\s*\[?${dayForm}\s+(?:at |um |à |klo )?(${timePattern})\s*(?:\]|[-–]|,(?=\s[^:]{1,60}\s:\s))\s*(.*)$`,
  'iu',
);
/** A line over a message that was copied out of Telegram: `Ana, [09.05.2024 20:01]`. */
const copied = new RegExp(
  String.raw`^\s*([^\[\]]{1,80}?),?\s\[${dayForm}\s+(${timePattern})\]:?\s*(.*)$`,
  'iu',
);
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

/** The text as the export of a chat (WhatsApp, or copied out of Telegram); null when it is none. */
export function chatIn(text: string): Content | null {
  const shown = text.slice(0, 20_000).split('\n', shownLines).filter(Boolean);
  if (!shown.slice(0, 2).some((line) => openedBy(line))) return null;
  const openings = shown.filter((line) => openedBy(line)).length;
  if (openings < Math.min(leastMessages, shown.length)) return null;
  const lines = text.split('\n');
  const accounting = new Accounting();
  const messages = messagesOf(lines, accounting);
  return chatContent({ name: null, isChannel: false, messages, accounting });
}

interface Opened {
  day: string;
  time: string;
  /** null where the name stands before the words, or nowhere. */
  author: string | null;
  lines: string[];
}

/** What a line begins; figures of other scripts are read as ours, and the words are left as they are. */
function openedBy(line: string): Opened | null {
  const plain = plainFigures(line);
  const [whole, day = '', time = '', rest = ''] = opening.exec(plain) ?? [];
  if (whole !== undefined)
    return { day: unspaced(day), time, author: null, lines: [line.slice(plain.length - rest.length)] };
  const [isCopied, author = '', itsDay = '', itsTime = '', words = ''] = copied.exec(plain) ?? [];
  return isCopied === undefined
    ? null
    : { day: unspaced(itsDay), time: itsTime, author, lines: words ? [words] : [] };
}

const unspaced = (day: string): string => day.replace(/\s/g, '');

function messagesOf(lines: readonly string[], accounting: Accounting): Message[] {
  const found: Opened[] = [];
  for (const line of lines) {
    const opened = openedBy(line);
    if (opened) found.push(opened);
    else if (found.length > 0) found.at(-1)?.lines.push(line);
    else accounting.leaveOut('lines before the first message', line);
  }
  const order = dateOrder(found.map(({ day }) => day));
  return found.flatMap(({ day, time, author, lines }): Message[] => {
    const said = author === null ? named.exec(lines.join('\n')) : [null, author, lines.join('\n')];
    const [, name = '', text = ''] = said ?? [];
    const words = (text ?? '').trim();
    const written = words.replace(/[\u200e\u200f]/g, '');
    if (!said || byProgram.test(words))
      accounting.leaveOut('notices of the chat', said ? written : lines.join('\n'));
    else if (placeholder.test(written)) accounting.leaveOut('marks of pictures and files', written);
    else {
      const [mark = '', forwardedFrom = null] = passedOn.exec(written) ?? [];
      const date = stamp(dayIn(day, order), timeIn(time));
      return [{ author: nameIn(name ?? ''), forwardedFrom, date, text: written.slice(mark.length) }];
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
