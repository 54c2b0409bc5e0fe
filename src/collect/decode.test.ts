import { expect, test } from 'vitest';
import { declaredCharset, decodeText } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) => utf16le(text).swap16();

test.each([
  ['UTF-8', utf8('Kandahār'), 'Kandahār'],
  ['a byte order mark', utf8('\ufeffText'), 'Text'],
  ['UTF-16, little end first', utf16le('Kandahār'), 'Kandahār'],
  ['UTF-16, big end first', utf16be('Kandahār'), 'Kandahār'],
  ['Windows and old Mac line ends', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ['nothing', utf8(''), ''],
])('%s', (_what, bytes, text) => {
  expect(decodeText(bytes, 'x.txt')).toBe(text);
});

test.each([
  ['NUL characters', utf8('text\0text')],
  ['bytes that are not UTF-8', new Uint8Array([0x63, 0x61, 0x66, 0xe9])],
  ['half a UTF-16 character', new Uint8Array([0xff, 0xfe, 0x41])],
  ['control characters', utf8('\x01\x02\x03 some text')],
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
])('%s are refused', (_what, bytes) => {
  expect(() => decodeText(bytes, 'x.txt')).toThrow(expect.objectContaining({ code: 'PROVISO_INPUT_BINARY' }));
});

test.each([
  ['<meta charset="windows-1252">', 'windows-1252'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', 'windows-1252'],
  ['<meta charset=klingon>', 'utf-8'],
  ['<meta charset="utf-16">', 'utf-8'],
  ['<p>no word of it', 'utf-8'],
])('%s declares %s', (html, charset) => {
  expect(declaredCharset(utf8(html))).toBe(charset);
});
