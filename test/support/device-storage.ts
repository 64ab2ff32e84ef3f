import { beforeEach, vi } from 'vitest';

/** What the device keeps while a file's tests run: empty at the beginning of each, and there for what asks for `localStorage` then. */
export function deviceStorage(): Map<string, string> {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });
  return kept;
}
