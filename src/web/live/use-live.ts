import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followLive } from './live.ts';

/**
 * Keeps what a page shows up to date while it is looked at. A hidden tab lets go of its stream (a browser has few connections to one
 * host, and nobody is looking) and reads everything again when it is shown.
 */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let following: AbortController | null = null;
    const refresh = (key: readonly string[] | null) =>
      void client.invalidateQueries(key === null ? {} : { queryKey: [...key] });
    const start = () => {
      following = new AbortController();
      void followLive(following.signal, { refresh });
    };
    const stop = () => {
      following?.abort();
      following = null;
    };
    const look = () => {
      if (document.hidden) return stop();
      if (following !== null) return;
      refresh(null);
      start();
    };
    if (!document.hidden) start();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [client]);
}
