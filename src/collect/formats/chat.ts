import type { Accounting } from '../account.ts';
import { bare, type Content, storable } from '../content.ts';
import { TextBuilder } from '../text-builder.ts';

/** A message of a chat. */
export interface Message {
  /** As the export names them; null where it does not. */
  author: string | null;
  /** Who wrote it first, where it was passed on. */
  forwardedFrom?: string | null;
  /** EDTF day, or day and time of day (`2024-05-11T08:15`); null where the export has none. */
  date: string | null;
  /** Of the day, HH:MM, where it is told without a day; null or absent where it is not. */
  time?: string | null;
  text: string;
}

export interface Chat {
  /** Of the group, channel or person; null where the export does not tell. */
  name: string | null;
  /** Whether its owner alone writes in it, as in a channel. */
  isChannel: boolean;
  messages: readonly Message[];
  accounting: Accounting;
}

/** Whoever wrote a message that names nobody; never the others of the chat. */
const unnamed = 'the writer of a message';

/**
 * A chat as a text: each message with its author and time in a line above it, in a segment of its own. null when no
 * message has words. Its day is the last message's.
 */
export function chatContent({ name, isChannel, messages, accounting }: Chat): Content | null {
  const builder = new TextBuilder();
  for (const message of messages) {
    const words = storable(message.text).trim();
    const { author, date, forwardedFrom } = message;
    if (words === '') continue;
    const heading = storable(headingOf(message));
    const text = heading === '' ? words : `${heading}\n\n${words}`;
    builder.add(text, {
      kind: 'message',
      speaker: forwardedFrom ?? author ?? (isChannel ? name : null) ?? unnamed,
      date,
    });
  }
  if (builder.text === '') return null;
  const authors = [...new Set(messages.map(({ author }) => author).filter((author) => author !== null))];
  const last = messages
    .map(({ date }) => date?.slice(0, 10) ?? '')
    .sort()
    .at(-1);
  return {
    ...bare(builder.text),
    title: name,
    author: authors.length === 1 ? (authors[0] ?? null) : null,
    publisher: isChannel ? name : null,
    published: last || null,
    publishedFrom: last ? { source: 'text', certainty: 'likely' } : null,
    segments: builder.segments,
    account: accounting.of(builder.text),
  };
}

const headingOf = ({ author, forwardedFrom, date, time }: Message): string =>
  [author, date?.replace('T', ' ') ?? time, forwardedFrom && `forwarded from ${forwardedFrom}`]
    .filter(Boolean)
    .join(', ');
