import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { requestSchema, type ShareRequest } from '../contract.ts';

const approvals = z.enum(['off', 'required']);
export type Approvals = z.infer<typeof approvals>;
const settingsSchema = z.object({ approvals });

const stepSchema = z.object({
  id: z.string(),
  what: z.enum(['submitted', 'approved', 'changes_asked', 'withdrawn', 'edited', 'switched_on', 'switched_off']),
  by: z.string(),
  words: z.string().nullable(),
  sendAt: z.string().nullable(),
  at: z.string(),
});
export type ReviewStep = z.infer<typeof stepSchema>;

const reviewSchema = z.object({
  approvals,
  approved: z.boolean(),
  mayDecide: z.boolean(),
  slack: z.array(z.record(z.string(), z.unknown())),
  texts: z.array(z.object({ title: z.string(), text: z.string() })),
  composers: z.array(z.string()),
  steps: z.array(stepSchema),
});
export type Review = z.infer<typeof reviewSchema>;

const settings = '/api/share/settings';
const reviewOf = (id: string) => `/api/requests/${encodeURIComponent(id)}/review` as const;

/** Whether requests need an approval. */
export const shareSettingsQuery = queryOptions({
  queryKey: ['requests', 'settings'],
  queryFn: ({ signal }) => call(settingsSchema, 'GET', settings, { signal }),
  staleTime: 60_000,
});

/** Where a request stands on its way to approval, with everything that is to be looked at. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'review', id],
    queryFn: ({ signal }): Promise<Review> => call(reviewSchema, 'GET', reviewOf(id), { signal }),
  });

export const saveApprovals = (wanted: Approvals) =>
  call(settingsSchema, 'PUT', settings, { body: { approvals: wanted } });

/** @param at when it is to go out once it is approved (ISO) @param sendAnyway whether quiet time and caps are set aside then */
export const submitForReview = (id: string, at?: string, sendAnyway = false): Promise<ShareRequest> =>
  call(requestSchema, 'POST', reviewOf(id), { body: { at, sendAnyway } });

export const withdrawReview = (id: string): Promise<unknown> => call(nothing, 'POST', `${reviewOf(id)}/withdraw`);

/** @param revision as it was looked at */
export const approveRequest = (id: string, revision: number): Promise<ShareRequest> =>
  call(requestSchema, 'POST', `${reviewOf(id)}/approve`, { body: { revision } });

export const askForChanges = (id: string, revision: number, words: string): Promise<ShareRequest> =>
  call(requestSchema, 'POST', `${reviewOf(id)}/changes`, { body: { revision, words } });
