export type { Translator } from '../language-model/index.ts';
export { type Added, type AddOptions, addReports } from './add-reports.ts';
export { annotationsIn } from './annotations.ts';
export { answerOf } from './answers.ts';
export { isZip } from './archive/archive-reader.ts';
export { exportCase } from './archive/export-case.ts';
export { receiveCase } from './archive/receive-case.ts';
export {
  assessCase,
  findingOf,
  type OpenCase,
  openCase,
  sensitivityIn,
  today,
} from './assess-case.ts';
export { auditHeadOf, auditHeadText } from './audit-heads.ts';
export { beginDraft, draftOf, proposeDraft } from './begin-draft.ts';
export { catchUp } from './catch-up.ts';
export { compareCoders, compareSheet } from './compare-codings.ts';
export { type Corrected, correct, documentsOfSamePublisher } from './correct.ts';
export { candidatesOfName, decide, keysNamed, knowledgeOf, nameCandidates } from './decide.ts';
export { deleteCase } from './delete-case.ts';
export { enterClaim, enterClaims, spanOfWords, withdrawClaim, withEnteredClaims } from './entered-claims.ts';
export { exampleIds, loadExamples } from './examples.ts';
export { type ExportName, exportFormat, exportNames } from './exports.ts';
export { finishDraft } from './finish-draft.ts';
export { type History, historyOf } from './history.ts';
export { importCase } from './import-case.ts';
export { doJobs } from './jobs/do-jobs.ts';
export { boardWork, jobsView, takeUpJobs } from './jobs/jobs-view.ts';
export { type Decision, judge, judgeAll } from './judge.ts';
export { judgementLog, undoLine } from './judgement-log.ts';
export { learntView } from './learn-case.ts';
export { linkCopies, linkDocument } from './link-copies.ts';
export {
  isClosedToModels,
  modelConsent,
  requireAllowed,
  requireOpenToModels,
  translatorSubject,
} from './model-consent.ts';
export { emit, observe } from './observed.ts';
export { OpenCases } from './open-cases.ts';
export type { Progress, Step } from './progress.ts';
export { makeEdition, reviewEdition } from './publication/editions.ts';
export { type FolderCheck, type Published, publishTo, verifyFolder } from './publication/folder.ts';
export { ratingSubject } from './rating-subject.ts';
export { readPending } from './read-pending.ts';
export type { Refusal } from './refusal.ts';
export { importRegistry } from './registries.ts';
export { reportOf } from './report-of.ts';
export { requireCommitment } from './require-commitment.ts';
export { documentNotFound, listedIn, requireDocument } from './require-document.ts';
export { resolvedDocuments } from './resolved-documents.ts';
export {
  planSecondReading,
  type SecondReading,
  type SecondReadingPlan,
  secondReading,
} from './second-reading.ts';
export { judgedCount, type Suggested, suggestions } from './suggestions.ts';
export type { GivenAgreement } from './take-agreement.ts';
export { type TakenDown, takeDown } from './take-down.ts';
export { type TraceOptions, traceOrigins } from './trace-origins.ts';
export {
  requireTranslatable,
  sentencesToTranslate,
  type Translated,
  translateDocuments,
  untranslatedIn,
} from './translate.ts';
export { type Tried, tryCommitment } from './try-case.ts';
export { version } from './version.ts';
export { interval, type Round, visitAddresses, watch } from './watch.ts';
export { zipped } from './zipped.ts';
