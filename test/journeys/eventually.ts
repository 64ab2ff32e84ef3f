import { expect } from 'vitest';
import { patience } from './browser.ts';

/**
 * Expects something to become so, however slow the machine is: `await eventually(() => posts.count()).toBe(1)`.
 * @param timeout milliseconds; longer than usual for what the product does by the clock
 */
export function eventually<T>(look: () => Promise<T> | T, timeout = patience) {
  return expect.poll(look, { timeout, interval: 250 });
}
