import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';

let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;
beforeAll(async () => {
  world = await openWorld();
  const read = async (_tx: unknown, personId: string) => ({ wishes: [`of ${personId}`] });
  office = await openOffice(world, { above: { personalSources: [{ title: 'Wishes', read }] } });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
});

const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
type Mine = {
  sections: { title: string; content: Record<string, unknown> }[];
  looks: { by: string; act: string; fields: string }[];
  recorded: { by: string; act: string }[];
};
const mine = async (as: Browser) => (await (await ask('GET', '/api/my-data', undefined, as)).json()) as Mine;
const section = ({ sections }: Mine, title: string) => sections.find((one) => one.title === title)?.content;

describe('the copy of what is held about somebody', () => {
  it('holds what they said, what others keep about them, and what other slices hold', async () => {
    const address = 'Rua das Flores 1';
    await ask('PATCH', '/api/profile', { address, seenBy: { address: 'managers' } }, ana);
    await ask('PATCH', `/api/people/${ana.personId}/employment`, { seniority: 'Senior', managerId: owner.personId });
    await ask('POST', `/api/people/${ana.personId}/notes`, { text: 'Not for their eyes', seenBy: 'managers' });
    const made = (await (await ask('POST', '/api/qualifications', { name: 'Forklift', expires: true })).json()) as {
      id: string;
    };
    const held = [{ qualificationId: made.id, expiresOn: '2027-01-31' }];
    await ask('PUT', `/api/people/${ana.personId}/qualifications`, { held });
    const bar = ((await (await ask('POST', '/api/departments', { name: 'Bar' })).json()) as { id: string }).id;
    await ask('PATCH', `/api/members/${ana.personId}`, { departments: [bar] });
    const copy = await mine(ana);
    expect(section(copy, 'Membership')).toMatchObject({ name: 'Ana', state: 'active' });
    expect(section(copy, 'Where you work')).toMatchObject({ departments: ['Bar'] });
    expect(section(copy, 'How to reach you')).toMatchObject({ address, email: expect.stringContaining('@') });
    expect(section(copy, 'Who sees it')).toMatchObject({ address: 'managers', phones: 'me' });
    expect(section(copy, 'Your work')).toMatchObject({ seniority: 'Senior', manager: 'Olga Owner' });
    expect(section(copy, 'Qualifications')).toEqual({ held: [{ qualification: 'Forklift', expiresOn: '2027-01-31' }] });
    expect(section(copy, 'Notes about you')).toMatchObject({ notes: [{ text: 'Not for their eyes' }] });
    expect(section(copy, 'Wishes')).toEqual({ wishes: [`of ${ana.personId}`] });
    expect(section(copy, 'Where you are signed in')).toMatchObject({ sessions: [{}] });
  });

  it('says who looked, the last first, and not that one looked oneself', async () => {
    await ask('PATCH', '/api/profile', { address: 'Rua 1', seenBy: { address: 'managers' } }, ana);
    expect((await mine(ana)).looks).toEqual([]);
    await ask('GET', `/api/people/${ana.personId}`);
    world.clock.advance(60_000);
    await ask('GET', '/api/members');
    await ask('GET', '/api/profile', undefined, ana);
    const { looks, recorded } = await mine(ana);
    expect(looks).toMatchObject([
      { by: 'Olga Owner', act: 'people.members_read' },
      { by: 'Olga Owner', act: 'people.profile_read', fields: 'address' },
    ]);
    expect(recorded.map(({ act }) => act)).toContain('people.profile_changed');
    world.clock.advance(1_000);
    expect((await mine(await office.signInAs(owner.orgId, 'employee'))).looks).toEqual([]);
  });

  it('holds nothing of anybody else', async () => {
    const bo = await office.signInAs(owner.orgId, 'employee', 'Bo');
    await ask('PATCH', '/api/profile', { address: 'Elsewhere 9' }, bo);
    await ask('GET', `/api/people/${bo.personId}`);
    expect(JSON.stringify(await mine(ana))).not.toMatch(/Elsewhere|"Bo"/);
  });
});
