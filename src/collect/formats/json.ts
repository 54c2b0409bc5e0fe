import { Accounting } from '../account.ts';
import { alone, type Content, type Parsed } from '../content.ts';
import { leadingDate } from '../dates.ts';
import { noText, unreadable, unsupported } from '../refusals.ts';
import { type Chat, chatContent, type Message } from './chat.ts';
import { readFeed } from './feed.ts';
import { recordsOf } from './records.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * JSON: a JSON Feed, the export of a chat (Telegram, Slack, Discord), or a list of records. Throws PROVISO_INPUT_UNREADABLE
 * for what is no JSON, and PROVISO_INPUT_UNSUPPORTED for any other.
 */
export async function readJson(text: string, source: string, address: string | null): Promise<Parsed> {
  const value = parsed(text, source);
  if (isItem(value) && (/jsonfeed\.org/.test(String(value.version)) || Array.isArray(value.items))) {
    return readFeed(text, source, address);
  }
  const chats = chatsOf(value);
  const contents = chats ? chats.map(chatContent) : [recordsIn(value)];
  if (!chats && contents[0] === null) {
    throw unsupported(
      source,
      'it is JSON, but neither a feed, nor the export of a chat, nor a list of records',
    );
  }
  const [content = null, ...more] = contents.filter((one) => one !== null);
  if (!content) throw noText(source);
  return { ...alone(content), parts: more.map(partOf) };
}

/** A further chat of an export, which is a document of its own. */
const partOf = ({ text, ...said }: Content, index: number): Parsed['parts'][number] => ({
  name: said.title ?? `chat ${index + 2}`,
  bytes: Buffer.from(text),
  mediaType: 'text/plain',
  isWrittenHere: true,
  said,
});

function parsed(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    return valuesOfLines(text) ?? broken(source, thrown);
  }
}

/** JSON Lines: a value a line. */
function valuesOfLines(text: string): unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.length > 1 ? lines.map((line) => JSON.parse(line) as unknown) : null;
  } catch {
    return null;
  }
}

const broken = (source: string, thrown: unknown): never => {
  throw unreadable(source, 'it is no whole JSON', thrown);
};

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsIn = (value: unknown): Item[] => (Array.isArray(value) ? value.filter(isItem) : []);

/** The chats of an export; null when it is none. */
function chatsOf(value: unknown): Chat[] | null {
  if (Array.isArray(value)) return chatOf(null, false, itemsIn(value));
  if (!isItem(value)) return null;
  // Telegram keeps the chats that its user has left apart.
  const lists = [value.chats, value.left_chats].flatMap((chats) =>
    isItem(chats) ? itemsIn(chats.list) : [],
  );
  if (lists.length > 0) return lists.flatMap((chat) => chatsOf(chat) ?? []);
  const channel = isItem(value.channel) ? text(value.channel.name) : null;
  const name = text(value.name) ?? channel ?? text(value.title) ?? text(value.conversation);
  return chatOf(name, /channel/.test(String(value.type)), itemsIn(value.messages));
}

function chatOf(name: string | null, isChannel: boolean, items: readonly Item[]): Chat[] | null {
  const written = items.filter((item) => stampOf(item) !== null && bodyOf(item) !== null);
  if (written.length === 0 || written.length < items.length / 2) return null;
  const accounting = new Accounting();
  const messages = items.flatMap((item): Message[] => {
    const words = wordsOf(bodyOf(item));
    if (
      item.type === 'service' ||
      (item.type === 'message' && /^(?:channel|group)_/.test(String(item.subtype)))
    ) {
      accounting.leaveOut(
        'notices of the chat',
        words || [item.actor, item.action, item.title].filter(Boolean).join(' '),
      );
      return [];
    }
    for (const file of filesOf(item)) accounting.leaveOut('marks of pictures and files', file);
    const author = authorOf(item);
    return [
      {
        author,
        forwardedFrom: text(item.forwarded_from),
        date: stampOf(item),
        text: [words, pollOf(item), ...cardsOf(item)].filter(Boolean).join('\n\n'),
      },
    ];
  });
  return [{ name, isChannel, messages, accounting }];
}

const bodyOf = (item: Item): unknown => item.text ?? item.content ?? item.body ?? item.message ?? null;

/** Words in pieces, some of them marked (Telegram), with names of people for their numbers (Slack). */
function wordsOf(body: unknown): string {
  const pieces = [body]
    .flat()
    .map((piece) => (isItem(piece) ? text(piece.text) : typeof piece === 'string' ? piece : null) ?? '');
  return pieces
    .join('')
    .replace(/<(https?:[^|>]+)(?:\|([^>]*))?>/g, (_whole, url: string, label?: string) => label ?? url)
    .replace(/<[@#!][A-Z0-9]+\|([^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Titles and texts of what a message shows in a box: a page that it links to, or what a program posts. */
const cardsOf = (item: Item): string[] =>
  [...itemsIn(item.attachments), ...itemsIn(item.embeds)].flatMap((card) =>
    [card.pretext, card.title, card.text, card.description].flatMap((words) => {
      const read = wordsOf(words);
      return read === '' || text(card.name) === read ? [] : [read];
    }),
  );

function pollOf({ poll }: Item): string {
  if (!isItem(poll)) return '';
  return [poll.question, ...itemsIn(poll.answers).map((answer) => answer.text)]
    .map((words) => text(words) ?? '')
    .join('\n');
}

function authorOf(item: Item): string | null {
  const { author, user_profile: profile } = item;
  if (isItem(profile)) return text(profile.real_name) ?? text(profile.display_name) ?? text(item.user);
  if (isItem(author)) return text(author.nickname) ?? text(author.name);
  return (
    text(item.from) ??
    text(author) ??
    text(item.username) ??
    text(item.sender) ??
    text(item.sender_name) ??
    text(item.user)
  );
}

/** The day and time of a message, on its writer's clock where the export has it. */
function stampOf(item: Item): string | null {
  const { date, timestamp, ts, time, timestamp_ms: milliseconds, sent_at: sent } = item;
  const written = text(date) ?? text(timestamp) ?? text(time);
  const [, day = '', clock] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(written ?? '') ?? [];
  if (leadingDate(day)) return clock ? `${day}T${clock}` : day;
  // Seconds since 1970, with a fraction that tells messages of one second apart (Slack), or milliseconds.
  const counted = Number(ts ?? milliseconds ?? sent ?? timestamp ?? date ?? Number.NaN);
  const seconds = counted > 1e11 ? counted / 1000 : counted;
  return seconds > 1e8 && seconds < 1e10 ? new Date(seconds * 1000).toISOString().slice(0, 16) : null;
}

const filesOf = (item: Item): string[] => [
  ...['photo', 'file', 'media_type'].flatMap((key) => text(item[key]) ?? []),
  ...[...itemsIn(item.files), ...itemsIn(item.attachments)].flatMap(
    (file) => text(file.name) ?? text(file.fileName) ?? [],
  ),
];

/** Lists of things that each say a few words of themselves, as data sets are given. What stands beside them is accounted for. */
function recordsIn(value: unknown): Content | null {
  const named: [string | null, unknown][] = isItem(value) ? Object.entries(value) : [[null, value]];
  const accounting = new Accounting();
  const tables = named.flatMap(([name, one]) => {
    const rows = rowsOf(itemsIn(one));
    if (!rows) accounting.leaveOut('values beside the records', scalar(one));
    return rows ? [{ name, rows }] : [];
  });
  const content = recordsOf(tables);
  return content && { ...content, account: accounting.of(content.text) };
}

/** A row of heads and one for each item; null where items hold others, which no table can. */
function rowsOf(items: readonly Item[]): string[][] | null {
  const heads = [...new Set(items.slice(0, 1000).flatMap(Object.keys))];
  const isPlain = items.every((item) =>
    Object.values(item).every((one) => !Array.isArray(one) || one.every((part) => !isItem(part))),
  );
  if (items.length === 0 || !isPlain) return null;
  return [heads, ...items.map((item) => heads.map((head) => scalar(item[head])))];
}

const scalar = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
