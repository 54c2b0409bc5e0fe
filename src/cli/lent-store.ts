import type { OpenStore } from '../mcp/index.ts';
import { ProvisoError } from '../model/index.ts';
import { servedAt } from '../store/index.ts';
import { OpenCases } from '../work/index.ts';
import { type GlobalOptions, placeOf, withStore } from './context.ts';

/** How long the store is kept after the last question, in ms: an assistant asks several in a row. */
const patience = 5000;

/** A store that is open, and what ends that. */
interface Lent {
  open: OpenStore;
  /** Closes the store; resolves once it is closed. */
  end(): Promise<void>;
}

const lend = (options: GlobalOptions): Promise<Lent> =>
  new Promise((resolve, reject) => {
    const closed = withStore(options, async (store) => {
      const cases = new OpenCases(store);
      const workbench = (await servedAt(placeOf(options).dir))?.url ?? null;
      await new Promise<void>((done) => {
        const end = () => {
          done();
          return closed;
        };
        resolve({ open: { store, cases, workbench }, end });
      });
      await cases.close();
    });
    closed.catch(reject);
  });

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
      if (this.#users === 0) this.#timer = setTimeout(() => void this.close(), patience);
    }
  }

  /** Closes the store, if it is open. */
  close(): Promise<void> {
    clearTimeout(this.#timer);
    const lent = this.#lent;
    this.#lent = null;
    if (lent)
      this.#closing = lent.then(
        ({ end }) => end(),
        () => {},
      );
    return this.#closing;
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
