import type { OpenStore } from '../mcp/index.ts';
import { ProvisoError } from '../model/index.ts';
import { servedAt } from '../store/index.ts';
import { OpenCases } from '../work/index.ts';
import { type GlobalOptions, placeOf, reachStore } from './context.ts';

/** How long the store is kept after the last question, in ms: an assistant asks several in a row. */
const patience = 5000;

/** A store that is open, and what ends that. */
interface Lent {
  open: OpenStore;
  /** Closes the store; resolves once it is closed. */
  end(): Promise<void>;
}

const lend = async (options: GlobalOptions): Promise<Lent> => {
  const store = await reachStore(options);
  const workbench = (await servedAt(placeOf(options).dir))?.url ?? null;
  const cases = new OpenCases(store);
  const end = async (): Promise<void> => {
    try {
      await cases.close();
    } finally {
      await store.close();
    }
  };
  return { open: { store, cases, workbench }, end };
};

const isGone = (thrown: unknown): boolean =>
  thrown instanceof ProvisoError && thrown.code === 'PROVISO_SERVER_ENDED';

/**
 * A store for a process that runs for hours and asks now and then: it is opened when it is needed and closed a moment after,
 * so that `proviso start` and other commands get it meanwhile. Where it is served, it is reached through the server; where
 * that has ended, it is opened anew.
 */
export class LentStore {
  readonly #options: GlobalOptions;
  #lent: Promise<Lent> | null = null;
  /** Resolves once what was lent last has ended, well or not: the next question waits for it. */
  #closing: Promise<void> = Promise.resolve();
  #users = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GlobalOptions) {
    this.#options = options;
  }

  async use<T>(work: (open: OpenStore) => Promise<T>): Promise<T> {
    clearTimeout(this.#timer);
    this.#users += 1;
    try {
      return await this.#once(work);
    } catch (thrown) {
      if (!isGone(thrown)) throw thrown;
      await this.close();
      return await this.#once(work);
    } finally {
      this.#users -= 1;
      // What fails then is told by the next question, if it matters to it.
      if (this.#users === 0) this.#timer = setTimeout(() => this.close().catch(() => {}), patience);
    }
  }

  /** Closes the store, if it is open. Throws what closing it throws; the next question opens it anew all the same. */
  close(): Promise<void> {
    clearTimeout(this.#timer);
    const lent = this.#lent;
    if (!lent) return this.#closing;
    this.#lent = null;
    const ended = lent.then(
      ({ end }) => end(),
      () => {},
    );
    this.#closing = ended.catch(() => {});
    return ended;
  }

  async #once<T>(work: (open: OpenStore) => Promise<T>): Promise<T> {
    this.#lent ??= this.#closing.then(() => lend(this.#options));
    const lent = this.#lent;
    const { open } = await lent.catch((thrown: unknown) => {
      // The next question tries again.
      if (this.#lent === lent) this.#lent = null;
      throw thrown;
    });
    return work(open);
  }
}
