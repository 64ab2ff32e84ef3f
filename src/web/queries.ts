import { queryOptions, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, nothing } from './api.ts';
import { channelsSchema, type Me, meSchema, organisationSchema, type SignedIn, slackSchema } from './contract.ts';

/** Who is signed in. Kept fresh: a session that ended elsewhere should show soon. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(meSchema, 'GET', '/api/me', { signal }),
  staleTime: 30_000,
});

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => call(organisationSchema, 'GET', '/api/organisation', { signal }),
  staleTime: 60_000,
});

export const slackQuery = queryOptions({
  queryKey: ['slack'],
  queryFn: ({ signal }) => call(slackSchema, 'GET', '/api/slack', { signal }),
});

export const channelsQuery = queryOptions({
  queryKey: ['slack', 'channels'],
  queryFn: ({ signal }) => call(channelsSchema, 'GET', '/api/slack/channels', { signal }),
  staleTime: 60_000,
});

/** The signed-in person on pages that the guard shows to nobody else. */
export function useSignedIn(): SignedIn {
  const me = useQuery(meQuery).data;
  if (me?.signedIn !== true) throw new Error('A page for signed-in people was drawn without a session');
  return me;
}

/** The organisation's time zone; UTC only in the moment before the organisation has one. */
export function useTimeZone(): string {
  const me = useQuery(meQuery).data;
  return me?.signedIn === true ? (me.organisation?.timeZone ?? 'UTC') : 'UTC';
}

/** Who is looking, signed in or not. */
export function useMe(): UseQueryResult<Me> {
  return useQuery(meQuery);
}

/** Ends the session and forgets what was loaded under it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(nothing, 'POST', '/api/sign-out');
    client.clear();
    window.location.assign('/sign-in');
  };
}
