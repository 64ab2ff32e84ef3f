import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openAudit } from '../../platform/audit/index.ts';
import type { OrgId } from '../../platform/db/index.ts';
import { acts } from './acts.ts';
import { account, readAtStripe } from './reading.ts';
import { keepCustomer } from './store.ts';
import type { StripeGate } from './stripe-gate.ts';
import { type Subscription, statuses } from './subscription.ts';

/** Readings that overlap, in any order and number: the row ends as Stripe does. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

type Gate = Pick<StripeGate, 'subscriptionsOf' | 'nextInvoice'>;

const settings = { trialDays: 30, prices: { monthly: 'price_1', yearly: null } };
const nobody: Parameters<typeof readAtStripe>[0]['people'] = {
  headcount: async () => 0,
  actorsIn: async () => [],
  organisation: async () => Promise.reject(new Error('asked')),
  writeTo: async () => false,
};
const partsWith = ({ db, clock, vault }: World, gate: Gate) => ({
  ...{ db, clock, settings, audit: openAudit({ db, clock, vault }, [acts]), publicUrl: 'http://localhost:3000' },
  // Nobody is in these organisations who could be written to.
  ...{ people: nobody, policy: { decide: () => false } },
  // The reading asks nothing else of Stripe; a call of anything else would throw.
  stripe: gate as StripeGate,
});

async function subscribed(gate: Gate) {
  const orgId = world.newOrgId();
  const parts = partsWith(world, gate);
  await world.db.inOrg(orgId, async (tx) => {
    await account(parts, tx);
    await keepCustomer(tx, `cus_${orgId}`);
  });
  return { orgId, parts };
}

const stored = (parts: ReturnType<typeof partsWith>, orgId: OrgId) =>
  world.db.inOrg(orgId, async (tx) => (await account(parts, tx)).subscription);

const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1) + seconds * 1_000);
const states = fc.record({
  status: fc.constantFrom(...statuses),
  people: fc.integer({ min: 1, max: 9 }),
  periodEndsAt: fc.integer({ min: 0, max: 99 }).map(at),
  cancelsAt: fc.option(fc.integer({ min: 0, max: 99 }).map(at)),
});
const steps = fc.array(fc.oneof(states, fc.constant('heard' as const)), { minLength: 1, maxLength: 6 });

describe('readings', () => {
  it('end in what Stripe says last, whatever overlaps, comes late or comes twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, fc.integer({ min: 1, max: 3 }), async (scheduler, changes, copies) => {
        let truth: Subscription | null = null;
        const gate: Gate = {
          // Stripe answers with what is so at some moment between question and answer, and the way back takes its time.
          subscriptionsOf: async () => {
            await scheduler.schedule(Promise.resolve(), 'on the way there');
            const seen = truth;
            await scheduler.schedule(Promise.resolve(), 'on the way back');
            return seen === null ? [] : [seen];
          },
          nextInvoice: async () => null,
        };
        const { orgId, parts } = await subscribed(gate);
        const readings: Promise<void>[] = [];
        const hear = () => {
          for (let copy = 0; copy < copies; copy += 1) readings.push(readAtStripe(parts, orgId));
        };
        const life = scheduler.scheduleSequence(
          changes.map((change, index) => ({
            label: `step ${index}`,
            builder: async () => {
              if (change !== 'heard') {
                const fixed = { id: 'sub_1', failure: null, unpaid: false, itemId: 'si_1', priceId: 'price_1' };
                truth = { ...fixed, ...change, endedAt: null, createdAt: at(0) };
              }
              // An event follows each change, and some come of nothing.
              hear();
            },
          })),
        );
        await scheduler.waitFor(
          life.task.then(() => Promise.all(readings)),
          // Time for the database, so that there are several to choose from of what could happen next.
          (act) => new Promise((resolve) => setTimeout(resolve, 15)).then(act),
        );
        const {
          createdAt: _,
          failure: __,
          ...wanted
        } = (truth as Subscription | null) ?? { createdAt: at(0), failure: null };
        expect(await stored(parts, orgId)).toEqual(truth === null ? null : wanted);
      }),
      { numRuns: 25 },
    );
  });

  it('that began earlier do not overwrite one that began later', async () => {
    const fixed = { id: 'sub_1', failure: null, unpaid: false, itemId: 'si_1', priceId: 'price_1', people: 1 };
    const old: Subscription = {
      ...fixed,
      status: 'active',
      periodEndsAt: at(1),
      cancelsAt: null,
      endedAt: null,
      createdAt: at(0),
    };
    const answers = [
      Promise.withResolvers<readonly Subscription[]>(),
      Promise.withResolvers<readonly Subscription[]>(),
    ];
    let asked = 0;
    const { orgId, parts } = await subscribed({
      subscriptionsOf: () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often')),
      nextInvoice: async () => null,
    });
    const first = readAtStripe(parts, orgId);
    while (asked < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = readAtStripe(parts, orgId);
    while (asked < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    answers[1]?.resolve([{ ...old, status: 'canceled', endedAt: at(2) }]);
    await second;
    answers[0]?.resolve([old]);
    await first;
    expect(await stored(parts, orgId)).toMatchObject({ status: 'canceled', endedAt: at(2) });
  });

  it('ask nothing for an organisation that was never at Stripe', async () => {
    const orgId = world.newOrgId();
    const parts = partsWith(world, {
      subscriptionsOf: () => Promise.reject(new Error('asked')),
      nextInvoice: () => Promise.reject(new Error('asked')),
    });
    await readAtStripe(parts, orgId);
    expect(await stored(parts, orgId)).toBeNull();
  });
});
