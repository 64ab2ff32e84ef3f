import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../web/api.ts';
import { z } from '../../../web/zod.ts';
import type { DraftBody } from './composer/draft-body.ts';
import {
  type Disclosure,
  disclosureSchema,
  type NetworkOffer,
  networkOfferSchema,
  postAnswerSchema,
  previewAnswerSchema,
  type Rendered,
  type RequestState,
  renderedSchema,
  requestListSchema,
  requestSchema,
  type ShareRequest,
} from './contract.ts';

const root = '/api/requests';
const one = (id: string) => `${root}/${encodeURIComponent(id)}` as const;

export interface ListFilter {
  readonly state?: RequestState;
  readonly q?: string;
  /** From 1. */
  readonly page: number;
}

/** A page of requests, newest first. */
export const requestListQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ page: String(filter.page) });
      if (filter.state !== undefined) query.set('state', filter.state);
      if (filter.q) query.set('q', filter.q);
      return call(requestListSchema, 'GET', `${root}?${query}`, { signal });
    },
  });

/** One request with its figures. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }): Promise<ShareRequest> => call(requestSchema, 'GET', one(id), { signal }),
  });

/**
 * How a draft will look. Asked with the draft itself, so that it needn't be saved first.
 * @param requestId whose links are counted as they are; null where none are out
 */
export const renderedQuery = (draft: DraftBody, requestId: string | null) =>
  queryOptions({
    queryKey: ['rendered', draft, requestId],
    queryFn: ({ signal }): Promise<Rendered> =>
      call(renderedSchema, 'POST', `${root}/render`, { body: { ...draft, requestId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** The networks that can be composed for. Kept, as it is the operator's settings that change them. */
export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: ({ signal }): Promise<NetworkOffer> => call(networkOfferSchema, 'GET', '/api/networks', { signal }),
  staleTime: 60_000,
});

/** What stands at the end of every post of the organisation. */
export const disclosureQuery = queryOptions({
  queryKey: ['disclosure'],
  queryFn: ({ signal }): Promise<Disclosure> => call(disclosureSchema, 'GET', '/api/disclosure', { signal }),
});

export const saveDisclosure = (words: string): Promise<Disclosure> =>
  call(disclosureSchema, 'PUT', '/api/disclosure', { body: { words } });

/** What a link shows of itself. Kept, as asking again would load the page again. */
export const previewQuery = (url: string) =>
  queryOptions({
    queryKey: ['preview', url],
    queryFn: ({ signal }) => call(previewAnswerSchema, 'POST', '/api/previews', { body: { url }, signal }),
    staleTime: 10 * 60_000,
    retry: false,
  });

/** What post stands at an address. Kept, as asking again would load its page again. */
export const postQuery = (url: string) =>
  queryOptions({
    queryKey: ['post', url],
    queryFn: ({ signal }) => call(postAnswerSchema, 'POST', '/api/posts/read', { body: { url }, signal }),
    staleTime: 10 * 60_000,
    retry: false,
  });

const goodTimesSchema = z.object({ times: z.array(z.object({ at: z.string(), why: z.string() })) });

/** Good times for a request to go out, the next first. @param id one whose own time is not in its way */
export const goodTimesQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['requests', 'good-times', id],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams(id === null ? {} : { request: id });
      return (await call(goodTimesSchema, 'GET', `/api/share/good-times?${query}`, { signal })).times;
    },
    staleTime: 60_000,
  });

export const createRequest = (body: DraftBody): Promise<ShareRequest> => call(requestSchema, 'POST', root, { body });

export const changeRequest = (id: string, body: Partial<DraftBody>): Promise<ShareRequest> =>
  call(requestSchema, 'PATCH', one(id), { body });

/** Sends now, or at an instant (ISO). @param sendAnyway whether quiet time and caps are set aside */
export const sendRequest = (id: string, at?: string, sendAnyway = false): Promise<ShareRequest> =>
  call(requestSchema, 'POST', `${one(id)}/send`, { body: { at, sendAnyway } });

export const recallRequest = (id: string): Promise<unknown> => call(nothing, 'POST', `${one(id)}/recall`);

/** Plans one again that was recalled a moment ago, before it went out. */
export const restoreRequest = (id: string): Promise<unknown> => call(nothing, 'POST', `${one(id)}/restore`);

/** Plans a scheduled request for another time (ISO). @param revision as it was seen @param sendAnyway as before where left out */
export const moveRequest = (id: string, at: string, revision?: number, sendAnyway?: boolean): Promise<ShareRequest> =>
  call(requestSchema, 'POST', `${one(id)}/move`, { body: { at, revision, sendAnyway } });

export const endRequest = (id: string): Promise<unknown> => call(nothing, 'POST', `${one(id)}/end`);

export const duplicateRequest = (id: string): Promise<ShareRequest> =>
  call(requestSchema, 'POST', `${one(id)}/duplicate`);

export const deleteDraft = (id: string): Promise<unknown> => call(nothing, 'DELETE', one(id));
