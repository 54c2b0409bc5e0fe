import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corporaFolder } from '../testing.ts';
import { readCorpusFile } from './corpus-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await corporaFolder({ 'harbour/dev.txt.gz': 'one\r\ntwö\n' });
  await writeFile(join(folder, 'plain.gz'), 'not packed');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a corpus file', () => {
  it('is unpacked into lines', async () => {
    expect((await readCorpusFile(folder, 'harbour/dev.txt.gz')).lines).toEqual(['one', 'twö', '']);
  });

  it('that is missing is named with its whole path', async () => {
    await expect(readCorpusFile(folder, 'harbour/test.txt.gz')).rejects.toMatchObject({
      code: 'PROVISO_CORPUS_MISSING',
      message: expect.stringContaining(join(folder, 'harbour/test.txt.gz')),
      todo: expect.stringContaining('--data'),
    });
  });

  it('that is no gzip is refused', async () => {
    await expect(readCorpusFile(folder, 'plain.gz')).rejects.toMatchObject({
      code: 'PROVISO_CORPUS_INVALID',
    });
  });
});
