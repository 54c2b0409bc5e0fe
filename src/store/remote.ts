import { Agent, type IncomingMessage, request } from 'node:http';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asProvisoError, ProvisoError } from '../model/index.ts';
import type { ServedStore } from './served-store.ts';
import { Store } from './store.ts';
import { decode, encodeArguments, type Message } from './wire.ts';

/** Path under which a store's methods are called, by their names. */
export const storePath = '/store/';

/** Header with the version of the Proviso that calls. */
export const versionHeader = 'x-proviso-version';

/** What whoever opened the store does alone; what a whole case is given and taken by does not go over a wire. */
const own = new Set(['constructor', 'close', 'announce', 'withCase', 'receiveCase']);
const methods = Object.getOwnPropertyNames(Store.prototype).filter((name) => !own.has(name));

/** Methods whose answer comes piece by piece. */
const eachOf = new Set(['documentsWithReadings', 'moveOriginals', 'verify']);

type Call = (...given: unknown[]) => unknown;
type Method = 'backUp' | 'compareDocument';

/**
 * Calls a method of a store and gives what goes over the wire of it. `linked` compares a document with the others, since the
 * functions that `compareDocument` takes stay where they are.
 */
export async function* answerCall(
  store: Store,
  method: string,
  given: readonly unknown[],
  linked: (id: string) => Promise<unknown>,
): AsyncGenerator<Message> {
  try {
    const call = (store as unknown as Record<string, Call>)[method]?.bind(store);
    if (!call || !methods.includes(method)) throw new Error(`a store has no method ${method}`);
    if (method === ('backUp' satisfies Method)) yield* archiveOf(store);
    else if (method === ('compareDocument' satisfies Method)) yield { value: await linked(String(given[0])) };
    else if (eachOf.has(method)) {
      for await (const part of call(...given) as AsyncIterable<unknown>) yield { part };
      yield { value: undefined };
    } else yield { value: await call(...given) };
  } catch (thrown) {
    const { code, message, todo } = asProvisoError(thrown);
    yield { error: { code, message, todo } };
  }
}

async function* archiveOf(store: Store): AsyncGenerator<Message> {
  const archive = new PassThrough();
  const written = store.backUp(archive).catch((thrown) => archive.destroy(thrown));
  for await (const part of archive) yield { part };
  await written;
  yield { value: undefined };
}

const ended = (url: string, cause: unknown) =>
  new ProvisoError(
    'PROVISO_SERVER_ENDED',
    `The server at ${url} that has the store open no longer answers.`,
    'Start it again, or run the command again without it: what was done stays, and is not done twice.',
    { cause },
  );

/**
 * The store that another process of this machine has open: every method is called there, so that a command does the same
 * with a running server as without. `version` is of this Proviso; a server of another one refuses.
 */
export const connectStore = ({ url, key }: ServedStore, version: string): Store => {
  const agent = new Agent({ keepAlive: true });

  const asked = (method: string, given: readonly unknown[]): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${key}`, [versionHeader]: version };
      const sent = request(new URL(storePath + method, url), { method: 'POST', agent, headers }, resolve);
      sent.once('error', reject);
      sent.end(encodeArguments(given));
    });

  async function* messages(method: string, given: readonly unknown[]): AsyncGenerator<Message> {
    try {
      yield* decode(await asked(method, given));
    } catch (cause) {
      throw ended(url, cause);
    }
  }

  async function* parts(method: string, given: readonly unknown[]): AsyncGenerator<unknown, unknown> {
    let last: Message | null = null;
    // Read to its end, so that the connection serves the next call.
    for await (const message of messages(method, given)) {
      if ('part' in message) yield message.part;
      else last = message;
    }
    if (last && 'value' in last) return last.value;
    if (!last || !('error' in last)) throw ended(url, new Error('the answer was broken off'));
    const { code, message: why, todo } = last.error;
    throw new ProvisoError(code, why, todo);
  }

  const answerTo = async (method: string, given: readonly unknown[]): Promise<unknown> => {
    const { value } = await parts(method, given).next();
    return value;
  };

  const backUp = (out: Writable) => pipeline(parts('backUp' satisfies Method, []), out);
  const calls = methods.map((method): [string, Call] => [
    method,
    eachOf.has(method) ? (...given) => parts(method, given) : (...given) => answerTo(method, given),
  ]);
  return {
    ...Object.fromEntries(calls),
    notices: [],
    queue: null,
    backUp,
    compareDocument: (id: string) => answerTo('compareDocument' satisfies Method, [id]),
    close: async () => agent.destroy(),
  } as unknown as Store;
};
