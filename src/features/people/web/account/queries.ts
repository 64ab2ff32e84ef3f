import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { accountSchema } from './contract.ts';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => call(accountSchema, 'GET', '/api/account', { signal }),
});

/** Loads the account anew, and who is looking: a second factor changes what they may do. */
export function useReloadAccount(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['account'] }),
      client.invalidateQueries({ queryKey: ['me'] }),
    ]);
  };
}
