import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { foundReports, openPlanSite } from './report-world.fixture.ts';
import type { ReportAnswer } from './shapes.ts';

let site: Awaited<ReturnType<typeof openPlanSite>>;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const query = 'from=2026-05-18&to=2026-05-31';

/** Three at the bar, of whom each earns something else, and two at the door. */
async function withRates() {
  const at = await foundReports(site);
  const { bar, door } = at.roles;
  const people: string[] = [];
  for (const name of ['Ana', 'Ben', 'Cleo']) people.push(await at.person(name, [bar]));
  for (const name of ['Dan', 'Eve']) people.push(await at.person(name, [door]));
  const [ana = '', ben = '', cleo = '', dan = '', eve = ''] = people;
  const rates = (of: readonly [number, number, number]) =>
    at.rates(bar, 1000, { [ana]: of[0], [ben]: of[1], [cleo]: of[2] });
  await rates([1510, 1490, 1800]);
  await at.rates(door, 2222);
  for (const day of ['18', '19', '20', '21'])
    await at.write({ roleId: bar, start: `2026-05-${day}T09:00`, hours: 8, people: [ana, ben, cleo] });
  await at.write({ roleId: bar, start: '2026-05-22T09:00', hours: 6, people: [ana] });
  await at.write({ roleId: door, start: '2026-05-22T09:00', hours: 8, people: [dan, eve] });
  return { ...at, ana, ben, cleo, dan, eve, setRates: rates };
}

const costsIn = ({ totals, people, roles, locations }: ReportAnswer) =>
  [totals, ...people, ...roles, ...locations].map(({ costMinor, workedCostMinor }) => [costMinor, workedCostMinor]);

describe('what people cost', () => {
  it('is told to the unit to who may see rates, in every row, and that they read it is recorded', async () => {
    const at = await withRates();
    const payroll = await site.office.signInAs(at.orgId, 'payroll');
    for (const reader of [at.owner, payroll]) {
      expect(await at.report(query, reader)).toMatchObject({ exact: false, pays: true });
      const report = await at.report(`${query}&reason=checking`, reader);
      expect(report.exact).toBe(true);
      expect(report.people.map(({ name, costMinor }) => [name, costMinor])).toEqual([
        ['Ana', 38 * 1510],
        ['Ben', 32 * 1490],
        ['Cleo', 32 * 1800],
        ['Dan', 8 * 2222],
        ['Eve', 8 * 2222],
      ]);
      const sum = report.people.reduce((all, { costMinor }) => all + (costMinor ?? 0), 0);
      expect(report.totals.costMinor).toBe(sum);
      for (const rows of [report.roles, report.locations])
        expect(rows.reduce((all, { costMinor }) => all + (costMinor ?? 0), 0)).toBe(sum);
    }
    const acts = await at.in((tx) => site.office.audit.read(tx));
    const reads = acts.filter(({ entry }) => entry.action === 'schedule.costs_read');
    expect(reads.map(({ entry }) => entry.detail)).toEqual([
      { from: '2026-05-18', to: '2026-05-31', people: 5 },
      { from: '2026-05-18', to: '2026-05-31', people: 5 },
    ]);
    // Each of the five finds who looked, and why, among what is held about them.
    const looks = site.wages.looks.filter(({ by }) => by === payroll.personId);
    expect(looks.map(({ personId }) => personId).toSorted()).toEqual(
      [at.ana, at.ben, at.cleo, at.dan, at.eve].toSorted(),
    );
    expect(new Set(looks.map(({ reason, where }) => `${reason} ${where}`))).toEqual(
      new Set(['checking schedule_report']),
    );
  });

  it('is told to admins and schedulers of no single person, of no two, and in no sum that would tell it', async () => {
    const at = await withRates();
    for (const role of ['admin', 'scheduler'] as const) {
      const report = await at.report(`${query}&reason=checking`, await site.office.signInAs(at.orgId, role));
      expect([report.exact, report.pays]).toEqual([false, false]);
      expect(report.people.map(({ costMinor }) => costMinor)).toEqual([null, null, null, null, null]);
      // 16.00 is the usual rate at the bar: times 102 hours, in two figures. The door has two people only.
      expect(report.roles.map(({ name, costMinor }) => [name, costMinor])).toEqual([
        ['Bar', 160_000],
        ['Door', null],
      ]);
      expect(report.locations.map(({ costMinor }) => costMinor)).toEqual([160_000]);
      expect(report.totals).toMatchObject({ costMinor: 160_000, costMinutes: 102 * 60, planned: 118 * 60 });
    }
    const acts = await at.in((tx) => site.office.audit.read(tx));
    expect(acts.filter(({ entry }) => entry.action === 'schedule.costs_read')).toEqual([]);
  });

  it('can’t be found from the differences of rows, days and filters: all are alike whoever earns what', async () => {
    const at = await withRates();
    const scheduler = await at.scheduler();
    const { bar, door } = at.roles;
    const asked = [
      ...['18', '19', '20', '21', '22'].map((day) => `from=2026-05-18&to=2026-05-${day}`),
      ...[`${query}&roles=${bar}`, `${query}&roles=${door}`, `${query}&roles=${bar},${door}`],
      ...[query, `${query}&locations=${at.location}`, 'from=2026-05-22&to=2026-05-22'],
    ];
    const told = async () => {
      const answers = [];
      for (const one of asked) answers.push(costsIn(await at.report(one, scheduler)));
      return answers;
    };
    const before = await told();
    // Ana works more than the others: had the sums her pay in them, they would differ now.
    await at.setRates([1490, 1800, 1510]);
    expect(await told()).toEqual(before);
    await at.setRates([2400, 1200, 1200]);
    expect(await told()).toEqual(before);
    // The door is in no sum.
    await at.rates(door, 9999);
    expect(await told()).toEqual(before);
    // It is a figure that means something all the same.
    await at.setRates([3000, 3000, 3000]);
    expect(await told()).not.toEqual(before);
    const onlyAna = before.at(-1);
    expect(onlyAna?.flat().every((one) => one === null)).toBe(true);
  });

  it('opens to payroll no wishes: those are for who schedules', async () => {
    const at = await withRates();
    const report = await at.report(query, await site.office.signInAs(at.orgId, 'payroll'));
    expect(report.fairness).toEqual({ people: [], spread: null });
    expect(report.people.map(({ overtime }) => overtime)).toEqual([0, 0, 0, 0, 0]);
    expect((await at.report(query)).fairness.people).toHaveLength(5);
  });

  it('leaves no trace in the files of those who may not see it', async () => {
    const at = await withRates();
    const scheduler = await at.scheduler();
    const file = async (table: string, as: Browser) =>
      (await at.file(`reports/file?${query}&table=${table}&reason=payroll_run`, as)).text;
    expect(await file('people', scheduler)).not.toContain('Cost');
    expect(await file('people', at.owner)).toContain(`"Ana",5,38,0,${(38 * 1510) / 100}`);
    expect(await file('roles', scheduler)).toContain('"Door","Harbour",2,16,0,""');
    expect(await file('roles', scheduler)).toContain('"Cost planned (about USD)"');
  });
});

describe('a limited scheduler', () => {
  it('sees the work of their locations and departments alone, and of others there their names and hours', async () => {
    const at = await withRates();
    const place = await site.office.ask('/api/locations', {
      ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
    });
    const hill = String((await place.json()).id);
    const desk = await at.role('Desk', hill);
    await at.knows(desk, [at.ana]);
    await at.write({ roleId: desk, start: '2026-05-23T09:00', hours: 5, people: [at.ana] });
    const report = await at.report(query, await at.scheduler({ locations: [hill] }));
    expect(report.choices).toMatchObject({ roles: [{ name: 'Desk' }], locations: [{ name: 'Hill' }] });
    expect(report.roles.map(({ name }) => name)).toEqual(['Desk']);
    expect(report.locations.map(({ name }) => name)).toEqual(['Hill']);
    // Ana does not belong there: what else she works, her overtime and what she wishes is not theirs to see.
    expect(report.people).toMatchObject([{ name: 'Ana', planned: 300, overtime: null }]);
    expect(report.fairness).toEqual({ people: [], spread: null });
    expect(report.filled.totals).toEqual({ places: 1, filled: 1 });
    const asked = await at.report(`${query}&roles=${at.roles.bar}`, await at.scheduler({ locations: [hill] }));
    expect([asked.roles, asked.people, asked.totals.planned]).toEqual([[], [], 0]);
    const cellar = await site.office.ask('/api/departments', {
      as: at.owner,
      method: 'POST',
      body: { name: 'Cellar' },
    });
    const nowhere = await at.report(query, await at.scheduler({ departments: [String((await cellar.json()).id)] }));
    expect([nowhere.roles, nowhere.people, nowhere.choices.roles]).toEqual([[], [], []]);
  });

  it('is no employee: they see no reports', async () => {
    const at = await withRates();
    for (const role of ['employee', 'publisher', 'auditor'] as const) {
      const as = await site.office.signInAs(at.orgId, role);
      expect((await at.ask('GET', `reports?${query}`, undefined, as)).status).toBe(403);
    }
  });
});
