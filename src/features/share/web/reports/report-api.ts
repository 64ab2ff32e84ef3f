import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import {
  type Campaign,
  campaignSchema,
  campaignsSchema,
  type Digest,
  digestAnswerSchema,
  reportSchema,
  tagsSchema,
} from './report-contract.ts';

const root = '/api/reports';

export const reportQuery = (asked: string) =>
  queryOptions({
    queryKey: ['reports', asked],
    queryFn: ({ signal }) => call(reportSchema, 'GET', `${root}?${asked}`, { signal }),
  });

export type FileTable = 'totals' | 'time' | 'requests' | 'campaigns' | 'tags' | 'networks' | 'hours';

/** Where a table of a report is found as a file. */
export const fileOf = (table: FileTable, asked: string): string => `${root}/file?table=${table}&${asked}`;

export const campaignsQuery = queryOptions({
  queryKey: ['requests', 'campaigns'],
  queryFn: ({ signal }) => call(campaignsSchema, 'GET', '/api/campaigns', { signal }),
});

export const tagsQuery = queryOptions({
  queryKey: ['requests', 'tags'],
  queryFn: ({ signal }) => call(tagsSchema, 'GET', '/api/tags', { signal }),
});

const one = (id: string) => `/api/campaigns/${encodeURIComponent(id)}` as const;

export const beginCampaign = (name: string): Promise<Campaign> =>
  call(campaignSchema, 'POST', '/api/campaigns', { body: { name } });

export const changeCampaign = (
  id: string,
  body: Partial<Pick<Campaign, 'name' | 'colour' | 'archived'>>,
): Promise<Campaign> => call(campaignSchema, 'PATCH', one(id), { body });

export const mergeCampaign = (id: string, into: string): Promise<Campaign> =>
  call(campaignSchema, 'POST', `${one(id)}/merge`, { body: { into } });

/** Files a request under a campaign and tags, also after it has ended. */
export const fileRequest = (
  id: string,
  body: { readonly campaignId: string | null; readonly tags: readonly string[] },
): Promise<unknown> => call(nothing, 'PUT', `/api/requests/${encodeURIComponent(id)}/filing`, { body });

export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: ({ signal }) => call(digestAnswerSchema, 'GET', '/api/digest', { signal }),
});

export const setDigest = (body: Digest): Promise<unknown> => call(digestAnswerSchema, 'PUT', '/api/digest', { body });

export const endDigest = (): Promise<unknown> => call(nothing, 'DELETE', '/api/digest');

/** Ends a digest's mails from the address that stands in each of them, signed in or not. */
export const stopMails = (org: string, key: string): Promise<unknown> =>
  call(nothing, 'POST', `/digest/stop/${encodeURIComponent(org)}/${encodeURIComponent(key)}`);
