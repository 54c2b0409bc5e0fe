import { useEffect, useRef } from 'react';

/** Where keys are letters of a text and not commands. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('textarea, select, input:not([type=checkbox], [type=radio]), dialog') !== null);

/** What each key does, by the key's name as events give it, in lower case. */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Commands of one key while the component is shown; not while typing, nor with Ctrl, Alt or the like. */
export const useKeys = (map: KeyMap): void => {
  const current = useRef(map);
  current.current = map;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const command = current.current[event.key.toLowerCase()];
      if (!command) return;
      event.preventDefault();
      command();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};
