import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { declaredCharset, decode } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) => utf16le(text).swap16();

test.each([
  ['UTF-8', utf8('Harbour of Ōdvik'), 'Harbour of Ōdvik'],
  ['a byte order mark', utf8('\ufeffText'), 'Text'],
  ['UTF-16, little end first', utf16le('Harbour of Ōdvik'), 'Harbour of Ōdvik'],
  ['UTF-16, big end first', utf16be('Harbour of Ōdvik'), 'Harbour of Ōdvik'],
  ['UTF-16 without its mark', Buffer.from('The ferry ran.', 'utf16le'), 'The ferry ran.'],
  ['Windows and old Mac line ends', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ['nothing', utf8(''), ''],
])('%s', (_what, bytes, text) => {
  expect(decode(bytes, 'x.txt')).toMatchObject({ text, isGuess: false });
});

test.each([
  ['NUL characters', utf8('text\0text')],
  ['control characters', utf8('\x01\x02\x03 some text')],
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
])('%s are refused', (_what, bytes) => {
  expect(() => decode(bytes, 'x.txt')).toThrow(expect.objectContaining({ code: 'PROVISO_INPUT_BINARY' }));
});

describe('a charset that nobody says', () => {
  test.each([
    ['windows-1251', 'Паром в Одвик не ходил три дня, сообщило ведомство гавани.'],
    ['windows-1251', 'Паром'],
    ['koi8-r', 'Паром в Одвик не ходил три дня.'],
    ['ibm866', 'Паром в Одвик не ходил три дня.'],
    ['windows-1251', 'Пором до Одвіка не ходив три дні, повідомило відомство.'],
    ['windows-1252', 'The harbour’s keeper said: “No ferry ran.” A café stayed open – it says.'],
    ['windows-1252', 'Le porte-parole a déclaré que l’équipage était resté à bord.'],
    ['windows-1252', 'Die Fähre überquerte die Bucht, sagte der Hafenwärter.'],
    ['macintosh', 'Le garde a fermé l’école ; « deux élèves sont restés », a déclaré le maire.'],
    ['windows-1250', 'Rzecznik powiedział, że załoga opuściła już tę przystań.'],
    ['windows-1254', 'Sözcü, feribotun bugün çalışmadığını söyledi.'],
    ['windows-1256', 'قال المتحدث إن العبارة لم تبحر اليوم من الميناء'],
    ['windows-1255', 'הדובר אמר כי המעבורת לא הפליגה היום מן הנמל'],
    ['windows-1253', 'Ο εκπρόσωπος είπε ότι το πλοίο δεν έφυγε'],
    ['shift_jis', '報道官は渡し船が出なかったと述べた。'],
    ['gb18030', '发言人说渡船今天没有离开港口。'],
    ['euc-kr', '대변인은 오늘 배가 떠나지 않았다고 말했다.'],
  ])('is guessed by what the bytes look like: %s, %s', (charset, text) => {
    expect(decode(iconv.encode(text, charset), 'x.txt')).toMatchObject({ text, isGuess: true });
  });

  test('is not guessed anew where what the server says reads as well', () => {
    const bytes = iconv.encode('Паром не ходил.', 'koi8-r');
    expect(decode(bytes, 'x', { given: null, said: 'KOI8-R' })).toMatchObject({
      charset: 'koi8-r',
      isGuess: false,
    });
  });

  test.each([
    ['the server', { given: null, said: 'iso-8859-1' }, null],
    ['the server, of UTF-8', { given: null, said: 'utf-8' }, null],
    ['the page', { given: null, said: null }, 'utf-8'],
  ])('is guessed where %s says what cannot be', (_who, charsets, declared) => {
    const text = 'Паром в Одвик не ходил три дня.';
    expect(decode(iconv.encode(text, 'windows-1251'), 'x', charsets, declared)).toMatchObject({
      text,
      isGuess: true,
    });
  });

  test('is what a person says, whatever it looks like', () => {
    const bytes = iconv.encode('Паром', 'windows-1251');
    expect(decode(bytes, 'x', { given: 'koi8-r', said: 'windows-1251' })).toMatchObject({
      charset: 'koi8-r',
    });
  });
});

test.each([
  ['no letter', 'The ferry ran on Monday. '.repeat(8), [0xff]],
  ['part of a letter', 'Die Fähre überquerte die Bucht täglich. '.repeat(5), [0xc3]],
  ['NUL', 'The ferry ran on Monday. '.repeat(8), [0]],
])('a stray byte that is %s costs one letter', (_what, text, stray) => {
  const decoded = decode(Buffer.concat([utf8(text), Buffer.from(stray), utf8(' And on.')]), 'x.txt');
  expect(decoded.stray).toBe(1);
  expect(decoded.text.startsWith(text)).toBe(true);
  expect(decoded.text.endsWith(' And on.')).toBe(true);
});

test.each([
  ['<meta charset="windows-1252">', 'windows-1252'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', 'windows-1252'],
  [`<!--${'-'.repeat(5000)}--><meta charset="koi8-r">`, 'koi8-r'],
  ['<?xml version="1.0" encoding="windows-1251"?><html>', 'windows-1251'],
  ['<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">', 'windows-1251'],
  ['<meta charset=klingon>', null],
  ['<meta charset="utf-16">', 'utf-8'],
  ['<p>no word of it', null],
])('%s declares %s', (html, charset) => {
  expect(declaredCharset(utf8(html))).toBe(charset);
});
