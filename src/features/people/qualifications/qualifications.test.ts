import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { covers } from '../places/place.ts';
import { dueReminder } from './qualification.ts';

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

const nobody = '018f0000-0000-7000-8000-0000000000aa';
const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
async function add(name: string, expires = true, as = owner): Promise<string> {
  const answer = await ask('POST', '/api/qualifications', { name, expires }, as);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
const set = (personId: string, held: unknown, as = owner) =>
  ask('PUT', `/api/people/${personId}/qualifications`, { held }, as);
const fieldsOf = async (answer: Response) => [answer.status, ((await answer.json()) as { fields: unknown }).fields];

describe('the list of qualifications', () => {
  it('is kept by managers, has each name once, and shows archived ones last', async () => {
    const forklift = await add('Forklift');
    await add('First aid');
    const again = await ask('POST', '/api/qualifications', { name: '  fórklift ', expires: false });
    expect(await fieldsOf(again)).toEqual([422, { name: expect.stringContaining('already') }]);
    const taken = await ask('PATCH', `/api/qualifications/${forklift}`, { name: 'first aid' });
    expect(taken.status).toBe(422);
    const change = { description: 'Class 2 and above', archived: true };
    const changed = await ask('PATCH', `/api/qualifications/${forklift}`, change);
    expect(await changed.json()).toMatchObject({ name: 'Forklift', expires: true, ...change });
    const list = await world.db.inOrg(owner.orgId, (tx) => office.people.qualifications(tx));
    expect(list.map(({ name, archived }) => [name, archived])).toEqual([
      ['First aid', false],
      ['Forklift', true],
    ]);
    const { id } = list[0] ?? { id: '' };
    expect((await ask('PATCH', `/api/qualifications/${id}`, { expires: false })).status).toBe(422);
  });

  it('shows everybody the list and what they hold themselves, and only their own', async () => {
    const id = await add('Bartending', false);
    const ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
    const bo = await office.signInAs(owner.orgId, 'employee', 'Bo');
    await set(ana.personId, [{ qualificationId: id }]);
    const seen = async (as: Browser) =>
      (await (await ask('GET', '/api/qualifications', undefined, as)).json()) as { mine: unknown };
    expect(await seen(ana)).toMatchObject({
      qualifications: [{ id, name: 'Bartending' }],
      mine: [{ qualificationId: id, expiresOn: null }],
    });
    expect((await seen(bo)).mine).toEqual([]);
    for (const path of [`people/${ana.personId}/qualifications`, `qualifications/${id}/holders`]) {
      expect((await ask('GET', `/api/${path}`, undefined, bo)).status).toBe(403);
    }
  });
});

describe('what somebody holds', () => {
  it('is set as a whole, with a last day where it expires and none where it does not', async () => {
    const [forklift, bar] = [await add('Forklift'), await add('Bartending', false)];
    const ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
    const whole = [
      { qualificationId: bar, expiresOn: null },
      { qualificationId: forklift, expiresOn: '2027-01-31' },
    ];
    expect(await (await set(ana.personId, whole)).json()).toEqual({ held: whole });
    const held = await world.db.inOrg(owner.orgId, (tx) =>
      office.people.heldQualifications(tx, [ana.personId, owner.personId]),
    );
    expect(Object.fromEntries(held)).toEqual({ [ana.personId]: whole, [owner.personId]: [] });
    expect(await (await set(ana.personId, whole.slice(1))).json()).toEqual({ held: whole.slice(1) });
    const log = JSON.stringify(await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx)));
    expect(log).toContain('people.qualifications_set');
  });

  it('is refused with a sentence at the field, and nothing of it is kept', async () => {
    const [forklift, bar] = [await add('Forklift'), await add('Bartending', false)];
    const foreign = await add('Theirs', true, await office.found('Elsewhere'));
    const ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
    const good = { qualificationId: forklift, expiresOn: '2027-01-31' };
    for (const [bad, field] of [
      [{ qualificationId: forklift }, 'held.1.qualificationId'],
      [{ qualificationId: bar, expiresOn: '2027-01-31' }, 'held.1.expiresOn'],
      [{ qualificationId: nobody }, 'held.1.qualificationId'],
      [{ qualificationId: foreign, expiresOn: '2027-01-31' }, 'held.1.qualificationId'],
      [{ qualificationId: bar, expiresOn: '2027-02-30' }, 'held.1.expiresOn'],
    ] as const) {
      expect(await fieldsOf(await set(ana.personId, [good, bad]))).toEqual([422, { [field]: expect.any(String) }]);
    }
    expect(await fieldsOf(await set(ana.personId, [{ qualificationId: forklift }]))).toEqual([
      422,
      { 'held.0.expiresOn': 'Please enter the last day on which it is valid.' },
    ]);
    const held = await world.db.inOrg(owner.orgId, (tx) => office.people.heldQualifications(tx, [ana.personId]));
    expect(held.get(ana.personId)).toEqual([]);
  });

  it('may go on with an archived one, which nobody else gets', async () => {
    const id = await add('Telex', false);
    const [ana, bo] = [await office.signInAs(owner.orgId, 'employee'), await office.signInAs(owner.orgId, 'employee')];
    await set(ana.personId, [{ qualificationId: id }]);
    await ask('PATCH', `/api/qualifications/${id}`, { archived: true });
    expect((await set(ana.personId, [{ qualificationId: id }])).status).toBe(200);
    expect((await set(bo.personId, [{ qualificationId: id }])).status).toBe(422);
  });

  it('is a scheduler’s business for the people in their reach', async () => {
    const id = await add('Forklift');
    const bar = ((await (await ask('POST', '/api/departments', { name: 'Bar' })).json()) as { id: string }).id;
    const near = await office.signInAs(owner.orgId, 'employee', 'Near');
    const far = await office.signInAs(owner.orgId, 'employee', 'Far');
    await ask('PATCH', `/api/members/${near.personId}`, { departments: [bar] });
    const scheduler = await office.signInAs(owner.orgId, 'scheduler');
    await ask('PATCH', `/api/members/${scheduler.personId}`, { reach: { departments: [bar] } });
    const held = [{ qualificationId: id, expiresOn: '2027-01-31' }];
    expect((await set(near.personId, held, scheduler)).status).toBe(200);
    expect((await set(far.personId, held, scheduler)).status).toBe(404);
    expect((await set(far.personId, held)).status).toBe(200);
    const holders = async (as: Browser) =>
      (
        (await (await ask('GET', `/api/qualifications/${id}/holders`, undefined, as)).json()) as {
          holders: { name: string }[];
        }
      ).holders
        .map(({ name }) => name)
        .toSorted();
    expect(await holders(scheduler)).toEqual(['Near']);
    expect(await holders(owner)).toEqual(['Far', 'Near']);
    await ask('DELETE', `/api/members/${far.personId}`);
    expect(await holders(owner)).toEqual(['Near']);
  });

  it('stays when somebody’s Slack member turns out to be them, with the later day', async () => {
    const [forklift, bar] = [await add('Forklift'), await add('Bartending', false)];
    const ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
    await set(ana.personId, [
      { qualificationId: forklift, expiresOn: '2027-06-30' },
      { qualificationId: bar, expiresOn: null },
    ]);
    const held = await world.db.inOrg(owner.orgId, async (tx) => {
      const slack = await office.people.personForSlack(tx, 'U9');
      const early = [{ qualificationId: forklift, expiresOn: '2027-01-01' }];
      expect(await office.people.setHeldQualifications(tx, slack.id, early)).toBeNull();
      const linked = await office.people.linkSlack(tx, { userId: ana.userId, slackUserId: 'U9' });
      expect(linked?.id).toBe(slack.id);
      return (await office.people.heldQualifications(tx, [slack.id])).get(slack.id);
    });
    expect(held).toEqual([
      { qualificationId: bar, expiresOn: null },
      { qualificationId: forklift, expiresOn: '2027-06-30' },
    ]);
  });
});

describe('the people for a schedule', () => {
  it('are all who have not left, invited ones too, narrowed to departments and locations', async () => {
    const bar = ((await (await ask('POST', '/api/departments', { name: 'Bar' })).json()) as { id: string }).id;
    const porto = { name: 'Porto', timeZone: 'Europe/Lisbon' };
    const at = ((await (await ask('POST', '/api/locations', porto)).json()) as { id: string }).id;
    const ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
    const bo = await office.signInAs(owner.orgId, 'employee', 'Bo');
    const ed = await office.signInAs(owner.orgId, 'employee', 'Ed');
    await ask('PATCH', `/api/members/${ana.personId}`, { departments: [bar], locations: [at] });
    await ask('PATCH', `/api/members/${bo.personId}`, { departments: [bar] });
    await ask('DELETE', `/api/members/${ed.personId}`);
    await ask('POST', '/api/members', { name: 'Flo', email: `flo-${crypto.randomUUID()}@example.com` });
    const workers = (filter?: Parameters<Office['people']['workers']>[1]) =>
      world.db.inOrg(owner.orgId, (tx) => office.people.workers(tx, filter));
    expect((await workers()).map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Flo', 'Olga Owner']);
    expect(await workers({ departments: [bar], locations: [at] })).toEqual([
      { id: ana.personId, name: 'Ana', departments: [bar], locations: [at], joinedAt: world.clock.now() },
    ]);
  });
});

describe('the rules', () => {
  it.each([
    [61, null],
    [60, 60],
    [45, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])('with %i days left, the reminder of %s days is due', (left, due) => {
    expect(dueReminder(left)).toBe(due);
  });

  it('say that a reach covers whoever meets each of its limits', () => {
    const works = { departments: ['bar'], locations: ['porto'] };
    expect(covers({ departments: [], locations: [] }, { departments: [], locations: [] })).toBe(true);
    expect(covers({ departments: ['bar', 'kitchen'], locations: ['porto'] }, works)).toBe(true);
    expect(covers({ departments: ['bar'], locations: ['faro'] }, works)).toBe(false);
    expect(covers({ departments: ['bar'], locations: [] }, { departments: [], locations: [] })).toBe(false);
  });
});
