import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundReports, openPlanSite, type ReportWorld } from '../../reports/report-world.fixture.ts';
import { forecastShape } from '../shapes.ts';
import { amountIn, dayIn, halfIn } from './cells.ts';

interface Row {
  readonly line: number;
  readonly verdict: string;
  readonly before: number | null;
  readonly amount: number | null;
  readonly why: string | null;
  readonly mark: string;
}
interface Answer {
  readonly rows: readonly Row[];
  readonly mapping: Readonly<Record<string, number | null>>;
  readonly refusedFile: string | null;
}

let at: ReportWorld;
beforeAll(async () => {
  at = await foundReports(await openPlanSite());
});
afterAll(() => at.site[Symbol.asyncDispose]());

const encoded = (text: string) => Buffer.from(text).toString('base64');
const send = async (path: string, body: object, as = at.owner) => {
  const { status, json } = await at.ask('POST', `forecast/import${path}`, body, as);
  return { status, json: json as unknown as Answer & { code: string } };
};
const preview = async (text: string, as = at.owner) => (await send('/preview', { file: encoded(text) }, as)).json;
const marksOf = ({ rows }: Answer) => rows.map(({ mark }) => mark);
const read = async (day: string) =>
  forecastShape.parse((await at.ask('GET', `forecast/${at.roles.bar}?from=${day}&to=${day}`)).json);

describe('importing forecasts', () => {
  it('judges each row, and does what was shown', async () => {
    const { revision } = await read('2026-05-18');
    const typed = [18, 19].map((half) => ({ day: '2026-05-18', half, amount: 4 }));
    await at.ask('PUT', `forecast/${at.roles.bar}`, { revision, changes: typed });
    const file = [
      'Standort;Rolle;Datum;Uhrzeit;Anzahl',
      'harbour;BAR;18.5.2026;9:00;4,0',
      'Harbour;Bar;2026-05-18;09:30;12,5',
      ';Door;2026-05-18;9:30 pm;3',
      'Harbour;Bar;2026-05-18;9:30;1',
      'Hill;Bar;2026-05-18;10:00;1',
      'Harbour;Bar;05/06/2026;10:00;1',
      'Harbour;Bar;2026-05-18;10:15;1',
      'Harbour;Bar;2026-05-18;10:00;-1',
    ].join('\n');
    const shown = await preview(file);
    expect(shown.mapping).toEqual({ location: 0, role: 1, day: 2, time: 3, amount: 4 });
    expect(shown.rows.map(({ verdict, before, amount }) => [verdict, before, amount])).toEqual([
      ['same', 4, 4],
      ['changed', 4, 12.5],
      ['new', null, 3],
      ...Array.from({ length: 5 }, () => ['error', null, null]),
    ]);
    expect(shown.rows.flatMap(({ why }) => why ?? [])).toEqual([
      'Line 3 is about the same half hour. Keep one of the two.',
      'There is no role “Bar” at “Hill” among those that you schedule.',
      '“05/06/2026” is no day. Write it such as 2026-03-02.',
      '“10:15” is no half hour. Write when it begins, such as 09:30.',
      '“-1” is no number from 0 to 100000. Write it such as 12 or 12.5.',
    ]);
    expect(shown.refusedFile).toContain('is no half hour');
    expect((await read('2026-05-18')).days[0]?.amounts[19]).toBe(4);
    const done = await send('', { file: encoded(file), mapping: null, marks: marksOf(shown) });
    expect(done).toMatchObject({ status: 200, json: { added: 1, changed: 1, same: 1 } });
    const [day] = (await read('2026-05-18')).days;
    expect([day?.amounts[18], day?.amounts[19], day?.sources[18], day?.sources[19]]).toEqual([
      ...[4, 12.5, 'typed', 'imported'],
    ]);
    const acts = await at.in(async (tx) => (await at.site.office.audit.read(tx)).map(({ entry }) => entry.action));
    expect(acts.slice(-3)).toEqual([
      'schedule.forecast_changed',
      'schedule.forecast_changed',
      'schedule.forecast_imported',
    ]);
  });

  it('does nothing at all where one of the rows would do something else now, and leaves out what has no mark', async () => {
    const file = 'role,day,time,amount\nBar,2026-05-20,09:00,5\nBar,2026-05-20,09:30,6';
    const shown = await preview(file);
    const body = { file: encoded(file), mapping: null, marks: marksOf(shown) };
    const changes = [{ day: '2026-05-20', half: 19, amount: 1 }];
    await at.ask('PUT', `forecast/${at.roles.bar}`, { revision: (await read('2026-05-20')).revision, changes });
    const late = await send('', body);
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile']);
    expect((await read('2026-05-20')).days[0]?.amounts[18]).toBeNull();
    const part = await send('', { ...body, marks: [body.marks[0], ''] });
    expect(part).toMatchObject({ status: 200, json: { added: 1, changed: 0, same: 0, refused: [] } });
    expect((await read('2026-05-20')).days[0]?.amounts.slice(18, 20)).toEqual([5, 1]);
  });

  it('sees the roles only that somebody plans, and refuses a file that tells too little', async () => {
    const place = { as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } };
    const hill = (await (await at.site.office.ask('/api/locations', place)).json()) as { id: string };
    const elsewhere = await at.scheduler({ locations: [hill.id] });
    const file = 'role,day,time,amount\nBar,2026-05-21,09:00,5';
    expect((await preview(file, elsewhere)).rows[0]?.why).toContain('among those that you schedule');
    await at.role('Bar', hill.id);
    expect((await preview(file)).rows[0]?.why).toBe('There are several roles “Bar”. Give the location too.');
    expect((await preview('role,day,time\nBar,2026-05-21,09:00')).rows[0]?.why).toContain('No column tells the amount');
    const mapping = { role: 0, day: 1, time: 2, amount: 9 };
    const refused = await send('/preview', { file: encoded(file), mapping });
    expect([refused.status, refused.json.code]).toEqual([422, 'no_columns']);
  });

  it('reads days, times and numbers as people write them', () => {
    expect(['2026-02-30', '1.12.2026', '12/01/2026'].map(dayIn)).toEqual([null, '2026-12-01', null]);
    expect(['00:00', '12:00 am', '12:30PM', '23:30:00', '24:00', '13:00 pm'].map(halfIn)).toEqual([
      ...[0, 0, 25, 47, null, null],
    ]);
    expect(['0', '12,5', '1,234', '100000', '100001', 'x'].map(amountIn)).toEqual([0, 12.5, null, 100_000, null, null]);
  });
});
