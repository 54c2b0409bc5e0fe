import { useEffect, useRef } from 'react';
import { keyFor, keySettings } from './key-settings.ts';

/** Where keys are letters of a text and not commands. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('textarea, select, input:not([type=checkbox], [type=radio]), dialog, [role="listbox"]') !==
      null);

/** Where a command belongs: a key may be another one in each. */
export type KeyScope = 'everywhere' | 'desk' | 'review' | 'reader';

/** What each key does, by the key's name as events give it, in lower case, unless a person chose another. */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Letters, digits and signs can be switched off and changed (WCAG 2.1.4); arrows, Tab and Escape are as everywhere. */
export const isCharacter = (key: string): boolean => [...key].length === 1;

/** Commands of one key while the component is shown; not while typing, nor with Ctrl, Alt or the like. */
export const useKeys = (scope: KeyScope, map: KeyMap): void => {
  const current = useRef(map);
  current.current = map;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const pressed = event.key.toLowerCase();
      if (isCharacter(pressed) && keySettings().areOff) return;
      const [, command] =
        Object.entries(current.current).find(
          ([key]) => (isCharacter(key) ? keyFor(scope, key) : key) === pressed,
        ) ?? [];
      if (!command) return;
      event.preventDefault();
      command();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [scope]);
};
