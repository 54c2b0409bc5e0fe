import { describe, expect, test } from 'vitest';
import type { Content } from '../content.ts';
import { chatIn } from './chat-lines.ts';
import { readJson } from './json.ts';
import { telegramPage } from './telegram-page.ts';

/** Each message: who says it, when, and its words. */
const messages = (content: Content | null) =>
  (content?.segments ?? []).map(({ span, speaker, date }) => [
    speaker,
    date,
    content?.text.slice(...span).replace(/^.*\n\n/, ''),
  ]);

describe('an export of WhatsApp', () => {
  test.each([
    [
      'of an iPhone',
      '[25/10/2020, 10:01:12] Ana Roe: The ferry ran.\n[25/10/2020, 10:02:00] Bo: It did not.\nI was there.\n[26/10/2020, 23:59:01] Ana Roe: It did.',
      [
        ['Ana Roe', '2020-10-25T10:01', 'The ferry ran.'],
        ['Bo', '2020-10-25T10:02', 'It did not.\nI was there.'],
        ['Ana Roe', '2020-10-26T23:59', 'It did.'],
      ],
    ],
    [
      'of an American, with a clock of twelve hours',
      '10/9/20, 11:05 PM - Ana: One.\n10/10/20, 12:00 AM - Bo: Two.\n10/13/20, 1:30 PM - Ana: Three.',
      [
        ['Ana', '2020-10-09T23:05', 'One.'],
        ['Bo', '2020-10-10T00:00', 'Two.'],
        ['Ana', '2020-10-13T13:30', 'Three.'],
      ],
    ],
    [
      'of a German',
      '09.05.24, 20:01 - +49 170 555: Eins.\n09.05.24, 20:02 - Bo: Zwei.\n10.05.24, 08:00 - Bo: Drei.',
      [
        ['+49 170 555', '2024-05-09T20:01', 'Eins.'],
        ['Bo', '2024-05-09T20:02', 'Zwei.'],
        ['Bo', '2024-05-10T08:00', 'Drei.'],
      ],
    ],
    [
      'whose days tell their order by following each other',
      '03/11/24, 20:01 - Ana: One.\n03/12/24, 20:02 - Bo: Two.\n04/01/24, 08:00 - Bo: Three.',
      [
        ['Ana', '2024-03-11T20:01', 'One.'],
        ['Bo', '2024-03-12T20:02', 'Two.'],
        ['Bo', '2024-04-01T08:00', 'Three.'],
      ],
    ],
    [
      'of an Arab, in figures of his own',
      '\u200f١٣\u200f/٥\u200f/٢٠٢٤، ٤:٠٦ م - ليلى: غادرت العبارة ٣ مرات.\n\u200f١٤\u200f/٥\u200f/٢٠٢٤، ٩:٠١ ص - طارق: لا.\n\u200f١٤\u200f/٥\u200f/٢٠٢٤، ٩:٠٢ ص - ليلى: نعم.',
      [
        ['ليلى', '2024-05-13T16:06', 'غادرت العبارة ٣ مرات.'],
        ['طارق', '2024-05-14T09:01', 'لا.'],
        ['ليلى', '2024-05-14T09:02', 'نعم.'],
      ],
    ],
    [
      'of a Korean',
      '2024. 5. 13. 오후 4:06, 김보 : 떠났다.\n2024. 5. 13. 오후 4:08, 이안 : 아니다.\n2024. 5. 14. 오전 9:01, 김보 : 떠났다: 둘.',
      [
        ['김보', '2024-05-13T16:06', '떠났다.'],
        ['이안', '2024-05-13T16:08', '아니다.'],
        ['김보', '2024-05-14T09:01', '떠났다: 둘.'],
      ],
    ],
    [
      'copied out of Telegram',
      'Hill Radio, [25.10.2020 10:01]\nThe ferry ran.\n\nHill Radio, [25.10.2020 10:02]\n[Forwarded from Bay Watch]\nIt sank.\n\nBo, [26.10.2020 08:00]\nNo.',
      [
        ['Hill Radio', '2020-10-25T10:01', 'The ferry ran.'],
        ['Bay Watch', '2020-10-25T10:02', 'It sank.'],
        ['Bo', '2020-10-26T08:00', 'No.'],
      ],
    ],
  ])('%s', (_whose, text, expected) => {
    expect(messages(chatIn(text))).toEqual(expected);
  });

  test.each([
    [
      'a log of IRC, whose days change in lines between',
      '--- Log opened Sun Oct 25 2020\n10:01 -!- bo [~b@host] has joined #pier\n10:01 < ana> The ferry ran.\n10:02 <@bo> It did not.\n10:03  * bo shrugs\n--- Day changed Mon Oct 26 2020\n08:00 <ana> It did.',
      [
        ['ana', '2020-10-25T10:01', 'The ferry ran.'],
        ['bo', '2020-10-25T10:02', 'It did not.'],
        ['ana', '2020-10-26T08:00', 'It did.'],
      ],
    ],
    [
      'a log of IRC with days',
      '[2020-10-25 10:01:12] <ana> One.\n[2020-10-25 10:02:00] <bo> Two.\n[2020-10-26 08:00:00] <ana> Three.',
      [
        ['ana', '2020-10-25T10:01', 'One.'],
        ['bo', '2020-10-25T10:02', 'Two.'],
        ['ana', '2020-10-26T08:00', 'Three.'],
      ],
    ],
    [
      'copied out of Slack',
      'Sunday, October 25th, 2020\nAna Roe  10:01 AM\nThe ferry ran.\nTwice.\n\nBo  [10:02 PM]\nIt did not.\nAna Roe  10:03 PM\nIt did.',
      [
        ['Ana Roe', '2020-10-25T10:01', 'The ferry ran.\nTwice.'],
        ['Bo', '2020-10-25T22:02', 'It did not.'],
        ['Ana Roe', '2020-10-25T22:03', 'It did.'],
      ],
    ],
    [
      'copied out of Discord',
      'Ana — 25/10/2020 10:01\nThe ferry ran.\nBo — 25/10/2020 10:02\nIt did not.\nAna — Today at 08:00\nIt did.',
      [
        ['Ana', '2020-10-25T10:01', 'The ferry ran.'],
        ['Bo', '2020-10-25T10:02', 'It did not.'],
        ['Ana', null, 'It did.'],
      ],
    ],
    [
      'copied out of Teams, with the writer over the words',
      '[25/10/2020 10:01] Roe, Ana\nThe ferry ran.\n[25/10/2020 10:02] Bo\nIt did not.\n[26/10/2020 08:00] Bo\nNo.',
      [
        ['Roe, Ana', '2020-10-25T10:01', 'The ferry ran.'],
        ['Bo', '2020-10-25T10:02', 'It did not.'],
        ['Bo', '2020-10-26T08:00', 'No.'],
      ],
    ],
    [
      'saved out of Zoom',
      '10:01:12 From Ana Roe to Everyone : The ferry ran.\n10:02:00 From Bo to Everyone: It did not.\n10:03:00 From Ana Roe : It did.',
      [
        ['Ana Roe', null, 'The ferry ran.'],
        ['Bo', null, 'It did not.'],
        ['Ana Roe', null, 'It did.'],
      ],
    ],
  ])('and %s', (_whose, text, expected) => {
    expect(messages(chatIn(text))).toEqual(expected);
  });

  test('keeps the time where no day is told', () => {
    const content = chatIn('10:01 <ana> One.\n10:02 <bo> Two.\n10:03 <ana> Three.');
    expect(content?.text).toContain('bo, 10:02\n\nTwo.');
    expect(content?.published).toBeNull();
  });

  test('names what is no message', () => {
    const content = chatIn(
      '25/10/2020, 10:00 - Messages and calls are end-to-end encrypted.\n25/10/2020, 10:01 - Ana: One.\n25/10/2020, 10:02 - Bo: <Media omitted>\n25/10/2020, 10:03 - Ana: Two.',
    );
    expect(messages(content).map(([, , words]) => words)).toEqual(['One.', 'Two.']);
    expect(content?.account?.leftOut.map(({ what }) => what)).toEqual([
      'notices of the chat',
      'marks of pictures and files',
    ]);
    expect(content).toMatchObject({
      author: 'Ana',
      published: '2020-10-25',
      publishedFrom: { certainty: 'likely' },
    });
  });

  test('gives nobody what the program of an iPhone writes', () => {
    const content = chatIn(
      '[25.10.20, 10:00:01] \u200eFähre: \u200eNachrichten sind verschlüsselt.\n[25.10.20, 10:01:12] ~ Ana: Eins.\n\u200e[25.10.20, 10:02:00] Ana: \u200eBild weggelassen\n[25.10.20, 10:03:00] Bo: Zwei.',
    );
    expect(messages(content).map(([name, , words]) => [name, words])).toEqual([
      ['Ana', 'Eins.'],
      ['Bo', 'Zwei.'],
    ]);
    expect(content?.account?.leftOut).toMatchObject([{ what: 'notices of the chat' }]);
  });

  test.each([
    'At a meeting:\n25/10/2020, 10:00 - the ferry left.\nIt came back.',
    '25 October 2020: the ferry left.\n26 October 2020: it came back.',
    'Odvik  10:01\nKarsk  10:30\nHalm  11:15',
    '',
  ])('is not seen in another text: %s', (text) => {
    expect(chatIn(text)).toBeNull();
  });
});

describe('an export of Telegram', () => {
  const message = (id: number, day: string, rest: string) =>
    `<div class="message default clearfix" id="message${id}"><div class="body"><div class="pull_right date details" title="${day} UTC+03:00">10:00</div>${rest}</div></div>`;
  const page = (name: string, all: string) =>
    `<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_header"><div class="content"><div class="text bold">\n${name}\n</div></div></div><div class="page_body chat_page"><div class="history">${all}</div></div></body></html>`;

  test('gives each message with its author and time', () => {
    const content = telegramPage(
      page(
        'Bay Watch',
        [
          '<div class="message service" id="message-1"><div class="body details">9 May 2024</div></div>',
          message(
            1,
            '09.05.2024 20:00:00',
            '<div class="from_name">Ana Roe</div><div class="text">The ferry ran.<br>Twice.</div>',
          ),
          message(2, '10.05.2024 08:30:00', '<div class="text">Yesterday it was late.</div>').replace(
            'default',
            'default joined',
          ),
          message(
            3,
            '11.05.2024 09:00:00',
            '<div class="from_name">Bo</div><div class="forwarded body"><div class="from_name">Cy Dahl <span class="date details" title="01.05.2024 07:00:00 UTC+03:00"> 01.05.2024 07:00:00</span></div><div class="text">It sank.</div></div>',
          ),
          message(
            4,
            '11.05.2024 09:05:00',
            '<div class="from_name">Bo</div><div class="media_wrap clearfix"><div class="title bold">Photo</div></div><div class="text">See the hull.</div>',
          ),
        ].join('\n'),
      ),
    );
    expect(messages(content)).toEqual([
      ['Ana Roe', '2024-05-09T20:00', 'The ferry ran.\nTwice.'],
      ['Ana Roe', '2024-05-10T08:30', 'Yesterday it was late.'],
      ['Cy Dahl', '2024-05-01T07:00', 'It sank.'],
      ['Bo', '2024-05-11T09:05', 'See the hull.'],
    ]);
    expect(content).toMatchObject({
      title: 'Bay Watch',
      author: null,
      publisher: null,
      published: '2024-05-11',
    });
    expect(content?.account?.leftOut.map(({ what }) => what)).toEqual([
      'notices of the chat',
      'marks of pictures and files',
    ]);
  });

  test('of a channel is its owner’s', () => {
    const content = telegramPage(
      page(
        'Bay Watch',
        message(
          1,
          '09.05.2024 20:00:00',
          '<div class="from_name">Bay Watch</div><div class="text">We sail.</div>',
        ),
      ),
    );
    expect(content).toMatchObject({ publisher: 'Bay Watch', author: 'Bay Watch' });
  });

  test.each(['<div class="history"><p>The ferry in 1850.</p></div>', '<p>Text'])(
    'is not seen in %s',
    (html) => {
      expect(telegramPage(html)).toBeNull();
    },
  );
});

describe('JSON', () => {
  const contentsOf = async (value: unknown) => {
    const { content, parts } = await readJson(JSON.stringify(value), 'x.json', null);
    return [content, ...parts.map(({ said }) => said as Content)];
  };

  test.each([
    [
      'Telegram',
      {
        name: 'Bay Watch',
        type: 'private_group',
        messages: [
          { type: 'service', date: '2024-05-09T19:00:00', actor: 'Ana', action: 'create_group', text: '' },
          {
            type: 'message',
            date: '2024-05-09T20:00:00',
            from: 'Ana',
            text: ['We ', { type: 'bold', text: 'sail' }, '.'],
          },
          {
            type: 'message',
            date: '2024-05-10T20:00:00',
            from: 'Bo',
            forwarded_from: 'Cy',
            text: 'It sank.',
          },
        ],
      },
      [
        ['Ana', '2024-05-09T20:00', 'We sail.'],
        ['Cy', '2024-05-10T20:00', 'It sank.'],
      ],
    ],
    [
      'Slack',
      [
        {
          type: 'message',
          subtype: 'channel_join',
          ts: '1603620000.000100',
          user: 'U1',
          text: '<@U1> has joined the channel',
        },
        {
          type: 'message',
          ts: '1603620000.000200',
          user: 'U1',
          user_profile: { real_name: 'Ana Roe' },
          text: 'See <https://hill.example|the page> &amp; sail.',
        },
        { type: 'message', ts: '1603706400.000100', user: 'U2', text: 'It sank.' },
      ],
      [
        ['Ana Roe', '2020-10-25T10:00', 'See the page & sail.'],
        ['U2', '2020-10-26T10:00', 'It sank.'],
      ],
    ],
    [
      'Discord',
      {
        guild: { name: 'Bay' },
        channel: { name: 'ferries' },
        messages: [
          {
            type: 'Default',
            timestamp: '2024-05-09T20:00:00+00:00',
            content: 'We sail.',
            author: { name: 'ana', nickname: 'Ana' },
          },
        ],
      },
      [['Ana', '2024-05-09T20:00', 'We sail.']],
    ],
    [
      'a program that counts milliseconds and names senders',
      {
        participants: [{ name: 'Ana' }, { name: 'Bo' }],
        messages: [
          { sender_name: 'Ana', timestamp_ms: 1715702400000, content: 'It sank.' },
          { timestamp_ms: 1715616360000, content: 'We sail.' },
        ],
        title: 'Bay',
      },
      [
        ['Ana', '2024-05-14T16:00', 'It sank.'],
        ['the writer of a message', '2024-05-13T16:06', 'We sail.'],
      ],
    ],
    [
      'programs that post boxes',
      [
        {
          type: 'message',
          ts: '1603706400.000100',
          username: 'newsbot',
          text: '',
          attachments: [{ title: 'Alert', text: 'It sank.', fallback: 'sank' }],
        },
      ],
      [['newsbot', '2020-10-26T10:00', 'Alert\n\nIt sank.']],
    ],
  ])('of %s gives its messages', async (_whose, value, expected) => {
    const [content] = await contentsOf(value);
    expect(messages(content ?? null)).toEqual(expected);
  });

  test('of several chats gives a document for each', async () => {
    const chat = (name: string) => ({
      name,
      type: 'personal_chat',
      messages: [{ type: 'message', date: '2024-05-09T20:00:00', from: 'Ana', text: 'We sail.' }],
    });
    const contents = await contentsOf({
      chats: { list: [chat('One'), chat('Two')] },
      left_chats: { list: [chat('Three')] },
    });
    expect(contents.map((content) => content?.title)).toEqual(['One', 'Two', 'Three']);
  });

  test('that is a list of records gives a record each', async () => {
    const [content] = await contentsOf({
      count: 1,
      data: [{ event_date: '2024-05-09', place: 'Odvik', notes: 'The ferry ran.', sources: ['Hill'] }],
    });
    expect(content?.text).toBe(
      'event_date: 2024-05-09\nplace: Odvik\nnotes: The ferry ran.\nsources: ["Hill"]',
    );
    expect(content?.segments).toEqual([
      { span: [0, content?.text.length], kind: 'row', speaker: null, date: '2024-05-09' },
    ]);
  });

  test('that holds several lists gives the records of each, and names what else it holds', async () => {
    const [content] = await contentsOf({
      about: 'Ferries of the bay',
      sunk: [{ name: 'Hill', day: 1 }],
      nested: [{ parts: [{ a: 1 }] }],
      saved: [{ name: 'Bay', day: 2 }],
    });
    expect(content?.text).toBe('sunk\n\nname: Hill\nday: 1\n\nsaved\n\nname: Bay\nday: 2');
    expect(content?.account?.leftOut).toMatchObject([{ what: 'values beside the records', characters: 39 }]);
  });

  test.each([{ name: 'ferry', version: '1.0.0' }, 'ferry', [1, 2], { a: { b: [] } }])(
    '%j is said to be none of these',
    async (value) => {
      await expect(contentsOf(value)).rejects.toMatchObject({
        code: 'PROVISO_INPUT_UNSUPPORTED',
        message: expect.stringContaining('neither a feed'),
      });
    },
  );
});
