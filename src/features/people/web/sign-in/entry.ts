import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { safeReturn } from '../../../../web/access.ts';
import { meQuery } from '../../../../web/queries.ts';
import { z } from '../../../../web/zod.ts';
import { rememberWayIn, type WayIn } from './ways-in.ts';

/** How the server answers a proof: signed in, or one more to give. */
export const entrySchema = z.union([
  z.object({ next: z.literal('second_factor'), methods: z.array(z.string()) }),
  z.object({ next: z.undefined().optional(), returnTo: z.string().nullish() }),
]);
export type Entry = z.infer<typeof entrySchema>;

/** Where an answered proof leads. `returnTo` is where the person wanted to go. */
export function afterProof(entry: Entry, returnTo: string): { readonly href: string; readonly isIn: boolean } {
  if (entry.next === undefined) return { href: safeReturn(entry.returnTo ?? returnTo), isIn: true };
  const search = new URLSearchParams({ ways: entry.methods.join(','), returnTo: safeReturn(returnTo) });
  return { href: `/sign-in/second-factor?${search}`, isIn: false };
}

/** Whoever comes in must not see what was loaded for somebody else before. */
async function loadAfresh(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  await client.fetchQuery({ ...meQuery, staleTime: 0 });
}

/** Goes where an answered proof leads; once in, with what belongs to the person who has come in. */
export function useEntry(): (entry: Entry, returnTo: string, way?: WayIn) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (entry, returnTo, way) => {
    if (way !== undefined) rememberWayIn(way);
    const { href, isIn } = afterProof(entry, returnTo);
    if (isIn) await loadAfresh(client);
    // `href` keeps search parameters of the way back, which `to` would escape.
    await navigate({ href, replace: true });
  };
}
