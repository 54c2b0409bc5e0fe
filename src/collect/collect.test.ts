import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Document } from '../model/index.ts';
import { type CollectEvent, type CollectOptions, collect, countInputs } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-collect-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes the files of a table, by name, and returns the path of the first. */
async function given(files: Record<string, string | Uint8Array>): Promise<string> {
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, content);
      return path;
    }),
  );
  return paths[0] ?? folder;
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

async function collected(paths: string[], options?: CollectOptions): Promise<CollectEvent[]> {
  const events = await gather(collect(paths, options));
  expect(await countInputs(paths)).toBe(events.length);
  return events;
}

async function documentOf(path: string, options?: CollectOptions): Promise<Document> {
  const [event] = await collected([path], options);
  if (event?.kind !== 'collected') throw event?.kind === 'refused' ? event.error : new Error('skipped');
  return Document.parse(event.document);
}

const report =
  '---\ntitle: Rebels deny shelter\npublisher: Hill Courier\npublished: 2020-10-25\n---\n\nThey denied it.\n';

describe('a document', () => {
  test('is made of its bytes, its front matter and its text', async () => {
    const sha256 = createHash('sha256').update(report).digest('hex');
    expect(await documentOf(await given({ 'report.md': report }))).toEqual({
      id: sha256.slice(0, 16),
      sha256,
      mediaType: 'text/markdown',
      byteLength: report.length,
      title: 'Rebels deny shelter',
      titleFrom: { source: 'front-matter', certainty: 'stated' },
      author: null,
      publisher: 'Hill Courier',
      publisherFrom: { source: 'front-matter', certainty: 'stated' },
      agency: null,
      published: '2020-10-25',
      publishedFrom: { source: 'front-matter', certainty: 'stated' },
      url: null,
      kind: 'original',
      text: 'They denied it.',
      language: null,
      pages: null,
      segments: null,
      account: null,
      incomplete: null,
      guessedCharset: null,
    });
  });

  test('takes what the person says over what the file says', async () => {
    const said = { title: 'T', publisher: 'P', published: '2020-11', url: 'https://example.org/' };
    expect(await documentOf(await given({ 'said.md': report }), said)).toMatchObject(said);
  });

  test.each([
    ['a heading', 'heading.md', 'Intro\n\n## A heading ##\n\nText', 'A heading'],
    ['its file name', 'no-heading.markdown', 'Text', 'no-heading'],
    ['its file name, in plain text', 'plain.txt', '# Not a heading', 'plain'],
    ['its <title>', 'page.html', '<title>A page</title><p>Text', 'A page'],
    ['its file name, for a page without one', 'bare.HTM', '<p>Text', 'bare'],
  ])('falls back to %s for its title', async (_what, name, content, title) => {
    expect(await documentOf(await given({ [name]: content }))).toMatchObject({ title });
  });

  test('keeps its bytes as they were, whatever its text needed', async () => {
    const path = await given({ 'windows.txt': '\ufeffone\r\ntwo\r\n' });
    const [event] = await collected([path]);
    expect(event).toMatchObject({ document: { text: 'one\ntwo', byteLength: 13 } });
    expect(event?.kind === 'collected' && Buffer.from(event.bytes).toString()).toBe('\ufeffone\r\ntwo\r\n');
  });
});

describe('standard input', () => {
  const from = (text: string) => ({ stdin: async () => new TextEncoder().encode(text) });

  test.each([
    ['text', 'Some text.', 'text/plain', 'Standard input'],
    ['text with front matter', '---\ntitle: Said\n---\nText', 'text/plain', 'Said'],
    ['a page', ' <!DOCTYPE html><title>A page</title><p>Text', 'text/html', 'A page'],
    ['a page after a comment', '<!-- saved -->\n<html><p>Text</html>', 'text/html', 'Standard input'],
    ['text with a less-than sign', '<headline> Text', 'text/plain', 'Standard input'],
  ])('%s', async (_what, text, mediaType, title) => {
    expect(await documentOf('-', from(text))).toMatchObject({ mediaType, title });
  });

  test('may come in pieces', async () => {
    async function* stdin() {
      yield new TextEncoder().encode('one ');
      yield new TextEncoder().encode('two');
    }
    expect(await documentOf('-', { stdin })).toMatchObject({ text: 'one two' });
  });

  test('without end is refused', async () => {
    async function* stdin() {
      while (true) yield new Uint8Array(1024 * 1024);
    }
    expect(await collected(['-'], { stdin })).toMatchObject([{ error: { code: 'PROVISO_INPUT_TOO_LARGE' } }]);
  });
});

describe('a folder', () => {
  test('is read to its depth, in order, naming what it cannot read', async () => {
    await given({
      'all/b.txt': 'b',
      'all/a/z.md': 'z',
      'all/a/sheet.xls': 'x',
      'all/c.html': '<p>c',
      'all/.git/x.md': 'x',
    });
    const root = join(folder, 'all');
    const events = await collected([root]);
    expect(events.map(({ source, kind }) => [relative(root, source), kind])).toEqual([
      ['a/sheet.xls', 'refused'],
      ['a/z.md', 'collected'],
      ['b.txt', 'collected'],
      ['c.html', 'collected'],
    ]);
    expect(events[0]).toMatchObject({
      error: { code: 'PROVISO_INPUT_UNSUPPORTED', message: expect.stringMatching(/ending in \.xls/) },
    });
  });

  test('that holds a link to itself is read once', async () => {
    await given({ 'round/a.txt': 'a' });
    await symlink(join(folder, 'round'), join(folder, 'round', 'again'));
    expect(await collected([join(folder, 'round')])).toHaveLength(1);
  });

  test('that is empty is refused', async () => {
    await mkdir(join(folder, 'nothing'));
    expect(await collected([join(folder, 'nothing')])).toMatchObject([
      { error: { code: 'PROVISO_INPUT_EMPTY' } },
    ]);
  });
});

describe('a refusal', () => {
  test.each([
    ['an empty file', 'empty.txt', '', 'PROVISO_INPUT_EMPTY'],
    ['a file of blanks', 'blank.md', ' \n\t\n', 'PROVISO_INPUT_EMPTY'],
    ['front matter alone', 'alone.md', '---\ntitle: a\n---\n', 'PROVISO_INPUT_EMPTY'],
    ['junk named text', 'junk.txt', new Uint8Array([0, 1, 2, 3]), 'PROVISO_INPUT_BINARY'],
    ['an unknown key', 'key.md', '---\ncolour: a\n---\nText', 'PROVISO_FRONT_MATTER_INVALID'],
    ['an ending we do not read', 'report.xls', 'x', 'PROVISO_INPUT_UNSUPPORTED'],
    ['an ending that promises too much', 'report.docx', 'x', 'PROVISO_INPUT_UNREADABLE'],
    ['no ending, and no text', 'README', '\x01\x02 x', 'PROVISO_INPUT_UNSUPPORTED'],
    ['a page without text', 'empty.html', '<html></html>', 'PROVISO_INPUT_NO_TEXT'],
  ])('of %s', async (_what, name, content, code) => {
    const path = await given({ [name]: content });
    expect(await collected([path])).toMatchObject([{ kind: 'refused', source: path, error: { code } }]);
  });

  test('of what is not there', async () => {
    const events = await collected([join(folder, 'gone.txt'), await given({ 'there.txt': 'x' })]);
    expect(events).toMatchObject([{ error: { code: 'PROVISO_INPUT_MISSING' } }, { kind: 'collected' }]);
  });

  test('of a file that is too large', async () => {
    const path = await given({ 'large.txt': '' });
    await truncate(path, 20 * 1024 * 1024 + 1);
    expect(await collected([path])).toMatchObject([{ error: { code: 'PROVISO_INPUT_TOO_LARGE' } }]);
  });

  test.skipIf(process.getuid?.() === 0)('of a file that may not be read', async () => {
    const path = await given({ 'secret.txt': 'x' });
    await chmod(path, 0);
    expect(await collected([path])).toMatchObject([{ error: { code: 'PROVISO_INPUT_UNREADABLE' } }]);
  });

  test.each([
    [{ published: '2021-02-29' }, 'PROVISO_DATE_INVALID'],
    [{ url: 'javascript:alert(1)' }, 'PROVISO_USAGE'],
  ])('of options that are wrong: %j', async (options, code) => {
    await expect(gather(collect(['-'], options))).rejects.toMatchObject({ code });
  });
});
