import { posix } from 'node:path';
import {
  AsyncIterReader,
  HeadersMultiMap,
  StatusAndHeadersParser,
  WARCParser,
  type WARCRecord,
} from 'warcio';
import { headLength, kindOf, sayingNothing } from '../kinds.ts';
import { maxBytes } from '../limits.ts';
import { tooLarge, unreadable } from '../refusals.ts';
import { type Bytes, streamOf } from '../streams.ts';
import { uncoded } from './content-coding.ts';
import { shownName, type Unpacked } from './inner.ts';

/** A record's block may be this long: the longest payload we read, and its headers. */
const maxBlock = maxBytes('pdf') + 1024 * 1024;

/** Types of pages that a browser shows as text; the rest of a crawl is what pages are made of. */
const report =
  /^(?:text\/(?:html|plain|markdown|csv|rtf)|application\/(?:xhtml\+xml|pdf|.*wordprocessingml.*|rtf|epub\+zip|.*opendocument\.text|.*spreadsheetml.*|rss\+xml|atom\+xml|feed\+json))$/;

/**
 * The pages in a web archive (WARC 1.0 and 1.1, unpacked): responses and resources that hold a report. What is
 * no page is given as skipped. Throws PROVISO_INPUT_UNREADABLE where the archive breaks off.
 */
export async function* warcPages(stream: Bytes, source: string): AsyncGenerator<Unpacked> {
  const records = new WARCParser(stream, { parseHttp: false })[Symbol.asyncIterator]();
  let number = 0;
  while (true) {
    const record = await nextRecord(records, source);
    if (!record) break;
    number += 1;
    if (!record.warcType && !record.warcTargetURI) {
      throw unreadable(source, `record ${number} has no valid WARC header`);
    }
    const name = shownName(record.warcTargetURI ?? `record ${number}`);
    const { block, length } = await blockOf(record);
    // The library gives what there is when a length is wrong; half a page must not pass for a whole one.
    if (length !== record.warcContentLength) {
      const said = shownName(record.warcHeader('Content-Length') ?? 'nothing');
      throw unreadable(source, `record ${number} has ${length} bytes and says ${said}`);
    }
    yield* unpacked(record, name, block);
  }
  if (number === 0) throw unreadable(source, 'it has no WARC record');
}

/**
 * A record's bytes, null when they are too many to be a page. Every record is read to its end, wanted or not: the
 * library would skip it in a loop that never ends when the archive breaks off (warcio 2.4.11, `skipFully`).
 */
async function blockOf({ reader }: WARCRecord): Promise<{ block: Uint8Array | null; length: number }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of reader) {
    length += chunk.length;
    if (length <= maxBlock) chunks.push(chunk);
    else chunks.length = 0;
  }
  return { block: length <= maxBlock ? Buffer.concat(chunks) : null, length };
}

async function nextRecord(
  records: AsyncIterator<WARCRecord, unknown>,
  source: string,
): Promise<WARCRecord | null> {
  try {
    const { value, done } = await records.next();
    return done ? null : (value as WARCRecord);
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its WARC structure is broken', thrown);
  }
}

async function* unpacked(
  record: WARCRecord,
  name: string,
  block: Uint8Array | null,
): AsyncGenerator<Unpacked> {
  const warcType = typeOf(record, block);
  if (['conversion', 'continuation'].includes(warcType)) {
    const why = 'it is another form, or a piece, of a page that the archive keeps; only whole pages are read';
    yield { kind: 'skipped', name, why };
    return;
  }
  // The archive's notes about itself and about requests are no pages.
  if (!['response', 'resource', 'revisit'].includes(warcType)) return;
  if (warcType === 'revisit') {
    yield { kind: 'skipped', name, why: 'it was unchanged since the archive took it before' };
    return;
  }
  try {
    if (!block) throw tooLarge(name, maxBlock);
    yield page(record, name, await answerIn(warcType, block, name));
  } catch (error) {
    yield { kind: 'broken', name, error: () => error as Error };
  }
}

/** What a record is; one that does not say so is an answer where it begins as one, and else a thing kept. */
const typeOf = ({ warcType }: WARCRecord, block: Uint8Array | null): string =>
  warcType ||
  (Buffer.from(block?.subarray(0, 5) ?? []).toString('latin1') === 'HTTP/' ? 'response' : 'resource');

/** What the server answered; a resource has no server. */
interface Answer {
  status: number;
  headers: [string, string][] | null;
  body: Uint8Array;
}

const answerIn = async (type: string, block: Uint8Array, name: string): Promise<Answer> =>
  type === 'response' ? httpAnswer(block, name) : { status: 200, headers: null, body: block };

async function httpAnswer(block: Uint8Array, name: string): Promise<Answer> {
  const start = Buffer.from(block.subarray(0, 500)).toString('latin1');
  // The library takes the first line of the page for a header where there is none.
  const [head, bareStatus] = /^HTTP\/\S+ (\d{3})[^\r\n]*\r?\n\r?\n/.exec(start) ?? [];
  if (head) return { status: Number(bareStatus), headers: [], body: block.subarray(head.length) };
  const reader = new AsyncIterReader([block]);
  const http = await new StatusAndHeadersParser().parse(reader, { headersClass: HeadersMultiMap });
  if (!http?.statusline.startsWith('HTTP/')) throw unreadable(name, 'its record holds no HTTP answer');
  const headers = [...http.headers] as [string, string][];
  const chunked = /chunked/i.test(header(headers, 'transfer-encoding') ?? '');
  const sent = await new AsyncIterReader(reader, null, chunked).readFully();
  const encoding = header(headers, 'content-encoding')?.toLowerCase() ?? '';
  return { status: Number(http.statusCode), headers, body: uncoded(sent, encoding, name, maxBlock) };
}

const header = (headers: readonly [string, string][] | null, wanted: string): string | null =>
  headers?.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;

/** Why what came without a word of what it is cannot be taken in; null where it can. */
function whyNoReport(body: Uint8Array, name: string): string | null {
  try {
    kindOf(body.subarray(0, headLength), addressName(name), null, name);
    return null;
  } catch (thrown) {
    return `it is no report: ${(thrown as Error).message}`;
  }
}

/** The last part of an address's path, by which what lies there may be told. */
export const addressName = (address: string): string =>
  URL.canParse(address) ? posix.basename(new URL(address).pathname) : address;

function page(record: WARCRecord, name: string, { status, headers, body }: Answer): Unpacked {
  const type = header(headers, 'content-type') ?? (headers ? null : record.warcContentType) ?? '';
  const said = type.split(';')[0]?.trim().toLowerCase() || null;
  const mediaType = said !== null && sayingNothing.test(said) ? null : said;
  if (status !== 200) return { kind: 'skipped', name, why: `the server answered ${status}` };
  if (mediaType && !report.test(mediaType)) {
    return { kind: 'skipped', name, why: `it is no report, but ${shownName(mediaType)}` };
  }
  const why = mediaType ? null : whyNoReport(body, name);
  if (why) return { kind: 'skipped', name, why };
  const { warcTargetURI: url = null, warcDate: date } = record;
  return {
    kind: 'file',
    name,
    mediaType,
    charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? null,
    said: url && URL.canParse(url) && /^https?:/i.test(url) ? { url } : {},
    taken: { url, takenAt: date && !Number.isNaN(Date.parse(date)) ? date : null, headers },
    open: async () => streamOf(body),
  };
}
