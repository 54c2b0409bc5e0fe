import type { Parsed } from '../content.ts';
import { empty } from '../refusals.ts';

/** Addresses, one a line; lines that begin with # are remarks (text/uri-list, RFC 2483). */
export function readUrlList(text: string, source: string): Parsed {
  const lines = text.split('\n');
  const urls = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (urls.length === 0) throw empty(source);
  const links = [...new Set(urls)].map((url) => ({ url, supposed: {}, mark: null, instead: null }));
  return { content: null, parts: [], skipped: [], links };
}

/** Whether a text is a list of addresses; `start` may end within a line. */
export const isUrlList = (start: string): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:#.*\s+)*https?:\/\/\S+\s*$/im.test(start) &&
  start
    .split(/\r?\n/)
    .slice(0, -1)
    .every((line) => /^\s*(?:#.*|https?:\/\/\S+\s*)?$/i.test(line.replace(/^\xef\xbb\xbf/, '')));
