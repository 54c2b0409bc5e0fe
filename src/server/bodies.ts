import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProvisoError, valueProblem } from '../model/index.ts';

/** The largest request but for files, in bytes; a case file of a long peace agreement has a twentieth of it. */
const jsonLimit = 4 * 1024 * 1024;

/** The largest draft that is worked on, in bytes; it may hold ten thousand commitments. */
const draftLimit = 32 * 1024 * 1024;

/** Files that are added, and agreements that are given, have limits of their own. */
const isUpload = (method: string, path: string): boolean =>
  method === 'POST' && /^\/api\/(cases\/[^/]+\/(documents|comparison)|drafts|origins)$/.test(path);

/** Refuses bodies of more than `bytes` with PROVISO_INPUT_TOO_LARGE: what is too large, in MB, and what to do. */
export const limitBody = (
  bytes: number,
  wrong: (megabytes: number) => string,
  hint: string,
): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new ProvisoError('PROVISO_INPUT_TOO_LARGE', wrong(bytes / 1024 / 1024), hint);
    },
  });

const invalid = (what: string) =>
  new ProvisoError(
    'PROVISO_REQUEST_INVALID',
    `The request is wrong: ${what}.`,
    'docs/api.md says what each route takes.',
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The route says that it wants JSON.
    return null;
  }
};

/** Bodies are small, flat and of text; addresses name nothing with a NUL. */
export const limitBodies = (app: Hono): void => {
  app.use('*', async (context, next) => {
    if (/%00/.test(context.req.url)) throw invalid('its address has a character NUL');
    await next();
  });
  const limited = (bytes: number) =>
    limitBody(bytes, (megabytes) => `The request is larger than ${megabytes} MB.`, 'Send less at once.');
  const [plain, draft] = [limited(jsonLimit), limited(draftLimit)];
  app.use('/api/*', (context, next) => {
    const { method, path } = context.req;
    if (isUpload(method, path)) return next();
    return (path.startsWith('/api/drafts/') ? draft : plain)(context, next);
  });
  app.use('/api/*', async (context, next) => {
    const { method, path } = context.req;
    const hasBody = method !== 'GET' && method !== 'HEAD' && !isUpload(method, path);
    const wrong = hasBody ? valueProblem(parsed(await context.req.text())) : null;
    if (wrong) throw invalid(wrong);
    await next();
  });
};
