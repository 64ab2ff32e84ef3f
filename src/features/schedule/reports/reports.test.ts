import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvMark } from '../../../platform/csv/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { naiveSums } from './naive.fixture.ts';
import { foundReports, openPlanSite, type ReportWorld, type WrittenShift, zone } from './report-world.fixture.ts';

let site: Awaited<ReturnType<typeof openPlanSite>>;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const names = ['Ana', 'Ben', 'Cleo', 'Dan'] as const;

async function withPeople() {
  const at = await foundReports(site);
  const people: string[] = [];
  for (const name of names) people.push(await at.person(name, [at.roles.bar, at.roles.door]));
  const [ana = '', ben = '', cleo = '', dan = ''] = people;
  return { ...at, people, ana, ben, cleo, dan };
}

/** Three weeks over the night in which clocks are set forward, each person on a shift of their own a day or none. */
function threeWeeks(at: ReportWorld, people: readonly string[]): readonly WrittenShift[] {
  const days = Array.from({ length: 21 }, (_, index) =>
    Temporal.PlainDate.from('2026-03-16').add({ days: index }).toString(),
  );
  return days.flatMap((day, index) =>
    people.flatMap((personId, place) => {
      const turn = (index * 7 + place * 3 + index * place + 3) % 5;
      if (turn === 4) return [];
      const hour = ['06', '14', '22', '22'][turn] ?? '06';
      const roleId = (index + place) % 3 === 0 ? at.roles.door : at.roles.bar;
      return [{ roleId, start: `${day}T${hour}:00`, hours: 8, people: [personId], breakMinutes: turn === 1 ? 30 : 0 }];
    }),
  );
}

describe('a report', () => {
  it('adds up as counting minute by minute does, over a night that is an hour short', async () => {
    const at = await withPeople();
    const written = threeWeeks(at, at.people);
    for (const shift of written) await at.write(shift);
    const [from, to] = ['2026-03-25', '2026-04-05'];
    const report = await at.report(`from=${from}&to=${to}`);
    expect(written.some(({ start }) => start === '2026-03-28T22:00')).toBe(true);
    for (const [index, personId] of at.people.entries()) {
      const own = written.filter(({ people }) => people.includes(personId));
      const naive = naiveSums(zone, own, from, to);
      const row = report.people.find((one) => one.personId === personId);
      const share = report.fairness.people.find((one) => one.personId === personId);
      expect([names[index], row?.planned, row?.overtime]).toEqual([names[index], naive.minutes, naive.overtime]);
      expect(share).toMatchObject({ minutes: naive.minutes, weekends: naive.weekends, nights: naive.nights });
    }
    expect(report.people.some(({ overtime }) => (overtime ?? 0) > 0)).toBe(true);
    const sums = [report.people, report.roles, report.locations].map((rows) =>
      rows.reduce((sum, { planned }) => sum + planned, 0),
    );
    expect(new Set([...sums, report.totals.planned]).size).toBe(1);
    for (const role of [at.roles.bar, at.roles.door]) {
      const own = written.filter(({ roleId }) => roleId === role);
      const [row] = report.roles.filter(({ roleId }) => roleId === role);
      expect(row?.planned).toBe(naiveSums(zone, own, from, to).minutes);
    }
  });

  it('counts a night by the hours that go by: seven in spring, nine in autumn', async () => {
    const at = await withPeople();
    await at.write({ roleId: at.roles.bar, start: '2026-03-28T22:00', hours: 8, people: [at.ana] });
    await at.write({ roleId: at.roles.bar, start: '2026-10-24T22:00', hours: 8, people: [at.ana] });
    const planned = async (day: string) => (await at.report(`from=${day}&to=${day}`)).totals.planned;
    expect(await planned('2026-03-28')).toBe(7 * 60);
    expect(await planned('2026-03-29')).toBe(0);
    expect(await planned('2026-10-24')).toBe(9 * 60);
  });

  it('is of the current period unless it is asked for another stretch', async () => {
    const at = await withPeople();
    expect(await at.report('')).toMatchObject({ from: '2026-05-04', to: '2026-05-17', people: [] });
    expect(await at.report('stretch=last_month')).toMatchObject({ from: '2026-04-01', to: '2026-04-30' });
    for (const wrong of ['from=2026-01-01', 'from=2026-01-02&to=2026-01-01', 'from=2026-01-01&to=2027-06-01'])
      expect([wrong, (await at.ask('GET', `reports?${wrong}`)).status]).toEqual([wrong, 422]);
  });

  it('puts beside the plan what was worked, where the time clock is on', async () => {
    const at = await withPeople();
    await at.write({ roleId: at.roles.bar, start: '2026-05-18T09:00', hours: 8, people: [at.ana] });
    await at.clocked(at.ana, at.roles.bar, '2026-05-18T09:00', 7);
    await at.clocked(at.ben, null, '2026-05-18T09:00', 2);
    const query = 'from=2026-05-18&to=2026-05-18';
    expect((await at.report(query)).totals).toMatchObject({ planned: 480, worked: null });
    await at.settings({ timeClock: true });
    const report = await at.report(query);
    expect(report.totals).toMatchObject({ planned: 480, worked: 540 });
    expect(report.roles.map(({ name, planned, worked }) => [name, planned, worked])).toEqual([
      ['Bar', 480, 420],
      ['No role', 0, 120],
    ]);
    expect(report.people.map(({ name, worked }) => [name, worked])).toEqual([
      ['Ana', 420],
      ['Ben', 120],
    ]);
    expect((await at.report(`${query}&roles=${at.roles.bar}`)).totals.worked).toBe(420);
  });

  it('says how far shifts are filled, by role and by the day of the week', async () => {
    const at = await withPeople();
    const shift = { roleId: at.roles.bar, hours: 8, needs: 2 };
    await at.write({ ...shift, start: '2026-05-18T09:00', people: [at.ana, at.ben] });
    await at.write({ ...shift, start: '2026-05-23T09:00', people: [at.ana] });
    await at.write({ ...shift, roleId: at.roles.door, start: '2026-05-23T09:00', people: [] });
    const { filled } = await at.report('from=2026-05-18&to=2026-05-31');
    expect(filled.totals).toEqual({ places: 6, filled: 3 });
    expect(filled.roles.map(({ name, places, filled: has }) => [name, places, has])).toEqual([
      ['Bar', 4, 3],
      ['Door', 2, 0],
    ]);
    expect(filled.weekdays.filter(({ places }) => places > 0)).toEqual([
      { weekday: 0, places: 2, filled: 2 },
      { weekday: 5, places: 4, filled: 1 },
    ]);
  });

  it('holds people who have nothing in the spread, but not those who don’t know the roles', async () => {
    const at = await withPeople();
    await at.person('Eve', []);
    await at.write({ roleId: at.roles.bar, start: '2026-05-23T22:00', hours: 8, people: [at.ana] });
    await at.ask('PUT', `people/${at.ana}/preferences`, {
      ...{ wantedMinutes: 1200, extraShifts: false },
      likings: [{ roleId: at.roles.bar, weekday: null, part: 'night', liking: -1 }],
    });
    const { fairness } = await at.report('from=2026-05-18&to=2026-05-31');
    expect(fairness.people.map(({ name }) => name)).toEqual([...names]);
    expect(fairness.people[0]).toMatchObject({ minutes: 480, wanted: 2400, weekends: 1, nights: 1, disliked: 1 });
    expect(fairness.spread).toMatchObject({ minutes: { least: 0, most: 480, mean: 120 }, nights: { most: 1 } });
  });

  it('counts trades, claims, late notice and what it owes', async () => {
    const at = await withPeople();
    const { bar } = at.roles;
    await at.settings({ packs: ['fair_workweek'] });
    const shiftId = await at.write({ roleId: bar, start: '2026-05-20T09:00', hours: 8, people: [at.ana] });
    const tell = (kind: string, publishedAt: string, number: number, owed: number) =>
      at.in(async (tx) => {
        const { rows } = await sql<{ id: string }>`insert into publications
          (org_id, id, period_id, number, kind, published_by, published_at)
          select ${at.orgId}, gen_random_uuid(), id, ${number}, ${kind}, ${at.ana}, ${publishedAt} from periods
          returning id`.execute(tx.on());
        await sql`insert into published_shifts (org_id, id, publication_id, ended_by, period_id, person_id, shift_id,
            role_id, starts_at, ends_at, zone, premium_minutes, end_premium_minutes)
          select ${at.orgId}, gen_random_uuid(), ${rows[0]?.id}, ${rows[0]?.id}, period_id, ${at.ana}, id, role_id,
            starts_at, ends_at, zone, ${owed}, 5 from shifts where id = ${shiftId}`.execute(tx.on());
      });
    await tell('publish', '2026-05-01T12:00:00Z', 1, 0);
    await tell('publish', '2026-05-12T12:00:00Z', 2, 60);
    await tell('trade', '2026-05-18T12:00:00Z', 3, 0);
    await tell('claim', '2026-05-19T12:00:00Z', 4, 0);
    const { changes } = await at.report('from=2026-05-20&to=2026-05-20');
    const wanted = { traded: 1, claimed: 1, told: 2, late: 1, premiumMinutes: 80 };
    expect(changes).toMatchObject({ noticeDays: 14, totals: wanted, roles: [{ name: 'Bar', ...wanted }] });
    expect((await at.report('from=2026-05-21&to=2026-05-21')).changes.totals.told).toBe(0);
  });
});

describe('a table as a file', () => {
  it('is CSV that no spreadsheet takes for a formula, with the figures of the page', async () => {
    const at = await withPeople();
    const sly = await at.person('=HYPERLINK("x")', [at.roles.bar]);
    await at.write({ roleId: at.roles.bar, start: '2026-05-18T09:00', hours: 7, people: [sly, at.ana] });
    const query = 'from=2026-05-18&to=2026-05-18';
    const { text } = await at.file(`reports/file?${query}&table=people&reason=payroll_run`);
    expect(text.split('\r\n')).toEqual([
      `${csvMark}"Person","Assignments","Planned hours","Overtime hours","Cost planned (USD)"`,
      `"'=HYPERLINK(""x"")",1,7,0,""`,
      '"Ana",1,7,0,""',
      '',
    ]);
    for (const table of ['roles', 'locations', 'fairness', 'filled', 'weekdays', 'changes']) {
      const file = await at.file(`reports/file?${query}&table=${table}`);
      expect([table, file.status, file.text.split('\r\n').length > 2]).toEqual([table, 200, table !== 'changes']);
    }
    expect((await at.file(`reports/file?${query}&table=salaries`)).status).toBe(422);
  });
});
