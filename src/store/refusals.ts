import { ProvisoError } from '../model/index.ts';

export const unusable = (where: string, why: string, cause?: unknown) =>
  new ProvisoError(
    'PROVISO_STORE_UNUSABLE',
    `The store ${where} cannot be used: ${why}.`,
    'Check it, or name another with --store or DATABASE_URL.',
    { cause },
  );

export const caseNotFound = (id: string) =>
  new ProvisoError(
    'PROVISO_CASE_NOT_FOUND',
    `There is no case ${JSON.stringify(id)} in this store.`,
    'Import its file with: proviso case import FILE.',
  );

export const documentNotFound = (id: string) =>
  new ProvisoError(
    'PROVISO_DOCUMENT_NOT_FOUND',
    `There is no document ${JSON.stringify(id)} in this store.`,
    'Add it with: proviso add PATH --case ID.',
  );

/** Why the system refused, in words where they help. */
export function systemReason(thrown: unknown): string {
  // PGlite also throws what is no Error, or has no message.
  const { code, message = String(thrown) } = Object(thrown) as Partial<NodeJS.ErrnoException>;
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a file is where its folder should be';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EROFS') return 'the disk is read-only';
  return shorten(code ? `${code} ${message}` : message);
}

/** The database's messages carry values and parameters, whole texts among them: a line of it is enough. */
export const shorten = (message: string) => (message.split('\n')[0] ?? '').slice(0, 200);

/** Runs the work; a failure of the database or the disk comes out as one short line of ours. */
export async function guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ProvisoError) throw thrown;
    // The cause is left out on purpose: it holds the parameters.
    throw new ProvisoError(
      'PROVISO_FAILED',
      `The store could not ${doing}: ${systemReason(thrown)}.`,
      'Nothing was changed; try again, and run proviso verify if it stays.',
    );
  }
}
