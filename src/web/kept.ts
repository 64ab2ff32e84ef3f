/** What this device remembers under a name; null where it has nothing or may not keep anything. */
export function readKept(name: string): string | null {
  try {
    return globalThis.localStorage?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

/** Remembers something on this device. Browsers that keep nothing (private windows, strict settings) just forget it. */
export function keep(name: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(name, value);
  } catch {
    // Nothing depends on it.
  }
}
