import type { ModelSettings } from '../language-model/index.ts';
import { type Decision, holding, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';

/** What a person decided on language models and a case; null: nothing that holds. */
type ModelConsent = Decision | null;

export const modelConsent = async (store: Store, caseId: string): Promise<ModelConsent> =>
  holding(await store.decisions(caseId, { kind: 'language-model' }))[0] ?? null;

/** Whether a person said that no language model reads the case. */
export const isClosedToModels = (consent: ModelConsent): boolean => consent?.value === 'never';

/** @throws ProvisoError PROVISO_MODEL_NOT_ALLOWED where a person said that no language model reads the case. */
export function requireOpenToModels(caseId: string, consent: ModelConsent): void {
  if (!consent || !isClosedToModels(consent)) return;
  throw new ProvisoError(
    'PROVISO_MODEL_NOT_ALLOWED',
    `No language model may read this case: ${consent.by} said so on ${consent.at.slice(0, 10)}.`,
    `Whoever may decide that otherwise says: proviso model never --case ${caseId} --undo`,
  );
}

const whatLeaves =
  'of each pair that is asked about: its sentence, the sentence before it, and the words and parties of the commitment';

/**
 * Whether a case may be shown to a language model: one of this machine unless somebody said never, any other only where a
 * person allowed its address. @throws ProvisoError PROVISO_MODEL_NOT_ALLOWED.
 */
export function requireAllowed(
  { origin, isOwnMachine }: Pick<ModelSettings, 'origin' | 'isOwnMachine'>,
  caseId: string,
  consent: ModelConsent,
): void {
  requireOpenToModels(caseId, consent);
  if (isOwnMachine || consent?.value === origin) return;
  throw new ProvisoError(
    'PROVISO_MODEL_NOT_ALLOWED',
    `The language model is on another machine, ${origin}. It would be sent, ${whatLeaves}.`,
    `If that may leave this machine, say: proviso model allow --case ${caseId}`,
  );
}
