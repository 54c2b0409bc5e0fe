import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { alone, type Dating, type Parsed, type Part, storable, undated } from '../content.ts';
import { writtenDate } from '../dates.ts';
import { noText, unreadable } from '../refusals.ts';
import { fragmentText, readPage } from './html.ts';

/** A mail may hold this many attachments; more is no mail. */
const maxAttachments = 200;

/** A mail: its text, and its attachments as parts. A mail of attachments alone gives no content of its own. */
export async function readMail(bytes: Uint8Array, source: string): Promise<Parsed> {
  const mail = await parse(bytes, source);
  const saved = savedPage(mail, source);
  if (saved) return saved;
  if (!mail.from && !mail.subject && !mail.date) {
    throw unreadable(source, 'it has none of the headers From, Subject and Date that every mail has');
  }
  if (mail.attachments.length > maxAttachments) {
    throw unreadable(source, `it has more than ${maxAttachments} attachments`);
  }
  const text = storable(bodyText(mail, source)).trim();
  const shown = mail.attachments.filter(isShownInText);
  const attached = mail.attachments.filter((attachment) => !isShownInText(attachment));
  if (text === '' && attached.length === 0) throw noText(source);
  return {
    content: text === '' ? null : contentOf(mail, text),
    parts: attached.map(partOf),
    links: [],
    skipped: shown.map(({ filename, mimeType }) => ({
      name: filename ?? mimeType,
      why: 'it is a picture shown in the mail',
    })),
  };
}

/** A page that a browser saved whole (MHTML): it has the form of a mail, and says whence it came. */
function savedPage({ headers, html, attachments }: Email, source: string): Parsed | null {
  const said = (name: string) => headers.find(({ key }) => key === name)?.value ?? null;
  const address = said('snapshot-content-location') ?? said('content-location');
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

const bodyText = (mail: Email, source: string): string =>
  mail.text?.trim() ? mail.text.replace(/\r\n?/g, '\n') : mail.html ? fragmentText(mail.html, source) : '';

const contentOf = (mail: Email, text: string) => ({
  title: oneLine(mail.subject),
  author: senderOf(mail.from),
  publisher: null,
  ...datingOf(mail),
  url: null,
  kind: 'original' as const,
  text,
  pages: null,
});

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
