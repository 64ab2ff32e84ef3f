import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundReports, openPlanSite, type ReportWorld } from '../reports/report-world.fixture.ts';
import { forecastShape, projectedShape, type WantedProjection } from './shapes.ts';

let at: ReportWorld;
beforeAll(async () => {
  at = await foundReports(await openPlanSite());
});
afterAll(() => at.site[Symbol.asyncDispose]());

const path = (rest = '') => `forecast/${at.roles.bar}${rest}`;
const read = async (day: string) => forecastShape.parse((await at.ask('GET', path(`?from=${day}&to=${day}`))).json);
const type = async (day: string, half: number, amount: number | null) =>
  at.ask('PUT', path(), { revision: (await read(day)).revision, changes: [{ day, half, amount }] });
const project = async (wanted: Partial<WantedProjection>) =>
  projectedShape.parse(
    (
      await at.ask('POST', path('/project'), {
        ...{ from: '2026-05-18', to: '2026-05-24', weeks: 2, source: 'forecast', keepTyped: true, write: false },
        ...wanted,
      })
    ).json,
  );

describe('projecting the forecast', () => {
  it('takes the mean of the last weeks that have numbers, shows it first, and leaves alone what was typed', async () => {
    // Two Mondays and a Tuesday that is a holiday; the second Monday is the last day that has numbers.
    await type('2026-04-27', 20, 10);
    await type('2026-04-27', 21, 3);
    await type('2026-04-28', 20, 50);
    await type('2026-05-04', 20, 15);
    await at.ask('POST', 'holidays', { day: '2026-04-28', name: 'Harbour day', locationId: at.location });
    await at.ask('POST', 'holidays', { day: '2026-05-20', name: 'Away', locationId: null });
    await type('2026-05-18', 21, 9);
    const shown = await project({});
    const [monday, tuesday] = shown.days;
    expect([monday?.basis, monday?.amounts.slice(19, 23)]).toEqual([2, [null, 12.5, 9, null]]);
    expect([tuesday?.basis, tuesday?.amounts[20], shown.written]).toEqual([0, null, 0]);
    expect(shown.words).toBe(
      'The mean of the 2 weeks from 21 Apr 2026 to 4 May 2026, by day of the week and half hour. ' +
        '1 holiday in that time is left out. 1 holiday to come stays as it is. ' +
        'For 5 days there is nothing to go by. 1 number that somebody typed or imported stays.',
    );
    expect((await read('2026-05-18')).days[0]?.amounts[20]).toBeNull();
    expect((await project({ write: true })).written).toBe(1);
    expect((await read('2026-05-18')).days[0]).toMatchObject({
      sources: expect.objectContaining({ 20: 'projected', 21: 'typed' }),
    });
    expect((await project({ keepTyped: false, write: true })).written).toBe(1);
    expect((await read('2026-05-18')).days[0]?.amounts.slice(20, 22)).toEqual([12.5, 3]);
    const acts = await at.ask('POST', path('/project'), { from: '2026-05-18' });
    expect(acts.status).toBe(422);
  });

  it('goes by the time clock where it is on', async () => {
    await at.ask('PUT', path('/measure'), { unit: 'guests', perPerson: 4 });
    const ana = await at.person('Ana');
    await at.clocked(ana, at.roles.bar, '2026-04-30T10:00', 1);
    await at.clocked(ana, at.roles.bar, '2026-04-23T10:30', 0.5);
    await at.clocked(ana, at.roles.door, '2026-04-23T12:00', 1);
    const thursday = async () => (await project({ source: 'worked' })).days[3];
    expect(await thursday()).toMatchObject({ basis: 0 });
    await at.settings({ timeClock: true });
    const worked = await thursday();
    expect([worked?.basis, worked?.amounts.slice(19, 25)]).toEqual([2, [null, 2, 4, null, null, null]]);
  });

  it('goes by what people were told where there is no clock', async () => {
    const { door } = at.roles;
    await at.series(door, { minutes: 90, payload: { needs: 2, breakMinutes: 0, label: null } });
    const { id, plan } = await at.open();
    const monday = plan.shifts.find((one) => one.roleId === door && one.day === '2026-05-18');
    for (const name of ['Cleo', 'Dan']) await at.assign(monday?.id ?? '', await at.person(name, [door]));
    await at.settings({ timeClock: false });
    const asked = { from: '2026-06-01', to: '2026-06-02', weeks: 1, source: 'worked', keepTyped: true, write: false };
    at.site.world.clock.advance(21 * 86_400_000);
    const projected = async () =>
      projectedShape.parse((await at.ask('POST', `forecast/${door}/project`, asked)).json).days;
    expect((await projected())[0]?.basis).toBe(0);
    expect((await at.ask('POST', `periods/${id}/publish`, { despite: true })).status).toBe(200);
    const [first, second] = await projected();
    expect([first?.basis, first?.amounts.slice(17, 22)]).toEqual([1, [null, 2, 2, 2, null]]);
    expect(second?.basis).toBe(0);
  });
});
