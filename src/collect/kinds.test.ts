import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Kind, kindOf } from './kinds.ts';
import { openDocumentOf, wordFileOf, wordParagraph, zstdOf } from './testing.ts';

const page = '<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>It ran.</p></body></html>';
const rss = '<rss version="2.0"><channel><title>Hill</title></channel></rss>';
const mail = 'Received: from a.example\nFrom: Ana Roe <a@b.example>\nSubject: Ferry\n\nIt ran.';
const mailbox = `From ana@hill.example Sun Oct 25 10:00:00 2020\n${mail}\n`;

const kind = (bytes: Uint8Array | string, name: string, type: string | null = null): Kind =>
  kindOf(Buffer.from(bytes), name, type, name);

test.each<[Kind, string, string]>([
  // pages
  ['html', 'report.php', page],
  ['html', 'report', page],
  ['html', 'index.html@page=2', page],
  ['html', 'release.doc', page],
  ['html', 'release.xls', `\ufeff${page}`],
  ['html', 'saved.txt', `<!-- saved from url=(0014)about:internet -->\n${page}`],
  ['html', 'page.xml', `<?xml version="1.0"?>\n${page}`],
  ['html', 'piece.txt', '<div class="post"><p>The ferry ran.</p></div>'],
  ['html', 'piece', '<article><h1>Ferry</h1></article>'],
  // feeds
  ['feed', 'feed.txt', rss],
  ['feed', 'feed', rss],
  ['feed', 'feed.html', `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>${rss}`],
  ['feed', 'news', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill</title></feed>'],
  ['feed', 'news.txt', '<!DOCTYPE rss [<!ENTITY nbsp " ">]><rss version="2.0"></rss>'],
  // mail
  ['mail', 'ferry.txt', mail],
  ['mail', 'ferry', mail],
  ['mail', 'ferry.msg', mail],
  ['mbox', 'Inbox', mailbox],
  ['mbox', 'list.txt', mailbox],
  ['mbox', 'one.eml', mailbox],
  ['mbox', 'all.mbox', mailbox],
  // other text
  ['text', 'memo.txt', 'From: The Harbour Office\nTo: All\nSubject: Ferry\n\nIt ran.'],
  ['text', 'Letter of 5 May', 'Dear Ms Roe, the ferry ran.'],
  ['text', 'angle.txt', '<Ferry> ran & ran.'],
  ['markdown', 'notes.md', '<p align="center">Ferry</p>\n\n# Report\n'],
  ['urls', 'list', 'https://hill.example/1\nhttps://hill.example/2\n'],
  ['json', 'result', '{"messages": []}'],
  ['json', 'result.json', '[1]'],
  ['csv', 'incidents.csv', 'a,b\n1,2\n'],
  ['rtf', 'release.doc', '{\\rtf1\\ansi It ran.}'],
])('%s: %s', (expected, name, bytes) => {
  expect(kind(bytes, name)).toBe(expected);
});

describe('what is packed', () => {
  test.each<[Kind, string, Uint8Array]>([
    ['gzip', 'report', gzipSync('It ran.')],
    ['zstd', 'crawl', zstdOf(Buffer.from('It ran.'))],
    // A ZIP until the names in it are known.
    ['zip', 'report', wordFileOf({ body: wordParagraph('It ran.') })],
    ['zip', 'report.docx', openDocumentOf('')],
  ])('%s: %s', (expected, name, bytes) => {
    expect(kind(bytes, name)).toBe(expected);
  });
});

test.each([
  [
    'a page in UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')]),
    'a.php',
    'html',
  ],
  ['what a server calls a stream of bytes', Buffer.from(page), 'a', 'html'],
] as const)('%s is told too', (_what, bytes, name, expected) => {
  expect(kind(bytes, name, 'application/octet-stream')).toBe(expected);
});

test.each([
  ['style.css', 'p { margin: 0 }', null],
  ['tool.js', 'const ferry = 1;', null],
  ['data', '\x01\x02\x03\x04', null],
  ['data', 'body { }', 'application/wasm'],
  ['photo.txt', '\x89PNG\r\n\x1a\n', null],
])('%s is not taken in', (name, bytes, type) => {
  expect(() => kind(Buffer.from(bytes, 'latin1'), name, type)).toThrow(
    expect.objectContaining({ code: 'PROVISO_INPUT_UNSUPPORTED' }),
  );
});
