import { bestLanguage, chooseLanguage, directionOf } from '../../src/messages/index.ts';

const key = 'proviso-language';

/** What a person chose in this browser, if it keeps anything. */
const stored = (): string[] => {
  try {
    return [localStorage.getItem(key) ?? []].flat();
  } catch {
    return [];
  }
};

/** Shows the workbench in the language chosen, else the first of the browser's that there is; dates as the browser has them. */
export const showLanguage = async (): Promise<void> => {
  const language = bestLanguage([...stored(), ...navigator.languages]);
  await chooseLanguage(language, navigator.language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
};
