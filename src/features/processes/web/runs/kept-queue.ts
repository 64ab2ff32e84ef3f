import { useSyncExternalStore } from 'react';
import { keptAs, type Waiting } from './queue.ts';

const listeners = new Set<() => void>();

/** Keeps it, and tells whoever shows or sends it. */
export function keepQueue(personId: string, queue: readonly Waiting[]): void {
  localStorage.setItem(keptAs(personId), JSON.stringify(queue));
  for (const listener of listeners) listener();
}

/** What is kept, as text, also when another tab has changed it; null for nothing. */
export function useKept(personId: string): string | null {
  return useSyncExternalStore(
    listen,
    () => localStorage.getItem(keptAs(personId)),
    () => null,
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('storage', listener);
  };
}
