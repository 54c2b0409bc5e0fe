import { parseHTML } from 'linkedom';
import { Accounting } from '../account.ts';
import type { Content } from '../content.ts';
import { dayIn, timeIn } from '../numeric-dates.ts';
import { blockText } from './block-text.ts';
import { chatContent, type Message } from './chat.ts';

/** What a page that Telegram exports has, and no other: messages with numbers in a history. */
const marks = /class="history"[\s\S]*?<div class="message [^"]*"[^>]*\bid="message-?\d+"/;

/** The chat in a page that Telegram exported; null when it is another page. */
export function telegramPage(html: string): Content | null {
  if (!marks.test(html.slice(0, 200_000))) return null;
  const { document } = parseHTML(html);
  const accounting = new Accounting();
  const name = wordsOf(document.querySelector('.page_header .text'));
  const messages: Message[] = [];
  let author: string | null = null;
  for (const element of document.querySelectorAll('.history > .message')) {
    if (element.classList.contains('service'))
      accounting.leaveOut('notices of the chat', element.textContent);
    else {
      const message = messageOf(element, accounting);
      // A message that goes on with the one before does not name its author again.
      author = message.author ??= author;
      messages.push(message);
    }
  }
  const authors = new Set(messages.map(({ author }) => author));
  return chatContent({ name, isChannel: authors.size === 1 && authors.has(name), messages, accounting });
}

function messageOf(element: Element, accounting: Accounting): Message {
  const forwarded = element.querySelector('.forwarded');
  const own = (selector: string) =>
    [...element.querySelectorAll(selector)].find((found) => found.closest('.forwarded') === null) ?? null;
  for (const [selector, what] of besideText) {
    for (const found of element.querySelectorAll(selector)) accounting.leaveOut(what, found.textContent);
  }
  const date = forwarded?.querySelector('.from_name .date')?.getAttribute('title');
  const texts = [...element.querySelectorAll('.text')].filter((text) => !text.querySelector('.text'));
  return {
    author: nameIn(own('.from_name')),
    forwardedFrom: nameIn(forwarded?.querySelector('.from_name') ?? null),
    date: stampIn(date ?? own('.date')?.getAttribute('title') ?? null),
    text: texts.map((text) => blockText(text)).join('\n\n'),
  };
}

const besideText: readonly (readonly [selector: string, what: string])[] = [
  ['.media_wrap', 'marks of pictures and files'],
  ['.reactions', 'reactions'],
  ['.signature', 'signatures of messages'],
];

/** A name without the time that stands in it when a message was passed on. */
function nameIn(element: Element | null): string | null {
  const words = [...(element?.childNodes ?? [])]
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent)
    .join(' ');
  return (
    words
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/ via @\w+$/, '') || null
  );
}

const wordsOf = (element: Element | null): string | null =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || null;

/** `09.05.2024 20:00:00 UTC+00:00`: always the day first. */
function stampIn(title: string | null): string | null {
  const day = dayIn(title ?? '', 'day first');
  const time = timeIn((title ?? '').replace(/^\S+\s+/, ''));
  return day && time ? `${day}T${time}` : day;
}
