import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { type Pace, paceSchema, type Queue, queueSchema, type Waiting, waitingSchema } from './contract.ts';

const path = '/api/share/pace';
const estimateSchema = z.object({ waiting: waitingSchema.nullable() });

/** How the organisation spares its channels. */
export const paceQuery = queryOptions({
  queryKey: ['requests', 'pace'],
  queryFn: ({ signal }): Promise<Pace> => call(paceSchema, 'GET', path, { signal }),
  staleTime: 60_000,
});

export const savePace = (pace: Pace): Promise<Pace> => call(paceSchema, 'PUT', path, { body: pace });

/** What waits for its channel now, in the order in which it goes out. */
export const waitingQueueQuery = queryOptions({
  queryKey: ['requests', 'pace', 'queue'],
  queryFn: ({ signal }): Promise<Queue> => call(queueSchema, 'GET', `${path}/queue`, { signal }),
  refetchInterval: 60_000,
});

interface Estimated {
  /** When it is to go out (ISO); now where left out. */
  readonly at?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly channelIds: readonly string[];
  readonly topicIds: readonly string[];
  readonly requestId: string | null;
}

/** Whether a request would wait, and until when. */
export const estimateQuery = (body: Estimated) =>
  queryOptions({
    queryKey: ['requests', 'pace', 'estimate', body],
    queryFn: async ({ signal }): Promise<Waiting | null> =>
      (await call(estimateSchema, 'POST', `${path}/estimate`, { body, signal })).waiting,
    refetchInterval: 60_000,
  });
