import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';

let world: WorkWorld;
let porto: string;
beforeAll(async () => {
  world = await openWorkWorld();
  porto = await world.location('Porto', 'Europe/Lisbon');
});
afterAll(() => world[Symbol.asyncDispose]());

type Row = { verdict: string; why: string | null; mark: string };
type Preview = { rows: Row[]; notes: string[]; mapping: Record<string, number | null>; missing: object; from: string };
const encoded = (text: string) => Buffer.from(text).toString('base64');
const ask = (path: string, text: string, more: object, as?: Browser) =>
  world.ask('POST', `roles/import${path}`, { file: encoded(text), ...more }, as);
const preview = async (text: string, choices = {}, as?: Browser) => {
  const { status, json } = await ask('/preview', text, choices, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json as unknown as Preview;
};
const commit = async (text: string, { rows }: Pick<Preview, 'rows'>, choices = {}, as?: Browser) => {
  const { status, json } = await ask('', text, { ...choices, marks: rows.map(({ mark }) => mark) }, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json;
};
const importNow = async (text: string, choices = {}, as?: Browser) =>
  commit(text, await preview(text, choices, as), choices, as);

type Role = { id: string; name: string; colour: string; departmentId: string | null; series: number; rate: unknown };
const roles = async () => (await world.did('GET', 'roles')).roles as Role[];
const named = async (name: string) => (await roles()).find((role) => role.name === name);
/** By when they begin. */
const seriesOf = async (id = '') => {
  const { series } = await world.did('GET', `roles/${id}/calendar?from=2026-05-04&to=2026-05-10`);
  return (series as { start: string }[]).toSorted((one, other) => (one.start < other.start ? -1 : 1));
};
const limited = async (reach: object) => {
  const scheduler = await world.signInAs('scheduler');
  const asked = { as: world.owner, method: 'PATCH', body: { reach } };
  expect((await world.office.ask(`/api/members/${scheduler.personId}`, asked)).status).toBe(200);
  return scheduler;
};

const head = 'role,location,department,hourly rate,headcount,days,start,end,people\n';

it('roles come in with their shifts, as the preview said, and a second time nothing changes', async () => {
  const text = `${head}Barista,Porto,Bar,12.50,2,Mon-Fri,9,17,\nBarista,Porto,,,,Sat Sun,22,6,1\nCook,Nowhere,,,,,,,\n`;
  const choices = { createPlaces: false, from: '2026-05-11' };
  const before = await preview(text, choices);
  expect(before).toMatchObject({ missing: { departments: ['Bar'], locations: ['Nowhere'] }, from: '2026-05-11' });
  expect(before.rows.map(({ verdict }) => verdict)).toEqual(['error', 'new', 'error']);

  const only = text.replace('Nowhere', 'Porto').replace('Bar,12.50', ',12.50');
  expect(await roles()).toEqual([]);
  await world.did('POST', 'periods', { firstDay: '2026-05-04' });
  const done = await importNow(only, choices);
  expect(done).toMatchObject({
    added: 2,
    changed: 0,
    shifts: 2,
    same: 0,
    placesMade: 0,
    refused: [],
    refusedFile: null,
  });
  const barista = await named('Barista');
  expect(barista).toMatchObject({
    locationId: porto,
    departmentId: null,
    series: 2,
    rate: { minor: 1250, currency: 'USD' },
  });
  expect((await named('Cook'))?.colour).not.toBe(barista?.colour);
  expect(await seriesOf(barista?.id)).toMatchObject([
    { start: '2026-05-11T09:00', zone: 'Europe/Lisbon', words: 'every week on Mon to Fri', payload: { needs: 2 } },
    { start: '2026-05-16T22:00', words: 'every week on Sat and Sun', payload: { needs: 1 } },
  ]);
  const { shifts } = await world.did('GET', 'plan?from=2026-05-11&to=2026-05-17');
  expect((shifts as { needs: number }[]).map(({ needs }) => needs)).toEqual([2, 2, 2, 2, 2, 1, 1]);
  expect(await importNow(only, choices)).toMatchObject({ added: 0, changed: 0, shifts: 0, same: 3 });
  expect((await world.acts()).slice(-5)).toEqual(
    expect.arrayContaining(['schedule.roles_compared', 'schedule.roles_imported']),
  );
  const acts = await world.acts();
  for (const act of ['schedule.role_added', 'schedule.rates_changed', 'schedule.series_added'])
    expect(acts).toContain(act);
});

it('what is there gets what differs, and places that are missing are made by choice', async () => {
  const text = `${head}Barista,Porto,Bar,13,,Mon-Fri,9,17,4\nWaiter,Faro,,,,,,,\n`;
  const done = await importNow(text, { createPlaces: true, from: '2026-05-18' });
  expect(done).toMatchObject({ added: 1, changed: 1, shifts: 0, placesMade: 2 });
  const barista = await named('Barista');
  expect(barista).toMatchObject({ series: 2, rate: { minor: 1300 } });
  expect(barista?.departmentId).not.toBeNull();
  expect((await seriesOf(barista?.id))[0]).toMatchObject({ start: '2026-05-11T09:00', payload: { needs: 4 } });
  const overlapping = await importNow(`${head}Barista,Porto,,,,Mon,16,18,1\n`, { from: '2026-05-18' });
  expect(overlapping.findings).toEqual([expect.stringMatching(/^Barista: .*overlap\.$/)]);
});

it('a row that would now do something else is not taken, nor what hangs on it', async () => {
  const text = `${head}Host,Porto,,,,Mon,9,17,2\nHost,Porto,,,,Tue,9,17,2\nCleaner,Porto,,,,,,,\n`;
  const shown = await preview(text, { from: '2026-05-11' });
  const [first, ...rest] = shown.rows;
  if (first === undefined) throw new Error('no rows');
  const done = await commit(text, { rows: [{ ...first, mark: 'other' }, ...rest] }, { from: '2026-05-11' });
  expect(done).toMatchObject({
    added: 1,
    shifts: 0,
    refused: [
      { line: 2, role: 'Host' },
      { line: 3, role: 'Host' },
    ],
  });
  expect(done.refusedFile).toContain('has changed since the preview');
  expect(await named('Host')).toBeUndefined();

  await world.role({ name: 'Host', locationId: porto });
  expect(await commit(text, shown, { from: '2026-05-11' })).toMatchObject({ added: 0, shifts: 0, same: 1 });
  expect((await named('Host'))?.series).toBe(0);
});

it('who has no business with rates or places imports without them, within their reach', async () => {
  const faro = await world.location('Lagos', 'Europe/Lisbon');
  const scheduler = await limited({ departments: [], locations: [faro] });
  const text = `${head}Guide,Lagos,,15,,,,,\nGuide,Porto,,,,,,,\nGuide,Mars,,,,,,,\n`;
  const shown = await preview(text, { createPlaces: true }, scheduler);
  expect(shown).toMatchObject({ mapping: { rate: null }, missing: { departments: [], locations: [] } });
  expect(shown.notes).toEqual([expect.stringContaining('“hourly rate” is left out')]);
  expect(shown.rows).toMatchObject([
    { verdict: 'new' },
    { why: expect.stringContaining('not among the locations') },
    { why: expect.stringContaining('ask an owner or admin') },
  ]);
  const refused = await ask('/preview', text, { mapping: { role: 0, rate: 3 } }, scheduler);
  expect(refused).toMatchObject({ status: 422, json: { code: 'no_columns' } });
  expect(await commit(text, shown, { createPlaces: true }, scheduler)).toMatchObject({ added: 1, refused: [{}, {}] });
  expect((await named('Guide'))?.rate).toBeNull();
  const employee = await world.signInAs('employee');
  expect((await ask('/preview', text, {}, employee)).status).toBe(403);
});

it('two imports of one file at once add each role once', async () => {
  const text = `${head}${Array.from({ length: 12 }, (_, index) => `Twice ${index},Porto,,,,Mon,9,17,1`).join('\n')}`;
  const shown = await preview(text, { from: '2026-05-11' });
  const both = await Promise.all([0, 1].map(() => commit(text, shown, { from: '2026-05-11' })));
  expect(both.map(({ added }) => Number(added)).toSorted((one, other) => one - other)).toEqual([0, 12]);
  const count = await world.world.db.inOrg(world.owner.orgId, (tx) =>
    sql<{ count: number }>`select count(*)::int as count from calendar_series s
      join work_roles r on r.org_id = s.org_id and r.id = s.role_id where r.name like 'Twice %'`.execute(tx.on()),
  );
  expect(count.rows[0]?.count).toBe(12);
});

it('a file that can’t be read is refused as a whole', async () => {
  expect(await ask('/preview', '', {})).toMatchObject({ status: 422, json: { code: 'unreadable' } });
  const without = await ask('/preview', `${head}Bar,Porto`, { mapping: { location: 1 } });
  expect(without).toMatchObject({ status: 422, json: { detail: expect.stringContaining('No column tells the role') } });
  const many = await ask('/preview', `role\n${'Bar\n'.repeat(1_001)}`, {});
  expect(many).toMatchObject({ status: 422, json: { detail: expect.stringContaining('1,000') } });
});
