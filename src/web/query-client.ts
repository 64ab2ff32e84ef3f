import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure, worthRetrying } from './problem.ts';

/**
 * Asks who is signed in when a call was refused for lack of it, or of a second factor; the guard around the page then
 * leads to where that is mended.
 */
export function noticeSignedOut(client: QueryClient, error: unknown): void {
  if (!(error instanceof ApiFailure)) return;
  const lacks = error.kind === 'signed-out' || error.code === 'second_factor_needed';
  if (lacks) void client.invalidateQueries({ queryKey: ['me'] });
}

/** Queries with our rules: retry only what may heal by itself, and notice at once when the session has ended. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => noticeSignedOut(client, error);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && worthRetrying(error),
        staleTime: 10_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
