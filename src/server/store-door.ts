import { Readable } from 'node:stream';
import { ProvisoError } from '../model/index.ts';
import {
  answerCall,
  decodeArguments,
  encodeMessage,
  type Store,
  storePath,
  versionHeader,
} from '../store/index.ts';
import { linkDocument, version } from '../work/index.ts';
import { isSame } from './guard.ts';

const notKnown = () =>
  new ProvisoError(
    'PROVISO_KEY_REFUSED',
    'The request does not show the key of this store.',
    'It is for the command line of the person who started the server; docs/api.md has the routes for programs.',
  );

const otherVersion = (theirs: string | null) =>
  new ProvisoError(
    'PROVISO_STORE_LOCKED',
    `The store is served by Proviso ${version}, and this is ${theirs ?? 'another one'}.`,
    'Start the server again with this version, or stop it.',
  );

const refusal = ({ code, message, todo, httpStatus }: ProvisoError): Response =>
  new Response(Uint8Array.from(encodeMessage({ error: { code, message, todo } })), { status: httpStatus });

/**
 * The way by which commands of the same person use the store that this process has open; null for another path. Whoever
 * comes shows the key out of the store's lock, which that person alone can read; a browser is refused whatever it shows.
 */
export const storeDoor =
  (store: Store, key: string) =>
  async (request: Request): Promise<Response | null> => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(storePath)) return null;
    const isBrowsers = request.headers.has('origin') || request.headers.has('sec-fetch-site');
    const isKnown = isSame(request.headers.get('authorization') ?? '', `Bearer ${key}`);
    if (isBrowsers || !isKnown || request.method !== 'POST') return refusal(notKnown());
    const theirs = request.headers.get(versionHeader);
    if (theirs !== version) return refusal(otherVersion(theirs));
    const given = decodeArguments(new Uint8Array(await request.arrayBuffer()));
    const answer = answerCall(store, pathname.slice(storePath.length), given, (id) =>
      linkDocument(store, id),
    );
    async function* bytes(): AsyncGenerator<Buffer> {
      for await (const message of answer) yield encodeMessage(message);
    }
    return new Response(Readable.toWeb(Readable.from(bytes())) as ReadableStream);
  };
