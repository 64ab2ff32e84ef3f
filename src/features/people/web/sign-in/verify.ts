import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { type Entry, entrySchema, useEntry } from './entry.ts';

/** Redeems a one-time token, loads who that made us, and goes to `next` or where the sign-in began. */
export function useVerify(token: string | undefined, next?: string): UseMutationResult<Entry, Error, void> {
  const enter = useEntry();
  return useMutation({
    mutationFn: () => call(entrySchema, 'POST', '/api/sign-in/verify', { body: { token: token ?? '' } }),
    onSuccess: (entry) => enter(entry.next === undefined && next !== undefined ? { returnTo: next } : entry, '/'),
  });
}
