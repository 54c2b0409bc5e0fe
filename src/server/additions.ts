import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { WebOptions } from '../collect/index.ts';
import { asProvisoError, isWebAddress, type JobView, type OriginTree, ProvisoError } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import {
  type Added,
  type AddOptions,
  addReports,
  catchUp,
  emit,
  type Progress,
  requireDocument,
  requireTranslatable,
  type Translator,
  traceOrigins,
  translateDocuments,
} from '../work/index.ts';

/** What a person adds from the browser. */
export interface Addition {
  files: readonly File[];
  urls: readonly string[];
  published?: string | undefined;
  publisher?: string | undefined;
  charset?: string | undefined;
}

/** What work that reads is done with; `signal`: the server ends. */
export interface ReadingTools {
  reader: Reader;
  web: WebOptions;
  /** What translates all that is added; null: nothing does. */
  translation: NonNullable<AddOptions['translation']> | null;
  signal: AbortSignal;
}

/** Finished jobs that can still be asked about. */
const keptJobs = 100;

/**
 * Additions, one after another in the background: parsing and reading use all cores already. They live as long as
 * the server; what an ended server had not finished is completed by adding the same files again.
 */
export class Additions {
  readonly #store: Store;
  readonly #reader: () => Reader;
  readonly #web: WebOptions;
  readonly #translation: AddOptions['translation'];
  readonly #jobs = new Map<string, JobView>();
  readonly #ending = new AbortController();
  #turn: Promise<void> = Promise.resolve();

  /** `web`: how it is reached, for addresses; `translation`: what translates all that is added, where the user set that. */
  constructor(
    store: Store,
    reader: () => Reader,
    web: WebOptions = {},
    translation: AddOptions['translation'] = null,
  ) {
    this.#store = store;
    this.#reader = reader;
    this.#web = web;
    this.#translation = translation;
  }

  /** Takes the addition in and returns at once. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
  async add(caseId: string, addition: Addition): Promise<JobView> {
    await this.#store.caseById(caseId);
    const inputs = addition.files.length + addition.urls.length;
    return this.#begin(caseId, inputs, (progress) => this.#add(caseId, addition, progress));
  }

  /**
   * Has a document translated and reads it; returns at once. @throws ProvisoError PROVISO_CASE_NOT_FOUND,
   * PROVISO_DOCUMENT_NOT_FOUND, PROVISO_TRANSLATION_NOT_NEEDED or PROVISO_MODEL_NOT_ALLOWED.
   */
  async translate(caseId: string, documentId: string, translator: Translator, by: string): Promise<JobView> {
    const store = this.#store;
    const document = await requireDocument(store, caseId, documentId);
    await requireTranslatable(store, caseId, document, translator);
    const { signal } = this.#ending;
    return this.#begin(caseId, 1, async (progress) => {
      const { refused, stopped } = await translateDocuments(store, caseId, [documentId], translator, {
        ...{ by, progress, signal },
      });
      const failure = stopped ?? refused[0]?.error;
      if (failure) throw failure;
      await catchUp(store, this.#reader(), caseId, progress, signal);
      return null;
    });
  }

  #begin(caseId: string, inputs: number, work: (progress: Progress) => Promise<JobView['added']>): JobView {
    const job: JobView = {
      id: randomUUID(),
      case: caseId,
      state: 'waiting',
      inputs,
      step: null,
      added: null,
      failure: null,
    };
    this.#jobs.set(job.id, job);
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > keptJobs && oldest !== undefined) this.#jobs.delete(oldest);
    this.#turn = this.#turn.then(() => this.#work(job, work));
    return job;
  }

  /** How the job stands. @throws ProvisoError PROVISO_JOB_NOT_FOUND. */
  job(id: string): JobView {
    const job = this.#jobs.get(id);
    if (job) return job;
    throw new ProvisoError(
      'PROVISO_JOB_NOT_FOUND',
      `There is no addition "${id}".`,
      'The server may have been started anew; add the same files again, those that are known are not taken twice.',
    );
  }

  /** Where pages come from; keeps nothing. */
  trace({ files, urls }: Pick<Addition, 'files' | 'urls'>): Promise<OriginTree> {
    return this.inTurn(() => this.#trace(files, urls));
  }

  /** Does work that reads once all before it is done, since reading uses all cores. */
  inTurn<T>(work: (tools: ReadingTools) => Promise<T>): Promise<T> {
    const done = this.#turn.then(() =>
      work({
        ...{ reader: this.#reader(), web: this.#web, translation: this.#translation ?? null },
        signal: this.#ending.signal,
      }),
    );
    this.#turn = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  async #trace(files: readonly File[], urls: readonly string[]): Promise<OriginTree> {
    const folder = await mkdtemp(join(tmpdir(), 'proviso-traced-'));
    try {
      const names = await written(folder, files);
      const { signal } = this.#ending;
      const addresses = urls.filter(isWebAddress);
      const tree = await traceOrigins(this.#reader(), [...names.keys(), ...addresses], {
        signal,
        web: this.#web,
      });
      const named = (text: string) =>
        [...names].reduce((said, [path, name]) => said.replaceAll(path, name), text);
      return {
        ...tree,
        refused: [
          ...tree.refused.map((one) => ({ ...one, source: named(one.source), why: named(one.why) })),
          ...urls.filter((url) => !isWebAddress(url)).map(noAddress),
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }

  /** Ends what is under way between two documents, and waits for it. */
  close(): Promise<void> {
    this.#ending.abort();
    return this.#turn;
  }

  async #work(job: JobView, work: (progress: Progress) => Promise<JobView['added']>): Promise<void> {
    if (this.#ending.signal.aborted) return;
    job.state = 'working';
    try {
      job.added = await work((step) => {
        job.step = step;
      });
      for (const { code } of job.added?.refused ?? []) emit('refusal', { code });
      job.state = 'done';
    } catch (thrown) {
      const { code, message: why, todo } = asProvisoError(thrown);
      job.failure = { code, why, todo };
      emit('refusal', { code });
      job.state = 'failed';
    }
  }

  async #add(caseId: string, addition: Addition, progress: Progress): Promise<JobView['added']> {
    const folder = await mkdtemp(join(tmpdir(), 'proviso-added-'));
    try {
      const names = await written(folder, addition.files);
      const { published, publisher, charset, urls } = addition;
      const addresses = urls.filter(isWebAddress);
      const added = shown(
        await addReports(this.#store, this.#reader(), [...names.keys(), ...addresses], {
          caseId,
          web: this.#web,
          translation: this.#translation ?? null,
          ...(published ? { published } : {}),
          ...(publisher ? { publisher } : {}),
          ...(charset ? { charset } : {}),
          // People know a file by its own name, not by where it lay for a moment.
          nameOf: (source) => namedIn(source, names),
          progress,
          signal: this.#ending.signal,
        }),
        names,
      );
      const others = urls.filter((url) => !isWebAddress(url)).map(noAddress);
      return { ...added, refused: [...added.refused, ...others] };
    } finally {
      // What cannot be removed now goes with the system's other temporary files.
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }
}

/** A path, a pattern or `-` would be read on this machine, where whoever sends it may have no business. */
const noAddress = (source: string) => ({
  source,
  code: 'PROVISO_ADDRESS_REFUSED' as const,
  why: `${source.slice(0, 300)} is no web address.`,
  todo: 'Give an address that begins with https://, and send files as files.',
});

/** Writes each file into a folder of its own, since two may have one name; path → name. */
const written = async (folder: string, files: readonly File[]): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const own = join(folder, String(index));
    await mkdir(own);
    const path = join(own, storedName(file.name));
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    names.set(path, file.name.replace(/\p{Cc}/gu, '\ufffd') || basename(path));
  }
  return names;
};

/** Bytes that a name may have on every file system, less some room. */
const longestName = 200;

/** A name under which any file can be written: no path, no `!`, which parts what is inside a file, not too long. */
function storedName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}!]/gu, '_');
  const ending = /^\.\w{1,10}$/.test(extname(plain)) ? extname(plain) : '';
  let stem = plain.slice(0, plain.length - ending.length);
  while (Buffer.byteLength(stem) > longestName) stem = stem.slice(0, -1);
  return /^\.*$/.test(stem) ? `file${ending}` : `${stem}${ending}`;
}

/** A source by the name of the file that it is, or is in; what a file holds follows after `!`. */
function namedIn(source: string, names: ReadonlyMap<string, string>): string {
  const [path, name] = [...names].find(([one]) => source === one || source.startsWith(`${one}!`)) ?? [];
  return path === undefined ? source : `${name}${source.slice(path.length)}`;
}

/** How it went, every file called by its own name, wherever it lay for a moment. */
const shown = (
  { refused, ...added }: Added,
  names: ReadonlyMap<string, string>,
): NonNullable<JobView['added']> => {
  const named = (text: string) =>
    [...names].reduce((said, [path, name]) => said.replaceAll(path, name), text);
  return {
    ...added,
    refused: refused.map(({ source, error: { code, message, todo } }) => ({
      source,
      code,
      why: named(message),
      todo,
    })),
  };
};
