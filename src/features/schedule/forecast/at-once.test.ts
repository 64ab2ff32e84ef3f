import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundReports, openPlanSite, type ReportWorld } from '../reports/report-world.fixture.ts';
import { forecastShape, headcountShape } from './shapes.ts';
import { lastForecastBefore } from './store.ts';

let at: ReportWorld;
beforeAll(async () => {
  at = await foundReports(await openPlanSite());
});
afterAll(() => at.site[Symbol.asyncDispose]());

const path = (rest = '') => `forecast/${at.roles.bar}${rest}`;
const read = async (day: string) => forecastShape.parse((await at.ask('GET', path(`?from=${day}&to=${day}`))).json);
const statuses = async (asked: readonly Promise<{ readonly status: number }>[]) =>
  (await Promise.all(asked)).map(({ status }) => status).toSorted((one, other) => one - other);

describe('two schedulers at once', () => {
  it('do not write over each other: one of those who read the same is told', async () => {
    const { revision } = await read('2026-05-18');
    const put = (amount: number) =>
      at.ask('PUT', path(), { revision, changes: [{ day: '2026-05-18', half: 18, amount }] });
    expect(await statuses([put(1), put(2), put(3)])).toEqual([200, 409, 409]);
    expect((await read('2026-05-18')).revision).toBe(revision + 1);
  });

  it('import the same file once: what the other imported is not what was shown', async () => {
    const file = Buffer.from('role,day,time,amount\nBar,2026-05-19,09:00,5').toString('base64');
    const { rows } = (await at.ask('POST', 'forecast/import/preview', { file })).json as unknown as {
      readonly rows: readonly { readonly mark: string }[];
    };
    const body = { file, marks: rows.map(({ mark }) => mark) };
    const take = () => at.ask('POST', 'forecast/import', body);
    expect(await statuses([take(), take()])).toEqual([200, 409]);
  });

  it('take a proposal once, and a typed change of a measure counts as a change too', async () => {
    await at.series(at.roles.bar);
    await at.open();
    const [shift] = headcountShape.parse(
      (await at.ask('GET', path('/headcount?from=2026-05-18&to=2026-05-18'))).json,
    ).shifts;
    const take = (headcount: number) =>
      at.ask('POST', path('/headcount'), { shifts: [{ shiftId: shift?.shiftId, now: shift?.now, headcount }] });
    expect(await statuses([take(4), take(5)])).toEqual([200, 409]);
    const { revision } = await read('2026-05-18');
    await at.ask('PUT', path('/measure'), { unit: ' guests ', perPerson: 3 });
    const late = await at.ask('PUT', path(), { revision, changes: [{ day: '2026-05-18', half: 0, amount: 1 }] });
    expect([late.status, (await read('2026-05-18')).unit]).toEqual([409, 'guests']);
    for (const wrong of [
      { unit: '', perPerson: 1 },
      { unit: 'x'.repeat(41), perPerson: 1 },
      { unit: 'x', perPerson: 0 },
    ])
      expect((await at.ask('PUT', path('/measure'), wrong)).status).toBe(422);
  });
});

describe('a forecast that is written back as it was read', () => {
  it('is as it was, also where days had no number, of which nothing is kept then', async () => {
    const day = '2026-06-01';
    const before = await read(day);
    const changes = [
      { day, half: 3, amount: 7 },
      { day, half: 4, amount: 0.25 },
    ];
    const after = await at.ask('PUT', path(), { revision: before.revision, changes });
    expect(forecastShape.parse(after.json).days[0]?.amounts.slice(3, 5)).toEqual([7, 0.25]);
    const last = () => at.in((tx) => lastForecastBefore(tx, at.roles.bar, '2026-06-02'));
    expect(await last()).toBe(day);
    const undone = changes.map(({ half }) => ({ day, half, amount: before.days[0]?.amounts[half] ?? null }));
    await at.ask('PUT', path(), { revision: before.revision + 1, changes: undone });
    expect((await read(day)).days).toEqual(before.days);
    expect(await last()).toBe('2026-05-19');
  });
});
