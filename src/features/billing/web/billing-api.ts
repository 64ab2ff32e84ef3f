import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../web/api.ts';
import { meQuery } from '../../../web/queries.ts';
import { type Billing, billingSchema, leavingSchema, type PlanName } from './billing-contract.ts';

export const billingQuery = queryOptions({
  queryKey: ['billing'],
  queryFn: ({ signal }) => call(billingSchema, 'GET', '/api/billing', { signal }),
});

const refresh = (): Promise<Billing> => call(billingSchema, 'POST', '/api/billing/refresh');

/** Asks Stripe how things stand, as after a visit there, and draws everything that depends on it anew. */
export function useRefresh() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: refresh,
    onSuccess: async (billing) => {
      client.setQueryData(billingQuery.queryKey, billing);
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

/** A page of Stripe's, which this page leaves for. */
export type Leaving = { readonly plan: PlanName } | { readonly page: 'home' | 'cancel' | 'payment' };

const addressOf = (to: Leaving): Promise<{ readonly url: string }> =>
  'plan' in to
    ? call(leavingSchema, 'POST', '/api/billing/checkout', { body: { plan: to.plan } })
    : call(leavingSchema, 'POST', '/api/billing/portal', { body: { page: to.page } });

/** Leaves for Stripe. Cards are entered there and nowhere here. */
export function useLeaving() {
  return useMutation({
    mutationFn: addressOf,
    onSuccess: ({ url }) => window.location.assign(url),
  });
}
