import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../../platform/csv/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import { foundReports, openPlanSite, type ReportWorld } from '../report-world.fixture.ts';

let site: Awaited<ReturnType<typeof openPlanSite>>;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const mapping = {
  ...{ rows: 'day', source: 'planned', separator: 'comma', decimals: 'point', dates: 'iso' },
  columns: [
    { heading: 'Name', field: 'person_name' },
    { heading: 'Day', field: 'day' },
    { heading: 'Hours', field: 'hours' },
    { heading: 'Overtime', field: 'overtime_minutes' },
    { heading: 'Premium', field: 'premium_minutes' },
    { heading: 'Amount', field: 'amount' },
  ],
};
const span = 'from=2026-03-28&to=2026-05-31';

async function withBar() {
  const at = await foundReports(site);
  const ana = await at.person('Ana');
  const ben = await at.person('Ben');
  await at.rates(at.roles.bar, 1500, { [ben]: 2000 });
  return { ...at, ana, ben };
}

/** Tells somebody of their shift. */
const tell = (at: ReportWorld, shiftId: string, personId: string, owed = 0, ended = false) =>
  at.in(async (tx) => {
    const { rows } = await sql<{ id: string }>`insert into publications
      (org_id, id, period_id, number, kind, published_by, published_at)
      select ${at.orgId}, gen_random_uuid(), id, (select count(*) + 1 from publications), 'publish', ${personId}, now()
      from periods returning id`.execute(tx.on());
    await sql`insert into published_shifts (org_id, id, publication_id, ended_by, period_id, person_id, shift_id, role_id,
        starts_at, ends_at, zone, break_minutes, end_premium_minutes)
      select ${at.orgId}, gen_random_uuid(), ${rows[0]?.id}, ${ended ? rows[0]?.id : null}, period_id, ${personId}, id,
        role_id, starts_at, ends_at, zone, break_minutes, ${owed} from shifts where id = ${shiftId}`.execute(tx.on());
  });

interface Answer {
  readonly id: string;
  readonly revision: number;
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
  readonly unapproved: object;
  readonly mappings: readonly object[];
}
const ask = async (at: ReportWorld, method: string, path: string, body?: unknown) => {
  const { status, json } = await at.ask(method, `payroll${path}`, body);
  return { status, json: json as unknown as Answer & { readonly code?: string } };
};
const preview = async (at: ReportWorld, given: object = {}) =>
  (await ask(at, 'POST', '/preview', { from: '2026-03-28', to: '2026-05-31', mapping: { ...mapping, ...given } })).json;

describe('the payroll export', () => {
  it('holds what was published, with the real hours of a short night, and what changes owe', async () => {
    const at = await withBar();
    const { bar } = at.roles;
    const night = await at.write({ roleId: bar, start: '2026-03-28T22:00', hours: 8, people: [at.ana] });
    const day = await at.write({
      roleId: bar,
      start: '2026-05-18T09:00',
      hours: 8,
      people: [at.ben],
      breakMinutes: 30,
    });
    await at.write({ roleId: bar, start: '2026-05-19T09:00', hours: 8, people: [at.ben] });
    await tell(at, night, at.ana);
    await tell(at, day, at.ben);
    await tell(at, day, at.ana, 60, true);
    expect(await preview(at)).toMatchObject({
      count: 3,
      rows: [
        ['Ana', '2026-03-28', '7.00', '0', '0', '105.00'],
        ['Ana', '2026-05-18', '0.00', '0', '60', '0.00'],
        ['Ben', '2026-05-18', '7.50', '0', '0', '150.00'],
      ],
      unapproved: { entries: 0, people: 0, minutes: 0 },
    });
    expect((await preview(at, { rows: 'span' })).count).toBe(2);
  });

  it('of the time clock holds what was approved alone, and says what is not', async () => {
    const at = await withBar();
    for (const day of ['18', '19', '20', '21', '22']) await at.clocked(at.ana, at.roles.bar, `2026-05-${day}T09:00`, 9);
    await at.clocked(at.ben, at.roles.bar, '2026-05-18T09:00', 8);
    expect(await preview(at, { source: 'worked' })).toMatchObject({
      ...{ count: 0, unapproved: { entries: 6, people: 2, minutes: 53 * 60 } },
    });
    await at.in((tx) =>
      sql`insert into timesheets values (${at.orgId}, ${at.ana}, '2026-05-18', 14, ${at.ben}, now(), 2700)`.execute(
        tx.on(),
      ),
    );
    const shown = await preview(at, { source: 'worked', rows: 'span' });
    // 45 hours in a week whose threshold is 40.
    expect(shown).toMatchObject({ count: 1, rows: [['Ana', '2026-03-28', '45.00', '300', '0', '675.00']] });
    expect(shown.unapproved).toEqual({ entries: 1, people: 1, minutes: 480 });
  });

  it('is written by mappings that are kept, each under a name of its own', async () => {
    const at = await withBar();
    const { status, json: kept } = await ask(at, 'POST', '/mappings', { name: 'Monthly', ...mapping });
    expect(status).toBe(201);
    expect((await ask(at, 'POST', '/mappings', { name: 'monthly ', ...mapping })).json.code).toBe('name_taken');
    await ask(at, 'POST', '/mappings', { name: 'Weekly', ...mapping });
    const changed = { ...mapping, name: 'Every month', separator: 'tab', revision: kept.revision };
    expect((await ask(at, 'PUT', `/mappings/${kept.id}`, changed)).json).toMatchObject({
      revision: 2,
      separator: 'tab',
    });
    expect((await ask(at, 'PUT', `/mappings/${kept.id}`, changed)).json.code).toBe('stale');
    const renamed = { ...changed, name: 'Weekly', revision: 2 };
    expect((await ask(at, 'PUT', `/mappings/${kept.id}`, renamed)).json.code).toBe('name_taken');
    const list = (await ask(at, 'GET', '')).json;
    expect(list).toMatchObject({ mappings: [{ name: 'Every month', columns: mapping.columns }, { name: 'Weekly' }] });
    expect((await ask(at, 'DELETE', `/mappings/${kept.id}`)).status).toBe(204);
    expect((await ask(at, 'DELETE', `/mappings/${kept.id}`)).status).toBe(404);
    for (const wrong of [{ columns: [] }, { columns: [{ heading: 'x', field: 'salary' }] }, { dates: 'roman' }])
      expect((await ask(at, 'POST', '/mappings', { name: 'Odd', ...mapping, ...wrong })).status).toBe(422);
  });

  it('is read by owners and payroll only, and each time it is recorded how many rows they read', async () => {
    const at = await withBar();
    const shift = await at.write({
      roleId: at.roles.bar,
      start: '2026-05-18T09:00',
      hours: 8,
      people: [at.ana, at.ben],
    });
    await tell(at, shift, at.ana);
    await tell(at, shift, at.ben);
    const { json: kept } = await ask(at, 'POST', '/mappings', { name: 'Monthly', ...mapping });
    const payroll = await site.office.signInAs(at.orgId, 'payroll');
    const file = await at.file(`payroll/mappings/${kept.id}/file?${span}`, payroll);
    const read = readCsv(file.text);
    expect(read.ok && read.rows.map(({ cells }) => cells[5])).toEqual(['120.00', '160.00']);
    await preview(at);
    const acts = (await at.in((tx) => site.office.audit.read(tx))).map(({ entry }) => entry);
    const days = { from: '2026-03-28', to: '2026-05-31', source: 'planned', rows: 2 };
    expect(acts.filter(({ action }) => action.includes('payroll')).map((one) => [one.action, one.detail])).toEqual([
      ['schedule.payroll_mapping_added', { columns: 6 }],
      ['schedule.payroll_exported', days],
      ['schedule.payroll_previewed', days],
    ]);
    for (const role of ['admin', 'scheduler', 'employee'] as const) {
      const as = await site.office.signInAs(at.orgId, role);
      expect((await at.file(`payroll/mappings/${kept.id}/file?${span}`, as)).status).toBe(403);
      expect((await at.file('payroll', as)).status).toBe(403);
    }
  });
});
