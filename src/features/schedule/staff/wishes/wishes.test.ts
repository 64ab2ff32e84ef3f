import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';
import { partOf } from './preferences.ts';

let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const nobodys = '018f0000-0000-7000-8000-0000000000aa';

describe('wishes', () => {
  it('are said by people themselves, and seen by who schedules them', async () => {
    const [ana, ben] = [await world.signInAs('employee'), await world.signInAs('employee')];
    const none = { wantedMinutes: null, extraShifts: false, likings: [] };
    expect(await world.did('GET', 'people/me/preferences', undefined, ana)).toEqual(none);
    const liking = { roleId: await world.role(), weekday: 4, part: 'late', liking: -1 };
    const wanted = { wantedMinutes: 1_500, extraShifts: true, likings: [liking] };
    expect(await world.did('PUT', 'people/me/preferences', wanted, ana)).toEqual(wanted);
    const path = `people/${ana.personId}/preferences`;
    expect(await world.did('GET', path, undefined, await world.signInAs('scheduler'))).toEqual(wanted);
    expect((await world.ask('GET', path, undefined, ben)).status).toBe(404);
    expect((await world.ask('PUT', path, none, ben)).status).toBe(404);
    expect(await world.did('PUT', path, none)).toEqual(none);
    expect(await world.acts()).toContain('schedule.preferences_changed');
  });

  it.each([
    [{ wantedMinutes: -1 }, 'wantedMinutes'],
    [{ likings: [{ roleId: nobodys, weekday: null, part: null, liking: 1 }] }, 'likings'],
    [{ likings: [1, -1].map((liking) => ({ roleId: nobodys, weekday: null, part: null, liking })) }, 'likings'],
  ])('%j are refused', async (given, field) => {
    const wanted = { wantedMinutes: null, extraShifts: false, likings: [], ...given };
    expect((await world.ask('PUT', 'people/me/preferences', wanted)).json.fields).toHaveProperty([field]);
  });

  it.each([
    ['2026-05-04T05:00', 'early'],
    ['2026-05-04T12:00', 'late'],
    ['2026-05-04T20:00', 'night'],
    ['2026-05-04T04:59', 'night'],
  ])('know of a shift at %s that it is %s', (localStart, part) => {
    expect(partOf(localStart)).toBe(part);
  });
});

describe('rules of one person', () => {
  const rules = {
    instead: [{ kind: 'day_hours', min: null, max: 360, hard: true, weight: 0 }],
    without: ['days_in_row'],
  };

  it('are set by who schedules them and seen by them', async () => {
    const ana = await world.signInAs('employee');
    const path = `people/${ana.personId}/rules`;
    expect(await world.did('PUT', path, rules)).toEqual({ ...rules, findings: [] });
    expect(await world.did('GET', 'people/me/rules', undefined, ana)).toEqual({ ...rules, findings: [] });
    expect((await world.ask('PUT', path, rules, ana)).status).toBe(403);
    const scheduler = await world.signInAs('scheduler');
    expect((await world.ask('PUT', `people/${scheduler.personId}/rules`, rules, scheduler)).status).toBe(404);
    expect((await world.ask('PUT', path, rules, scheduler)).status).toBe(200);
  });

  it('are refused when no schedule could keep them with the others', async () => {
    const instead = [{ kind: 'week_hours', min: 6_000, max: null, hard: true, weight: 0 }];
    const refused = await world.ask('PUT', `people/${world.owner.personId}/rules`, { instead, without: [] });
    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'contradiction', fields: { rules: expect.stringContaining('100 h a week') } },
    });
  });
});
