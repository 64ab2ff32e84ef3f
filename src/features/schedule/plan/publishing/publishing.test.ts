import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { putPeople } from '../../work/roles/store.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { updateSettings } from '../../work/settings/store.ts';
import { seriesFollower } from '../periods/sync.ts';
import { firstDay, lastDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { openShiftsOfLeaver } from './leaving.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Opened extends PlanWorld {
  readonly period: string;
  readonly ana: Browser;
  readonly ben: Browser;
}

/** Ana on Monday and Tuesday, Ben on Wednesday; both can sign in. */
async function opened(): Promise<Opened> {
  const at = await site.found();
  await at.series(at.roles.bar);
  const [ana, ben] = [await at.signIn('Ana'), await at.signIn('Ben')];
  const { id: period } = await at.open();
  await at.assign((await at.shift(at.roles.bar, '2026-05-18')).id, ana.personId);
  await at.assign((await at.shift(at.roles.bar, '2026-05-19')).id, ana.personId);
  await at.assign((await at.shift(at.roles.bar, '2026-05-20')).id, ben.personId);
  return { ...at, period, ana, ben };
}

const publish = (at: Opened, body: object = {}) => at.ask('POST', `periods/${at.period}/publish`, body);
const mine = async (at: Opened, as: Browser) =>
  (await at.ask('GET', `mine?from=${firstDay}&to=${lastDay}`, undefined, as)).json;
const notices = (at: Opened) =>
  at.in(async (tx) => (await sql<{ event: string; person_id: string }>`select * from notices`.execute(tx.on())).rows);
const on = async (at: Opened, day: string) => (await at.shift(at.roles.bar, day)).assignments[0]?.id ?? '';

describe('publishing', () => {
  it('tells each person of their own shifts only, and keeps what they were told', async () => {
    const at = await opened();
    expect((await mine(at, at.ana)).shifts).toEqual([]);
    const before = (await at.ask('GET', `periods/${at.period}/publishing`)).json;
    expect(before).toMatchObject({ unchanged: 0, premiumMinutes: 0, open: 11 });
    expect(before.tells.map((one) => [one.name, one.added]).toSorted()).toEqual([
      ['Ana', 2],
      ['Ben', 1],
    ]);
    const { json } = await publish(at, { revision: before.revision });
    expect(json.told).toBe(2);
    expect((await notices(at)).map(({ event }) => event)).toEqual(['schedule_published', 'schedule_published']);
    const hers = await mine(at, at.ana);
    expect(hers.hours).toBe(16);
    expect(hers.shifts[0]).toMatchObject({
      roleName: 'Bar',
      locationName: 'Harbour',
      localStart: '2026-05-18T09:00',
      seen: false,
    });
    expect((await at.ask('GET', `team?day=2026-05-20`, undefined, at.ana)).json.shifts).toMatchObject([
      { people: [{ name: 'Ben' }] },
    ]);
    const plan = await at.plan();
    expect(plan.periods[0]).toMatchObject({ published: 'all', changes: 0 });
    expect(plan.shifts[0]?.assignments[0]?.published).toBe(true);
    expect((await publish(at)).json.code).toBe('nothing_new');
  });

  it('says which shifts can be offered to others: none that the plan gave away, that has begun, or while trades are off', async () => {
    const at = await opened();
    await publish(at);
    const offerable = async () => (await mine(at, at.ana)).shifts.map((one) => one.assignmentId);
    expect(await offerable()).toEqual([await on(at, '2026-05-18'), await on(at, '2026-05-19')]);
    await at.ask('POST', `assignments/${await on(at, '2026-05-19')}/move`, { personId: at.ben.personId });
    expect(await offerable()).toEqual([await on(at, '2026-05-18'), null]);
    site.world.clock.advance(14 * 86_400_000);
    expect(await offerable()).toEqual([null, null]);
    site.world.clock.advance(-14 * 86_400_000);
    await at.in(async (tx) => {
      const settings = await readSettings(site.parts, tx);
      await updateSettings(tx, { ...settings, trades: 'off' }, site.world.clock.now());
    });
    expect(await offerable()).toEqual([null, null]);
  });

  it('tells again only those for whom something has changed, and counts who has seen it', async () => {
    const at = await opened();
    await publish(at);
    await at.ask('POST', `assignments/${await on(at, '2026-05-19')}/move`, { personId: at.ben.personId });
    await at.ask('PATCH', `shifts/${(await at.shift(at.roles.bar, '2026-05-20')).id}`, {
      startsAt: '2026-05-20T10:00',
    });
    expect((await at.plan()).periods[0]?.changes).toBe(3);
    const { tells, unchanged } = (await at.ask('GET', `periods/${at.period}/publishing`)).json;
    expect([tells.length, unchanged]).toEqual([2, 0]);
    const { json } = await publish(at, { why: 'Ana is at the fair' });
    expect(json.told).toBe(2);
    const bens = (await mine(at, at.ben)).shifts;
    expect(bens.map((one) => one.localStart)).toEqual(['2026-05-19T09:00', '2026-05-20T10:00']);
    const ids = bens.map((one) => one.id);
    expect((await at.ask('POST', 'mine/seen', { ids }, at.ana)).status).toBe(204);
    expect((await mine(at, at.ben)).shifts[0]?.seen).toBe(false);
    await at.ask('POST', 'mine/seen', { ids }, at.ben);
    expect((await mine(at, at.ben)).shifts[0]?.seen).toBe(true);
    const { publications } = (await at.ask('GET', `periods/${at.period}/publications`)).json;
    expect(publications.map(({ number, told, seen, why }) => [number, told, seen, why])).toEqual([
      [2, 2, 1, 'Ana is at the fair'],
      [1, 2, 0, null],
    ]);
    const one = (await at.ask('GET', `publications/${publications[0]?.id}`)).json;
    const ana = one.people.find((person) => person.name === 'Ana');
    expect([ana?.given, ana?.ended.map((shift) => shift.localStart)]).toEqual([[], ['2026-05-19T09:00']]);
  });

  it('takes a shift back that was taken out of the calendar', async () => {
    const at = await opened();
    await publish(at);
    const shift = await at.shift(at.roles.bar, '2026-05-20');
    await at.in((tx) => sql`update shifts set cancelled_at = now() where id = ${shift.id}`.execute(tx.on()));
    expect((await publish(at)).json.told).toBe(1);
    expect((await mine(at, at.ben)).shifts).toEqual([]);
    expect((await at.shift(at.roles.bar, '2026-05-20')).assignments).toEqual([]);
  });

  it('with a broken rule asks for a reason, and refuses a plan that changed since it was looked at', async () => {
    const at = await opened();
    await at.in((tx) => putPeople(tx, at.roles.bar, [], [at.ana.personId]));
    const refused = await publish(at);
    expect([refused.status, refused.json.code]).toEqual([409, 'rules_broken']);
    expect(refused.json.reasons).toEqual([{ hard: true, words: 'Does not know the role: Bar', overrulable: true }]);
    expect((await publish(at, { despite: true })).status).toBe(409);
    expect((await publish(at, { revision: 1 })).json.code).toBe('stale');
    expect((await publish(at, { despite: true, why: 'He learns it then' })).status).toBe(200);
  });

  it('counts what late changes owe where a law asks for it, nothing for the first time', async () => {
    const at = await opened();
    await at.in(async (tx) => {
      const settings = await readSettings(site.parts, tx);
      await updateSettings(tx, { ...settings, packs: ['fair_workweek'] }, site.world.clock.now());
    });
    await publish(at);
    // Monday the 18th is exactly 14 days away, Tuesday is more: nothing is owed until four days have passed.
    site.world.clock.advance(4 * 86_400_000);
    await at.ask('DELETE', `assignments/${await on(at, '2026-05-20')}`);
    const check = (await at.ask('GET', `periods/${at.period}/publishing`)).json;
    expect(check.premiumMinutes).toBe(240);
    const { json } = await publish(at);
    const one = (await at.ask('GET', `publications/${json.publicationId}`)).json;
    expect(one.people[0]?.ended[0]?.premiumMinutes).toBe(240);
    site.world.clock.advance(-4 * 86_400_000);
  });
});

describe('publishing one location', () => {
  it('leaves the others as they were', async () => {
    const at = await opened();
    const place = await site.office.ask('/api/locations', {
      ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
    });
    const { id: hill } = (await place.json()) as { id: string };
    expect((await publish(at, { location: hill })).status).toBe(404);
    await at.role('Desk', hill);
    expect((await publish(at, { location: hill })).json.told).toBe(0);
    expect((await mine(at, at.ana)).shifts).toEqual([]);
    expect((await publish(at, { location: at.location })).json.told).toBe(2);
    expect((await mine(at, at.ana)).shifts).toHaveLength(2);
  });
});

describe('somebody who leaves', () => {
  it('opens their shifts to come, in the plan and in what was published, and whoever plans is told', async () => {
    const at = await opened();
    await publish(at);
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    const now = new Date('2026-05-19T00:00:00Z');
    await at.in((tx) => openShiftsOfLeaver(site.parts, tx, at.ana.personId, now));
    expect((await at.shift(at.roles.bar, '2026-05-18')).assignments).toHaveLength(1);
    expect((await at.shift(at.roles.bar, '2026-05-19')).missing).toBe(1);
    expect((await mine(at, at.ana)).shifts.map((one) => one.localStart)).toEqual([`${firstDay}T09:00`]);
    expect((await mine(at, at.ben)).shifts).toHaveLength(1);
    const [latest] = (await at.ask('GET', `periods/${at.period}/publications`)).json.publications;
    expect([latest?.number, latest?.kind, latest?.by, latest?.told]).toEqual([2, 'left', 'Ana', 1]);
    const told = (await notices(at)).filter(({ person_id }) => person_id === scheduler.personId);
    expect(told.map(({ event }) => event)).toEqual(['schedule_changed']);
    expect((await publish(at)).json.code).toBe('nothing_new');
  });

  it('publishes nothing by it: what was unpublished elsewhere stays so', async () => {
    const at = await opened();
    const place = { name: 'Hill', timeZone: 'Europe/Lisbon' };
    const added = await site.office.ask('/api/locations', { as: at.owner, method: 'POST', body: place });
    const { id: hill } = (await added.json()) as { id: string };
    const desk = await at.role('Desk', hill);
    const { id: seriesId } = await at.series(desk);
    await at.in((tx) => seriesFollower(site.parts)(tx, { seriesId, roleId: desk, follow: () => null }));
    await publish(at, { location: at.location });
    await at.in((tx) => openShiftsOfLeaver(site.parts, tx, at.ana.personId, new Date('2026-05-17T00:00:00Z')));
    const { periods } = (await at.ask('GET', `periods?from=${firstDay}&to=${lastDay}`)).json;
    expect(periods.map(({ published }) => published)).toEqual(['part']);
  });
});
