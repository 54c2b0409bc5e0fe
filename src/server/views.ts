import {
  type Assessment,
  type BoardView,
  type CommitmentView,
  type Document,
  type DocumentSummary,
  type DocumentView,
  ProvisoError,
} from '../model/index.ts';
import { type Store, takenDown } from '../store/index.ts';
import { findingOf, type OpenCase, sensitivityIn, unreadReading, withEnteredClaims } from '../work/index.ts';

const summaryOf = ({ text, sha256, mediaType, byteLength, ...summary }: Document): DocumentSummary => summary;

const caseView = ({ file }: OpenCase): BoardView['case'] => ({
  id: file.id,
  title: file.title,
  signed: file.signed,
  parties: file.parties,
  names: Object.fromEntries([...file.parties, ...file.actors].map(({ id, name }) => [id, name])),
  duties: Object.fromEntries(file.commitments.map(({ id, requires }) => [id, requires])),
});

export const boardView = (open: OpenCase, assessment: Assessment): BoardView => ({
  case: caseView(open),
  commitments: open.file.commitments,
  assessment,
  documents: open.documents.size,
});

/** @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const commitmentView = (open: OpenCase, assessment: Assessment, id: string): CommitmentView => {
  const { commitment, finding } = findingOf(open, assessment, id);
  const mentioned = new Set([
    ...finding.evidence.map(({ document }) => document),
    ...finding.replies.map(({ document }) => document),
  ]);
  return {
    case: caseView(open),
    commitment,
    finding,
    sensitivity: sensitivityIn(open, assessment, id),
    documents: Object.fromEntries(
      [...mentioned].flatMap((key) => {
        const document = open.documents.get(key);
        return document ? [[key, summaryOf(document)]] : [];
      }),
    ),
    asOf: assessment.asOf,
    knownAt: assessment.knownAt,
  };
};

/** @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND or PROVISO_TAKEN_DOWN. */
export const documentView = async (
  store: Store,
  open: OpenCase,
  assessment: Assessment,
  id: string,
): Promise<DocumentView> => {
  const listed = await store.listedDocument(open.file.id, id);
  const document = listed && (await store.document(id));
  if (!document) {
    const tombstone = await store.tombstone(id);
    if (tombstone) throw takenDown(id, tombstone);
    throw new ProvisoError(
      'PROVISO_DOCUMENT_NOT_FOUND',
      `The case "${open.file.id}" has no document "${id}".`,
      'Open it from the list of documents.',
    );
  }
  const claims = await store.enteredClaims(open.file.id);
  const entered = claims.filter(({ documentId }) => documentId === id);
  return {
    case: caseView(open),
    document,
    unread: listed.unread,
    replacedBy: listed.replacedBy,
    captures: await store.captures(id),
    revisions: await store.revisions(id),
    copies: await store.copies(id),
    reading: withEnteredClaims(document, await store.readingOf(id), entered) ?? unreadReading(document),
    entered,
    evidence: assessment.commitments.flatMap((finding) =>
      finding.evidence
        .filter((item) => item.document === id)
        .map((item) => ({ ...item, commitment: finding.id })),
    ),
  };
};
