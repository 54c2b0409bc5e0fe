/** How texts begin that are more than plain text. `start` may end anywhere. */

const beforeRoot = '^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[\\s\\S]*?-->\\s*)*(?:<\\?[^>]*>\\s*)*';

/** A whole page: its first tag can be nothing else. */
export const beginsAsPage = (start: string): boolean =>
  new RegExp(`${beforeRoot}<(?:!doctype\\s+html|html|head|body)\\b`, 'i').test(start);

export const beginsAsFeed = (start: string): boolean =>
  new RegExp(
    `${beforeRoot}(?:<!doctype[^>[]*(?:\\[[\\s\\S]*?\\]\\s*)?>\\s*)?<(?:\\w+:)?(?:rss|feed|RDF)\\b`,
    'i',
  ).test(start);

/** A page without its frame; the tags are those that browsers go by (WHATWG, MIME Sniffing). */
export const beginsWithTag = (start: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:script|iframe|h[1-6]|div|font|table|a|style|title|b|br|p|meta|link|article|main|section|span|ul|ol|base)(?:\s[^>]*)?>/i.test(
    start,
  ) && /<\/\w+>/.test(start);

const headerLine = /^([A-Za-z][\w-]*):[ \t]*\S?/;

/** The names of the header lines that a text begins with, in small letters; lines that go on are passed over. */
function headersAtStart(start: string): string[] {
  const names: string[] = [];
  for (const line of start.split(/\r?\n/)) {
    const [, name] = headerLine.exec(line) ?? [];
    if (name) names.push(name.toLowerCase());
    else if (line.trim() === '' || !/^[ \t]/.test(line) || names.length === 0) break;
  }
  return names;
}

/** Headers that nobody writes by hand over a letter, which has From, Date and Subject as well. */
const ofMailProgram = new Set(
  'message-id received return-path mime-version delivered-to x-mailer dkim-signature authentication-results content-transfer-encoding'.split(
    ' ',
  ),
);
const ofEveryMail = ['from', 'date', 'subject', 'sender', 'to'];

/** A mail, by its headers (RFC 5322). */
export function beginsAsMail(start: string): boolean {
  const names = headersAtStart(start);
  return names.some((name) => ofMailProgram.has(name)) && names.some((name) => ofEveryMail.includes(name));
}

/** Mails one after the other, each after a line `From …` of its own (RFC 4155). */
export const beginsAsMailbox = (start: string): boolean =>
  mailboxLine.test(start) && headersAtStart(start.slice(start.indexOf('\n') + 1)).length >= 2;

/** The line before a mail in a mailbox, with its sender and day. */
export const mailboxLine = /^From \S+.*\d{4}(?: [+-]\d{4})?[ \t]*\r?(?:\n|$)/;
