import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { foundReports, openPlanSite, type ReportWorld } from '../reports/report-world.fixture.ts';
import { changedDays, peopleFor, unknownDay } from './forecast.ts';
import { type bodies, forecastShape } from './shapes.ts';

let at: ReportWorld;
beforeAll(async () => {
  at = await foundReports(await openPlanSite());
});
afterAll(() => at.site[Symbol.asyncDispose]());

const read = async (from: string, to = from, as?: Browser) =>
  forecastShape.parse((await at.ask('GET', `forecast/${at.roles.bar}?from=${from}&to=${to}`, undefined, as)).json);
type Changes = z.input<typeof bodies.changes>['changes'];
const put = (revision: number, changes: Changes) => at.ask('PUT', `forecast/${at.roles.bar}`, { revision, changes });

describe('the forecast of a role', () => {
  it('is unknown at first, takes numbers by half hour, and says whom they need and who is there', async () => {
    const [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
    await at.write({ roleId: at.roles.bar, start: '2026-05-18T09:15', hours: 2, people: [ana, ben], needs: 3 });
    const before = await read('2026-05-17', '2026-05-18');
    expect(before).toMatchObject({ roleName: 'Bar', locationName: 'Harbour', zone: 'Europe/Lisbon', unit: 'people' });
    expect([before.perPerson, before.revision, before.days.length]).toEqual([1, 0, 2]);
    expect(before.days[1]?.amounts.every((amount) => amount === null)).toBe(true);
    const measured = await at.ask('PUT', `forecast/${at.roles.bar}/measure`, { unit: 'guests', perPerson: 7.5 });
    expect([measured.status, measured.json.revision]).toEqual([200, 1]);
    const changes = [
      { day: '2026-05-18', half: 18, amount: 15 },
      { day: '2026-05-18', half: 19, amount: 15.01 },
      { day: '2026-05-18', half: 20, amount: 0 },
    ];
    const { status, json } = await put(1, changes);
    const [day] = forecastShape.parse(json).days;
    expect([status, json.revision]).toEqual([200, 2]);
    expect(day?.amounts.slice(17, 22)).toEqual([null, 15, 15.01, 0, null]);
    expect(day?.sources.slice(17, 22)).toEqual([null, 'typed', 'typed', 'typed', null]);
    expect(day?.needed.slice(17, 22)).toEqual([null, 2, 3, 0, null]);
    expect(day?.staffed.slice(17, 24)).toEqual([0, 1, 2, 2, 2, 1, 0]);
    expect(day?.rostered.slice(17, 24)).toEqual([0, 1.5, 3, 3, 3, 1.5, 0]);
    expect((await read('2026-05-18')).days).toEqual([day]);
    const cleared = await put(
      2,
      changes.map((one) => ({ ...one, amount: null })),
    );
    expect(forecastShape.parse(cleared.json).days[0]).toMatchObject(unknownDay('2026-05-18'));
  });

  it('counts somebody on a night shift on both days, and doubles nobody where clocks are set back', async () => {
    const { revision } = await read('2026-10-25');
    await at.write({ roleId: at.roles.bar, start: '2026-10-24T22:00', hours: 7, people: [await at.person('Nils')] });
    const night = [
      { day: '2026-10-25', half: 2, amount: 15 },
      { day: '2026-03-29', half: 2, amount: 15 },
    ];
    expect((await put(revision, night)).status).toBe(422);
    for (const one of night) await put((await read(one.day)).revision, [one]);
    const [autumn] = (await read('2026-10-25')).days;
    // In Lisbon 01:00 to 02:00 comes twice.
    expect([autumn?.needed[2], autumn?.staffed[2], autumn?.staffed[9], autumn?.staffed[10]]).toEqual([2, 1, 1, 0]);
    const [spring] = (await read('2026-03-29')).days;
    expect([spring?.needed[2], spring?.amounts[2]]).toEqual([0, 15]);
  });

  it('is not written over what somebody changed meanwhile, nor with numbers that make no sense', async () => {
    const { revision } = await read('2026-05-20');
    const change = { day: '2026-05-20', half: 0, amount: 4 };
    expect((await put(revision, [change])).status).toBe(200);
    const late = await put(revision, [{ ...change, amount: 5 }]);
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile']);
    const wrong = [{ half: 48 }, { amount: -1 }, { amount: 100_001 }, { amount: 0.125 }, { day: '2026-02-30' }];
    for (const one of wrong)
      expect([one, (await put(revision + 1, [{ ...change, ...one }])).status]).toEqual([one, 422]);
    expect((await at.ask('GET', `forecast/${at.roles.bar}?from=2026-05-01&to=2026-06-12`)).status).toBe(422);
    expect((await read('2026-05-20')).days[0]?.amounts[0]).toBe(4);
    await at.ask('DELETE', `roles/${at.roles.door}`);
    const archived = await at.ask('PUT', `forecast/${at.roles.door}`, { revision: 0, changes: [change] });
    expect([archived.status, archived.json.code]).toEqual([409, 'archived']);
  });

  it('is seen and changed by who plans the role only', async () => {
    const place = { as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } };
    const hill = (await (await at.site.office.ask('/api/locations', place)).json()) as { id: string };
    const elsewhere = await at.scheduler({ locations: [hill.id] });
    const employee = await at.site.office.signInAs(at.orgId, 'employee');
    const stranger = await at.site.office.found();
    const path = `forecast/${at.roles.bar}`;
    const days = '?from=2026-05-18&to=2026-05-18';
    const body = { revision: 0, changes: [{ day: '2026-05-18', half: 0, amount: 1 }] };
    const asked = async (as: Browser) => [
      (await at.ask('GET', path + days, undefined, as)).status,
      (await at.ask('PUT', path, body, as)).status,
      (await at.ask('PUT', `${path}/measure`, { unit: 'guests', perPerson: 2 }, as)).status,
    ];
    expect(await asked(stranger)).toEqual([404, 404, 404]);
    expect(await asked(elsewhere)).toEqual([404, 404, 404]);
    expect(await asked(employee)).toEqual([403, 403, 403]);
    const own = await at.scheduler({ locations: [at.location] });
    expect((await read('2026-05-18', undefined, own)).unit).toBe('guests');
  });
});

describe('a number of the forecast', () => {
  it('needs whole people, by exact division', () => {
    expect(peopleFor(0.3, { unit: 'people', perPerson: 0.1 })).toBe(3);
    expect(peopleFor(100_000, { unit: 'people', perPerson: 0.01 })).toBe(10_000_000);
    expect(peopleFor(0, { unit: 'people', perPerson: 3 })).toBe(0);
  });

  it('that is as it was changes nothing', () => {
    const [day] = changedDays([], [{ day: '2026-05-18', half: 3, amount: 2 }], 'typed');
    expect(changedDays(day ? [day] : [], [{ day: '2026-05-18', half: 3, amount: 2 }], 'typed')).toEqual([]);
    expect(changedDays([], [{ day: '2026-05-18', half: 3, amount: null }], 'typed')).toEqual([]);
  });
});
