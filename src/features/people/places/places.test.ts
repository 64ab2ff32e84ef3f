import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import type { Reach } from '../../../platform/policy/index.ts';
import { mergePlaces, nowhere } from './place.ts';

let world: World;
let office: Office;
let owner: Browser;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
});

type Shown = { id: string; name: string; archived: boolean; timeZone?: string };

const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
async function add(name: string, as = owner): Promise<Shown> {
  return (await (await ask('POST', '/api/departments', { name }, as)).json()) as Shown;
}
const list = async (kind: 'departments' | 'locations', as = owner) =>
  ((await (await ask('GET', `/api/${kind}`, undefined, as)).json()) as Record<string, Shown[]>)[kind] ?? [];

describe('departments and locations', () => {
  it('are kept by managers and read by everybody', async () => {
    const bar = await add('Bar');
    expect(bar).toMatchObject({ name: 'Bar', archived: false });
    const made = await ask('POST', '/api/locations', { name: 'Porto', timeZone: 'Europe/Lisbon' });
    const porto = (await made.json()) as Shown;
    expect([made.status, porto]).toEqual([201, expect.objectContaining({ name: 'Porto', timeZone: 'Europe/Lisbon' })]);
    const employee = await office.signInAs(owner.orgId, 'employee');
    expect(await list('departments', employee)).toEqual([bar]);
    expect(await list('locations', employee)).toEqual([porto]);
    expect((await ask('POST', '/api/departments', { name: 'Mine' }, employee)).status).toBe(403);
    expect((await ask('DELETE', `/api/locations/${porto.id}`, undefined, employee)).status).toBe(403);
  });

  it('have each their own name, whatever its case, accents and spaces, within the organisation', async () => {
    const kitchen = await add('Café  Küche');
    for (const name of ['café küche', 'CAFE KUCHE', 'Cafe\u0301 Küche']) {
      const answer = await ask('POST', '/api/departments', { name });
      expect([name, answer.status]).toEqual([name, 422]);
      expect(await answer.json()).toMatchObject({ fields: { name: expect.stringContaining('already') } });
    }
    const bar = await add('Bar');
    expect((await ask('PATCH', `/api/departments/${bar.id}`, { name: 'cafe kuche' })).status).toBe(422);
    expect((await ask('PATCH', `/api/departments/${kitchen.id}`, { name: 'CAFÉ Küche' })).status).toBe(200);
    const elsewhere = await office.found('Elsewhere');
    expect((await add('Bar', elsewhere)).name).toBe('Bar');
  });

  it('can be asked for at once by two: one gets the name', async () => {
    const answers = await Promise.all(['Bar', 'bar', 'BAR'].map((name) => ask('POST', '/api/departments', { name })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });

  it('say what is wrong with them', async () => {
    for (const body of [
      { name: ' ' },
      { name: 'x'.repeat(101) },
      { name: 'a\nb' },
      { name: 'a', timeZone: 'UTC' },
      {},
    ]) {
      expect([body, (await ask('POST', '/api/departments', body)).status]).toEqual([body, 422]);
    }
    const moon = await ask('POST', '/api/locations', { name: 'Base', timeZone: 'Moon/Tycho' });
    expect(await moon.json()).toMatchObject({ fields: { timeZone: 'This time zone is not known.' } });
    expect((await ask('POST', '/api/locations', { name: 'Base' })).status).toBe(422);
  });

  it('are archived and brought back, and stand last meanwhile', async () => {
    const attic = await add('Attic');
    await add('Bar');
    await ask('PATCH', `/api/departments/${attic.id}`, { archived: true });
    expect((await list('departments')).map(({ name, archived }) => [name, archived])).toEqual([
      ['Bar', false],
      ['Attic', true],
    ]);
    await ask('PATCH', `/api/departments/${attic.id}`, { archived: false });
    expect((await list('departments')).map(({ name }) => name)).toEqual(['Attic', 'Bar']);
  });

  it('are removed only when nobody is in them, nor limited to them: a limit must not vanish', async () => {
    const bar = await add('Bar');
    const scheduler = await office.signInAs(owner.orgId, 'scheduler');
    const limit = (reach: Reach) => ask('PATCH', `/api/members/${scheduler.personId}`, { reach });
    await limit({ departments: [bar.id], locations: [] });
    const refused = await ask('DELETE', `/api/departments/${bar.id}`);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'in_use']);
    await limit({ departments: [], locations: [] });
    expect((await ask('DELETE', `/api/departments/${bar.id}`)).status).toBe(204);
    expect((await ask('DELETE', `/api/departments/${bar.id}`)).status).toBe(404);
  });

  it('are written into the audit log', async () => {
    const bar = await add('Bar');
    await ask('PATCH', `/api/departments/${bar.id}`, { name: 'Taproom' });
    await ask('DELETE', `/api/departments/${bar.id}`);
    const log = JSON.stringify(await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx)));
    for (const act of ['people.place_added', 'people.place_changed', 'people.place_removed'])
      expect(log).toContain(act);
  });
});

describe('where somebody works', () => {
  it('is set with the member, and only to places of the organisation', async () => {
    const bar = await add('Bar');
    const foreign = await add('Theirs', await office.found('Elsewhere'));
    const employee = await office.signInAs(owner.orgId, 'employee');
    const set = (body: unknown) => ask('PATCH', `/api/members/${employee.personId}`, body);
    expect(await (await set({ departments: [bar.id, bar.id.toUpperCase()] })).json()).toMatchObject({
      departments: [bar.id],
      locations: [],
      reach: { departments: [], locations: [] },
    });
    const unknown = await set({ departments: ['018f0000-0000-7000-8000-0000000000aa'] });
    expect(unknown.status).toBe(422);
    const refusal = await unknown.json();
    expect(refusal).toMatchObject({ fields: { departments: 'There is no such department.' } });
    expect(await (await set({ departments: [foreign.id] })).json()).toEqual(refusal);
    const beyond = await (await set({ reach: { departments: [foreign.id] } })).json();
    expect(beyond).toMatchObject({ fields: { 'reach.departments': 'There is no such department.' } });
    expect(await (await set({ roles: ['publisher'] })).json()).toMatchObject({ departments: [bar.id] });
  });

  it('can be said in the invitation', async () => {
    const bar = await add('Bar');
    const invitation = { name: 'Pia', email: `pia-${crypto.randomUUID()}@example.com`, roles: ['scheduler'] };
    const made = await ask('POST', '/api/members', { ...invitation, reach: { departments: [bar.id] } });
    expect(await made.json()).toMatchObject({ reach: { departments: [bar.id], locations: [] } });
    const lost = {
      ...invitation,
      email: `x${invitation.email}`,
      departments: ['018f0000-0000-7000-8000-0000000000aa'],
    };
    expect((await ask('POST', '/api/members', lost)).status).toBe(422);
    expect((await ask('GET', `/api/members?q=${encodeURIComponent(lost.email)}`)).status).toBe(200);
  });
});

describe('two records of one human', () => {
  const at = (departments: string[], reach: Reach) => ({ departments, locations: [], reach });
  const bars: Reach = { departments: ['bar'], locations: [] };
  const ports: Reach = { departments: [], locations: ['porto'] };

  it('work where either worked, and schedule no further than the one that did', () => {
    const one = { schedules: false, places: at(['kitchen'], nowhere.reach) };
    const other = { schedules: true, places: at(['bar', 'kitchen'], bars) };
    expect(mergePlaces(one, other)).toEqual(at(['kitchen', 'bar'], bars));
    expect(mergePlaces(other, one)).toEqual(at(['bar', 'kitchen'], bars));
  });

  it('keep the kept one’s limits where both schedule', () => {
    const one = { schedules: true, places: at([], bars) };
    const other = { schedules: true, places: at([], ports) };
    expect(mergePlaces(one, other).reach).toEqual(bars);
    expect(mergePlaces(one, { schedules: true, places: nowhere }).reach).toEqual(bars);
  });

  it('carry the limits along when somebody’s Slack member turns out to be them', async () => {
    const bar = await add('Bar');
    const scheduler = await office.signInAs(owner.orgId, 'scheduler');
    await ask('PATCH', `/api/members/${scheduler.personId}`, {
      departments: [bar.id],
      reach: { departments: [bar.id] },
    });
    const linked = await world.db.inOrg(owner.orgId, async (tx) => {
      await office.people.personForSlack(tx, 'U77');
      return office.people.linkSlack(tx, { userId: scheduler.userId, slackUserId: 'U77' });
    });
    expect(linked?.id).not.toBe(scheduler.personId);
    const actor = await world.db.inOrg(owner.orgId, (tx) => office.people.actorForSlack(tx, 'U77'));
    expect(actor).toMatchObject({ roles: expect.arrayContaining(['scheduler']), reach: { departments: [bar.id] } });
  });
});
