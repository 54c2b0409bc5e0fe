import type { Account } from '../model/index.ts';
import { Accounting } from './account.ts';
import { alone, type Content, type Parsed, storable } from './content.ts';
import { type Charsets, type Decoded, declaredCharset, declaredInXml, decode } from './decode.ts';
import { readCsv } from './formats/csv.ts';
import { readDocx } from './formats/docx.ts';
import { readEpub } from './formats/epub.ts';
import { readFeed } from './formats/feed.ts';
import { readFragment, readPage } from './formats/html.ts';
import { readJson } from './formats/json.ts';
import { readMail } from './formats/mail.ts';
import { readMsg } from './formats/msg.ts';
import { readOpenDocument } from './formats/opendocument.ts';
import { readPdf } from './formats/pdf/pdf.ts';
import { readRtf } from './formats/rtf.ts';
import { telegramPage } from './formats/telegram-page.ts';
import { readText } from './formats/text.ts';
import { readUrlList } from './formats/url-list.ts';
import { readXlsx } from './formats/xlsx.ts';
import type { Container, Kind } from './kinds.ts';
import { maxTextLength } from './limits.ts';

/** A file to be parsed; containers are unpacked elsewhere. */
export interface ParseJob {
  bytes: Uint8Array;
  kind: Exclude<Kind, Container>;
  source: string;
  charsets: Charsets;
  /** Address that the bytes came from, against which those in it are resolved; null for none. */
  address: string | null;
}

/** Parses a file of any kind. Runs in a thread of its own, where a hostile file does no harm. Throws refusals. */
export async function parse(job: ParseJob): Promise<Parsed> {
  const parsed = await parsers[job.kind](job);
  return parsed.content ? { ...parsed, content: cut(parsed.content) } : parsed;
}

type Parser = (job: ParseJob) => Parsed | Promise<Parsed>;

/** A parser of text, whose charset has to be found first. */
const ofText =
  (read: (text: string, job: ParseJob) => Parsed | Promise<Parsed>, declared = noneDeclared): Parser =>
  async (job) => {
    const decoded = decode(job.bytes, job.source, job.charsets, declared(job.bytes));
    return withCharset(await read(decoded.text, job), decoded);
  };

const noneDeclared = (_bytes: Uint8Array): string | null => null;
const inXmlHead = (bytes: Uint8Array) =>
  declaredInXml(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

const parsers: Readonly<Record<ParseJob['kind'], Parser>> = {
  text: ofText((text, { source }) => alone(readText(text, source, false))),
  markdown: ofText((text, { source }) => alone(readText(text, source, true))),
  html: ofText(
    (text, { source, address }) => alone(telegramPage(text) ?? readPage(text, source, address)),
    declaredCharset,
  ),
  fragment: ofText((text, { source }) => alone(readFragment(storable(text), source))),
  feed: ofText((text, { source, address }) => readFeed(text, source, address), inXmlHead),
  json: ofText((text, { source, address }) => readJson(text, source, address)),
  csv: ofText((text, { source }) => alone(readCsv(text, source))),
  urls: ofText((text, { source }) => readUrlList(text, source)),
  pdf: ({ bytes, source }) => readPdf(bytes, source),
  docx: ({ bytes, source }) => readDocx(bytes, source),
  opendocument: ({ bytes, source }) => readOpenDocument(bytes, source),
  epub: ({ bytes, source }) => readEpub(bytes, source),
  xlsx: ({ bytes, source }) => readXlsx(bytes, source),
  rtf: ({ bytes, source }) => alone(readRtf(bytes, source)),
  mail: ({ bytes, source, charsets }) => readMail(bytes, source, charsets.given),
  msg: ({ bytes, source, charsets }) => readMsg(bytes, source, charsets.given),
};

/** Says which charset was guessed, and how many bytes are no letters. */
function withCharset(parsed: Parsed, { charset, isGuess, stray }: Decoded): Parsed {
  const guessedCharset = isGuess ? charset : null;
  const content: Content | null = parsed.content && { ...parsed.content, guessedCharset };
  if (content && stray > 0) content.account = accountOfStray(content, stray);
  const parts = parsed.parts.map((part) => ({ ...part, said: { ...part.said, guessedCharset } }));
  return { ...parsed, content, parts };
}

function accountOfStray({ text, account }: Content, stray: number): Account {
  const accounting = new Accounting(account ?? undefined);
  accounting.leaveOut('bytes that are no letters', '\ufffd'.repeat(stray));
  return accounting.of(text);
}

/** A text longer than anybody's report is read as far as it can be in bounded time, and says so. */
function cut(content: Content): Content {
  const { text, account, segments, pages } = content;
  if (text.length <= maxTextLength) return content;
  const end = paragraphEnd(text);
  const accounting = new Accounting(account ?? undefined);
  accounting.leaveOut('what follows after the longest text that is read', text.slice(end));
  const kept = text.slice(0, end);
  return {
    ...content,
    text: kept,
    segments: segments?.filter(({ span }) => span[1] <= end) ?? null,
    pages: pages?.filter((page) => page.end <= end) ?? null,
    account: accounting.of(kept),
    incomplete: `It is longer than ${maxTextLength / 1e6} million characters: what follows is not read. Split it into its reports.`,
  };
}

/** The last end of a line, or at least of a word, before the longest text ends. */
function paragraphEnd(text: string): number {
  const near = text.slice(maxTextLength - 10_000, maxTextLength);
  const from = Math.max(near.lastIndexOf('\n'), near.lastIndexOf(' '));
  return from < 0 ? maxTextLength : maxTextLength - near.length + from;
}
