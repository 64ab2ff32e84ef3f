import type { PostPlace } from '../../src/features/networks/index.ts';

/** A first try to post under a record key, that keeps nothing; `over` changes what a test is about. */
export function postPlace(recordKey: string, over: Partial<PostPlace> = {}): PostPlace {
  return { recordKey, repeated: false, memory: null, remember: async () => undefined, ...over };
}
