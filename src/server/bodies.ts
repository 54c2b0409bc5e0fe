import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProvisoError } from '../model/index.ts';

/** The largest request but for files, in bytes; a case file of a long peace agreement has a twentieth of it. */
const jsonLimit = 4 * 1024 * 1024;

/** The largest draft that is worked on, in bytes; it may hold ten thousand commitments. */
const draftLimit = 32 * 1024 * 1024;

/** A case file nests nine deep. */
const deepest = 64;

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

export const invalid = (what: string) =>
  new ProvisoError(
    'PROVISO_REQUEST_INVALID',
    `The request is wrong: ${what}.`,
    'docs/api.md says what each route takes.',
  );

const halfPair = /\p{Surrogate}/u;

/** What is wrong with a text that no database keeps; null when nothing is. */
export const textProblem = (text: string): string | null => {
  if (text.includes('\0')) return 'it has a character NUL';
  return halfPair.test(text) ? 'it has half a character' : null;
};

/** Goes through a value without recursion: it may nest as deep as its sender likes. */
const requireSound = (body: unknown): void => {
  const open: [value: unknown, depth: number][] = [[body, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (depth > deepest) throw invalid(`it nests more than ${deepest} deep`);
    const wrong = typeof value === 'string' ? textProblem(value) : null;
    if (wrong) throw invalid(wrong);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) open.push([key, depth], [part, depth + 1]);
  }
};

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
    if (hasBody) requireSound(parsed(await context.req.text()));
    await next();
  });
};
