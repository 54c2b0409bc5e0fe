import { type CaseFile, type Decision, ProvisoError } from '../model/index.ts';

/** What a person decided on language models and the case; `decisions`: those that stand. */
const decidedOn = (caseId: string, decisions: readonly Decision[]): Decision | undefined =>
  decisions.find(({ kind, subject }) => kind === 'language-model' && subject === caseId);

/** Whether a person said that no language model reads the case. */
export const isClosedToModels = (caseId: string, decisions: readonly Decision[]): boolean =>
  decidedOn(caseId, decisions)?.value === 'never';

/** @throws ProvisoError PROVISO_MODEL_NOT_ALLOWED where a person said that no language model reads the case. */
export function requireOpenToModels({ id }: Pick<CaseFile, 'id'>, decisions: readonly Decision[]): void {
  const decided = decidedOn(id, decisions);
  if (decided?.value !== 'never') return;
  throw new ProvisoError(
    'PROVISO_MODEL_NOT_ALLOWED',
    `No language model may read this case: ${decided.by} said so on ${decided.at.slice(0, 10)}.`,
    `Whoever may decide that otherwise says: proviso model never --case ${id} --undo`,
  );
}

/** Whether a person let the language model at an address read the case. */
export const isAllowed = (origin: string, caseId: string, decisions: readonly Decision[]): boolean =>
  decidedOn(caseId, decisions)?.value === origin;
