import type { ServerAddress, Translator } from '../language-model/index.ts';
import { type Decision, holding, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';

/** What a person decided on language models and a case; null: nothing that holds. */
type ModelConsent = Decision | null;

export const modelConsent = async (store: Store, caseId: string): Promise<ModelConsent> =>
  holding(await store.decisions(caseId, { kind: 'language-model', subject: caseId }))[0] ?? null;

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

/** Subject of the decision that lets a translating server be sent texts of the case. */
export const translatorSubject = 'translation';

const whatLeaves =
  'of each pair that is asked about: its sentence, the sentence before it, and the words and parties of the commitment; of a document that you have it translate: its text';

const allowedElsewhere = (what: string, origin: string, leaves: string, todo: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_MODEL_NOT_ALLOWED',
    `The ${what} is on another machine, ${origin}. It would be sent, ${leaves}.`,
    `If that may leave this machine, say: ${todo}`,
  );

/**
 * Whether a case may be shown to a language model: one of this machine unless somebody said never, any other only where a
 * person allowed its address. @throws ProvisoError PROVISO_MODEL_NOT_ALLOWED.
 */
export function requireAllowed(
  { origin, isOwnMachine }: ServerAddress,
  caseId: string,
  consent: ModelConsent,
): void {
  requireOpenToModels(caseId, consent);
  if (isOwnMachine || consent?.value === origin) return;
  throw allowedElsewhere('language model', origin, whatLeaves, `proviso model allow --case ${caseId}`);
}

/** Whether texts of a case may be sent to a translator, by the same rules. @throws ProvisoError PROVISO_MODEL_NOT_ALLOWED. */
export async function requireTranslatorAllowed(
  store: Store,
  caseId: string,
  translator: Translator,
): Promise<void> {
  const consent = await modelConsent(store, caseId);
  if (translator.tool === 'language model') {
    requireAllowed(translator, caseId, consent);
    return;
  }
  requireOpenToModels(caseId, consent);
  const { origin, isOwnMachine } = translator;
  const given = await store.decisions(caseId, { kind: 'language-model', subject: translatorSubject });
  if (isOwnMachine || holding(given)[0]?.value === origin) return;
  throw allowedElsewhere(
    'translating server',
    origin,
    'of a document that you have it translate: its text, sentence by sentence',
    `proviso model allow --translator --case ${caseId}`,
  );
}
