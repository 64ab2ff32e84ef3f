import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

type Listed = { id: string; name: string; people: string[]; rate: unknown };
const list = async (as?: Browser) => (await world.did('GET', 'roles', undefined, as)).roles as Listed[];
const nobodys = '018f0000-0000-7000-8000-0000000000aa';
let count = 0;
const role = (given = {}) => {
  count += 1;
  return world.role({ name: `Role ${count}`, locationId: porto, ...given });
};
const limited = async (reach: object, name = 'Sam') => {
  const scheduler = await world.signInAs('scheduler', name);
  const asked = { as: world.owner, method: 'PATCH', body: { reach } };
  expect((await world.office.ask(`/api/members/${scheduler.personId}`, asked)).status).toBe(200);
  return scheduler;
};
const worksAt = async (person: Browser, places: object) => {
  const asked = { as: world.owner, method: 'PATCH', body: places };
  expect((await world.office.ask(`/api/members/${person.personId}`, asked)).status).toBe(200);
};

describe('a role', () => {
  it('is a job at a location: its name is there once, elsewhere again', async () => {
    const id = await role({ name: 'Barista', colour: 'grape', importance: 2 });
    expect(await list()).toContainEqual({
      ...{ id, name: 'Barista', locationId: porto, departmentId: null, colour: 'grape', importance: 2 },
      ...{ conditions: [], people: [], series: 0, archived: false, rate: null },
    });
    const taken = await world.ask('POST', 'roles', { name: ' barista', locationId: porto });
    expect(taken).toMatchObject({ status: 422, json: { fields: { name: expect.stringContaining('already') } } });
    await world.role({ name: 'Barista' });
    const other = await role();
    expect((await world.ask('PATCH', `roles/${other}`, { name: 'BARISTA' })).status).toBe(422);
    expect(await world.did('PATCH', `roles/${other}`, { name: 'Waiter', colour: 'red' })).toMatchObject({
      name: 'Waiter',
    });
  });

  it.each([
    ['locationId', { locationId: nobodys }, 'There is no such location.'],
    ['departmentId', { departmentId: nobodys }, 'There is no such department.'],
    [
      'conditions',
      { conditions: [{ qualificationId: nobodys, condition: 'must_have' }] },
      'There is no such qualification.',
    ],
    ['name', { name: '  ' }, 'Please enter a name.'],
    ['colour', { colour: '#ff0000' }, 'Please choose a colour of the palette.'],
    ['importance', { importance: 0 }, 'The first place is 1.'],
  ])('needs a fitting %s', async (field, given, sentence) => {
    const refused = await world.ask('POST', 'roles', { name: 'Cook', locationId: porto, ...given });
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid', fields: { [field]: sentence } } });
  });

  it('asks for qualifications, and not for what it excludes', async () => {
    const made = await world.office.ask('/api/qualifications', {
      as: world.owner,
      body: { name: 'Forklift', expires: true },
    });
    const { id: qualificationId } = (await made.json()) as { id: string };
    const conditions = [{ qualificationId, condition: 'must_have' }];
    const id = await role({ conditions });
    expect((await list()).find((one) => one.id === id)).toMatchObject({ conditions });
    const both = [...conditions, { qualificationId, condition: 'must_not_be' }];
    expect((await world.ask('PATCH', `roles/${id}`, { conditions: both })).json.fields).toMatchObject({
      conditions: expect.stringContaining('nobody could work'),
    });
  });

  it('is archived and brought back', async () => {
    const id = await role();
    expect((await world.ask('DELETE', `roles/${id}`)).status).toBe(204);
    expect((await list()).find((one) => one.id === id)).toMatchObject({ archived: true });
    expect(await world.did('PATCH', `roles/${id}`, { archived: false })).toMatchObject({ archived: false });
    expect(await world.acts()).toEqual(expect.arrayContaining(['schedule.role_archived', 'schedule.role_changed']));
  });

  it('keeps its location from being removed', async () => {
    const locationId = await world.location();
    await role({ locationId });
    const refused = await world.office.ask(`/api/locations/${locationId}`, { as: world.owner, method: 'DELETE' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'in_use']);
  });
});

describe('a scheduler with limits', () => {
  it('keeps roles at their own places only, and knows of no others', async () => {
    const [lisbon, kitchen] = [await world.location(), await world.department()];
    const scheduler = await limited({ locations: [lisbon], departments: [kitchen] });
    const foreign = await role();
    const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, body, scheduler);
    const wanted = { name: 'Chef', locationId: lisbon, departmentId: kitchen };
    const made = await ask('POST', 'roles', wanted);
    expect(made.status).toBe(201);
    expect((await ask('POST', 'roles', { ...wanted, name: 'Aid', departmentId: null })).status).toBe(422);
    expect((await ask('POST', 'roles', { ...wanted, locationId: porto })).status).toBe(422);
    expect((await list(scheduler)).map(({ id }) => id)).toEqual([made.json.id]);
    expect((await ask('PATCH', `roles/${made.json.id}`, { departmentId: null })).json.fields).toHaveProperty(
      'departmentId',
    );
    for (const [method, path, body] of [
      ['PATCH', '', { name: 'Mine' }],
      ['DELETE', '', undefined],
      ['PUT', '/people', { people: [] }],
      ['PUT', '/ranks', { ranks: [] }],
      ['GET', '/ranks', undefined],
    ] as const)
      expect([path, (await ask(method, `roles/${foreign}${path}`, body)).status]).toEqual([path, 404]);
    expect((await ask('PUT', 'order', { roles: [{ id: foreign, importance: 1 }] })).status).toBe(404);
  });

  it('sets who knows a role among those in reach; others stay, unseen', async () => {
    const here = await world.location();
    const scheduler = await limited({ locations: [here] });
    const [near, far] = [await world.signInAs('employee'), await world.signInAs('employee')];
    await worksAt(near, { locations: [here] });
    const id = await role({ locationId: here });
    await world.did('PUT', `roles/${id}/people`, { people: [far.personId] });
    await world.did('PUT', `roles/${id}/ranks`, { ranks: [{ personId: far.personId, weekday: null, rank: 3 }] });
    const put = (people: string[]) => world.ask('PUT', `roles/${id}/people`, { people }, scheduler);
    expect((await put([far.personId])).status).toBe(422);
    expect((await put([near.personId])).json).toEqual({ people: [near.personId] });
    const rank = { personId: near.personId, weekday: 6, rank: 0 };
    expect((await world.did('PUT', `roles/${id}/ranks`, { ranks: [rank] }, scheduler)).ranks).toEqual([rank]);
    expect((await list(scheduler)).find((one) => one.id === id)?.people).toEqual([near.personId]);
    const all = (await list()).find((one) => one.id === id)?.people;
    expect(all?.toSorted()).toEqual([far.personId, near.personId].toSorted());
    expect((await world.did('GET', `roles/${id}/ranks`)).ranks).toHaveLength(2);
    expect((await put([])).status).toBe(200);
    expect((await list()).find((one) => one.id === id)?.people).toEqual([far.personId]);
  });
});

describe('employees', () => {
  it('see the roles that they know, and of those who know them only themselves', async () => {
    const [ana, ben] = [await world.signInAs('employee'), await world.signInAs('employee')];
    const id = await role();
    await role();
    await world.did('PUT', `roles/${id}/people`, { people: [ana.personId, ben.personId, ana.personId.toUpperCase()] });
    expect(await list(ana)).toEqual([expect.objectContaining({ id, people: [ana.personId], rate: null })]);
    expect((await world.ask('POST', 'roles', { name: 'Mine', locationId: porto }, ana)).status).toBe(403);
  });
});

describe('what an hour costs', () => {
  it('is sealed, and opened for who answers for pay alone', async () => {
    const [payroll, scheduler] = [await world.signInAs('payroll'), await world.signInAs('scheduler')];
    const ana = await world.signInAs('employee');
    const id = await role();
    await world.did('PUT', `roles/${id}/people`, { people: [ana.personId] });
    const rates = { minor: 1850 };
    expect(await world.did('PUT', `roles/${id}/rates`, rates, payroll)).toEqual({ ...rates, currency: 'USD' });
    expect(await world.did('GET', `roles/${id}/rates`, undefined, payroll)).toMatchObject(rates);
    expect((await list()).find((one) => one.id === id)?.rate).toEqual({ minor: 1850, currency: 'USD' });
    expect((await list(scheduler)).find((one) => one.id === id)?.rate).toBeNull();
    const admin = await world.signInAs('admin');
    for (const who of [scheduler, ana, admin])
      for (const [method, body] of [
        ['GET', undefined],
        ['PUT', rates],
      ] as const)
        expect((await world.ask(method, `roles/${id}/rates`, body, who)).status).toBe(403);
    const stored = await sql<{ text: string }>`select encode(rate_sealed, 'escape') as text from coact.work_roles
      where id = ${id}`.execute(world.world.db.kysely);
    expect(stored.rows[0]?.text).not.toContain('1850');
    expect(await world.acts()).toEqual(expect.arrayContaining(['schedule.rates_read', 'schedule.rates_changed']));
  });
});

describe('the scheduling order', () => {
  it('ranks roles and days of the week', async () => {
    const [first, second] = [await role(), await role({ importance: 4 })];
    const weekdays = [
      { weekday: 4, importance: 1 },
      { weekday: 5, importance: 1 },
    ];
    const roles = [
      { id: first, importance: 1 },
      { id: second, importance: null },
    ];
    const after = await world.did('PUT', 'order', { roles, weekdays });
    expect(after.weekdays).toEqual(weekdays);
    expect((await world.did('GET', 'order')).roles).toEqual(expect.arrayContaining(roles));
    const scheduler = await world.signInAs('scheduler');
    expect((await world.ask('PUT', 'order', { roles: [], weekdays: [] }, scheduler)).status).toBe(422);
    expect(await world.did('PUT', 'order', { roles: [] }, scheduler)).toMatchObject({ weekdays });
    const twice = [...weekdays, { weekday: 4, importance: 2 }];
    expect((await world.ask('PUT', 'order', { roles: [], weekdays: twice })).status).toBe(422);
  });
});
