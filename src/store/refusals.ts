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

export const addressUnknown = (url: string) =>
  new ProvisoError(
    'PROVISO_ADDRESS_UNKNOWN',
    `The case does not watch ${url}.`,
    'Its page of feeds and pages shows what it watches.',
  );

export const draftNotFound = (id: string) =>
  new ProvisoError(
    'PROVISO_DRAFT_NOT_FOUND',
    `There is no unfinished case ${JSON.stringify(id)} in this store.`,
    'It may have become a case or been thrown away; the list of cases shows what there is.',
  );

export const draftChanged = () =>
  new ProvisoError(
    'PROVISO_DRAFT_CHANGED',
    'This unfinished case was changed in another window since it was opened here.',
    'Load it anew; what is not saved here has to be done again.',
  );

export const documentNotFound = (id: string) =>
  new ProvisoError(
    'PROVISO_DOCUMENT_NOT_FOUND',
    `There is no document ${JSON.stringify(id)} in this store.`,
    'Add it with: proviso add PATH --case ID.',
  );

export const originalDamaged = (sha256: string, what: string) =>
  new ProvisoError(
    'PROVISO_ORIGINAL_DAMAGED',
    `The original ${sha256} ${what}.`,
    'Put it back from a backup, or add the same report again.',
  );

/** Neither that the decision counts can be said, nor that it does not. */
export const unsure = (cause: unknown) =>
  new ProvisoError(
    'PROVISO_DECISION_UNSURE',
    `It is not certain that the decision was kept: ${systemReason(cause)}.`,
    'Look at the history once the store works again, or send it again with the same id: it will count once.',
  );

export const backupDamaged = (path: string, what: string) =>
  new ProvisoError(
    'PROVISO_BACKUP_DAMAGED',
    `The backup ${path} cannot be restored: ${what}.`,
    'Take another one.',
  );

export const archiveDamaged = (what: string) =>
  new ProvisoError(
    'PROVISO_ARCHIVE_DAMAGED',
    `The archive cannot be taken in: ${what}.`,
    'Ask whoever made it for another one, and compare its SHA-256.',
  );

export const caseExistsAlready = (id: string) =>
  new ProvisoError(
    'PROVISO_CASE_EXISTS',
    `There is a case "${id}" already.`,
    'Take the archive into another store; a case is never mixed with another of its id.',
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
const shorten = (message: string) => (message.split('\n')[0] ?? '').slice(0, 200);

/** Runs the work; a failure of the database or the disk comes out as one short line of ours. */
export async function guarded<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw failure(doing, thrown);
  }
}

/** The same for what is read piece by piece. */
export async function* guardedEach<T>(doing: string, items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (thrown) {
    throw failure(doing, thrown);
  }
}

function failure(doing: string, thrown: unknown): ProvisoError {
  if (thrown instanceof ProvisoError) return thrown;
  // The cause is left out on purpose: it may hold the texts that were being kept.
  return new ProvisoError(
    'PROVISO_FAILED',
    `The store could not ${doing}: ${systemReason(thrown)}.`,
    'Try again; if it happens again, run: proviso verify.',
  );
}
