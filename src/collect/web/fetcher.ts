import { type Fetched, ProvisoError } from '../../model/index.ts';
import { fetching } from '../limits.ts';
import { fetchFailed, robotsRefused } from '../refusals.ts';
import { type Permit, publicOnly, type Resolve, resolveByDns, targetOf, webAddress } from './address.ts';
import { type Answer, Connections, type Headers, header } from './request.ts';
import { maxRobotsRedirects, noRobots, type Robots, robotsFrom } from './robots.ts';

/** What a server gave us to ask "has it changed?" with (RFC 9110, 13). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** How the web is reached; the defaults are the ones for use. */
export interface WebOptions {
  /** Name and version by which servers and robots.txt know us, such as `proviso/0.1.0`. */
  agent?: string;
  permit?: Permit;
  resolve?: Resolve;
  limits?: Partial<typeof fetching>;
  /** Waits so many milliseconds. */
  sleep?: (ms: number) => Promise<void>;
}

/** A page as fetched. */
export interface Page extends Fetched {
  /** Address that the last redirect led to. */
  url: string;
  headers: Headers;
  body: Uint8Array;
}

/** One site: what it asks of us, and when it was last asked. */
interface Site {
  robots: Promise<Robots> | null;
  /** On the clock of `performance.now`. */
  freeAt: number;
}

const redirects = new Set([301, 302, 303, 307, 308]);
/** Answers that may be another one soon. */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * Fetches pages as a polite guest: by the rules of robots.txt, one request at a time, with a pause between two to
 * one host, later again when a server asks for it, and not at all what has not changed.
 */
export class Fetcher {
  readonly #connections = new Connections();
  readonly #sites = new Map<string, Site>();
  readonly #agent: string;
  readonly #permit: Permit;
  readonly #resolve: Resolve;
  readonly #limits: typeof fetching;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor({ agent = 'proviso', permit, resolve, limits, sleep }: WebOptions = {}) {
    this.#agent = agent;
    this.#permit = permit ?? publicOnly;
    this.#resolve = resolve ?? resolveByDns;
    this.#limits = { ...fetching, ...limits };
    this.#sleep = sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /**
   * The page at the address, or status 304 with no body when it is as the validators have it. Throws
   * PROVISO_ADDRESS_REFUSED, PROVISO_ROBOTS_REFUSED, PROVISO_FETCH_FAILED or PROVISO_INPUT_TOO_LARGE.
   */
  async fetch(address: string, validators: Validators | null = null): Promise<Page> {
    const hops: Fetched['hops'] = [];
    let url = webAddress(address);
    while (true) {
      const answer = await this.#politely(url, conditions(validators));
      const location = redirects.has(answer.status) ? header(answer.headers, 'location') : null;
      if (answer.status === 304 && !validators) throw fetchFailed(address, 'the server answered 304 unasked');
      if (location === null) return pageOf(url, answer, hops, address);
      hops.push({ url: url.href, status: answer.status });
      if (hops.length > this.#limits.redirects)
        throw fetchFailed(address, `it redirects more than ${this.#limits.redirects} times`);
      url = webAddress(location, url.href);
    }
  }

  close(): void {
    this.#connections.close();
  }

  async #politely(url: URL, headers: Record<string, string>): Promise<Answer> {
    const site = this.#site(url);
    site.robots ??= this.#robotsOf(url);
    const robots = await site.robots;
    if (!robots.allows(url)) throw robotsRefused(url.href, robots.unreachable);
    for (let tries = 1; ; tries += 1) {
      await this.#pause(site);
      const outcome = await this.#tried(url, site, robots, headers);
      if (!(outcome instanceof Error) && !passing.has(outcome.status)) return outcome;
      const wait = tries < this.#limits.tries ? this.#waitAfter(outcome, tries) : null;
      if (wait !== null) await this.#sleep(wait);
      else if (outcome instanceof Error) throw outcome;
      else return outcome;
    }
  }

  /** One request; a connection that failed is given as its refusal, since it may be tried again. */
  async #tried(
    url: URL,
    site: Site,
    robots: Robots,
    headers: Record<string, string>,
  ): Promise<Answer | ProvisoError> {
    const start = performance.now();
    try {
      return await this.#get(url, headers, this.#limits.bytes);
    } catch (thrown) {
      if (thrown instanceof ProvisoError && thrown.code !== 'PROVISO_FETCH_FAILED') throw thrown;
      return thrown as ProvisoError;
    } finally {
      // As long again as the server took, as Heritrix does: a busy one is asked more rarely.
      const took = performance.now() - start;
      const { shortest, longest } = this.#limits.pauseMs;
      const asked = Math.min(robots.delay * 1000, longest);
      site.freeAt = performance.now() + Math.max(asked, Math.min(longest, Math.max(shortest, took)));
    }
  }

  /** Milliseconds before the next try; null when the server wants a longer wait than we have. */
  #waitAfter(outcome: Answer | ProvisoError, tries: number): number | null {
    const after = outcome instanceof Error ? null : header(outcome.headers, 'retry-after');
    const asked = after === null ? null : retryAfterMs(after);
    if (asked !== null) return asked > this.#limits.longestWaitMs ? null : asked;
    return 1000 * 2 ** (tries - 1);
  }

  async #pause(site: Site): Promise<void> {
    const wait = site.freeAt - performance.now();
    if (wait > 0) await this.#sleep(wait);
  }

  async #robotsOf(page: URL): Promise<Robots> {
    let url = new URL('/robots.txt', page);
    for (let hops = 0; hops <= maxRobotsRedirects; hops += 1) {
      const { status, headers, body } = await this.#get(url, {}, this.#limits.bytes);
      const location = redirects.has(status) ? header(headers, 'location') : null;
      if (location === null) return robotsFrom(url, status, body, this.#agent);
      url = webAddress(location, url.href);
    }
    return noRobots;
  }

  /** One request to the checked address. What goes wrong on the way is PROVISO_FETCH_FAILED. */
  async #get(url: URL, headers: Record<string, string>, maxBytes: number): Promise<Answer> {
    const signal = AbortSignal.timeout(this.#limits.seconds * 1000);
    try {
      const target = await targetOf(url, this.#resolve, this.#permit);
      const named = { 'user-agent': this.#agent, accept: accepted, ...headers };
      return await this.#connections.get(url, target, { headers: named, maxBytes, signal });
    } catch (thrown) {
      if (thrown instanceof ProvisoError) throw thrown;
      if (signal.aborted)
        throw fetchFailed(url.href, `it had not come whole after ${this.#limits.seconds} seconds`);
      throw fetchFailed(url.href, reasonOf(thrown), thrown);
    }
  }

  #site({ origin }: URL): Site {
    const site = this.#sites.get(origin) ?? { robots: null, freeAt: 0 };
    this.#sites.set(origin, site);
    return site;
  }
}

const accepted =
  'text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5';

const conditions = (validators: Validators | null): Record<string, string> => ({
  ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
  ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
});

function pageOf(url: URL, { status, headers, body }: Answer, hops: Fetched['hops'], asked: string): Page {
  if (status === 200 || status === 304) return { url: url.href, status, headers, body, hops };
  const after = passing.has(status) ? header(headers, 'retry-after') : null;
  throw fetchFailed(asked, `the server answered ${status}${after ? ` and asks to wait: ${after}` : ''}`);
}

/** Retry-After as milliseconds from now: seconds or a date (RFC 9110, 10.2.3); null for anything else. */
export function retryAfterMs(value: string, now = Date.now()): number | null {
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up just now',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'nobody answered in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

function reasonOf(thrown: unknown): string {
  const { code = '', message = String(thrown) } = thrown as NodeJS.ErrnoException;
  return reasons[code] ?? (message.split('\n')[0] ?? '').slice(0, 120);
}
