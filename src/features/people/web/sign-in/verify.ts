import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { safeReturn } from '../../../../web/access.ts';
import { call } from '../../../../web/api.ts';
import { meQuery } from '../../../../web/queries.ts';
import { z } from '../../../../web/zod.ts';

const verifiedSchema = z.object({ returnTo: z.string().nullish() });

/** Redeems a one-time token, loads who that made us, and goes to `next` or where the sign-in began. */
export function useVerify(token: string | undefined, next?: string): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call(verifiedSchema, 'POST', '/api/sign-in/verify', { body: { token } }),
    onSuccess: async (verified) => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      // `href` keeps search parameters of the way back, which `to` would escape.
      await navigate({ href: next ?? safeReturn(verified.returnTo ?? undefined), replace: true });
    },
  });
}
