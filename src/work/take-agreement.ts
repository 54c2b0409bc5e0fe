import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { collect } from '../collect/index.ts';
import { type AgreementFacts, type AgreementSource, type Document, ProvisoError } from '../model/index.ts';
import { sha256Of } from '../store/index.ts';

/** An agreement as a person gave it: pasted, or a file with its name. */
export interface GivenAgreement {
  bytes: Uint8Array;
  /** null: it was pasted. */
  name: string | null;
}

/** The text of an agreement with what its file says of it. */
export interface TakenAgreement {
  source: AgreementSource;
  facts: Pick<AgreementFacts, 'title'>;
  text: string;
}

/** Longer texts are no agreement: some thousand pages. */
const mostCharacters = 3_000_000;

const pasted = 'The pasted text';

export const sourceOf = ({ bytes, name }: GivenAgreement, mediaType: string): AgreementSource => ({
  ...{ name, mediaType },
  sha256: sha256Of(bytes),
});

/** A refusal that calls the file by its own name, wherever it lay for a moment. */
const renamed = (error: ProvisoError, path: string, name: string): ProvisoError =>
  new ProvisoError(error.code, error.message.replaceAll(path, name), error.todo, { cause: error });

const onlyOf = (documents: readonly Document[], name: string): Document => {
  const [only, ...others] = documents;
  if (only && !others.length) return only;
  throw new ProvisoError(
    'PROVISO_AGREEMENT_SEVERAL',
    only ? `${name} holds ${documents.length} texts.` : `${name} holds no text.`,
    'Give the one file that is the agreement.',
  );
};

/**
 * The text of one agreement out of its file, by the same parsers as reports.
 * @throws ProvisoError PROVISO_INPUT_… as for a report, PROVISO_AGREEMENT_SEVERAL for a file that holds several texts.
 */
export const takeAgreement = async (given: GivenAgreement): Promise<TakenAgreement> => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-agreement-'));
  const name = given.name ?? pasted;
  const path = join(folder, basename(given.name ?? '').replaceAll('\0', '') || 'agreement.txt');
  const documents: Document[] = [];
  try {
    await writeFile(path, given.bytes);
    for await (const event of collect([path])) {
      if (event.kind === 'refused') throw renamed(event.error, path, name);
      if (event.kind === 'collected') documents.push(event.document);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { text, title, mediaType } = onlyOf(documents, name);
  // A file without a title of its own is called by its name, which says nothing of what was agreed.
  const isOwnTitle = title !== null && !basename(path).startsWith(title);
  if (text.length > mostCharacters) {
    throw new ProvisoError(
      'PROVISO_INPUT_TOO_LARGE',
      `${name} has ${text.length.toLocaleString('en-GB')} characters: more than an agreement has.`,
      'Give the part that binds.',
    );
  }
  return { source: sourceOf(given, mediaType), facts: { title: isOwnTitle ? title : '' }, text };
};
