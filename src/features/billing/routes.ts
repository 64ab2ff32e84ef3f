import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../platform/http/index.ts';
import { beginCheckout } from './checkout.ts';
import type { BillingParts } from './parts.ts';
import { planPage } from './plan-page.ts';
import { account, readAtStripe } from './reading.ts';
import { billingShape, plans, show } from './show.ts';
import { isUnavailable } from './stripe-gate.ts';
import { webhookRoute } from './webhook-route.ts';

const leavingShape = z.object({ url: z.url().describe('A page of Stripe’s, for one visit') });

/** The owner's plan, the ways to Stripe's pages, and where Stripe tells of changes. */
export function billingRoutes(parts: BillingParts): readonly GuardedRoute[] {
  return [showRoute(parts), refreshRoute(parts), checkoutRoute(parts), portalRoute(parts), webhookRoute(parts)];
}

/** Asks Stripe for somebody who waits. */
async function orAway({ log }: BillingParts, c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    log.warn({ event: 'billing.stripe_unreachable' });
    const sentence = 'Stripe does not answer now. Nothing was changed; please try again in a few minutes.';
    return problem(c, 503, 'stripe_unreachable', sentence);
  }
}

function showRoute(parts: BillingParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/billing',
      summary: 'The organisation’s plan and whom it counts',
      guard: member('billing.read'),
      responses: { 200: jsonAnswer(billingShape, 'The plan') },
    },
    async (c) => c.json(await show(parts, c.var.orgId), 200),
  );
}

function refreshRoute(parts: BillingParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/billing/refresh',
      summary: 'Ask Stripe how the plan stands, as after a visit there',
      guard: member('billing.manage'),
      limit: { name: 'billing-stripe', points: 30, seconds: 60 },
      responses: { 200: jsonAnswer(billingShape, 'The plan') },
    },
    (c) =>
      orAway(parts, c, async () => {
        await readAtStripe(parts, c.var.orgId);
        return c.json(await show(parts, c.var.orgId), 200);
      }),
  );
}

const refusals = {
  not_offered: 'This plan is not offered here. Choose another.',
  has_plan: 'There is a plan already. Change or end it on Stripe’s pages, by “Manage at Stripe”.',
} as const;

function checkoutRoute(parts: BillingParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/billing/checkout',
      summary: 'Open the page of Stripe on which a plan is chosen and paid',
      guard: member('billing.manage'),
      limit: { name: 'billing-stripe', points: 30, seconds: 60 },
      request: { body: jsonBody(z.object({ plan: z.enum(plans) })) },
      responses: { 200: jsonAnswer(leavingShape, 'Where to go') },
    },
    (c) =>
      orAway(parts, c, async () => {
        const { plan } = c.req.valid('json');
        const begun = await beginCheckout(parts, c.var.orgId, c.var.actor.personId, plan);
        if (!begun.ok) return problem(c, 409, begun.code, refusals[begun.code]);
        return c.json({ url: begun.url }, 200);
      }),
  );
}

function portalRoute(parts: BillingParts): GuardedRoute {
  const { db, stripe, audit, publicUrl } = parts;
  return guarded(
    {
      method: 'post',
      path: '/api/billing/portal',
      summary: 'Open the page of Stripe on which the plan, its card and its bills are looked after',
      guard: member('billing.manage'),
      limit: { name: 'billing-stripe', points: 30, seconds: 60 },
      request: { body: jsonBody(z.object({ page: z.enum(['home', 'cancel', 'payment']) })) },
      responses: { 200: jsonAnswer(leavingShape, 'Where to go') },
    },
    (c) =>
      orAway(parts, c, async () => {
        const { orgId, actor } = c.var;
        const { page } = c.req.valid('json');
        const { customerId, subscription } = await db.inOrg(orgId, (tx) => account(parts, tx));
        if (customerId === null) return problem(c, 409, 'no_plan', 'There has been no plan yet. Choose one first.');
        const url = await stripe.openPortal(customerId, page, subscription?.id ?? null, planPage(publicUrl));
        await db.inOrg(orgId, (tx) =>
          audit.append(tx, {
            ...{ actor: { kind: 'person', id: actor.personId }, action: 'billing.portal_opened' },
            ...{ target: { type: 'organisation', id: orgId }, detail: { page } },
          }),
        );
        return c.json({ url }, 200);
      }),
  );
}
