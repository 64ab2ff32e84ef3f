import { expect } from 'vitest';
import { patience } from './browser.ts';

/** Expects something to become so, however slow the machine is: `await eventually(() => posts.count()).toBe(1)`. */
export function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: patience, interval: 250 });
}
