import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type Assessment,
  type Decision,
  type Edition,
  type EditionMade,
  holding,
  ProvisoError,
  type ReviewView,
} from '../../model/index.ts';
import {
  changesSince,
  type EditionContent,
  editionFiles,
  manifestText,
  type Reviewed,
  reviewOf,
  siteFiles,
  standingIn,
} from '../../publish/index.ts';
import { type Store, sha256Of } from '../../store/index.ts';
import { type OpenCase, today } from '../assess-case.ts';
import { editionSourceOf } from './edition-source.ts';

/** What consent is given to: what would be read, whatever the day. */
const contentHash = ({ asOf: _, knownAt: __, ...content }: EditionContent): string =>
  sha256Of(JSON.stringify(content));

interface Past {
  /** By number. */
  editions: { made: EditionMade; by: string }[];
  last: EditionMade | null;
}

const pastOf = async (store: Store, caseId: string): Promise<Past> => {
  const editions = (await store.decisions(caseId, { kind: 'edition' }))
    .flatMap((decision) =>
      decision.kind === 'edition' && decision.value ? [{ made: decision.value, by: decision.by }] : [],
    )
    .sort((a, b) => a.made.number - b.made.number);
  return { editions, last: editions.at(-1)?.made ?? null };
};

const consentsTo = async (store: Store, caseId: string, content: string): Promise<string[]> =>
  holding(await store.decisions(caseId, { kind: 'consent', subject: content })).map(({ by }) => by);

/** What the next edition would be, and all that it makes public. */
interface Prepared extends Reviewed {
  hash: string;
  past: Past;
  consents: string[];
}

const prepared = async (store: Store, open: OpenCase, assessment: Assessment): Promise<Prepared> => {
  const reviewed = reviewOf(await editionSourceOf(store, open, assessment));
  const hash = contentHash(reviewed.content);
  return {
    ...reviewed,
    hash,
    past: await pastOf(store, open.file.id),
    consents: await consentsTo(store, open.file.id, hash),
  };
};

/** All that the next edition of a case would make public, for people to look through. */
export async function reviewEdition(
  store: Store,
  open: OpenCase,
  assessment: Assessment,
): Promise<ReviewView> {
  const { content, lines, missing, hash, past, consents } = await prepared(store, open, assessment);
  return {
    number: (past.last?.number ?? 0) + 1,
    lines,
    missing,
    changes: changesSince(past.last, content).map(({ says }) => says),
    content: hash,
    consent: { needed: open.file.publication?.secondPerson ?? false, by: consents },
    editions: past.editions.map(({ made: { number, day, correction }, by }) => ({
      number,
      day,
      by,
      correction,
    })),
  };
}

/** An edition with all its files by their paths in the folder; earlier editions are not among them. */
export interface MadeEdition {
  edition: Edition;
  files: Map<string, string>;
  /** The decision that tells of it, to be kept before anybody sees it. */
  decision: Decision;
}

const requireConsent = (open: OpenCase, consents: readonly string[], by: string): void => {
  if (!open.file.publication?.secondPerson || consents.some((person) => person !== by)) return;
  throw new ProvisoError(
    'PROVISO_CONSENT_MISSING',
    `The case "${open.file.id}" asks for a second person’s consent, and nobody but ${by} has given it to this content.`,
    'Let somebody else look through the review and consent: proviso review --case ID --consent.',
  );
};

/** The script of MiniSearch that pages can load, which its package holds beside the one that programs import. */
const searchLibrary = (): Promise<string> =>
  readFile(join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../umd/index.js'), 'utf8');

const hashed = (files: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...files].map(([path, text]): [string, string] => [path, sha256Of(text)]).sort());

/** Every file of the folder but those of earlier editions, with its two manifests. */
const folderOf = async (
  edition: Edition,
  earlier: readonly EditionMade[],
): Promise<{ files: Map<string, string>; manifest: string }> => {
  const { front, own } = await siteFiles(edition, earlier, await searchLibrary());
  const about = { form: 1, case: edition.case, edition: edition.number, day: edition.day } as const;
  const place = editionFiles.edition(edition.number);
  const ownManifest = manifestText({ ...about, files: hashed(own) });
  const manifest = sha256Of(ownManifest);
  const manifestOf = (number: number) => `${editionFiles.edition(number)}/${editionFiles.manifest}`;
  const listed = {
    ...hashed(front),
    ...Object.fromEntries(earlier.map((made) => [manifestOf(made.number), made.manifest])),
    [manifestOf(edition.number)]: manifest,
  };
  return {
    manifest,
    files: new Map([
      ...front,
      ...[...own].map(([path, text]) => [`${place}/${path}`, text] as const),
      [manifestOf(edition.number), ownManifest],
      [editionFiles.manifest, manifestText({ ...about, files: listed })],
    ]),
  };
};

/**
 * Makes the next edition of a case; nothing is kept or written yet.
 * @param correction what was wrong in an earlier edition; null: it corrects nothing
 * @throws ProvisoError PROVISO_CONSENT_MISSING.
 */
export async function makeEdition(
  store: Store,
  open: OpenCase,
  assessment: Assessment,
  { by, correction }: { by: string; correction: string | null },
): Promise<MadeEdition> {
  const { content, hash, past, consents } = await prepared(store, open, assessment);
  requireConsent(open, consents, by);
  const number = (past.last?.number ?? 0) + 1;
  const edition: Edition = {
    ...content,
    number,
    day: today(),
    correction,
    changes: changesSince(past.last, content),
  };
  const { files, manifest } = await folderOf(
    edition,
    past.editions.map(({ made }) => made),
  );
  const value: EditionMade = {
    number,
    day: edition.day,
    correction,
    manifest,
    content: hash,
    standing: standingIn(edition),
  };
  return {
    edition,
    files,
    decision: {
      id: randomUUID(),
      caseId: open.file.id,
      kind: 'edition',
      subject: `edition:${number}`,
      value,
      reason: correction ?? '',
      by,
      at: new Date().toISOString(),
    },
  };
}
