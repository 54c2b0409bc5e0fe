import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { uncoded } from '../containers/content-coding.ts';
import { readAll } from '../streams.ts';
import type { Target } from './address.ts';

export type Headers = [name: string, value: string][];

/** What a server answered to one request; the body as it was before any packing for the way. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** The first header of a name, given in lower case. */
export const header = (headers: Headers, wanted: string): string | null =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;

/** Connections to web servers: one a host, kept open between requests. */
export class Connections {
  readonly #http = new HttpAgent({ keepAlive: true, maxSockets: 1 });
  readonly #https = new HttpsAgent({ keepAlive: true, maxSockets: 1 });

  /**
   * One GET, to the address that was checked and no other. Throws PROVISO_INPUT_TOO_LARGE as soon as the answer is
   * longer than `maxBytes`; what the connection throws.
   */
  async get(
    url: URL,
    target: Target,
    { headers, maxBytes, signal }: { headers: Record<string, string>; maxBytes: number; signal: AbortSignal },
  ): Promise<Answer> {
    const isSecure = url.protocol === 'https:';
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      (isSecure ? requestHttps : requestHttp)(url, {
        agent: isSecure ? this.#https : this.#http,
        headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
        lookup: alwaysTo(target),
        signal,
      })
        .once('response', resolve)
        .once('error', reject)
        .end();
    });
    const sent = await readAll(response, url.href, maxBytes);
    const received = headersOf(response);
    const coding = header(received, 'content-encoding')?.trim().toLowerCase() ?? '';
    return {
      status: response.statusCode ?? 0,
      headers: received,
      body: uncoded(sent, coding, url.href, maxBytes),
    };
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

const alwaysTo =
  ({ address, family }: Target): LookupFunction =>
  (_host, { all }, answer) =>
    all ? answer(null, [{ address, family }]) : answer(null, address, family);

/** In order and as sent, with repeated ones; Node's own object would join and drop some. */
function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers: Headers = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.push([rawHeaders[index] as string, rawHeaders[index + 1] as string]);
  }
  return headers;
}
