import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { publicationSchema, publicationsSchema, publishingSchema } from './publish-contract.ts';

const periods = '/api/schedule/periods';

/** What publishing a period, or one location of it, would do. */
export const publishingQuery = (periodId: string, location: string | null) =>
  queryOptions({
    queryKey: ['schedule', 'publishing', periodId, location],
    queryFn: ({ signal }) =>
      location === null
        ? call(publishingSchema, 'GET', `${periods}/${periodId}/publishing`, { signal })
        : call(publishingSchema, 'GET', `${periods}/${periodId}/publishing?location=${location}`, { signal }),
    staleTime: 0,
  });

/** Every version of a period that people were told. */
export const publicationsQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['schedule', 'publications', periodId],
    queryFn: async ({ signal }) =>
      (await call(publicationsSchema, 'GET', `${periods}/${periodId}/publications`, { signal })).publications,
  });

/** One version with who was told what. */
export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['schedule', 'publication', id],
    queryFn: ({ signal }) => call(publicationSchema, 'GET', `/api/schedule/publications/${id}`, { signal }),
  });

export interface PublishWish {
  readonly location?: string | undefined;
  readonly why?: string | undefined;
  /** Although rules are broken. */
  readonly despite: boolean;
  /** Of the plan that was looked at. */
  readonly revision: number;
}

export const publish = (periodId: string, wish: PublishWish): Promise<{ readonly told: number }> =>
  call(z.object({ publicationId: z.string(), told: z.number() }), 'POST', `${periods}/${periodId}/publish`, {
    body: wish,
  });
