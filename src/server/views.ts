import {
  type Assessment,
  type BoardView,
  type CommitmentView,
  type Document,
  type DocumentSummary,
  type DocumentView,
  ProvisoError,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { findingOf, type OpenCase, sensitivityIn } from '../work/index.ts';

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

/** @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND. */
export const documentView = async (
  store: Store,
  open: OpenCase,
  assessment: Assessment,
  id: string,
): Promise<DocumentView> => {
  const document = open.documents.get(id);
  const reading = await store.readingOf(id);
  if (!document || !reading) {
    throw new ProvisoError(
      'PROVISO_DOCUMENT_NOT_FOUND',
      `The case "${open.file.id}" has no document "${id}" that was read.`,
      'Open it from the list of documents.',
    );
  }
  return {
    case: caseView(open),
    document,
    captures: await store.captures(id),
    reading,
    evidence: assessment.commitments.flatMap((finding) =>
      finding.evidence
        .filter((item) => item.document === id)
        .map((item) => ({ ...item, commitment: finding.id })),
    ),
  };
};
