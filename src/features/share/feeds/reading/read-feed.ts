import { Worker } from 'node:worker_threads';
import type { Reading } from '../item.ts';

/** What the reading thread is given. */
export interface Order {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where the bytes were found. */
  readonly address: string;
  /** The bytes end before the feed does. */
  readonly cut: boolean;
}

/** An honest feed of 5 MB takes half a second, the worst that was found six; a busy machine is slower. */
const longestMs = 20_000;
const heapMb = 256;

/** Reads a feed in a thread of its own, within time and memory. Never rejects: what can't be read is said. */
export function readFeed(order: Order, mostMs = longestMs): Promise<Reading> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const settle = (reading: Reading) => {
      clearTimeout(timer);
      resolve(reading);
      void thread.terminate();
    };
    const timer = setTimeout(() => settle({ kind: 'unreadable', reason: 'too_slow' }), mostMs);
    thread.on('message', settle);
    // Out of memory, most of all; a thread that ended without a word is none that has read anything either.
    thread.on('error', () => settle({ kind: 'unreadable', reason: 'malformed' }));
    thread.on('exit', () => settle({ kind: 'unreadable', reason: 'malformed' }));
  });
}
