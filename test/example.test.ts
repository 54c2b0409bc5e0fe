import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../src/agreement/index.ts';
import { type Collected, collect } from '../src/collect/index.ts';
import { repository } from './proviso.ts';

const examples = join(repository, 'examples');

const collected = async (folder: string): Promise<Collected[]> => {
  const documents: Collected[] = [];
  for await (const event of collect([folder])) {
    if (event.kind === 'refused') throw event.error;
    if (event.kind === 'collected') documents.push(event);
  }
  return documents;
};

describe.each(await readdir(examples))('the example %s', (name) => {
  it('is a valid case of its own name', async () => {
    expect(parseCase(await readFile(join(examples, name, 'case.yaml'), 'utf8')).id).toBe(name);
  });

  it('has digests of 30 to 90 words that say what they are', async () => {
    const documents = await collected(join(examples, name, 'reports'));
    expect(documents.length).toBeGreaterThanOrEqual(15);
    for (const { document, source } of documents) {
      const words = document.text.split(/\s+/).length;
      expect([source, document.kind, words >= 30 && words <= 90]).toEqual([source, 'digest', true]);
      expect([source, document.published]).not.toContain(null);
    }
  });
});

describe('the source code', () => {
  it('knows nothing of any example', async () => {
    const files = (await readdir(join(repository, 'src'), { recursive: true })).filter((file) =>
      file.endsWith('.ts'),
    );
    const subjects = /taliban|qaeda|qaida|afghan|doha|kabul|zawahiri/i;
    for (const file of files) {
      expect([file, (await readFile(join(repository, 'src', file), 'utf8')).match(subjects)?.[0]]).toEqual([
        file,
        undefined,
      ]);
    }
  });
});
