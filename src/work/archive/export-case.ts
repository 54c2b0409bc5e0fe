import type { Writable } from 'node:stream';
import { parseCase } from '../../agreement/index.ts';
import {
  type ArchivedCase,
  type ArchivedFacts,
  type ArchivedLists,
  archivedLists,
  archiveFormat,
  originalsOf,
  textAsRead,
} from '../../model/index.ts';
import {
  type CratedCase,
  crateMetadata,
  cratePreview,
  paths,
  publicAgreement,
  publicCaptures,
  publicFacts,
  publicRevision,
  type Quotation,
  quotationOf,
  type ReadBy,
} from '../../publish/index.ts';
import { canonicalJson, type Store } from '../../store/index.ts';
import { concernedEntries } from '../match-documents.ts';
import { version } from '../version.ts';
import { ArchiveWriter } from './archive-writer.ts';

/**
 * Writes a whole case as one archive, an RO-Crate that another Proviso takes in (docs/archive.md): as of one moment, and the
 * same bytes for the same case. @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_ORIGINAL_DAMAGED.
 */
export const exportCase = (store: Store, caseId: string, out: Writable): Promise<void> =>
  store.withCase(caseId, async (whole) => {
    const writer = new ArchiveWriter(out);
    try {
      await writeCase(writer, asPublic(whole));
    } catch (thrown) {
      await writer.abandon();
      throw thrown;
    }
  });

/** What may leave the store, of registries only what the case uses. */
function asPublic(whole: ArchivedCase): ArchivedCase {
  const registries = concernedEntries(whole.registries, whole.decisions);
  const used = new Set(registries.map(({ registry }) => registry));
  return {
    ...whole,
    registries,
    history: whole.history.filter(
      ({ action, subject }) => action !== 'registry.imported' || used.has(subject),
    ),
    captures: publicCaptures(whole.captures),
    revisions: whole.revisions.map(publicRevision),
    documents: whole.documents.map(publicFacts),
    agreement: whole.agreement && {
      ...whole.agreement,
      source: publicAgreement(whole.agreement.source),
    },
  };
}

/** All files in order of their paths. */
async function writeCase(writer: ArchiveWriter, content: ArchivedCase): Promise<void> {
  const ids = content.documents.map(({ id }) => id);
  const quotations: Quotation[] = [];
  const readings: ReadBy[] = [];
  const matched: string[] = [];
  const files = new Map<string, () => Promise<Uint8Array | string | null>>([
    [paths.facts, async () => line(factsOf(content))],
    [paths.source, async () => content.source],
    [paths.agreement, async () => content.agreement?.text ?? null],
    ...listNames.map((name) => [paths.list(name), async () => content[name].map(line).join('')] as const),
    ...originalsOf(content).map(
      (sha256) => [paths.original(sha256), () => content.original(sha256)] as const,
    ),
    ...ids.map((id) => [paths.text(id), () => content.text(id)] as const),
    ...ids.map((id) => [paths.matches(id), () => matchesOf(content, id, matched, quotations)] as const),
    ...ids.map((id) => [paths.reading(id), () => readingOf(content, id, readings)] as const),
  ]);
  for (const [path, given] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = await given();
    if (bytes !== null) await writer.add(path, bytes);
  }
  const { importedAt, agreement } = content;
  const crated: CratedCase = {
    file: parseCase(content.source),
    lists: content,
    importedAt,
    agreement: agreement?.source ?? null,
    files: [...writer.files],
    readings,
    matched,
    quotations,
    version,
  };
  await writer.end([
    [paths.metadata, `${JSON.stringify(crateMetadata(crated), null, 1)}\n`],
    [paths.preview, cratePreview(crated)],
  ]);
}

const listNames = Object.keys(archivedLists) as (keyof ArchivedLists)[];

const line = (value: unknown): string => `${canonicalJson(value)}\n`;

const factsOf = ({ id, importedAt, agreement }: ArchivedCase): ArchivedFacts => ({
  format: archiveFormat,
  id,
  importedAt,
  agreement: agreement?.source ?? null,
});

async function matchesOf(
  content: ArchivedCase,
  id: string,
  matched: string[],
  quotations: Quotation[],
): Promise<string | null> {
  const found = await content.matched(id);
  if (!found) return null;
  const document = await textAsRead(content, id);
  matched.push(id);
  quotations.push(...found.matched.evidence.map((evidence) => quotationOf(evidence, document)));
  return line(found);
}

/** Without the text, which is a file of its own. */
async function readingOf(content: ArchivedCase, id: string, readings: ReadBy[]): Promise<string | null> {
  const reading = await content.reading(id);
  if (!reading) return null;
  const { text: _, ...rest } = reading;
  readings.push({ id, ...reading.reader });
  return line(rest);
}
