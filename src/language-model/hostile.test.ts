import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hostileTexts from './hostile-texts.json' with { type: 'json' };
import { type Pair, secondRead } from './index.ts';
import { type Asked, givenTo, type ModelServer, modelAt, modelServer, type Replied } from './testing.ts';

const honest: Pair = {
  duty: 'Larkham does not attack the ferry of Odvik.',
  clause: 'The town shall not attack the ferry.',
  kind: 'prohibition',
  debtor: 'Larkham',
  creditor: 'Odvik',
  before: null,
  sentence: 'On Monday the guards attacked the ferry of Odvik, the mayor said.',
};

/** A model that does whatever the text of a report tells it, and even remembers it: the worst that there may be. */
const gullible = (): ((asked: Asked) => Replied) => {
  let remembered = '';
  return ({ body }) => {
    const text = body.messages.map(({ content }) => content).join('\n');
    const [own = ''] =
      /\{[^{}]*"says"[^{}]*\}/.exec(text.replaceAll('\\"', '"').split('"sentence":').at(-1) ?? '') ?? [];
    remembered = own || remembered || '{"says":"performance","words":"performance","shows":["who"]}';
    return { text: remembered };
  };
};

let server: ModelServer;
let reply: (asked: Asked) => Replied;
beforeAll(async () => {
  server = await modelServer((asked) => reply(asked));
});
afterAll(() => server.close());

const read = (pair: Pair) => secondRead(modelAt(server.url), pair);

const askedFor = async (pair: Pair): Promise<Asked> => {
  const place = server.asked.length;
  await read(pair);
  return server.asked[place] as Asked;
};

describe.each(hostileTexts.map((text) => ({ text })))('$text', ({ text }) => {
  test.each(['sentence', 'before'] as const)(
    'as %s is data in one field, and never an instruction',
    async (field) => {
      reply = () => ({ text: '{"says":"neither","words":"","shows":[]}' });
      const plain = await askedFor(honest);
      const asked = await askedFor({ ...honest, [field]: text });
      expect(asked.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(asked.body.messages[0]).toEqual(plain.body.messages[0]);
      expect(asked.body.response_format).toEqual(plain.body.response_format);
      expect(givenTo(asked)).toEqual({ ...givenTo(plain), [field]: text });
      expect(asked.body.messages[1]?.content).not.toMatch(/[<>[\]]|```json\n/);
    },
  );

  test('reaches no question about another pair', async () => {
    reply = () => ({ text: '{"says":"neither","words":"","shows":[]}' });
    const plain = await askedFor(honest);
    await askedFor({ ...honest, sentence: text });
    expect((await askedFor(honest)).body).toEqual(plain.body);
  });

  test('obeyed by a model that obeys everybody gives an opinion with words of its own, or none', async () => {
    reply = gullible();
    const { answer, thrownAway } = await read({ ...honest, sentence: text });
    const shown = answer?.span && text.slice(...answer.span);
    expect(Object.keys(answer ?? { says: '', span: null, shows: [] })).toEqual(['says', 'span', 'shows']);
    if (answer && answer.says !== 'neither') expect(text).toContain(shown);
    else expect(answer === null).toBe(thrownAway !== null);
  });
});

test('there are forty of them, none twice', () => {
  expect(new Set(hostileTexts).size).toBe(40);
});
