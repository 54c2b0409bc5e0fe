import { setTimeout as delay } from 'node:timers/promises';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Store } from '../store/index.ts';
import { operation } from './operation.ts';

/** Milliseconds between looks at the store: another process may write to it. */
const every = 2000;

/** Who sent a change, so that its own window does not fetch everything twice. */
const windowHeader = 'x-proviso-window';

type Listener = (from: string) => void;

/** Tells open windows that something is new in the store. It looks only while somebody listens. */
class Changes {
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  #state: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Returns what ends the listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.look('');
      this.#timer = setInterval(() => this.look(''), every);
      this.#timer.unref();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#state = null;
    };
  }

  /** Looks whether anything is new; `from`: the window that has just changed something. */
  look(from: string): void {
    if (this.#listeners.size > 0) this.#turn = this.#turn.then(() => this.#tell(from));
  }

  async #tell(from: string): Promise<void> {
    // A store that is busy or closing is looked at again a moment later.
    const state = await this.#store.state().then(JSON.stringify, () => null);
    if (state === null || state === this.#state) return;
    const isFirst = this.#state === null;
    this.#state = state;
    if (!isFirst) for (const listener of this.#listeners) listener(from);
  }
}

/** Milliseconds after which an open connection says that it still stands. */
const heartbeat = 25_000;

/** `GET /api/changes`: server-sent events, one whenever something is new. */
export const serveChanges = (app: Hono, store: Store): void => {
  const changes = new Changes(store);
  app.use('/api/*', async (context, next) => {
    await next();
    const { method } = context.req;
    if (method !== 'GET' && method !== 'HEAD' && context.res.ok)
      changes.look(context.req.header(windowHeader) ?? '');
  });
  const ofChanges = operation({ summary: 'Tell of changes as they come', answer: 'text/event-stream' });
  app.get('/api/changes', ofChanges, (context) =>
    streamSSE(context, async (stream) => {
      const tell = (from: string) => void stream.writeSSE({ event: 'changed', data: from });
      const gone = new AbortController();
      const end = changes.listen(tell);
      stream.onAbort(() => {
        end();
        gone.abort();
      });
      while (!gone.signal.aborted) {
        await stream.writeSSE({ event: 'standing', data: '' });
        await delay(heartbeat, undefined, { signal: gone.signal, ref: false }).catch(() => {});
      }
    }),
  );
};
