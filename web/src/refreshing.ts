import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { windowId } from './api.ts';

/** Milliseconds in which several changes are one. */
const pause = 300;

/**
 * Fetches what is shown anew when another window, or another program, changed something. Only a window in sight listens: a
 * browser keeps few connections to one server, and a dozen open tabs would use them up.
 */
export const useRefreshing = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changes: EventSource | null = null;
    let isBehind = false;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const key of ['case', 'cases']) queries.invalidateQueries({ queryKey: [key] });
      }, pause);
    };
    const listen = () => {
      changes = new EventSource('/api/changes');
      changes.addEventListener('changed', ({ data }) => {
        if (data !== windowId) refresh();
      });
      changes.addEventListener('error', () => {
        isBehind = true;
      });
      // What happened while nobody listened was not told.
      changes.addEventListener('standing', () => {
        if (isBehind) refresh();
        isBehind = false;
      });
    };
    const look = () => {
      if (document.hidden) {
        changes?.close();
        changes = null;
        isBehind = true;
      } else if (!changes) listen();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      changes?.close();
    };
  }, [queries]);
};
