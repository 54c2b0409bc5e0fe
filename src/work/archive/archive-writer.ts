import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type CrateFile, paths } from '../../publish/index.ts';
import { sha256Of } from '../../store/index.ts';

/** ZIP keeps local time; the first that it can tell, by the parts that it keeps, is the same everywhere. */
const always = { mtime: new Date(1980, 0, 1), mode: 0o100_600, forceDosTimestamp: true } as const;

/** Writes the files of an archive one after another: the same files in the same order give the same bytes. */
export class ArchiveWriter {
  readonly files: CrateFile[] = [];
  readonly #zip = new ZipFile();
  readonly #written: Promise<void>;
  readonly #failed: Promise<never>;
  readonly #out: Writable;

  constructor(out: Writable) {
    this.#out = out;
    this.#written = pipeline(this.#zip.outputStream, out);
    // A full disk ends what would wait for the archive to take more.
    this.#failed = this.#written.then(() => new Promise<never>(() => {}));
    this.#failed.catch(() => {});
  }

  /** Adds a file; returns when it is written. */
  async add(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = Buffer.from(content as Uint8Array);
    this.files.push({ path, sha256: sha256Of(bytes), size: bytes.length });
    const stream = Readable.from([bytes], { objectMode: false });
    this.#zip.addReadStream(stream, path, always);
    await Promise.race([finished(stream), this.#failed]);
  }

  /** Adds the last files, and before them the list of all but itself; returns when all is written. */
  async end(last: readonly (readonly [path: string, content: string])[]): Promise<void> {
    const hashes = [...this.files, ...last.map(([path, content]) => ({ path, sha256: sha256Of(content) }))];
    await this.add(paths.manifest, hashes.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
    for (const [path, content] of last) await this.add(path, content);
    this.#zip.end();
    await this.#written;
  }

  /** Breaks off. */
  async abandon(): Promise<void> {
    this.#out.destroy();
    await this.#written.catch(() => {});
  }
}
