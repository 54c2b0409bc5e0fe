import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ProvisoError } from '../model/index.ts';

const csrfHeader = 'x-proviso-csrf';
const safeMethods = new Set(['GET', 'HEAD']);

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/**
 * Keeps other pages and rebound host names out of a server that needs no account: the Host must be one
 * of ours, an Origin must be our own, and whatever changes something must send the session's token.
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
