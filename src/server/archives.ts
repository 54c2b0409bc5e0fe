import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import type { Store } from '../store/index.ts';
import { exportCase } from '../work/index.ts';
import { operation } from './operation.ts';

/**
 * The route that gives a whole case as an archive. It is written to disk first: whoever takes it slowly does not keep others from
 * the store, and a case that cannot be given is refused in words.
 */
export const serveArchives = (app: Hono, store: Store): void => {
  const toArchive = operation({ summary: 'Give the whole case as an archive', answer: 'application/zip' });
  app.get('/api/cases/:case/archive', toArchive, async (context) => {
    const { file } = await store.caseById(context.req.param('case'));
    const folder = await mkdtemp(join(tmpdir(), 'proviso-archive-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const path = join(folder, 'archive.zip');
      await exportCase(store, file.id, createWriteStream(path, { mode: 0o600 }));
      const stream = createReadStream(path);
      stream.once('close', () => void remove());
      context.header('content-type', 'application/zip');
      context.header('content-length', `${(await stat(path)).size}`);
      context.header('content-disposition', `attachment; filename="${file.id}.zip"`);
      return context.body(Readable.toWeb(stream) as ReadableStream);
    } catch (thrown) {
      await remove();
      throw thrown;
    }
  });
};
