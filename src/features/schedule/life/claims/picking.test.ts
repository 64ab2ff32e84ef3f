import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../../../platform/db/index.ts';
import { findPeriod } from '../../plan/periods/store.ts';
import { syncShifts } from '../../plan/periods/sync.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { openShiftsOfLeaver } from '../../plan/publishing/leaving.ts';
import { dayOf, foundLife, hard, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
import { claimsOf } from './store.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

type Who = LifeWorld['ana'];

async function picked(): Promise<LifeWorld> {
  const at = await foundLife(site);
  await at.settings({ claims: 'picked' });
  await at.give({ 18: at.ana });
  return at;
}
const claim = async (at: LifeWorld, as: Who, day: number) => {
  const { id } = await at.shift(at.roles.bar, dayOf(day));
  return (await at.act(as, 'POST', `open-shifts/${id}/claims`, {})).json.claimId;
};
const pick = (at: LifeWorld, id: string) => at.act(at.owner, 'POST', `claims/${id}/pick`);
const statesOf = async (at: LifeWorld, who: Who) =>
  (await at.in((tx) => claimsOf(tx, who.personId))).map(({ state }) => state).toSorted();

it('whoever took a claim back, or was refused, may ask again and be picked then', async () => {
  const at = await picked();
  const first = await claim(at, at.ben, 19);
  expect((await at.act(at.ben, 'DELETE', `claims/${first}`)).status).toBe(204);
  expect((await pick(at, first)).json.code).toBe('wrong_state');
  const second = await claim(at, at.ben, 19);
  expect((await at.act(at.owner, 'POST', `claims/${second}/refuse`, { reason: 'Not this one' })).status).toBe(204);
  expect((await at.act(at.ben, 'DELETE', `claims/${second}`)).json.code).toBe('wrong_state');
  const third = await claim(at, at.ben, 19);
  expect((await pick(at, third)).status).toBe(204);
  expect(await statesOf(at, at.ben)).toEqual(['given', 'refused', 'withdrawn']);
  expect((await at.roster()).told).toEqual(['18 Ana 09:00–17:00', '19 Ben 09:00–17:00']);
});

it('rules are asked once more when a scheduler picks, and what is broken by then changes nothing', async () => {
  const at = await picked();
  const id = await claim(at, at.ben, 19);
  await at.rules({ kind: 'knows_role', ...hard }, { kind: 'day_hours', min: null, max: 60, ...hard });
  expect((await pick(at, id)).json).toMatchObject({ status: 409, code: 'rules_broken' });
  expect(await statesOf(at, at.ben)).toEqual(['asked']);
  expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00']);
});

it('what is free in the middle of a shift is claimed, and the rest stays with who has it', async () => {
  const at = await picked();
  const part = { from: '2026-05-18T11:00', to: '2026-05-18T13:15' };
  const { id } = await at.offer(at.ana, 18, { ...part, people: [{ personId: at.ben.personId }] });
  await at.act(at.ben, 'POST', `offers/${id}/accept`, {});
  const { assignments } = await at.shift(at.roles.bar, dayOf(18));
  const his = assignments.find(({ personId }) => personId === at.ben.personId);
  await at.ask('DELETE', `assignments/${his?.id}`);
  await at.publish();
  const { shifts } = (await at.act(at.cleo, 'GET', 'open-shifts?from=2026-05-18&to=2026-05-18')).json;
  expect(shifts).toMatchObject([{ localStart: part.from, localEnd: part.to, effect: { minutesAfter: 135 } }]);
  expect((await pick(at, await claim(at, at.cleo, 18))).status).toBe(204);
  const { plan, told } = await at.roster();
  expect(plan).toEqual(['18 Ana 09:00–11:00', '18 Cleo 11:00–13:15', '18 Ana 13:15–17:00']);
  expect(told).toEqual(plan);
});

it('a claim ends when its shift is taken out of the calendar, and when who claimed leaves', async () => {
  const at = await picked();
  await claim(at, at.ben, 19);
  await claim(at, at.cleo, 20);
  await at.in((tx) => openShiftsOfLeaver(site.parts, tx, at.cleo.personId, site.world.clock.now()));
  expect([await statesOf(at, at.ben), await statesOf(at, at.cleo)]).toEqual([['asked'], ['ended']]);
  await at.in(async (tx) => {
    await sql`update work_roles set archived_at = now() where id = ${at.roles.bar}`.execute(tx.on());
    const period = await findPeriod(tx, at.period);
    if (period !== null) await syncShifts(site.parts, tx, { periods: [period] });
  });
  expect(await statesOf(at, at.ben)).toEqual(['ended']);
  expect((await at.told(at.ben)).join()).toContain('The shift was taken out of the calendar.');
  expect((await at.told(at.cleo)).join()).not.toContain('taken out');
});
