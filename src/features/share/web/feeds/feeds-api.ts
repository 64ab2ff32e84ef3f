import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { type Feed, type FeedPreview, feedListSchema, feedSchema, itemListSchema, previewSchema } from './contract.ts';
import type { FeedBody } from './feed-form.ts';

const root = '/api/feeds';
const one = (id: string) => `${root}/${encodeURIComponent(id)}` as const;
const item = (id: string) => `/api/feed-items/${encodeURIComponent(id)}` as const;

export type Shelf = 'waiting' | 'aside';

/** All feeds, by name. One that is being looked at is asked for again soon. */
export const feedsQuery = queryOptions({
  queryKey: ['feeds', 'list'],
  queryFn: ({ signal }) => call(feedListSchema, 'GET', root, { signal }),
  refetchInterval: ({ state }) => (state.data?.feeds.some(({ checking }) => checking) ? 2_000 : false),
});

export const feedQuery = (id: string) =>
  queryOptions({
    queryKey: ['feeds', 'one', id],
    queryFn: ({ signal }): Promise<Feed> => call(feedSchema, 'GET', one(id), { signal }),
  });

/** A page of what waits, or of what was laid aside. */
export const itemsQuery = (shelf: Shelf, page: number) =>
  queryOptions({
    queryKey: ['feeds', 'items', shelf, page],
    queryFn: ({ signal }) => call(itemListSchema, 'GET', `/api/feed-items?shelf=${shelf}&page=${page}`, { signal }),
  });

export const previewFeed = (body: FeedBody): Promise<FeedPreview> =>
  call(previewSchema, 'POST', `${root}/preview`, { body });

export const addFeed = (body: FeedBody & { readonly alsoLast: number }): Promise<Feed> =>
  call(feedSchema, 'POST', root, { body });

export const changeFeed = (id: string, body: FeedBody): Promise<Feed> => call(feedSchema, 'PATCH', one(id), { body });

export const checkFeed = (id: string): Promise<Feed> => call(feedSchema, 'POST', `${one(id)}/check`);
export const pauseFeed = (id: string): Promise<Feed> => call(feedSchema, 'POST', `${one(id)}/pause`);
export const resumeFeed = (id: string): Promise<Feed> => call(feedSchema, 'POST', `${one(id)}/resume`);
export const restoreFeed = (id: string): Promise<Feed> => call(feedSchema, 'POST', `${one(id)}/restore`);
export const deleteFeed = (id: string): Promise<unknown> => call(nothing, 'DELETE', one(id));

/** Makes a draft of an item, or sends it at once. */
export const acceptItem = (id: string, send: boolean): Promise<{ requestId: string }> =>
  call(z.object({ requestId: z.string() }), 'POST', `${item(id)}/accept`, { body: { send } });

export const dismissItem = (id: string): Promise<unknown> => call(nothing, 'POST', `${item(id)}/dismiss`);
export const restoreItem = (id: string): Promise<unknown> => call(nothing, 'POST', `${item(id)}/restore`);
export const dismissAll = (): Promise<unknown> => call(nothing, 'POST', '/api/feed-items/dismiss', { body: {} });
