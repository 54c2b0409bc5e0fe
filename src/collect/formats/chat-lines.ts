import { Accounting } from '../account.ts';
import type { Content } from '../content.ts';
import { dateOrder, dayIn, timeIn } from '../numeric-dates.ts';
import { chatContent, type Message } from './chat.ts';

/** A line that begins a message in an export of WhatsApp, in its forms: `[9/5/24, 20:01:12] Ana: …`, `9.5.24, 20:01 - Ana: …`. */
const opening =
  /^[\u200e\u200f\ufeff]*\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[,.]?\s+(?:at |um |à )?(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]*[ap]\.?[\s\u202f]?m\.?)?)\s*(?:\]|[-–])\s*(.*)$/i;
const named = /^([^:]{1,80}):\s([\s\S]*)$/;

/** What stands for a picture, or for nothing that anybody wrote. */
const placeholder =
  /^[\u200e\u200f]*(?:<[^<>]*(?:omitted|attached|weggelassen|omis|omitid[oa]|omesso|пропущен[^<>]*)[^<>]*>|(?:image|video|audio|sticker|GIF|document|contact card)[^\n]* omitted|[^\n]+ \(file attached\)|This message was deleted\.?|You deleted this message\.?)\s*$/i;

/** This many messages, and most lines of the beginning: less is a text with a time or two in it. */
const leastMessages = 3;
const shownLines = 60;

/** The text as the export of a chat (WhatsApp); null when it is none. */
export function chatIn(text: string): Content | null {
  const shown = text.slice(0, 20_000).split('\n', shownLines).filter(Boolean);
  if (!shown.slice(0, 2).some((line) => opening.test(line))) return null;
  const openings = shown.filter((line) => opening.test(line)).length;
  if (openings < Math.min(leastMessages, shown.length)) return null;
  const lines = text.split('\n');
  const accounting = new Accounting();
  const messages = messagesOf(lines, accounting);
  return chatContent({ name: null, isChannel: false, messages, accounting });
}

function messagesOf(lines: readonly string[], accounting: Accounting): Message[] {
  const found: { day: string; time: string; lines: string[] }[] = [];
  for (const line of lines) {
    const [whole, day = '', time = '', rest = ''] = opening.exec(line) ?? [];
    if (whole !== undefined) found.push({ day, time, lines: [rest] });
    else if (found.length > 0) found.at(-1)?.lines.push(line);
    else accounting.leaveOut('lines before the first message', line);
  }
  const order = dateOrder(found.map(({ day }) => day));
  return found.flatMap(({ day, time, lines }): Message[] => {
    const [whole, author = '', text = ''] = named.exec(lines.join('\n')) ?? [];
    const written = whole === undefined ? null : text.replace(/[\u200e\u200f]/g, '');
    if (written === null) accounting.leaveOut('notices of the chat', lines.join('\n'));
    else if (placeholder.test(written)) accounting.leaveOut('marks of pictures and files', written);
    else return [{ author: author.trim(), date: stamp(dayIn(day, order), timeIn(time)), text: written }];
    return [];
  });
}

const stamp = (day: string | null, time: string | null): string | null =>
  day && time ? `${day}T${time}` : day;
