import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const root = '/api/schedule/messages';

const addressedSchema = z.object({
  words: z.string(),
  people: z.number(),
  names: z.array(z.string()),
  beyond: z.number(),
});
/** Who would get a message: how many, the first of their names, and how many more there are out of reach. */
export type Addressed = z.infer<typeof addressedSchema>;

const messageSchema = z.object({
  id: z.string(),
  at: z.string(),
  to: z.object({
    kind: z.enum(['person', 'role', 'shift']),
    id: z.string(),
    day: z.string().nullable(),
    name: z.string(),
  }),
  text: z.string(),
  people: z.number(),
  opened: z.number(),
});
export type Message = z.infer<typeof messageSchema>;

const detailSchema = messageSchema.extend({
  recipients: z.array(z.object({ personId: z.string(), name: z.string(), openedAt: z.string().nullable() })),
});

/** One person, all who know a role, or all on shift at a location on a day. */
export interface Audience {
  readonly kind: Message['to']['kind'];
  readonly id: string;
  readonly day: string | null;
}

/** The messages that I sent, the latest first. */
export const messagesQuery = queryOptions({
  queryKey: ['schedule', 'messages'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ messages: z.array(messageSchema) }), 'GET', root, { signal })).messages,
});

/** One of them, with who has opened it. */
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['schedule', 'messages', id],
    queryFn: ({ signal }) => call(detailSchema, 'GET', `${root}/${encodeURIComponent(id)}`, { signal }),
  });

/** Who would get a message now. */
export const audienceQuery = ({ kind, id, day }: Audience) =>
  queryOptions({
    queryKey: ['schedule', 'audience', kind, id, day],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ kind, id, ...(day === null ? {} : { day }) });
      return call(addressedSchema, 'GET', `${root}/audience?${query}`, { signal });
    },
  });

interface Wanted {
  readonly to: Audience;
  readonly text: string;
}

/** Sends a message. */
export function useSend(): UseMutationResult<Message, Error, Wanted> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) => call(messageSchema, 'POST', root, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: messagesQuery.queryKey }),
  });
}
