import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { ProvisoError } from '../model/index.ts';

const csrfHeader = 'x-proviso-csrf';
const safeMethods = new Set(['GET', 'HEAD']);

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Hashes are of one length, whatever bytes were given. */
export const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(hashOf(given), hashOf(expected));

/**
 * Whether a page of another site made the browser ask: an image, a script, a form. Following a link to the workbench is no such
 * thing, since it shows the page itself; what it costs is asked for by that page. Programs send no such header.
 */
const isOfOtherSite = ({ req }: Context): boolean => {
  const site = req.header('sec-fetch-site') ?? 'none';
  if (site === 'none' || site === 'same-origin') return false;
  const isFollowed =
    req.method === 'GET' &&
    req.header('sec-fetch-mode') === 'navigate' &&
    req.header('sec-fetch-dest') === 'document' &&
    !req.path.startsWith('/api/');
  return !isFollowed;
};

/**
 * Keeps other pages and rebound host names out of a server that needs no account: the Host must be one
 * of ours, an Origin must be our own, no page of another site may make the browser ask (Fetch Metadata), and whatever changes something must send the session's token.
 */
export const createGuard = (
  hosts: ReadonlySet<string>,
): { csrfToken: string; middleware: MiddlewareHandler } => {
  const csrfToken = randomBytes(24).toString('base64url');
  const middleware: MiddlewareHandler = async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts.has(host)) {
      throw new ProvisoError(
        'PROVISO_HOST_REFUSED',
        `This server does not answer for the host "${host}".`,
        `Open http://${[...hosts][0]}/ instead.`,
      );
    }
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) {
      throw new ProvisoError(
        'PROVISO_ORIGIN_REFUSED',
        `Requests from pages of ${origin} are refused.`,
        'Use the workbench that this server serves.',
      );
    }
    if (isOfOtherSite(context)) {
      throw new ProvisoError(
        'PROVISO_ORIGIN_REFUSED',
        'Requests that pages of other sites make are refused.',
        'Use the workbench that this server serves.',
      );
    }
    const token = context.req.header(csrfHeader) ?? '';
    if (!safeMethods.has(context.req.method) && !isSame(token, csrfToken)) {
      throw new ProvisoError(
        'PROVISO_CSRF_REFUSED',
        'The request has no valid session token.',
        'Reload the page; programs get the token from GET /api/session.',
      );
    }
    await next();
  };
  return { csrfToken, middleware };
};

/** The names a server on a port of this machine is reached by. */
export const localHosts = (port: number): ReadonlySet<string> =>
  new Set([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
