import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure, worthRetrying } from './problem.ts';

/** Queries with our rules: retry only what may heal by itself, and notice at once when the session has ended. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    // The guard around each page asks who is signed in, and leads to sign-in with the way back.
    if (error instanceof ApiFailure && error.kind === 'signed-out') {
      void client.invalidateQueries({ queryKey: ['me'] });
    }
  };
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
