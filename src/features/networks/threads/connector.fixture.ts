import { threadsApp } from '../../../../test/support/threads/server.ts';
import type { Network } from '../network.ts';
import { createThreads } from './threads.ts';

/** Threads' connector for an installation with an app and an https address. */
export function connectorAt(url: string, over: Partial<Parameters<typeof createThreads>[0]> = {}): Network {
  return createThreads({
    ...threadsApp,
    authorizeUrl: `${url}/oauth/authorize`,
    graphUrl: url,
    publicUrl: 'https://coact.example',
    fetch,
    timeoutMs: 10_000,
    pauseMs: 5,
    report: () => undefined,
    ...over,
  });
}
