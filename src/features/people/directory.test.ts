import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type Actor, everywhere, type Reach, roles } from '../../platform/policy/index.ts';
import { listColleagues, resourceOf } from './directory.ts';

let world: World;
let office: Office;
let owner: Browser;
const places: Record<string, string> = {};
const people: Record<string, Browser> = {};

const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
const change = (id: string, body: unknown) => ask('PATCH', `/api/members/${id}`, body);

/** Ada in the bar at Porto, Bo in the bar at Faro, Cy in the kitchen at Porto, Di nowhere; Ed has left, Flo is invited. */
beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
  owner = await office.found();
  for (const [path, name] of [
    ['departments', 'Bar'],
    ['departments', 'Kitchen'],
    ['locations', 'Porto'],
    ['locations', 'Faro'],
  ] as const) {
    const body = path === 'locations' ? { name, timeZone: 'Europe/Lisbon' } : { name };
    places[name] = ((await (await ask('POST', `/api/${path}`, body)).json()) as { id: string }).id;
  }
  const at = (department?: string, location?: string) => ({
    departments: department ? [places[department]] : [],
    locations: location ? [places[location]] : [],
  });
  for (const [name, where] of Object.entries({
    Ada: at('Bar', 'Porto'),
    Bo: at('Bar', 'Faro'),
    Cy: at('Kitchen', 'Porto'),
    Di: at(),
    Ed: at('Bar', 'Porto'),
  })) {
    people[name] = await office.signInAs(owner.orgId, 'employee', name);
    expect((await change(people[name].personId, where)).status).toBe(200);
  }
  await ask('DELETE', `/api/members/${people.Ed?.personId}`);
  const flo = { name: 'Flo', email: 'flo@example.com', ...at('Bar', 'Porto') };
  expect((await ask('POST', '/api/members', flo)).status).toBe(201);
});
afterAll(() => world[Symbol.asyncDispose]());

type Shown = { id: string; name: string; details: { departments: string[]; state: string } | null };
async function directory(as: Browser, query = ''): Promise<{ people: Shown[]; total: number }> {
  return (await (await ask('GET', `/api/people${query}`, undefined, as)).json()) as { people: Shown[]; total: number };
}
const named = (found: { people: readonly Shown[] }) =>
  found.people.map(({ name }) => name).filter((name) => /^[A-F][a-z]{1,2}$/.test(name));

async function scheduler(reach: Partial<Reach>): Promise<Browser> {
  const browser = await office.signInAs(owner.orgId, 'scheduler');
  expect((await change(browser.personId, { reach })).status).toBe(200);
  return browser;
}

describe('the directory', () => {
  it('shows a scheduler the people in their reach, and nobody else', async () => {
    const { Bar = '', Porto = '', Kitchen = '' } = places;
    const bar = await directory(await scheduler({ departments: [Bar] }));
    expect(named(bar)).toEqual(['Ada', 'Bo', 'Flo']);
    expect(bar.total).toBe(3);
    expect(bar.people[0]?.details).toMatchObject({ departments: [Bar], state: 'active' });
    expect(named(await directory(await scheduler({ locations: [Porto] })))).toEqual(['Ada', 'Cy', 'Flo']);
    const barAtPorto = await scheduler({ departments: [Bar], locations: [Porto] });
    expect(named(await directory(barAtPorto))).toEqual(['Ada', 'Flo']);
    const both = await scheduler({ departments: [Bar, Kitchen] });
    expect(named(await directory(both))).toEqual(['Ada', 'Bo', 'Cy', 'Flo']);
    expect(named(await directory(await scheduler({})))).toEqual(['Ada', 'Bo', 'Cy', 'Di', 'Flo']);
  });

  it('follows a change of the reach at the next request', async () => {
    const browser = await scheduler({ departments: [places.Kitchen ?? ''] });
    expect(named(await directory(browser))).toEqual(['Cy']);
    await change(browser.personId, { reach: { locations: [places.Faro] } });
    expect(named(await directory(browser))).toEqual(['Bo']);
  });

  it('keeps a limit whose place is archived', async () => {
    const made = (await (await ask('POST', '/api/departments', { name: 'Attic' })).json()) as { id: string };
    const browser = await scheduler({ departments: [made.id] });
    await ask('PATCH', `/api/departments/${made.id}`, { archived: true });
    expect((await directory(browser)).people).toEqual([]);
  });

  it.each(['owner', 'admin', 'payroll', 'auditor'] as const)('shows %s everybody, who has left too', async (role) => {
    const found = await directory(await office.signInAs(owner.orgId, role));
    expect(named(found)).toEqual(['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo']);
    expect(found.people.every(({ details }) => details !== null)).toBe(true);
  });

  it.each(['employee', 'publisher', 'approver'] as const)(
    'shows %s the names of active colleagues only',
    async (role) => {
      const found = await directory(await office.signInAs(owner.orgId, role));
      expect(named(found)).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
      expect(found.people.every(({ details }) => details === null)).toBe(true);
    },
  );

  it('gives nobody an address', async () => {
    const answer = await ask('GET', '/api/people');
    expect(await answer.text()).not.toContain('@');
  });

  it('is searched by words, without accents or case, and never by what stands for anything in SQL', async () => {
    await office.signInAs(owner.orgId, 'employee', 'Jürgen  Müller-100%');
    const names = async (q: string) =>
      (await directory(owner, `?q=${encodeURIComponent(q)}`)).people.map(({ name }) => name);
    expect(await names('muller JURGEN')).toEqual(['Jürgen  Müller-100%']);
    expect(await names('100%')).toEqual(['Jürgen  Müller-100%']);
    expect(await names('%')).toEqual(['Jürgen  Müller-100%']);
    expect(await names('_')).toEqual([]);
    expect(await names("' or true --")).toEqual([]);
    expect(await names('\0')).not.toEqual([]);
    for (const page of ['0', '-1', 'x', '1e9', '99999999999999999999']) {
      expect([page, (await ask('GET', `/api/people?page=${page}`)).status]).toEqual([page, 422]);
    }
  });
});

describe('what the list is narrowed to', () => {
  it('is, for every role and reach, exactly what the policies show', async () => {
    const { Bar = '', Kitchen = '', Porto = '', Faro = '' } = places;
    const reaches: Reach[] = [
      everywhere,
      { departments: [Bar], locations: [] },
      { departments: [], locations: [Faro, Porto] },
      { departments: [Kitchen, Bar], locations: [Porto] },
    ];
    const sets = [...roles.map((role) => [role]), ['scheduler', 'publisher'], ['scheduler', 'auditor']] as const;
    const whole = { page: 1, size: 1_000 };
    for (const held of sets) {
      for (const reach of reaches) {
        const actor: Actor = {
          ...{ kind: 'member', personId: owner.personId, orgId: owner.orgId, userId: null, state: 'active' },
          ...{ roles: [...held, 'employee'], reach },
        };
        const [listed, everybody] = await world.db.inOrg(owner.orgId, async (tx) => [
          await listColleagues(tx, actor, '', whole),
          await listColleagues(tx, { ...actor, roles: ['owner'] }, '', whole),
        ]);
        const shown = everybody.found.filter((person) =>
          office.policy.decide({ actor, action: 'people.read', resource: resourceOf(actor, person) }),
        );
        const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
        expect([held, reach, ids(listed.found)]).toEqual([held, reach, ids(shown)]);
      }
    }
  });
});

describe('the list of members', () => {
  type Members = { members: { id: string; name: string }[]; total: number };
  const members = async (query: string) => (await (await ask('GET', `/api/members?${query}`)).json()) as Members;

  it('is narrowed by words, role, state, department and location', async () => {
    const names = async (query: string) => (await members(query)).members.map(({ name }) => name);
    expect(await names('q=ada')).toEqual(['Ada']);
    expect(await names('state=invited')).toEqual(['Flo']);
    expect(await names(`department=${places.Bar}&state=active`)).toEqual(['Ada', 'Bo']);
    expect(await names(`department=${places.Bar}&location=${places.Faro}`)).toEqual(['Bo']);
    expect(await names('role=owner&q=olga')).toEqual(['Olga Owner']);
    expect(await names('role=employee&q=olga')).toEqual([]);
    expect(await names('q=FLO@example.com')).toEqual(['Flo']);
    expect(await names('q=lo@example.com')).toEqual([]);
  });

  it('comes a page at a time, each member once', async () => {
    for (let index = 0; index < 55; index += 1) {
      await world.db.inOrg(owner.orgId, async (tx) => office.people.personForSlack(tx, `U-page-${index}`));
    }
    const first = await members('page=1');
    expect(first.members).toHaveLength(50);
    const seen = new Set<string>();
    for (let page = 1; page <= Math.ceil(first.total / 50); page += 1) {
      for (const { id } of (await members(`page=${page}`)).members) seen.add(id);
    }
    expect(seen.size).toBe(first.total);
    expect((await members('page=1000')).members).toEqual([]);
    // Whom Slack alone knows has no name here, and stands last.
    expect(first.members[0]?.name).toBe('Ada');
  });
});
