import { expect, it } from 'vitest';
import { openMembers } from '../../test/support/app-members.ts';
import { openAppWorld } from '../../test/support/app-world.ts';
import { startStripe } from '../../test/support/stripe.ts';
import { systemClock } from '../platform/clock/index.ts';
import { orgId } from '../platform/db/index.ts';
import { eraseOrganisation } from './org/erase.ts';

it('an organisation that is erased pays no more; until Stripe could be told, it stays as it is', async () => {
  await using stripe = await startStripe(systemClock);
  await using world = await openAppWorld(null, { environment: stripe.environment });
  const members = await openMembers(world);
  const id = orgId(members.orgId);
  expect((await world.ask('POST', '/api/billing/checkout', { plan: 'monthly' })).status).toBe(200);
  const subscription = stripe.pay();
  await world.ask('POST', '/api/billing/refresh');
  // Another page for choosing a plan, left open.
  stripe.change(subscription, { status: 'incomplete_expired' });
  await world.ask('POST', '/api/billing/refresh');
  expect((await world.ask('POST', '/api/billing/checkout', { plan: 'yearly' })).status).toBe(200);
  stripe.change(subscription, { status: 'past_due' });

  stripe.fault = 500;
  await expect(eraseOrganisation(world.app.operator, id)).rejects.toThrow(/nothing was erased/);
  expect((await world.ask('GET', '/api/members')).status).toBe(200);
  expect(stripe.subscription(subscription)).toMatchObject({ status: 'past_due' });

  stripe.fault = null;
  await eraseOrganisation(world.app.operator, id);
  expect(stripe.subscription(subscription)).toMatchObject({ status: 'canceled' });
  expect(() => stripe.pay()).toThrow('no Checkout is open');
  expect((await world.ask('GET', '/api/members')).status).toBe(401);
  await eraseOrganisation(world.app.operator, id);
});
