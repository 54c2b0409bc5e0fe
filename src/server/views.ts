import {
  type Assessment,
  affirmsConduct,
  awaitsVerdict,
  type BoardFinding,
  type BoardView,
  type CommitmentView,
  type DocumentView,
  type Finding,
  unreadReading,
} from '../model/index.ts';
import { lastReportOf, monthsUpTo } from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import {
  annotationsIn,
  boardWork,
  findingOf,
  listedIn,
  type OpenCase,
  withEnteredClaims,
} from '../work/index.ts';
import { beginningOf } from './evidence-pages.ts';
import { summaryOf } from './summaries.ts';

const lineOf = (open: OpenCase, whole: Finding): BoardFinding => {
  const { origins, elements: _, replies, leftOut: __, evidence, wouldChange: ___, ...finding } = whole;
  const lastReport = lastReportOf(open.documents, whole);
  return {
    ...finding,
    lastReport,
    months: monthsUpTo(finding.months, lastReport),
    origins: origins.length,
    counting: origins.filter(affirmsConduct).length,
    documents: new Set(origins.flatMap(({ documents }) => documents)).size,
    replies: replies.length,
    evidence: evidence.length,
    proposed: evidence.filter(awaitsVerdict).length,
  };
};

const caseView = ({ file }: OpenCase): BoardView['case'] => ({
  id: file.id,
  title: file.title,
  signed: file.signed,
  standard: file.standard,
  parties: file.parties,
  names: Object.fromEntries([...file.parties, ...file.actors].map(({ id, name }) => [id, name])),
  duties: Object.fromEntries(file.commitments.map(({ id, requires }) => [id, requires])),
});

export const boardView = async (
  store: Store,
  open: OpenCase,
  assessment: Assessment,
): Promise<BoardView> => ({
  case: caseView(open),
  commitments: open.file.commitments.map(({ signs: _, ...commitment }) => commitment),
  assessment: { ...assessment, commitments: assessment.commitments.map((finding) => lineOf(open, finding)) },
  documents: open.documents.size,
  work: await boardWork(store, open),
});

/** @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const commitmentView = (open: OpenCase, assessment: Assessment, id: string): CommitmentView => {
  const found = findingOf(open, assessment, id);
  const { finding, counts } = beginningOf(found.finding);
  const mentioned = new Set([
    ...finding.evidence.map(({ document }) => document),
    ...finding.replies.map(({ document }) => document),
  ]);
  return {
    case: caseView(open),
    commitment: found.commitment,
    finding,
    counts,
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
  const { document, listed } = await listedIn(store, open.file.id, id);
  const claims = await store.enteredClaims(open.file.id);
  const entered = claims.filter(({ documentId }) => documentId === id);
  const links = await store.copies(id);
  const others = new Map(
    (await store.summaries(links.map((link) => link.document))).map((one) => [one.id, one]),
  );
  return {
    case: caseView(open),
    document,
    unread: listed.unread,
    replacedBy: listed.replacedBy,
    waitsBeside: listed.waitsBeside,
    captures: await store.captures(id),
    revisions: await store.revisions(id),
    corrections: await store.corrections(id),
    copies: links.flatMap(({ document: other, ...link }) => {
      const summary = open.documents.has(other) ? others.get(other) : undefined;
      return summary ? [{ ...link, document: summary }] : [];
    }),
    reading: withEnteredClaims(document, await store.readingOf(id), entered) ?? unreadReading(document),
    entered,
    annotations: annotationsIn(await store.decisions(open.file.id)).filter(({ document: on }) => on === id),
    evidence: assessment.commitments.flatMap((finding) =>
      finding.evidence
        .filter((item) => item.document === id)
        .map((item) => ({ ...item, commitment: finding.id })),
    ),
  };
};
