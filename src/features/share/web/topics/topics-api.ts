import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const named = z.object({ id: z.string(), name: z.string() });
const topicSchema = z.object({
  ...{ id: z.string(), name: z.string(), kind: z.enum(['open', 'assigned']) },
  ...{ channels: z.array(named), publishers: z.array(named), mayPost: z.boolean() },
});
export type Topic = z.infer<typeof topicSchema>;

/** What an owner or admin fills in. */
export interface WantedTopic {
  readonly name: string;
  readonly kind: Topic['kind'];
  readonly channelIds: readonly string[];
  readonly publisherIds: readonly string[];
}

/** All topics, with their channels and whether one may post to them. */
export const topicsQuery = queryOptions({
  queryKey: ['requests', 'topics'],
  queryFn: ({ signal }) => call(z.object({ topics: z.array(topicSchema) }), 'GET', '/api/topics', { signal }),
  staleTime: 60_000,
});

/** Everybody who can be named for an assigned topic. */
export const topicPublishersQuery = queryOptions({
  queryKey: ['requests', 'topics', 'publishers'],
  queryFn: ({ signal }) => call(z.object({ people: z.array(named) }), 'GET', '/api/topics/publishers', { signal }),
});

/** @param id of the topic to change; null for another one */
export const saveTopic = (id: string | null, wanted: WantedTopic): Promise<Topic> =>
  id === null
    ? call(topicSchema, 'POST', '/api/topics', { body: wanted })
    : call(topicSchema, 'PUT', `/api/topics/${encodeURIComponent(id)}`, { body: wanted });

export const deleteTopic = (id: string): Promise<unknown> =>
  call(nothing, 'DELETE', `/api/topics/${encodeURIComponent(id)}`);
