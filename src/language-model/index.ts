export { type LanguageModel, languageModel } from './client.ts';
export { type Pair, questionHash, secondRead, secondReaderPrompt } from './second-reader.ts';
export { type ModelSettings, modelSettings } from './settings.ts';
