import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressSchema } from '../../../../platform/auth/index.ts';
import { newId } from '../../../../platform/clock/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { everywhere } from '../../../../platform/policy/index.ts';
import { changed } from '../../calendar/edit.ts';
import { followSeries } from '../../plan/periods/sync.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { putPeople } from '../../work/roles/store.ts';
import { lockSeries, seriesOfRoles, updateSeries } from '../../work/series/store.ts';
import { dayOf, foundLife, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
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

/** Lets a day's shift begin an hour later, as the routes of calendars do: the series is locked, changed and followed. */
function moveLater(at: LifeWorld, seriesId: string, day: number): Promise<readonly string[]> {
  return at.in(async (tx) => {
    await lockSeries(tx, seriesId);
    const [series] = await seriesOfRoles(tx, [at.roles.bar]);
    if (series === undefined) throw new Error('no series');
    const edit = changed(series, `${dayOf(day)}T09:00`, 'one', { moveBy: 60 }, newId(site.world.clock));
    const [first] = edit.ok ? edit.series : [];
    if (!edit.ok || first === undefined) throw new Error('not an edit');
    const { owner, revision } = series;
    await updateSeries(tx, { ...first, owner, revision: revision + 1 }, site.world.clock.now());
    return followSeries(site.parts, tx, { seriesId, roleId: at.roles.bar, follow: edit.follow });
  });
}

const onlySeries = async (at: LifeWorld) => (await at.in((tx) => seriesOfRoles(tx, [at.roles.bar])))[0]?.id ?? '';

it('keeps a trade that is made while the calendar of its shift is changed, whichever comes first', async () => {
  const at = await foundLife(site);
  const days = [18, 19, 20, 21, 22];
  await at.give(Object.fromEntries(days.map((day) => [day, at.ana])));
  const id = await onlySeries(at);
  for (const day of days) {
    const offer = await at.offer(at.ana, day);
    const [taken] = await Promise.all([
      at.in((tx) => acceptOffer(site.parts, tx, asking(at, at.ben.personId), offer.id, null)),
      moveLater(at, id, day),
    ]);
    const name = taken.kind === 'done' ? 'Ben' : 'Ana';
    const { plan } = await at.roster();
    expect(plan.filter((one) => one.startsWith(`${day} `))).toEqual([`${day} ${name} 10:00–18:00`]);
  }
});

it('lets a calendar and single shifts of it be changed at once: one waits for the other', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana, 19: at.ben });
  const id = await onlySeries(at);
  for (const day of [18, 19, 20, 21]) {
    const { id: shiftId } = await at.shift(at.roles.bar, dayOf(day + 1));
    const [, shift] = await Promise.all([
      moveLater(at, id, day),
      at.ask('PATCH', `shifts/${shiftId}`, { needs: 2, importance: 1 }),
    ]);
    expect([shift.status, shift.json]).toEqual([200, expect.objectContaining({ needs: 2, importance: 1 })]);
    expect((await at.shift(at.roles.bar, dayOf(day))).localStart).toBe(`${dayOf(day)}T10:00`);
  }
});
