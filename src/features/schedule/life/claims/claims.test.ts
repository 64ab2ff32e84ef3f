import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { dayOf, foundLife, hard, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
import { claimsShape } from './shapes.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const days = 'from=2026-05-18&to=2026-05-24';
const open = async (at: LifeWorld, as: Browser) => (await at.act(as, 'GET', `open-shifts?${days}`)).json;
const shiftOn = async (at: LifeWorld, day: number) => (await at.shift(at.roles.bar, dayOf(day))).id;
const claim = async (at: LifeWorld, as: Browser, day: number) =>
  at.act(as, 'POST', `open-shifts/${await shiftOn(at, day)}/claims`, {});

describe('an open shift', () => {
  it('is seen by who knows its role, once it is published, and with what speaks against it', async () => {
    const at = await foundLife(site);
    expect((await open(at, at.ben)).shifts).toEqual([]);
    expect((await claim(at, at.ben, 19)).json.code).toBe('taken');
    await at.give({ 18: at.ana });
    await at.rules({ kind: 'knows_role', ...hard }, { kind: 'day_hours', min: null, max: 60, ...hard });
    const { shifts, claims } = await open(at, at.ben);
    expect([claims, shifts.length]).toEqual(['first', 6]);
    expect(shifts[0]).toMatchObject({ localStart: '2026-05-19T09:00', missing: 1, state: 'blocked', claimId: null });
    expect(shifts[0]?.effect).toMatchObject({ minutesBefore: 0, minutesAfter: 480, payMinor: null });
    const refused = await claim(at, at.ben, 19);
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'rules_broken',
      reasons: [{ words: shifts[0]?.reasons[0] }],
    });
    expect((await open(at, at.owner)).shifts).toEqual([]);
    expect((await claim(at, at.owner, 19)).status).toBe(404);
  });

  it('goes to the first who claims it, of two at once to one', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const answers = await Promise.all([claim(at, at.ben, 19), claim(at, at.cleo, 19)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.map(({ json }) => json.state ?? json.code).toSorted()).toEqual(['given', 'taken']);
    const name = answers[0]?.status === 200 ? 'Ben' : 'Cleo';
    const { plan, told } = await at.roster();
    expect(plan).toEqual(['18 Ana 09:00–17:00', `19 ${name} 09:00–17:00`]);
    expect(told).toEqual(plan);
    const shift = await at.shift(at.roles.bar, dayOf(19));
    expect(shift.assignments).toMatchObject([{ madeBy: 'claim', pinned: true, published: true }]);
    expect((await at.acts())[0]).toBe('schedule.shift_claimed');
  });

  it('counts as taken as long as somebody was told to have it', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    await at.ask('DELETE', `assignments/${await at.on(18)}`);
    expect((await claim(at, at.ben, 18)).json.code).toBe('taken');
    await at.publish();
    expect((await claim(at, at.ben, 18)).json.state).toBe('given');
  });

  it('is no more to be had once it has begun', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    at.clockTo('2026-05-19T08:00:00Z');
    const late = await claim(at, at.ben, 19);
    at.clockTo('2026-05-04T09:00:00Z');
    expect([late.status, late.json.code]).toEqual([409, 'too_late']);
  });
});

describe('where a scheduler picks', () => {
  const claimed = async () => {
    const at = await foundLife(site);
    await at.settings({ claims: 'picked' });
    await at.give({ 18: at.ana });
    const ben = await claim(at, at.ben, 19);
    site.world.clock.advance(1_000);
    const cleo = await claim(at, at.cleo, 19);
    expect([ben.json.state, cleo.json.state]).toEqual(['asked', 'asked']);
    return { at, ben: String(ben.json.claimId), cleo: String(cleo.json.claimId) };
  };

  it('one of those who claimed has it, and the others are told', async () => {
    const { at, ben, cleo } = await claimed();
    expect((await claim(at, at.ben, 19)).json.code).toBe('asked_already');
    expect((await open(at, at.ben)).shifts[0]).toMatchObject({ state: 'asked', claimId: ben });
    expect((await at.told(at.owner)).join()).toContain('Ben would like an open shift');
    const listed = claimsShape.parse((await at.act(at.owner, 'GET', 'claims')).json).claims;
    expect(listed.map((one: { personName: string }) => one.personName)).toEqual(['Ben', 'Cleo']);
    expect(listed[0]).toMatchObject({ id: ben, words: 'Not ranked; has 0 h in that week.', reasons: [] });
    expect((await at.act(at.ben, 'POST', `claims/${ben}/pick`)).status).toBe(403);
    expect((await at.act(at.owner, 'POST', `claims/${cleo}/pick`)).status).toBe(204);
    expect((await at.act(at.owner, 'POST', `claims/${ben}/pick`)).json.code).toBe('wrong_state');
    const { plan, told } = await at.roster();
    expect(plan).toEqual(['18 Ana 09:00–17:00', '19 Cleo 09:00–17:00']);
    expect(told).toEqual(plan);
    expect((await at.told(at.cleo)).join()).toContain('The shift is yours');
    expect((await at.told(at.ben)).join()).toContain('The shift was given to somebody else.');
    expect((await at.acts()).slice(0, 2)).toEqual(['schedule.claim_picked', 'schedule.claim_ended']);
  });

  it('a claim can be taken back or refused, and ends when the shift is filled or begins', async () => {
    const { at, ben, cleo } = await claimed();
    expect((await at.act(at.cleo, 'DELETE', `claims/${ben}`)).status).toBe(404);
    expect((await at.act(at.ben, 'DELETE', `claims/${ben}`)).status).toBe(204);
    expect((await at.act(at.ben, 'DELETE', `claims/${ben}`)).json.code).toBe('wrong_state');
    const reason = 'Cleo has to rest';
    expect((await at.act(at.owner, 'POST', `claims/${cleo}/refuse`, { reason })).status).toBe(204);
    expect((await at.told(at.cleo)).join()).toContain(reason);
    await claim(at, at.ben, 20);
    await at.assign(await shiftOn(at, 20), at.cleo.personId);
    expect((await at.told(at.ben)).join()).toContain('The shift was given to somebody else.');
    await claim(at, at.ben, 21);
    at.clockTo('2026-05-21T08:00:00Z');
    await site.office.jobs.runDue({ future: true });
    at.clockTo('2026-05-04T09:00:00Z');
    expect((await at.told(at.ben)).join()).toContain('Nobody decided before the shift began.');
    expect(claimsShape.parse((await at.act(at.owner, 'GET', 'claims')).json).claims).toEqual([]);
    expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00', '20 Cleo 09:00–17:00']);
  });
});
