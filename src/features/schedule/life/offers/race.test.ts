import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressSchema } from '../../../../platform/auth/index.ts';
import { newId } from '../../../../platform/clock/index.ts';
import { everywhere } from '../../../../platform/policy/index.ts';
import type { Asking } from '../../asking.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { putPeople } from '../../work/roles/store.ts';
import { foundLife, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
import { acceptOffer } from './accept.ts';
import { withdrawOffer } from './decide.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Somebody who asks, without a browser of their own. */
function asking({ orgId }: LifeWorld, personId: string): Asking {
  const actor = { kind: 'member', personId, orgId, userId: null, roles: ['employee'], state: 'active' } as const;
  const who = { ...actor, userId: personId, roles: [...actor.roles], reach: everywhere };
  return {
    actor: who,
    orgId,
    allowed: (action, resource) => site.office.policy.decide({ actor: who, action, resource }),
  };
}

it('gives a shift to exactly one of fifty who accept at once', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana });
  const crowd: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    const email = addressSchema.parse(`${crypto.randomUUID()}@example.com`);
    crowd.push((await site.office.people.addMember(at.orgId, { name: `P${index}`, roles: ['employee'], email })).id);
  }
  const added = crowd.map((personId) => ({ id: newId(site.world.clock), personId }));
  await at.in((tx) => putPeople(tx, at.roles.bar, added, [at.ana.personId]));
  const { id, people } = await at.offer(at.ana, 18, { everyone: true });
  expect(people).toHaveLength(50);
  const answers = await Promise.all(
    crowd.map((personId) => at.in((tx) => acceptOffer(site.parts, tx, asking(at, personId), id, null))),
  );
  const codes = answers.map((one) => (one.kind === 'refused' ? one.code : one.kind));
  expect(codes.filter((one) => one === 'done')).toHaveLength(1);
  expect(codes.filter((one) => one === 'taken')).toHaveLength(49);
  const { plan, told } = await at.roster();
  const winner = `18 P${codes.indexOf('done')} 09:00–17:00`;
  expect([plan, told]).toEqual([[winner], [winner]]);
  expect((await at.acts()).filter((one) => one === 'schedule.shift_traded')).toHaveLength(1);
});

it('is either taken or taken back, when both happen at once', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana, 19: at.ana, 20: at.ana });
  for (const day of [18, 19, 20]) {
    const { id } = await at.offer(at.ana, day);
    const [taken, back] = await Promise.all([
      at.in((tx) => acceptOffer(site.parts, tx, asking(at, at.ben.personId), id, null)),
      at.in((tx) => withdrawOffer(site.parts, tx, asking(at, at.ana.personId), id)),
    ]);
    expect([taken.kind, back.kind].toSorted()).toEqual(['done', 'refused']);
    const name = taken.kind === 'done' ? 'Ben' : 'Ana';
    const { plan, told } = await at.roster();
    expect(plan).toEqual(told);
    expect(plan).toContain(`${day} ${name} 09:00–17:00`);
  }
});

it('lets two trades of the same shift in return happen once', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana, 19: at.cleo, 21: at.ben });
  const people = [{ personId: at.ben.personId, returns: [await at.on(21)] }];
  const [first, second] = [await at.offer(at.ana, 18, { people }), await at.offer(at.cleo, 19, { people })];
  const returned = await at.on(21);
  const ben = asking(at, at.ben.personId);
  const answers = await Promise.all(
    [first, second].map(({ id }) => at.in((tx) => acceptOffer(site.parts, tx, ben, id, returned))),
  );
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  const { plan, told } = await at.roster();
  expect(plan).toEqual(told);
  expect(plan).toHaveLength(3);
});
