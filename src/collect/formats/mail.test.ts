import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Content } from '../content.ts';
import { mailOf, msgOf } from '../testing.ts';
import { readMail } from './mail.ts';
import { readMsg } from './msg.ts';

const head = 'From: Ana Roe <ana@hill.example>\nSubject: Ferry\nDate: Sun, 25 Oct 2020 23:30:00 -0700';

async function mail(bytes: string | Uint8Array, charset: string | null = null): Promise<Content> {
  const { content } = await readMail(Buffer.from(bytes), 'x.eml', charset);
  if (!content) throw new Error('the mail has no text');
  return content;
}

const plain = (body: string, more = '') =>
  mail(`${head}\nContent-Type: text/plain; charset=utf-8${more}\n\n${body}\n`);

/** Who says what: the speaker and day of each part, with its words; `''` for the sender's own. */
function parts({ text, segments }: Content): [speaker: string | null, date: string | null, words: string][] {
  return (segments ?? []).map(({ span, speaker, date }) => [speaker, date, text.slice(...span)]);
}

describe('what a mail quotes is its writer’s', () => {
  test.each<[how: string, body: string, expected: (string | null)[][]]>([
    [
      'a line over marked lines',
      'I could not confirm it.\n\nOn 20 May 2024, Bo Kern wrote:\n> The ferry sank.\n> Nobody was hurt.\n',
      [['Bo Kern', '2024-05-20', 'On 20 May 2024, Bo Kern wrote:\nThe ferry sank.\nNobody was hurt.']],
    ],
    [
      'a line that is broken, with an address and a clock',
      'No.\n\nOn Mon, May 20, 2024 at 3:15 PM Bo Kern <bo.kern@bay.example>\nwrote:\n\n> The ferry sank.\n',
      [
        [
          'Bo Kern',
          '2024-05-20T15:15',
          'On Mon, May 20, 2024 at 3:15 PM Bo Kern <bo.kern@bay.example>\nwrote:\n\nThe ferry sank.',
        ],
      ],
    ],
    [
      'another language',
      'Nein.\n\nAm 20.05.2024 um 15:15 schrieb Bo Kern <bo@bay.example>:\n> Die Fähre sank.\n',
      [
        [
          'Bo Kern',
          '2024-05-20T15:15',
          'Am 20.05.2024 um 15:15 schrieb Bo Kern <bo@bay.example>:\nDie Fähre sank.',
        ],
      ],
    ],
    ...(
      [
        ['Bo Kern', 'Am Mo., 20. Mai 2024 um 15:15 Uhr schrieb Bo Kern <\nbo@bay.example>:'],
        ['Martin Kern', 'Il giorno lun 20 mag 2024 alle ore 15:15 Martin Kern <bo@bay.example> ha scritto:'],
        ['Бо Керн', 'пн, 20 мая 2024 г. в 15:15, Бо Керн <bo@bay.example>:'],
        ['Бо Керн', '20.05.2024, 15:15, "Бо Керн" <bo@bay.example>:'],
        ['田中一郎', '2024年5月20日(月) 午後3:15 田中一郎 <bo@bay.example>:'],
        ['김보', '2024년 5월 20일 (월) 오후 3:15, 김보 <bo@bay.example>님이 작성:'],
        ['Bo Kern', 'On 20/05/2024 15:15, Bo Kern via Ferry-list wrote:'],
      ] as const
    ).map(([name, line]): [string, string, string[][]] => [
      `as programs of many languages have it: ${line.slice(0, 20)}`,
      `No.\n\n${line}\n\n> It sank.\n`,
      [[name, '2024-05-20T15:15', `${line}\n\nIt sank.`]],
    ]),
    ...(
      [
        [
          'Бо Керн',
          '-------- Пересылаемое сообщение --------\nОт кого: Бо Керн <bo@bay.example>\nКому: ana@hill.example\nДата: Понедельник, 20 мая 2024, 15:15 +03:00',
        ],
        [
          'Bo Kern',
          "-----Message d'origine-----\nDe : Bo Kern\nEnvoyé : lundi 20 mai 2024 15:15\nÀ : Ana Roe",
        ],
        ['Bo Kern', 'Od: Bo Kern <bo@bay.example>\nWysłane: poniedziałek, 20 maja 2024 15:15\nDo: Ana Roe'],
        // Of a program whose words we do not know.
        ['Bo Kern', 'Zimba: Bo Kern <bo@bay.example>\nMaku: 2024-05-20 15:15\nZonu: Ana Roe'],
      ] as const
    ).map(([name, head]): [string, string, string[][]] => [
      `under headers of many languages: ${head.slice(0, 12)}`,
      `See below.\n\n${head}\n\nIt sank.\n`,
      [[name, '2024-05-20T15:15', `${head}\n\nIt sank.`]],
    ]),
    [
      'up to a line that ends it',
      'See.\n\n---- Forwarded message ----\nFrom: Bo Kern\nDate: 20 May 2024\n\nIt sank.\n---- End of forwarded message ----\n\nI doubt it.\n',
      [
        [
          'Bo Kern',
          '2024-05-20',
          '---- Forwarded message ----\nFrom: Bo Kern\nDate: 20 May 2024\n\nIt sank.',
        ],
      ],
    ],
    [
      'and lines that look like headers are none',
      'I read it.\n\nFrom: the first talks\nTo: the last\n\nnobody spoke.\n',
      [],
    ],
    [
      'a mail under its headers',
      'See below.\n\n-----Original Message-----\nFrom: Bo Kern [mailto:bo@bay.example]\nSent: Monday, May 20, 2024 3:15 PM\nTo: Ana Roe\nSubject: Ferry\n\nThe ferry sank.\n',
      [
        [
          'Bo Kern',
          '2024-05-20T15:15',
          '-----Original Message-----\nFrom: Bo Kern [mailto:bo@bay.example]\nSent: Monday, May 20, 2024 3:15 PM\nTo: Ana Roe\nSubject: Ferry\n\nThe ferry sank.',
        ],
      ],
    ],
    [
      'a mail passed on',
      'For you.\n\n---------- Forwarded message ---------\nFrom: Bo Kern <bo@bay.example>\nDate: Mon, 20 May 2024 at 15:15\nSubject: Ferry\nTo: Ana Roe <ana@hill.example>\n\nThe ferry sank.\n',
      [['Bo Kern', '2024-05-20T15:15', expect.stringMatching(/The ferry sank\.$/)]],
    ],
    [
      'quoted in what is quoted',
      'No.\n\nOn 20 May 2024, Bo Kern wrote:\n> It sank.\n>\n> On 19 May 2024, Cy Dahl wrote:\n>> Did it run?\n',
      [
        ['Bo Kern', '2024-05-20', 'On 20 May 2024, Bo Kern wrote:\nIt sank.'],
        ['Cy Dahl', '2024-05-19', 'On 19 May 2024, Cy Dahl wrote:\nDid it run?'],
      ],
    ],
    [
      'answers between the lines',
      'On 20 May 2024, Bo Kern wrote:\n> It sank.\nIt did not.\n> Nobody saw it.\nWe did.\n',
      [
        ['Bo Kern', '2024-05-20', 'On 20 May 2024, Bo Kern wrote:\nIt sank.'],
        ['Bo Kern', '2024-05-20', 'Nobody saw it.'],
      ],
    ],
  ])('%s', async (_how, body, expected) => {
    expect(parts(await plain(body))).toEqual(expected);
  });

  test('by nobody named, is not the sender’s either', async () => {
    const content = await plain('I doubt it.\n\n> The ferry sank.');
    expect(parts(content)).toEqual([['the writer of an earlier mail', null, 'The ferry sank.']]);
  });

  test('and a sentence that ends in “wrote:” is no such line', async () => {
    expect(parts(await plain('The minister wrote:\n\n"The ferry ran."'))).toEqual([]);
  });

  test('in HTML too', async () => {
    const body =
      '<p>I doubt it.</p><div>On 20 May 2024, Bo Kern wrote:<br></div><blockquote><p>The ferry sank.</p><blockquote>Did it?</blockquote></blockquote><p>Ana</p>';
    const content = await mail(`${head}\nContent-Type: text/html; charset=utf-8\n\n${body}`);
    expect(content.text).toBe(
      'I doubt it.\n\nOn 20 May 2024, Bo Kern wrote:\n\nThe ferry sank.\n\nDid it?\n\nAna',
    );
    expect(parts(content)).toEqual([
      ['Bo Kern', '2024-05-20', 'On 20 May 2024, Bo Kern wrote:\n\nThe ferry sank.'],
      ['the writer of an earlier mail', null, 'Did it?'],
    ]);
  });
});

describe('lines that are flowed', () => {
  test.each([
    ['are one', 'The ferry \nran on \nMonday.\nIt did.', '', 'The ferry ran on Monday.\nIt did.'],
    ['are one without the blank that broke them', 'The fer \nry ran.', '; delsp=yes', 'The ferry ran.'],
    ['are one where they are quoted', '> The ferry \n> sank.', '', 'The ferry sank.'],
    ['lose the blank that stuffs them', 'It ran.\n From here on.', '', 'It ran.\nFrom here on.'],
  ])('%s', async (_what, body, more, text) => {
    expect((await plain(body, `; format=flowed${more}`)).text).toBe(text);
  });
});

describe('what is no report in a mail is left out, and named', () => {
  test.each([
    ['a signature', 'It ran.\n\n-- \nAna Roe\nHarbour Office', 'signatures', 'Ana Roe Harbour Office'],
    ['a signature with a shorter mark', 'It ran.\n\n--\nAna Roe', 'signatures', 'Ana Roe'],
    [
      'a notice',
      'It ran.\n\nThis e-mail is confidential and intended only for its addressee. If you have received it in error, delete it.',
      'notices about confidentiality',
      'This e-mail is confidential',
    ],
  ])('%s', async (_what, body, what, begins) => {
    const { text, account } = await plain(body);
    expect(text).toBe('It ran.');
    expect(account?.leftOut).toEqual([
      { what, characters: expect.any(Number), begins: expect.stringContaining(begins) },
    ]);
  });

  test('but a list after two dashes is long, and stays', async () => {
    const list = Array.from({ length: 30 }, (_, index) => `Point ${index}`).join('\n');
    expect((await plain(`It ran.\n\n--\n${list}`)).text).toContain('Point 29');
  });
});

describe('a mail in two forms', () => {
  const both = (text: string, html: string) =>
    mail(
      mailOf(head, [
        `Content-Type: text/plain; charset=utf-8\n\n${text}\n`,
        `Content-Type: text/html; charset=utf-8\n\n${html}\n`,
      ]).replace('multipart/mixed', 'multipart/alternative'),
    );

  test.each([
    ['a stub', 'Your program shows no HTML. Open https://hill.example/v/1 instead.'],
    ['a line', 'Briefing'],
    ['nothing', ''],
  ])('is read in the one that says more: its plain form is %s', async (_what, text) => {
    const { text: read, account } = await both(
      text,
      '<h1>Briefing</h1><p>The ferry crossed the bay on Monday, the harbour office said, with forty people on board.</p>',
    );
    expect(read).toMatch(/^Briefing\n\nThe ferry crossed/);
    if (/no HTML/.test(text)) expect(account?.leftOut[0]?.begins).toMatch(/^Your program/);
  });

  test('is read in the plain one where both say the same', async () => {
    const { text } = await both('The ferry\nran.', '<p>The ferry ran.</p>');
    expect(text).toBe('The ferry\nran.');
  });
});

describe('letters', () => {
  test.each([
    ['of windows-1252', 'windows-1252', 'windows-1252', 'The keeper said: “No ferry – not one.”', null],
    [
      'of windows-1251 that are said to be Latin-1',
      'iso-8859-1',
      'windows-1251',
      'Паром не ходил три дня.',
      'windows-1251',
    ],
    [
      'of windows-1251 that are said to be UTF-8',
      'utf-8',
      'windows-1251',
      'Паром не ходил три дня.',
      'windows-1251',
    ],
    ['of koi8-r', 'koi8-r', 'koi8-r', 'Паром не ходил три дня.', null],
  ])('%s', async (_what, said, charset, text, guessedCharset) => {
    const written = Buffer.concat([
      Buffer.from(`${head}\nContent-Type: text/plain; charset=${said}\nContent-Transfer-Encoding: 8bit\n\n`),
      iconv.encode(text, charset),
    ]);
    expect(await mail(written)).toMatchObject({ text, guessedCharset });
  });
});

describe('a mail that Outlook saved', () => {
  test('gives its text, its sender and its day', async () => {
    const bytes = msgOf(
      {
        subject: 'Ferry',
        sender: 'Ana Roe',
        body: 'It ran.\r\n',
        headers: 'Date: Sun, 25 Oct 2020 23:30:00 -0700\r\n',
      },
      [{ name: 'annex.txt', bytes: Buffer.from('The annex.') }],
    );
    const { content, parts: attached } = await readMsg(bytes, 'x.msg', null);
    expect(content).toMatchObject({
      title: 'Ferry',
      author: 'Ana Roe',
      published: '2020-10-25',
      text: 'It ran.',
    });
    expect(attached).toMatchObject([
      { name: 'annex.txt', bytes: Uint8Array.from(Buffer.from('The annex.')) },
    ]);
  });

  test('gives what its HTML says, and whom it quotes', async () => {
    const html =
      '<p>No.</p><p><b>From:</b> Bo Kern<br><b>Sent:</b> Monday, 20 May 2024 15:15<br><b>To:</b> Ana Roe<br><b>Subject:</b> Ferry</p><p>It sank.</p>';
    const { content } = await readMsg(
      msgOf({ subject: 'Ferry', sender: 'Ana Roe', body: '', html }),
      'x.msg',
      null,
    );
    expect(content && parts(content)).toEqual([
      ['Bo Kern', '2024-05-20T15:15', expect.stringMatching(/It sank\.$/)],
    ]);
  });

  test('is told from other files of that make', async () => {
    await expect(
      readMsg(Buffer.from('\xd0\xcf\x11\xe0 and so on', 'latin1'), 'x.doc', null),
    ).rejects.toMatchObject({
      code: 'PROVISO_INPUT_UNSUPPORTED',
    });
  });
});
