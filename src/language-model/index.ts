import { languageModel } from './client.ts';
import { libreTranslate } from './libre-translate.ts';
import { modelTranslator } from './model-translator.ts';
import { modelSettings, translatorSettings } from './settings.ts';
import type { Translator } from './translator.ts';

export { type LanguageModel, languageModel } from './client.ts';
export { type Pair, questionHash, secondRead, secondReaderPrompt } from './second-reader.ts';
export { type ModelSettings, modelSettings, type ServerAddress, translatorSettings } from './settings.ts';
export type { Translator } from './translator.ts';

/** What translates: the LibreTranslate server that is set, else the language model; null: neither is. @throws ProvisoError PROVISO_MODEL_SETTING. */
export function translatorFrom(env: NodeJS.ProcessEnv): Translator | null {
  const server = translatorSettings(env);
  if (server) return libreTranslate(server);
  const model = modelSettings(env);
  return model && modelTranslator(languageModel(model), model);
}

/** The same for whatever is added, only where `PROVISO_TRANSLATE_ADDED` is 1. @throws ProvisoError PROVISO_MODEL_SETTING. */
export const translatorOfAdded = (env: NodeJS.ProcessEnv): Translator | null =>
  env.PROVISO_TRANSLATE_ADDED === '1' ? translatorFrom(env) : null;
