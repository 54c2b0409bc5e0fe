import { afterEach, describe, expect, test } from 'vitest';
import { type LanguageModel, modelSettings, secondRead } from './index.ts';
import { type ModelServer, modelAt, modelServer, type Replied } from './testing.ts';

const pair = {
  duty: 'Norland does not attack the ferry.',
  clause: null,
  kind: 'prohibition' as const,
  debtor: 'Norland',
  creditor: null,
  before: null,
  sentence: 'On Monday the guards attacked the ferry, the mayor said.',
};

const well = '{"says":"breach","words":"attacked the ferry","shows":["what","what","who"]}';

let server: ModelServer;
afterEach(() => server?.close());

const asking = async (
  reply: Parameters<typeof modelServer>[0],
  env: Record<string, string> = {},
  patience = { timeout: 5000, retries: 2 },
): Promise<LanguageModel> => {
  server = await modelServer(reply);
  return modelAt(server.url, { env, patience });
};

/** Replies one after the other, the last for good. */
const inTurn =
  (...replies: Replied[]) =>
  (_: unknown, place: number): Replied =>
    replies[Math.min(place, replies.length - 1)] as Replied;

describe('a second reader', () => {
  test('that answers well is heard, with the words where they stand', async () => {
    const model = await asking(() => ({ text: well }));
    expect(await secondRead(model, pair)).toEqual({
      answer: { says: 'breach', span: [21, 39], shows: ['what', 'who'] },
      thrownAway: null,
      tokens: { given: 100, answered: 10 },
    });
    const [{ body } = { body: null }] = server.asked;
    expect(body).toMatchObject({
      model: 'small',
      temperature: 0,
      seed: 1,
      response_format: { type: 'json_schema' },
    });
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  test('that answers in a code fence is heard', async () => {
    const model = await asking(() => ({ text: `\`\`\`json\n${well}\n\`\`\``, usage: false }));
    expect(await secondRead(model, pair)).toMatchObject({ answer: { says: 'breach' }, tokens: null });
  });

  test.each([
    [
      'makes a quotation up',
      '{"says":"breach","words":"sank the ferry","shows":[]}',
      'words not in the sentence',
    ],
    [
      'changes a letter',
      '{"says":"breach","words":"Attacked the ferry","shows":[]}',
      'words not in the sentence',
    ],
    ['shows nothing', '{"says":"performance","words":" ","shows":[]}', 'contradicts itself'],
  ])('that %s is thrown away', async (_, text, thrownAway) => {
    const model = await asking(() => ({ text }));
    expect(await secondRead(model, pair)).toMatchObject({ answer: null, thrownAway });
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    ['no JSON', 'It is a breach.'],
    ['another verdict', '{"says":"guilty","words":"attacked","shows":[]}'],
    ['a field too many', '{"says":"neither","words":"","shows":[],"counts":true}'],
    ['a field too few', '{"says":"breach","words":"attacked"}'],
    ['another element', '{"says":"breach","words":"attacked","shows":["guilt"]}'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('that answers with %s is asked once more, and then thrown away', async (_, text) => {
    const model = await asking(() => ({ text }));
    expect(await secondRead(model, pair)).toEqual({
      answer: null,
      thrownAway: 'other form',
      tokens: { given: 200, answered: 20 },
    });
    expect(server.asked).toHaveLength(2);
  });

  test('that answers well when asked once more is heard', async () => {
    const model = await asking(inTurn({ text: 'Well…' }, { text: well }));
    expect(await secondRead(model, pair)).toMatchObject({ answer: { says: 'breach' } });
  });

  test('that never ends is cut off, and thrown away', async () => {
    const model = await asking(() => ({ text: '{"says":"bre', finish: 'length' }));
    expect(await secondRead(model, pair)).toMatchObject({ answer: null, thrownAway: 'cut off' });
  });

  test('whose server knows no schema is asked without, from then on', async () => {
    const model = await asking(({ body }) =>
      body.response_format ? { status: 400, text: 'unknown field' } : { text: well },
    );
    for (let time = 0; time < 2; time += 1)
      expect(await secondRead(model, pair)).toMatchObject({ answer: { says: 'breach' } });
    expect(server.asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
    expect(server.asked.at(-1)?.body.messages[0]?.content).toContain('"additionalProperties":false');
  });

  test.each([400, 500])(
    'whose server knows no schema is asked once what it answers with %i',
    async (status) => {
      const model = await asking(({ body }, place) =>
        body.response_format || place > 1 ? { status: place ? status : 400 } : { text: well },
      );
      await secondRead(model, pair);
      await expect(secondRead(model, pair)).rejects.toMatchObject({ code: 'PROVISO_MODEL_REFUSED' });
      expect(server.asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
    },
  );
});

describe('a server', () => {
  test('that fails on what its model wrote against the schema is asked without, for that question', async () => {
    const model = await asking(({ body }) =>
      body.response_format && !body.messages[1]?.content.includes('On Tuesday')
        ? { status: 500, text: 'output does not match' }
        : { text: 'Nonsense' },
    );
    expect(await secondRead(model, pair)).toMatchObject({ answer: null, thrownAway: 'other form' });
    expect(await secondRead(model, { ...pair, before: 'On Tuesday it ran.' })).toMatchObject({
      answer: null,
    });
    const withForm = server.asked.map(({ body }) => 'response_format' in body);
    expect(withForm).toEqual([true, false, true, false, true, true]);
  });

  test('that is busy is asked again after a while', async () => {
    const busy = { status: 429, text: 'slow down', headers: { 'retry-after-ms': '20' } };
    const model = await asking(inTurn(busy, busy, { text: well }));
    expect(await secondRead(model, pair)).toMatchObject({ answer: { says: 'breach' } });
    expect(server.asked).toHaveLength(3);
  });

  test.each<[string, Replied, string]>([
    ['stays busy', { status: 429, headers: { 'retry-after-ms': '1' } }, 'PROVISO_MODEL_BUSY'],
    ['is too slow', { text: well, after: 5000 }, 'PROVISO_MODEL_TOO_SLOW'],
    ['fails', { status: 500, headers: { 'retry-after-ms': '1' } }, 'PROVISO_MODEL_REFUSED'],
    ['does not know the model', { status: 404, text: 'no such model' }, 'PROVISO_MODEL_REFUSED'],
    ['wants a key', { status: 401, text: 'key s3cret-7 is wrong' }, 'PROVISO_MODEL_REFUSED'],
    ['understands nothing', { status: 400, text: 'what?' }, 'PROVISO_MODEL_REFUSED'],
    [
      'sends elsewhere',
      { status: 302, headers: { location: 'http://example.org/' } },
      'PROVISO_MODEL_UNREACHABLE',
    ],
  ])('that %s is told in one line', async (_, reply, code) => {
    const model = await asking(
      () => reply,
      { PROVISO_MODEL_KEY: 's3cret-7' },
      { timeout: reply.after ? 100 : 60_000, retries: 1 },
    );
    const refusal = await secondRead(model, pair).catch((thrown) => thrown);
    expect(refusal.line).toMatch(
      new RegExp(`^${code}: The language model at http://127\\.0\\.0\\.1:\\d+ .+\\.`),
    );
    expect(refusal.line).not.toContain('s3cret-7');
    expect(server.asked[0]?.headers.authorization).toBe('Bearer s3cret-7');
  });

  test('that is not there is told', async () => {
    const model = await asking(() => ({ text: well }));
    await server.close();
    await expect(secondRead(model, pair)).rejects.toMatchObject({ code: 'PROVISO_MODEL_UNREACHABLE' });
  });
});

describe('the settings', () => {
  test.each([
    ['http://localhost:11434/v1', true],
    ['http://127.8.9.1/v1', true],
    ['http://[::1]:8080/v1', true],
    ['http://models.localhost/v1', true],
    ['http://192.168.1.5:11434/v1', false],
    ['http://localhost.example.org/v1', false],
    ['https://api.example.org/v1', false],
    ['http://[::ffff:127.0.0.1]/v1', true],
    ['http://0x7f.1/v1', true],
  ])('%s is of this machine: %s', (url, isOwnMachine) => {
    expect(modelSettings({ PROVISO_MODEL_URL: url, PROVISO_MODEL: 'm' })).toMatchObject({ isOwnMachine });
  });

  test.each([
    [{ PROVISO_MODEL_URL: 'localhost:11434', PROVISO_MODEL: 'm' }],
    [{ PROVISO_MODEL_URL: 'http://user:pass@localhost/v1', PROVISO_MODEL: 'm' }],
    [{ PROVISO_MODEL_URL: 'http://localhost/v1' }],
    [{ PROVISO_MODEL_URL: 'http://localhost/v1', PROVISO_MODEL: 'm', PROVISO_MODEL_KEY_FILE: '/no/file' }],
  ])('%j is refused, and what is in it not shown', (env) => {
    expect(() => modelSettings(env)).toThrow(expect.objectContaining({ code: 'PROVISO_MODEL_SETTING' }));
    expect(() => modelSettings(env)).not.toThrow(/pass|no\/file/);
  });

  test('without an address there is no model', () => {
    expect(modelSettings({ PROVISO_MODEL: 'm', PROVISO_MODEL_KEY: 'k' })).toBeNull();
  });
});
