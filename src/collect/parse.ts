import { alone, type Parsed, storable } from './content.ts';
import { declaredCharset, decodeText, likelyCharset } from './decode.ts';
import { readDocx } from './formats/docx.ts';
import { readFeed } from './formats/feed.ts';
import { readFragment, readPage } from './formats/html.ts';
import { readMail } from './formats/mail.ts';
import { readPdf } from './formats/pdf/pdf.ts';
import { readText } from './formats/text.ts';
import { readUrlList } from './formats/url-list.ts';
import type { Kind } from './kinds.ts';

/** A file to be parsed; containers are unpacked elsewhere. */
export interface ParseJob {
  bytes: Uint8Array;
  kind: Exclude<Kind, 'zip' | 'gzip' | 'warc'>;
  source: string;
  /** Charset that whoever sent the file gave; null: what the file says, else UTF-8. */
  charset: string | null;
}

/** Parses a file of any kind. Runs in a thread of its own, where a hostile file does no harm. Throws refusals. */
export async function parse({ bytes, kind, source, charset }: ParseJob): Promise<Parsed> {
  switch (kind) {
    case 'text':
      return readText(bytes, source, charset, false);
    case 'markdown':
      return readText(bytes, source, charset, true);
    case 'html':
      return alone(
        readPage(decodeText(bytes, source, likelyCharset(bytes, charset, declaredCharset(bytes))), source),
      );
    case 'fragment':
      return alone(readFragment(storable(decodeText(bytes, source)), source));
    case 'pdf':
      return readPdf(bytes, source);
    case 'docx':
      return readDocx(bytes, source);
    case 'mail':
      return readMail(bytes, source);
    case 'feed':
      return readFeed(bytes, source, charset);
    case 'urls':
      return readUrlList(bytes, source, charset);
  }
}
