import type { FieldsData } from '@kenjiuno/msgreader';
import type { Content, Parsed, Part } from '../content.ts';
import { writtenDate } from '../dates.ts';
import { declaredCharset, decode } from '../decode.ts';
import { noText, unreadable, unsupported } from '../refusals.ts';
import { type Bodies, mailContent } from './mail.ts';
import { readRtf } from './rtf.ts';

/** The name of the storage that every mail of Outlook has, as the file's directory writes it. */
const ofMail = Buffer.from('__properties_version1.0', 'utf16le');

/**
 * A mail that Outlook saved, and its attachments as parts. Throws PROVISO_INPUT_UNSUPPORTED for other files of that
 * make (.doc, .xls).
 */
export async function readMsg(bytes: Uint8Array, source: string, charset: string | null): Promise<Parsed> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(ofMail)) throw unsupported(source, 'it is an old Office file (.doc, .xls, .ppt)');
  // A CommonJS module: its own default is in the default.
  const { default: library } = await import('@kenjiuno/msgreader');
  try {
    const reader = new library.default(new DataView(Uint8Array.from(whole).buffer));
    const fields = reader.getFileData();
    const attachments = (fields.attachments ?? []).filter(({ attachmentHidden }) => !attachmentHidden);
    const parts = attachments.map((attachment, index) =>
      partOf(reader.getAttachment(attachment), attachment, index),
    );
    const content = mailContent(await bodiesOf(fields, source, charset), saidIn(fields), source);
    if (!content && parts.length === 0) throw noText(source);
    const hidden = (fields.attachments ?? []).filter(({ attachmentHidden }) => attachmentHidden);
    return {
      content,
      parts,
      links: [],
      skipped: hidden.map(({ fileName = 'picture' }) => ({
        name: fileName,
        why: 'it is a picture shown in the mail',
      })),
    };
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its Outlook structure is broken', thrown);
  }
}

async function bodiesOf(fields: FieldsData, source: string, charset: string | null): Promise<Bodies> {
  const { html, bodyHtml, body = '', compressedRtf } = fields;
  const page = html ? decode(html, source, { given: charset, said: null }, declaredCharset(html)) : null;
  const plain = body.replace(/\r\n?/g, '\n').replace(/\0+$/, '');
  const isBlank = plain.trim() === '' && !page && !bodyHtml;
  return {
    plain: isBlank && compressedRtf ? await richText(compressedRtf, source) : plain,
    html: page?.text ?? bodyHtml ?? '',
    guessedCharset: page?.isGuess ? page.charset : null,
  };
}

/** The text of a mail that Outlook keeps as packed RTF alone. */
async function richText(packed: Uint8Array, source: string): Promise<string> {
  const { decompressRTF } = await import('@kenjiuno/decompressrtf');
  return readRtf(Uint8Array.from(decompressRTF(Array.from(packed))), source).text;
}

/** Subject, sender and day; the day as the sender's own clock had it, where the mail came over the internet. */
function saidIn(fields: FieldsData): Partial<Content> {
  const { subject, senderName, senderSmtpAddress, senderEmail, headers, clientSubmitTime } = fields;
  const sent = /^date:(.*)$/im.exec(headers ?? '')?.[1] ?? clientSubmitTime ?? fields.messageDeliveryTime;
  const published = sent ? writtenDate(sent) : null;
  return {
    title: oneLine(subject),
    author: oneLine(senderName) ?? oneLine(senderSmtpAddress) ?? oneLine(senderEmail),
    published,
    publishedFrom: published ? { source: 'mail', certainty: 'stated' } : null,
  };
}

const partOf = (
  { fileName, content }: { fileName: string; content: Uint8Array },
  { innerMsgContent }: FieldsData,
  index: number,
): Part => ({
  name: oneLine(fileName) ?? `attachment ${index + 1}${innerMsgContent ? '.msg' : ''}`,
  bytes: content,
  mediaType: null,
  said: {},
});

const oneLine = (text: string | undefined): string | null =>
  (text ?? '').replace(/[\0\s]+/g, ' ').trim() || null;
