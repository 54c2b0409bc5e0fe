import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ProvisoError } from '../../model/index.ts';
import { type Difference, differencesFrom, editionFiles, Manifest } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import type { MadeEdition } from './editions.ts';
import { checkSignature, type Signature, signFile } from './signature.ts';

const invalid = (dir: string, why: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_MANIFEST_INVALID',
    `${dir} is no folder that Proviso published: ${why}.`,
    'Name the folder that holds manifest.json.',
  );

const isMissing = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';

/** @throws ProvisoError PROVISO_MANIFEST_INVALID. */
const manifestIn = async (dir: string): Promise<{ manifest: Manifest; text: string }> => {
  const text = await readFile(join(dir, editionFiles.manifest), 'utf8').catch((thrown: unknown) => {
    throw invalid(dir, isMissing(thrown) ? 'it has no manifest.json' : (thrown as Error).message);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw invalid(dir, 'its manifest.json is no JSON');
  }
  const { data: manifest } = Manifest.safeParse(data);
  if (!manifest) throw invalid(dir, 'its manifest.json is not of the form that this version knows');
  return { manifest, text };
};

/** Names in a folder that nobody published and nobody reads: of version control and web hosts. */
const isHosts = (path: string): boolean => path.startsWith('.') || path === 'CNAME';

/** Every file under a folder by its path with `/`, but what belongs to whoever hosts it. */
const pathsIn = async (dir: string): Promise<string[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !isHosts(path));
};

const fileHash = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/** Hashes of files, by their paths. */
type Hashes = ReadonlyMap<string, string>;

/** Every file under a folder, but what belongs to whoever hosts it. */
const hashesIn = async (dir: string): Promise<Hashes> => {
  const hashes = new Map<string, string>();
  for (const path of await pathsIn(dir)) hashes.set(path, await fileHash(join(dir, path)));
  return hashes;
};

/** The files of a folder by the manifest that is to list them. */
interface ByManifest {
  /** Those of the folder's own, manifests of editions among them. */
  own: Hashes;
  /** Those of each edition's, by its place in the folder and their paths in the edition. */
  editions: ReadonlyMap<string, Hashes>;
}

const inEdition = /^(editions\/\d+)\/(.+)$/u;

const byManifest = (hashes: Hashes): ByManifest => {
  const own = new Map<string, string>();
  const editions = new Map<string, Map<string, string>>();
  for (const [path, hash] of hashes) {
    const [, place = '', inner = ''] = inEdition.exec(path) ?? [];
    if (!place) {
      own.set(path, hash);
      continue;
    }
    const files = editions.get(place) ?? new Map<string, string>();
    editions.set(place, files);
    if (inner === editionFiles.manifest) own.set(path, hash);
    else files.set(inner, hash);
  }
  for (const apart of [editionFiles.manifest, editionFiles.signature]) own.delete(apart);
  return { own, editions };
};

/** What the manifest of an edition lists: nothing where it is missing; null where it is no longer one. */
const listedIn = async (
  dir: string,
  place: string,
  { own }: ByManifest,
): Promise<Manifest['files'] | null> => {
  if (!own.has(`${place}/${editionFiles.manifest}`)) return {};
  const found = await manifestIn(join(dir, place)).catch(() => null);
  return found?.manifest.files ?? null;
};

/** What of an edition is not as its manifest says. @param place of the edition in the folder */
const editionDifferences = async (dir: string, place: string, files: ByManifest): Promise<Difference[]> => {
  const listed = await listedIn(dir, place, files);
  // A manifest that is no longer one is named as changed already.
  if (!listed) return [];
  return differencesFrom(listed, files.editions.get(place) ?? new Map()).map(({ kind, path }) => ({
    kind,
    path: `${place}/${path}`,
  }));
};

/** What a check of a published folder found. */
export interface FolderCheck {
  case: string;
  edition: number;
  day: string;
  /** Nothing where every file is as it was published. */
  differences: Difference[];
  /** null: it is not signed. */
  signature: Signature | null;
}

/**
 * Checks a published folder by itself: every file against its manifest, every edition against its own, those against the
 * folder's, and that against its signature.
 * @param signers file of those who may sign; null: nobody is known
 * @throws ProvisoError PROVISO_MANIFEST_INVALID where it is none.
 */
export async function verifyFolder(given: string, signers: string | null): Promise<FolderCheck> {
  const dir = resolve(given);
  const { manifest, text } = await manifestIn(dir);
  const hashes = await hashesIn(dir);
  const files = byManifest(hashes);
  const differences = differencesFrom(manifest.files, files.own);
  for (const place of files.editions.keys())
    differences.push(...(await editionDifferences(dir, place, files)));
  const isSigned = hashes.has(editionFiles.signature);
  return {
    case: manifest.case,
    edition: manifest.edition,
    day: manifest.day,
    differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)),
    signature: isSigned ? await checkSignature(text, join(dir, editionFiles.signature), signers) : null,
  };
}

/** What stands in a folder: nothing, or what was published there. @throws ProvisoError PROVISO_FOLDER_OTHER. */
const publishedIn = async (dir: string, caseId: string): Promise<Manifest | null> => {
  const names = await readdir(dir).catch((thrown: unknown) => {
    if (isMissing(thrown)) return [];
    throw other(dir, (thrown as Error).message);
  });
  if (names.every(isHosts)) return null;
  const found = await manifestIn(dir).catch((thrown: ProvisoError) => {
    throw other(dir, 'there are files in it that Proviso did not publish', thrown);
  });
  if (found.manifest.case !== caseId) throw other(dir, `it holds the case "${found.manifest.case}"`);
  return found.manifest;
};

const other = (dir: string, why: string, cause?: unknown): ProvisoError =>
  new ProvisoError(
    'PROVISO_FOLDER_OTHER',
    `${dir} cannot be published to: ${why}.`,
    'Name a folder that is new, empty, or holds the editions of this case.',
    { cause },
  );

/** What became of publishing. */
export interface Published {
  number: number;
  day: string;
  files: number;
  bytes: number;
  signed: boolean;
  /** Numbers of earlier editions that the folder does not hold. */
  lacking: number[];
}

/**
 * Puts an edition into a folder beside the earlier ones, all at once: it is written beside, kept in the store's journal, and put
 * in place. What whoever hosts the folder keeps there stays.
 * @param key file of an SSH private key to sign the manifest with; null: it is not signed
 * @throws ProvisoError PROVISO_FOLDER_OTHER or PROVISO_SIGNING_FAILED; then everything is as it was.
 */
export async function publishTo(
  store: Store,
  given: string,
  made: MadeEdition,
  key: string | null,
): Promise<Published> {
  const dir = resolve(given);
  const { edition, files, decision } = made;
  const before = await publishedIn(dir, edition.case);
  const beside = `${dir}.${randomUUID()}.unfinished`;
  try {
    await mkdir(beside, { recursive: true });
    if (before || (await readdir(dir).catch(() => [])).length > 0) await cp(dir, beside, { recursive: true });
    for (const path of [...Object.keys(before?.files ?? {}), editionFiles.manifest, editionFiles.signature])
      if (!path.startsWith('editions/')) await rm(inside(beside, path), { force: true });
    for (const [path, text] of files) {
      const target = inside(beside, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    if (key !== null) await signFile(join(beside, editionFiles.manifest), key);
    await store.addDecision(decision);
    await putInPlace(beside, dir);
  } catch (thrown) {
    await rm(beside, { recursive: true, force: true });
    if (thrown instanceof ProvisoError) throw thrown;
    throw new ProvisoError(
      'PROVISO_FAILED',
      `The edition could not be written to ${dir}: ${(thrown as Error).message}.`,
      'Check that there is room, and that you may write there.',
      { cause: thrown },
    );
  }
  const numbers = new Set(await readdir(join(dir, 'editions')));
  return {
    number: edition.number,
    day: edition.day,
    files: files.size,
    bytes: [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    signed: key !== null,
    lacking: Array.from({ length: edition.number }, (_, index) => index + 1).filter(
      (number) => !numbers.has(String(number)),
    ),
  };
}

/** A path of a manifest within its folder. @throws ProvisoError PROVISO_MANIFEST_INVALID where it leads out of it. */
const inside = (dir: string, path: string): string => {
  const target = resolve(dir, path);
  if (!target.startsWith(dir + sep)) throw invalid(dir, 'its manifest.json names a file outside of it');
  return target;
};

/** Puts a folder in the place of another; where that fails, the other one is there again. */
const putInPlace = async (beside: string, dir: string): Promise<void> => {
  const former = `${dir}.${randomUUID()}.former`;
  const hasFormer = await rename(dir, former).then(
    () => true,
    (thrown: unknown) => {
      if (isMissing(thrown)) return false;
      throw thrown;
    },
  );
  try {
    await rename(beside, dir);
  } catch (thrown) {
    if (hasFormer) await rename(former, dir);
    throw thrown;
  }
  if (hasFormer) await rm(former, { recursive: true, force: true });
};
