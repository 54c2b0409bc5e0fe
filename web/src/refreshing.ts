import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { windowId } from './api.ts';

/** Milliseconds in which several changes are one. */
const pause = 300;

/** Fetches what is shown anew when another window, or another program, changed something. */
export const useRefreshing = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const changes = new EventSource('/api/changes');
    let timer = 0;
    let wasCut = false;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const key of ['case', 'cases']) queries.invalidateQueries({ queryKey: [key] });
      }, pause) as unknown as number;
    };
    changes.addEventListener('changed', ({ data }) => {
      if (data !== windowId) refresh();
    });
    changes.addEventListener('error', () => {
      wasCut = true;
    });
    // Whatever happened while the server was away was not told.
    changes.addEventListener('standing', () => {
      if (wasCut) refresh();
      wasCut = false;
    });
    return () => {
      clearTimeout(timer);
      changes.close();
    };
  }, [queries]);
};
