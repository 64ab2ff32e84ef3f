import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { updateSettings } from '../../work/settings/store.ts';
import { firstDay, lastDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Opened extends PlanWorld {
  readonly period: string;
  readonly hill: string;
  readonly desk: string;
  readonly ana: Browser;
  readonly ben: Browser;
}

/** Ana is at the bar (harbour) on the 18th, Ben at the desk (hill) on the 19th; a law asks for pay for late changes. */
async function opened(): Promise<Opened> {
  const at = await site.found();
  const place = await site.office.ask('/api/locations', {
    ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
  });
  const { id: hill } = (await place.json()) as { id: string };
  const desk = await at.role('Desk', hill);
  await at.series(at.roles.bar);
  await at.series(desk);
  const both = [at.roles.bar, desk];
  const [ana, ben] = [await at.signIn('Ana', both), await at.signIn('Ben', both)];
  await at.in(async (tx) => {
    const settings = await readSettings(site.parts, tx);
    await updateSettings(tx, { ...settings, packs: ['fair_workweek'] }, site.world.clock.now());
  });
  const { id: period } = await at.open();
  await at.assign((await at.shift(at.roles.bar, firstDay)).id, ana.personId);
  await at.assign((await at.shift(desk, '2026-05-19')).id, ben.personId);
  return { ...at, period, hill, desk, ana, ben };
}

const publish = (at: Opened, body: object = {}, as: Browser = at.owner) =>
  at.ask('POST', `periods/${at.period}/publish`, { despite: true, why: 'Test', ...body }, as);
const owed = async (at: Opened) => (await at.ask('GET', `periods/${at.period}/publishing`)).json.premiumMinutes;
const mine = async (at: Opened, as: Browser) =>
  (await at.ask('GET', `mine?from=${firstDay}&to=${lastDay}`, undefined, as)).json.shifts;
const given = async (at: Opened, publicationId: string) =>
  (await at.ask('GET', `publications/${publicationId}`)).json.people;
const firstOf = async (at: Opened, roleId: string, day: string) => (await at.shift(roleId, day)).assignments[0]?.id;

/** Does something a week later, when changes of these days come late. */
async function weekLater<T>(act: () => Promise<T>): Promise<T> {
  site.world.clock.advance(7 * 86_400_000);
  try {
    return await act();
  } finally {
    site.world.clock.advance(-7 * 86_400_000);
  }
}

describe('what late changes owe', () => {
  it('is owed where people were told, also when everything is published for the first time', async () => {
    const at = await opened();
    expect((await publish(at, { location: at.location })).json.told).toBe(1);
    await weekLater(async () => {
      // A first word about the hill owes nothing.
      expect(await owed(at)).toBe(0);
      await at.ask('DELETE', `assignments/${await firstOf(at, at.roles.bar, firstDay)}`);
      expect(await owed(at)).toBe(240);
      const { json } = await publish(at);
      const people = await given(at, json.publicationId);
      expect(people.map(({ name, given: told, ended }) => [name, told.length, ended.length]).toSorted()).toEqual([
        ['Ana', 0, 1],
        ['Ben', 1, 0],
      ]);
      expect(people.flatMap((one) => one.ended.map(({ premiumMinutes }) => premiumMinutes))).toEqual([240]);
      expect(people.flatMap((one) => one.given.map(({ premiumMinutes }) => premiumMinutes))).toEqual([0]);
    });
  });

  it('is an hour for what is added or moved, half of what is cut, and nothing once it was published', async () => {
    const at = await opened();
    await publish(at);
    await weekLater(async () => {
      await at.assign((await at.shift(at.roles.bar, '2026-05-21')).id, at.ana.personId);
      expect(await owed(at)).toBe(60);
      const { id } = await at.shift(at.roles.bar, firstDay);
      await at.ask('PATCH', `shifts/${id}`, { startsAt: `${firstDay}T10:00`, endsAt: `${firstDay}T18:00` });
      expect(await owed(at)).toBe(120);
      // Shorter by two hours as well: half of them is what a cut costs.
      await at.ask('PATCH', `shifts/${id}`, { endsAt: `${firstDay}T16:00` });
      expect(await owed(at)).toBe(60 + 60);
      await at.ask('PATCH', `shifts/${id}`, { endsAt: `${firstDay}T14:00` });
      expect(await owed(at)).toBe(60 + 120);
      const { json } = await publish(at);
      const [ana] = await given(at, json.publicationId);
      expect(ana?.given.map((one) => [one.localStart, one.premiumMinutes])).toEqual([
        [`${firstDay}T10:00`, 120],
        ['2026-05-21T09:00', 60],
      ]);
      expect(ana?.ended.map((one) => [one.localStart, one.premiumMinutes])).toEqual([[`${firstDay}T09:00`, 0]]);
      expect(await owed(at)).toBe(0);
    });
  });
});

describe('what was published', () => {
  it('stays with people as they were told until it is published again, whatever becomes of the plan', async () => {
    const at = await opened();
    const first = (await publish(at)).json.publicationId;
    const { id } = await at.shift(at.roles.bar, firstDay);
    await at.ask('PATCH', `shifts/${id}`, { startsAt: `${firstDay}T11:00` });
    await at.ask('DELETE', `assignments/${await firstOf(at, at.desk, '2026-05-19')}`);
    expect((await mine(at, at.ana)).map((one) => [one.localStart, one.assignmentId])).toEqual([
      [`${firstDay}T09:00`, null],
    ]);
    expect(await mine(at, at.ben)).toHaveLength(1);
    expect((await publish(at)).json.told).toBe(2);
    expect((await mine(at, at.ana)).map((one) => one.localStart)).toEqual([`${firstDay}T11:00`]);
    expect(await mine(at, at.ben)).toEqual([]);
    // The first version can be read as it was.
    const before = await given(at, first);
    expect(before.flatMap((one) => one.given.map(({ localStart }) => localStart)).toSorted()).toEqual([
      `${firstDay}T09:00`,
      '2026-05-19T09:00',
    ]);
    expect(before.flatMap((one) => one.ended)).toEqual([]);
  });

  it('is to be seen anew where it was changed, and stays seen where it was not', async () => {
    const at = await opened();
    await at.assign((await at.shift(at.roles.bar, '2026-05-20')).id, at.ana.personId);
    await publish(at);
    const ids = (await mine(at, at.ana)).map((one) => one.id);
    await at.ask('POST', 'mine/seen', { ids }, at.ana);
    const { id } = await at.shift(at.roles.bar, '2026-05-20');
    await at.ask('PATCH', `shifts/${id}`, { startsAt: '2026-05-20T10:00' });
    await publish(at);
    expect((await mine(at, at.ana)).map((one) => one.seen)).toEqual([true, false]);
  });

  it('is published and read by a scheduler as far as their location goes', async () => {
    const at = await opened();
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    await site.office.ask(`/api/members/${scheduler.personId}`, {
      ...{ as: at.owner, method: 'PATCH', body: { reach: { departments: [], locations: [at.hill] } } },
    });
    const harbour = (await publish(at, { location: at.location })).json.publicationId;
    expect((await publish(at, { location: at.location }, scheduler)).status).toBe(404);
    expect((await publish(at, {}, scheduler)).json.told).toBe(1);
    expect((await at.plan()).periods[0]).toMatchObject({ published: 'all', changes: 0 });
    const list = (await at.ask('GET', `periods/${at.period}/publications`, undefined, scheduler)).json.publications;
    expect(list.map(({ number }) => number)).toEqual([2]);
    expect((await at.ask('GET', `publications/${harbour}`, undefined, scheduler)).status).toBe(404);
  });
});
