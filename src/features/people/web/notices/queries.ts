import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { noticesSchema, preferencesSchema, unreadSchema } from './contract.ts';

/** As many as the server puts on a page. */
export const noticesPageSize = 30;

/** A page of what I was told. */
export const noticesQuery = (page: number) =>
  queryOptions({
    queryKey: ['notices', 'page', page],
    queryFn: ({ signal }) => call(noticesSchema, 'GET', `/api/notices?page=${page}`, { signal }),
  });

/** The number beside the bell: looked at each minute, as nothing announces what one person alone is told. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => call(unreadSchema, 'GET', '/api/notices/unread', { signal }),
  refetchInterval: 60_000,
});

export const preferencesQuery = queryOptions({
  queryKey: ['notice-preferences'],
  queryFn: ({ signal }) => call(preferencesSchema, 'GET', '/api/notice-preferences', { signal }),
});
