import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { Accounting } from '../account.ts';
import { looksMisread } from '../charset.ts';
import {
  alone,
  bare,
  type Content,
  type Dating,
  type Parsed,
  type Part,
  storable,
  undated,
} from '../content.ts';
import { writtenDate } from '../dates.ts';
import { decode } from '../decode.ts';
import { noText, unreadable } from '../refusals.ts';
import { readPage } from './html.ts';
import { mailHtmlText } from './mail-html.ts';
import { mailParts } from './mail-text.ts';

/** A mail may hold this many attachments; more is no mail. */
const maxAttachments = 200;

/**
 * A mail: its text, and its attachments as parts. A mail of attachments alone gives no content of its own. `charset`: as a
 * person gives it, null for what the mail says.
 */
export async function readMail(bytes: Uint8Array, source: string, charset: string | null): Promise<Parsed> {
  const mail = await parse(bytes, source);
  const saved = savedPage(mail, bytes, source);
  if (saved) return saved;
  if (!mail.from && !mail.subject && !mail.date) {
    throw unreadable(source, 'it has none of the headers From, Subject and Date that every mail has');
  }
  if (mail.attachments.length > maxAttachments) {
    throw unreadable(source, `it has more than ${maxAttachments} attachments`);
  }
  const bodies = await bodiesOf(mail, bytes, source, charset);
  const said = { title: oneLine(mail.subject), author: senderOf(mail.from), ...datingOf(mail) };
  const content = mailContent(bodies, said, source);
  const shown = mail.attachments.filter(isShownInText);
  const attached = mail.attachments.filter((attachment) => !isShownInText(attachment));
  if (!content && attached.length === 0) throw noText(source);
  return {
    content,
    parts: attached.map(partOf),
    links: [],
    skipped: shown.map(({ filename, mimeType }) => ({
      name: filename ?? mimeType,
      why: 'it is a picture shown in the mail',
    })),
  };
}

/** A page that a browser saved whole (MHTML): it has the form of a mail, and says whence it came. */
function savedPage({ headers, html, attachments }: Email, bytes: Uint8Array, source: string): Parsed | null {
  const said = (name: string) => headers.find(({ key }) => key === name)?.value ?? null;
  const address =
    said('snapshot-content-location') ??
    said('content-location') ??
    said('content-base') ??
    // Internet Explorer and Safari say it of the page's own part alone, which is the first.
    /^content-location:[ \t]*(https?:\S+)/im.exec(
      Buffer.from(bytes.subarray(0, 8192)).toString('latin1'),
    )?.[1] ??
    null;
  const isSaved =
    said('snapshot-content-location') !== null ||
    /^["<]?saved by /i.test(said('from') ?? '') ||
    (said('from') === null && said('content-type')?.includes('multipart/related'));
  if (!isSaved || !html) return null;
  const page = alone(readPage(html, source, address));
  // Pictures, styles and scripts of the page; what else it holds is named.
  const others = attachments.filter(
    ({ mimeType }) => !/^(?:image|text|font|audio|video)\/|javascript|font/.test(mimeType),
  );
  page.skipped = others.map(({ filename, mimeType }) => ({
    name: filename ?? mimeType,
    why: 'it is a part of the saved page, and no text',
  }));
  return page;
}

async function parse(bytes: Uint8Array, source: string): Promise<Email> {
  try {
    // A forwarded mail is a document of its own, with its own sender and date.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 32 });
  } catch (thrown) {
    throw unreadable(source, 'its mail structure is broken or too deeply nested', thrown);
  }
}

/** The text of a mail in its two forms; '' where it has none of one. */
export interface Bodies {
  plain: string;
  html: string;
  guessedCharset: string | null;
}

/** So much of what the HTML form says must be missing in the plain one for that to be a stub. */
const stubFrom = 0.2;

/**
 * The mail's text in parts, out of the form that says more; the plain one where they say the same, since its marks of
 * quoting are plainer. What only the other form says is accounted for. null when neither says anything.
 */
export function mailContent(
  { plain, html, guessedCharset }: Bodies,
  said: Partial<Content>,
  source: string,
): Content | null {
  const accounting = new Accounting();
  const shown = html.trim() === '' ? '' : mailHtmlText(html, source, accounting);
  const [onlyShown, onlyPlain] = [lacking(shown, plain), lacking(plain, shown)];
  const isStub = wordsIn(onlyShown) > Math.max(wordsIn(onlyPlain), stubFrom * wordsIn(shown));
  if (isStub) accounting.leaveOut('what only the plain form of the mail says', onlyPlain);
  else accounting.leaveOut('what only the HTML form of the mail says', onlyShown);
  const { text, segments } = mailParts(storable(isStub ? shown : plain), accounting);
  return text === ''
    ? null
    : { ...bare(text), ...said, segments, guessedCharset, account: accounting.of(text) };
}

const withoutAddresses = (text: string) => text.replace(/https?:\S+/g, '');
const wordsIn = (text: string) => withoutAddresses(text).match(/\p{L}+/gu)?.length ?? 0;

/** Paragraphs of one form whose letters the other has nowhere. */
function lacking(text: string, other: string): string {
  const letters = (words: string) => withoutAddresses(words).replace(/[^\p{L}\p{N}]/gu, '');
  const there = letters(other);
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => !there.includes(letters(paragraph)));
  return paragraphs.join('\n');
}

/** What makes it worth while to look at the bytes of the bodies again: the library reads some of them wrongly. */
const misread = /[\ufffd\x80-\x9f]/;
const flowed = /format\s*=\s*"?flowed/i;

async function bodiesOf(
  { text = '', html = '' }: Email,
  bytes: Uint8Array,
  source: string,
  charset: string | null,
): Promise<Bodies> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const isFlowed = flowed.test(raw);
  if (!isFlowed && !charset && ![text, html].some((body) => misread.test(body) || looksMisread(body))) {
    return { plain: text.replace(/\r\n?/g, '\n'), html, guessedCharset: null };
  }
  const again = await parse(Buffer.from(undecoded(raw), 'latin1'), source);
  const read = (body: string | undefined, type: string) =>
    decode(bytesOf(body ?? ''), source, { given: charset, said: declaredFor(type, raw) });
  const [plain, page] = [read(again.text, 'plain'), read(again.html, 'html')];
  const guess = [plain, page].find(({ isGuess }) => isGuess)?.charset ?? null;
  const lines = isFlowed ? unflowed(plain.text, /delsp\s*=\s*"?yes/i.test(raw)) : plain.text;
  return { plain: lines, html: page.text, guessedCharset: guess };
}

/** Every byte as a character of its own, by a charset made for that; lines as they are. */
const bytewise = 'x-user-defined';

/** A mail that says of its texts that they are in that charset, and not flowed. */
const undecoded = (raw: string): string =>
  raw
    .replace(/charset\s*=\s*(?:"[^"\n]*"|[^\s;]+)/gi, `charset=${bytewise}`)
    .replace(
      /^(content-type:\s*text\/(?:plain|html))(?!.*charset)(?=\s*(?:;|$))/gim,
      `$1; charset=${bytewise}`,
    )
    .replace(/format\s*=\s*"?flowed"?/gi, 'format=fixed');

const bytesOf = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => letter.charCodeAt(0) & 0xff));

const declaredFor = (type: string, raw: string): string | null =>
  new RegExp(
    `content-type:\\s*text/${type}[^\\n]*(?:\\n[ \\t][^\\n]*)*?charset\\s*=\\s*"?([\\w:-]+)`,
    'i',
  ).exec(raw)?.[1] ?? null;

/** Lines that end in a blank go on in the next, if that is quoted as deep (RFC 3676). */
function unflowed(text: string, delSp: boolean): string {
  const lines: { marks: string; words: string }[] = [];
  for (const line of text.split('\n')) {
    const [marks = ''] = /^>*/.exec(line) ?? [];
    const words = line.slice(marks.length).replace(/^ /, '');
    const last = lines.at(-1);
    const goesOn = last?.words.endsWith(' ') && last.words !== '-- ' && last.marks === marks;
    if (last && goesOn) last.words = (delSp ? last.words.slice(0, -1) : last.words) + words;
    else lines.push({ marks, words });
  }
  return lines.map(({ marks, words }) => (marks === '' ? words : `${marks} ${words}`)).join('\n');
}

const senderOf = (from: Address | undefined): string | null => oneLine(from?.name) ?? oneLine(from?.address);

/** The day on the sender's own calendar; the library turns it into UTC, where it can be another. */
function datingOf({ headers }: Email): Dating {
  const written = headers.find(({ key }) => key === 'date')?.value;
  const published = written ? writtenDate(written) : null;
  return published ? { published, publishedFrom: { source: 'mail', certainty: 'stated' } } : undated;
}

const isShownInText = ({ mimeType, disposition, related }: Attachment): boolean =>
  mimeType.startsWith('image/') && (related === true || disposition === 'inline');

const partOf = ({ filename, mimeType, content }: Attachment, index: number): Part => ({
  name: oneLine(filename) ?? `attachment ${index + 1}${mimeType === 'message/rfc822' ? '.eml' : ''}`,
  bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
  mediaType: mimeType,
  said: {},
});

const oneLine = (text: string | null | undefined): string | null =>
  storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null;
