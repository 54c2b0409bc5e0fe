import type { KeyScope } from './keys.ts';

/** How a person wants the keys of one character, kept in this browser. */
export interface KeySettings {
  areOff: boolean;
  /** Keys chosen, by scope and the key that it is otherwise. */
  chosen: Readonly<Record<string, string>>;
}

const place = 'proviso-keys';
const asShipped: KeySettings = { areOff: false, chosen: {} };

const kept = (): KeySettings => {
  try {
    const { areOff, chosen } = JSON.parse(localStorage.getItem(place) ?? '{}');
    return { areOff: areOff === true, chosen: typeof chosen === 'object' && chosen ? chosen : {} };
  } catch {
    // No storage, or another program's words in it.
    return asShipped;
  }
};

let settings = kept();
const listeners = new Set<() => void>();

export const keySettings = (): KeySettings => settings;

export const onKeySettings = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const changeKeySettings = (part: Partial<KeySettings>): void => {
  settings = { ...settings, ...part };
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch {
    // They hold as long as the window is open.
  }
  for (const listener of listeners) listener();
};

/** The key that stands for a command, which is `key` unless a person chose another. */
export const keyFor = (scope: KeyScope, key: string): string => settings.chosen[`${scope} ${key}`] ?? key;

/** Chooses a key for a command; false where another command of the scope, or one of everywhere, has it. */
export const chooseKey = (
  scope: KeyScope,
  key: string,
  wanted: string,
  all: readonly (readonly [KeyScope, string])[],
): boolean => {
  const isTaken = all.some(
    ([other, of]) =>
      !(other === scope && of === key) &&
      (other === scope || other === 'everywhere' || scope === 'everywhere') &&
      keyFor(other, of) === wanted,
  );
  if (isTaken) return false;
  const { [`${scope} ${key}`]: _, ...others } = settings.chosen;
  changeKeySettings({ chosen: wanted === key ? others : { ...others, [`${scope} ${key}`]: wanted } });
  return true;
};
