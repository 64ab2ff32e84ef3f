import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { addressSchema } from '../../../platform/auth/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { createLimits } from '../../../platform/http/index.ts';

let world: World;
let office: Office;
let owner: Browser;
let token: string;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  token = await makeToken(owner);
});

type Resource = {
  id: string;
  userName: string;
  externalId?: string;
  displayName: string;
  name: { formatted: string; givenName?: string; familyName?: string };
  emails: { value: string }[];
  active: boolean;
  meta: { location: string; version: string };
};
type Answer = {
  status: number;
  headers: Headers;
  body: Resource & { totalResults: number; Resources: Resource[] } & Wrong;
};
type Wrong = { schemas: string[]; status: string; scimType?: string; detail: string };

const makeToken = async (as: Browser) =>
  ((await (await office.ask('/api/organisation/scim', { as, method: 'POST' })).json()) as { token: string }).token;

/** As an identity provider asks: no browser, no cookie, a token. */
async function scim(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const request = new Request(`http://localhost:3000/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer = await office.api.fetch(request);
  const { status, json } = await readAnswer(answer);
  return { status, headers: answer.headers, body: json };
}

/** A user as Okta's reference says that it creates one. */
const oktaUser = (userName: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
});

/** A user as Microsoft's tutorial says that Entra creates one. */
const entraUser = (name: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: `Test_User_${name}`,
  active: true,
  emails: [{ primary: true, type: 'work', value: `${name}@contoso.example` }],
  meta: { resourceType: 'User' },
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  roles: [],
});

const patchOf = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});
const address = () => `u-${crypto.randomUUID()}@okta.example`;
const quoted = (filter: string) => `/Users?filter=${encodeURIComponent(filter)}`;
async function added(userName = address()): Promise<Resource> {
  const answer = await scim('POST', '/Users', oktaUser(userName));
  expect(answer.status).toBe(201);
  return answer.body;
}
type Member = { id: string; name: string; email: string; roles: string[]; state: string };
const memberOf = async (id: string) => {
  const { members } = (await (await office.ask('/api/members', { as: owner })).json()) as { members: Member[] };
  return members.find((one) => one.id === id);
};
/** Signs in by a link to that address; null when no link comes, or it does not let in. */
async function signIn(email: string): Promise<string | null> {
  await office.ask('/api/sign-in/link', { body: { email } });
  while ((await office.jobs.runDue()) > 0);
  const found = /token=([\w-]+)/.exec(office.sent.findLast(({ to }) => to === email)?.text ?? '')?.[1];
  if (found === undefined) return null;
  const entered = await office.ask('/api/sign-in/verify', { body: { token: found } });
  return (
    entered.headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-coact='))
      ?.split(';')[0] ?? null
  );
}
const isSignedIn = async (cookie: string) =>
  ((await (await office.ask('/api/me', { headers: { cookie } })).json()) as { signedIn: boolean }).signedIn;

describe('Okta', () => {
  it('tests the connection, looks for a user, adds and links them', async () => {
    const test = await scim('GET', '/Users?startIndex=1&count=2');
    expect(test.body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    expect(test.headers.get('content-type')).toContain('application/scim+json');
    const userName = address();
    const none = await scim('GET', `${quoted(`userName eq "${userName}"`)}&startIndex=1&count=100`);
    expect([none.status, none.body.totalResults, none.body.Resources]).toEqual([200, 0, []]);

    const made = await scim('POST', '/Users', oktaUser(userName));
    expect([made.status, made.headers.get('location')]).toEqual([201, made.body.meta.location]);
    expect(made.body).toMatchObject({
      userName,
      displayName: 'Test User',
      active: true,
      emails: [{ value: userName }],
    });
    expect(made.body).toMatchObject({ externalId: '00ujl29u0le5T6Aj10h7', name: { givenName: 'Test' } });
    expect(JSON.stringify(made.body)).not.toContain('1mz050nq');
    const found = await scim('GET', quoted(`userName eq "${userName.toUpperCase()}"`));
    expect(found.body.Resources).toEqual([made.body]);
    expect((await scim('GET', `/Users/${made.body.id}`)).body).toEqual(made.body);
    expect(await memberOf(made.body.id)).toMatchObject({ state: 'invited', roles: ['employee'], name: 'Test User' });
    expect(office.sent.filter(({ to }) => to === userName)).toEqual([]);
  });

  it('replaces a user whole, and what it leaves out stays', async () => {
    const user = await added();
    const changed = {
      ...user,
      name: { givenName: 'Another', familyName: 'User' },
      displayName: 'Another User',
      groups: [],
    };
    const answer = await scim('PUT', `/Users/${user.id}`, { ...changed, externalId: undefined });
    expect([answer.status, answer.body.displayName, answer.body.name.givenName]).toEqual([
      200,
      'Another User',
      'Another',
    ]);
    expect([answer.body.externalId, answer.body.active]).toEqual(['00ujl29u0le5T6Aj10h7', true]);
    expect((await memberOf(user.id))?.name).toBe('Another User');
  });

  it('deactivates without a path: access and sessions end at once, and come back with it', async () => {
    const user = await added();
    const cookie = (await signIn(user.userName)) ?? '';
    expect(await isSignedIn(cookie)).toBe(true);
    expect((await memberOf(user.id))?.state).toBe('active');
    const off = await scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', value: { active: false } }));
    expect([off.status, off.body.active]).toEqual([200, false]);
    expect([await isSignedIn(cookie), await signIn(user.userName)]).toEqual([false, null]);
    const on = await scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', value: { active: true } }));
    expect(on.body.active).toBe(true);
    expect((await memberOf(user.id))?.state).toBe('active');
    expect(await signIn(user.userName)).not.toBeNull();
  });
});

describe('Microsoft Entra', () => {
  it('adds a user whose name is no address, and finds them by its own id', async () => {
    const name = crypto.randomUUID();
    const made = await scim('POST', '/Users', entraUser(name));
    expect([made.status, made.body.emails]).toEqual([
      201,
      [expect.objectContaining({ value: `${name}@contoso.example` })],
    ]);
    const found = await scim('GET', quoted('externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"'));
    expect(found.body.Resources.map(({ id }) => id)).toEqual([made.body.id]);
    const both = await scim('GET', quoted(`userName eq "Test_User_${name}" and externalId eq "none"`));
    expect(both.body.totalResults).toBe(0);
  });

  it('changes address and name by paths, in capitals', async () => {
    const { body: user } = await scim('POST', '/Users', entraUser(crypto.randomUUID()));
    const updated = `updated-${crypto.randomUUID()}@contoso.example`;
    const answer = await scim(
      'PATCH',
      `/Users/${user.id}`,
      patchOf(
        { op: 'Replace', path: 'emails[type eq "work"].value', value: updated },
        { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
        { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'Bar' },
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ emails: [{ value: updated }], name: { familyName: 'updatedFamilyName' } });
    expect(await memberOf(user.id)).toMatchObject({ email: updated, name: 'givenName updatedFamilyName' });
    // Who has not joined yet does so by the address that holds now.
    expect([await signIn(user.emails[0]?.value ?? ''), (await signIn(updated)) !== null]).toEqual([null, true]);
  });

  it('deactivates with a word for a truth value, and with whole paths in place of names', async () => {
    const { body: user } = await scim('POST', '/Users', entraUser(crypto.randomUUID()));
    const off = await scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'Replace', path: 'active', value: 'False' }));
    expect([off.status, off.body.active]).toEqual([200, false]);
    const value = { active: 'True', 'name.givenName': 'New', displayName: 'New Name' };
    const on = await scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'Add', value }));
    expect(on.body).toMatchObject({ active: true, displayName: 'New Name', name: { givenName: 'New' } });
  });
});

describe('a user', () => {
  it('is added once, by two requests at once as well', async () => {
    const userName = address();
    const answers = await Promise.all([1, 2].map(() => scim('POST', '/Users', oktaUser(userName))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      ...{ status: '409', scimType: 'uniqueness' },
    });
    const sameAddress = { ...oktaUser('other-name'), emails: [{ value: userName.toUpperCase(), primary: true }] };
    expect((await scim('POST', '/Users', sameAddress)).body.scimType).toBe('uniqueness');
  });

  it('who is here already is found by their address, and linked', async () => {
    const bea = await office.signInAs(owner.orgId, 'publisher', 'Bea');
    const email = (await memberOf(bea.personId))?.email ?? '';
    const { body } = await scim('GET', quoted(`userName eq "${email}"`));
    expect(body.Resources).toMatchObject([{ id: bea.personId, userName: email, active: true }]);
    await scim('PUT', `/Users/${bea.personId}`, { ...oktaUser(email), displayName: 'Beatrice' });
    expect(await memberOf(bea.personId)).toMatchObject({
      name: 'Beatrice',
      roles: ['publisher', 'employee'],
      state: 'active',
    });
    expect(await isSignedIn(bea.headers.cookie ?? '')).toBe(true);
  });

  it('removed by the provider is deactivated, gone for it, and the same person when added again', async () => {
    const user = await added();
    const cookie = (await signIn(user.userName)) ?? '';
    expect((await scim('DELETE', `/Users/${user.id}`)).status).toBe(204);
    expect(await memberOf(user.id)).toMatchObject({ state: 'deactivated' });
    expect(await isSignedIn(cookie)).toBe(false);
    for (const method of ['GET', 'DELETE']) expect((await scim(method, `/Users/${user.id}`)).status).toBe(404);
    expect((await scim('GET', quoted(`userName eq "${user.userName}"`))).body.totalResults).toBe(0);
    const again = await scim('POST', '/Users', oktaUser(user.userName));
    expect([again.status, again.body.id]).toEqual([201, user.id]);
    expect(await memberOf(user.id)).toMatchObject({ state: 'active' });
  });

  it('whom a manager has deactivated in Coact stays so', async () => {
    const user = await added();
    await signIn(user.userName);
    await office.ask(`/api/members/${user.id}`, { as: owner, method: 'DELETE' });
    const on = await scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', value: { active: true } }));
    expect([on.status, on.body.active, (await memberOf(user.id))?.state]).toEqual([200, false, 'deactivated']);
  });

  it('of another organisation is not there', async () => {
    const user = await added();
    token = await makeToken(await office.found('Elsewhere'));
    const calls = [
      scim('GET', `/Users/${user.id}`),
      scim('PUT', `/Users/${user.id}`, oktaUser(address())),
      scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', value: { active: false } })),
      scim('DELETE', `/Users/${user.id}`),
      scim('GET', '/Users/018f0000-0000-7000-8000-0000000000aa'),
      scim('GET', '/Users/not-an-id'),
    ];
    const answers = await Promise.all(calls);
    for (const { status, body } of answers) expect([status, body]).toEqual([404, answers[4]?.body]);
    expect((await scim('GET', quoted(`userName eq "${user.userName}"`))).body.totalResults).toBe(0);
  });

  it('is changed only as long as it is as it was read', async () => {
    const user = await added();
    const { version } = user.meta;
    const unchanged = await scim('GET', `/Users/${user.id}`, undefined, { 'if-none-match': version });
    expect([unchanged.status, unchanged.headers.get('etag')]).toEqual([304, version]);
    const rename = (displayName: string) =>
      scim('PATCH', `/Users/${user.id}`, patchOf({ op: 'replace', value: { displayName } }), { 'if-match': version });
    expect((await rename('First')).status).toBe(200);
    expect((await rename('Second')).status).toBe(412);
    expect((await scim('DELETE', `/Users/${user.id}`, undefined, { 'if-match': version })).status).toBe(412);
    expect((await memberOf(user.id))?.name).toBe('First');
  });

  it('stands in the database without name at the provider or address', async () => {
    const userName = address();
    const user = await added(userName);
    const { rows } = await world.db.inOrg(owner.orgId, (tx) =>
      sql<{ text: string }>`select t::text || p::text as text from scim_users t join people p on p.id = t.person_id
        where t.person_id = ${user.id}`.execute(tx.on()),
    );
    expect(rows).toHaveLength(1);
    for (const secret of [userName, Buffer.from(userName).toString('hex'), '00ujl29u0le5T6Aj10h7']) {
      expect(rows[0]?.text).not.toContain(secret);
    }
    const acts = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
    expect(acts.map(({ entry }) => entry.action)).toEqual(
      expect.arrayContaining(['people.scim_token_made', 'people.scim_user_added']),
    );
    expect(JSON.stringify(acts)).not.toContain(userName);
  });
});

describe('owners', () => {
  const off = patchOf({ op: 'replace', value: { active: false } });

  it('are not left without any: the last one stays', async () => {
    const refused = await scim('PATCH', `/Users/${owner.personId}`, off);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('last owner')]);
    expect((await scim('DELETE', `/Users/${owner.personId}`)).status).toBe(403);
    const second = await office.signInAs(owner.orgId, 'owner');
    const answers = await Promise.all([owner, second].map(({ personId }) => scim('PATCH', `/Users/${personId}`, off)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
  });

  it('are neither made nor taken over: rights are no attribute, and their address stays', async () => {
    const user = await added();
    const roles = patchOf({ op: 'add', path: 'roles', value: [{ value: 'owner' }] });
    expect((await scim('PATCH', `/Users/${user.id}`, roles)).status).toBe(200);
    expect((await memberOf(user.id))?.roles).toEqual(['employee']);
    for (const value of [{ userName: address() }, { emails: [{ value: address(), primary: true }] }]) {
      const refused = await scim('PATCH', `/Users/${owner.personId}`, patchOf({ op: 'replace', value }));
      expect([refused.status, refused.body.scimType]).toEqual([403, 'mutability']);
    }
    const renamed = patchOf({ op: 'replace', path: 'displayName', value: 'Olga the First' });
    expect((await scim('PATCH', `/Users/${owner.personId}`, renamed)).status).toBe(200);
    expect((await memberOf(owner.personId))?.roles).toContain('owner');
  });
});

describe('what is not understood', () => {
  const patched = (operation: object) => async (id: string) => scim('PATCH', `/Users/${id}`, patchOf(operation));
  it.each([
    [400, 'invalidSyntax', async () => scim('POST', '/Users', '{')],
    [400, 'invalidValue', async () => scim('POST', '/Users', '[]')],
    [400, 'invalidValue', async () => scim('POST', '/Users', { active: true })],
    [400, 'invalidValue', async () => scim('POST', '/Users', { userName: 'no address' })],
    [400, 'invalidValue', async () => scim('POST', '/Users', { ...oktaUser(address()), active: 'perhaps' })],
    [400, 'invalidValue', async () => scim('POST', '/Users', { ...oktaUser(address()), displayName: 'x'.repeat(200) })],
    [400, 'invalidValue', async () => scim('POST', '/Users', { ...oktaUser(address()), displayName: 'a\u0000b' })],
    [400, 'invalidFilter', async () => scim('GET', quoted('userName sw "a"'))],
    [400, 'invalidFilter', async () => scim('GET', quoted('userName eq "a" or userName eq "b"'))],
    [400, 'invalidFilter', async () => scim('GET', quoted('title eq "a"'))],
    [400, 'invalidSyntax', async (id: string) => scim('PATCH', `/Users/${id}`, { Operations: [] })],
    [400, 'invalidSyntax', patched({ op: 'move', path: 'active', value: true })],
    [400, 'invalidPath', patched({ op: 'replace', path: 'emails[', value: 'x' })],
    [400, 'invalidValue', patched({ op: 'replace', path: 'active', value: 'maybe' })],
    [400, 'invalidValue', patched({ op: 'replace', value: true })],
    [400, 'noTarget', patched({ op: 'remove' })],
    [400, 'mutability', patched({ op: 'remove', path: 'userName' })],
    [501, undefined, async () => scim('GET', '/Groups')],
    [501, undefined, async () => scim('POST', '/Groups', { displayName: 'Bar' })],
  ] as const)('is answered %i %s in SCIM’s own shape', async (status, scimType, ask) => {
    const user = await added();
    const { body, headers, ...answer } = await ask(user.id);
    expect([answer.status, body.status, body.scimType]).toEqual([status, String(status), scimType]);
    expect(body.detail.length).toBeGreaterThan(10);
    expect(headers.get('content-type')).toContain('application/scim+json');
  });

  it('but is known to providers changes nothing', async () => {
    const user = await added();
    const others = [
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+15550100' },
      { op: 'replace', path: 'title', value: 'Chef' },
      { op: 'remove', path: 'nickName' },
      { op: 'add', path: 'emails[type eq "home"].value', value: 'home@x.example' },
    ];
    const { status, body } = await scim('PATCH', `/Users/${user.id}`, patchOf(...others));
    expect([status, body]).toEqual([200, user]);
  });
});

describe('pages', () => {
  it('hold each user once, and take any numbers', async () => {
    for (let count = 0; count < 5; count += 1) await added();
    const seen: string[] = [];
    for (let start = 1; start <= 6; start += 2) {
      const { body } = await scim('GET', `/Users?startIndex=${start}&count=2`);
      expect(body.totalResults).toBe(6);
      seen.push(...body.Resources.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(6);
    const sizes = ['count=0', 'count=-1', 'startIndex=-5', 'startIndex=99', 'count=x&startIndex=9999999999'];
    const lengths = await Promise.all(
      sizes.map(async (query) => (await scim('GET', `/Users?${query}`)).body.Resources.length),
    );
    expect(lengths).toEqual([0, 0, 6, 0, 6]);
  });

  it('tell what can be done', async () => {
    expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({
      ...{
        patch: { supported: true },
        bulk: { supported: false },
        filter: { supported: true },
        etag: { supported: true },
      },
    });
    expect((await scim('GET', '/ResourceTypes')).body.Resources).toMatchObject([{ id: 'User', endpoint: '/Users' }]);
    const schema = 'urn:ietf:params:scim:schemas:core:2.0:User';
    expect((await scim('GET', `/Schemas/${schema}`)).body).toMatchObject({ id: schema });
    expect((await scim('GET', '/Schemas/none')).status).toBe(404);
  });
});

describe('the token', () => {
  const opens = async () => (await scim('GET', '/Users')).status;

  it('is shown once, replaced by the next one, and worth nothing once revoked', async () => {
    const state = async () => (await office.ask('/api/organisation/scim', { as: owner })).text();
    expect(await opens()).toBe(200);
    expect(await state()).not.toContain(token);
    expect(JSON.parse(await state())).toMatchObject({
      baseUrl: 'http://localhost:3000/scim/v2',
      token: { madeBy: 'Olga Owner', lastUsedAt: expect.any(String) },
    });
    const first = token;
    token = await makeToken(owner);
    expect(await opens()).toBe(200);
    const { rows } = await world.db.inOrg(owner.orgId, (tx) =>
      sql<{ text: string }>`select t::text as text from scim_tokens t`.execute(tx.on()),
    );
    expect(rows[0]?.text).not.toContain(token);
    expect((await office.ask('/api/organisation/scim', { as: owner, method: 'DELETE' })).status).toBe(204);
    expect(await opens()).toBe(401);
    token = first;
    expect(await opens()).toBe(401);
    expect((await office.ask('/api/organisation/scim', { as: owner, method: 'DELETE' })).status).toBe(404);
  });

  it('is asked for on every address, in SCIM’s own shape', async () => {
    for (const wrong of ['', 'coact_scim_x', `coact_scim_${'a'.repeat(43)}`, owner.headers.cookie ?? '']) {
      token = wrong;
      const { status, headers, body } = await scim('POST', '/Users', oktaUser(address()));
      expect([status, body.status, headers.get('www-authenticate')]).toEqual([401, '401', 'Bearer realm="Coact"']);
    }
  });

  it('is made by owners and admins who have just proved that it’s them', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin');
    expect((await office.ask('/api/organisation/scim', { as: admin, method: 'POST' })).status).toBe(201);
    const auditor = await office.signInAs(owner.orgId, 'auditor');
    expect((await office.ask('/api/organisation/scim', { as: auditor })).status).toBe(403);
    await sql`update sessions set stepped_up_at = now() - interval '11 minutes' where user_id = ${owner.userId}`.execute(
      world.db.kysely,
    );
    for (const method of ['POST', 'DELETE']) {
      const answer = await office.ask('/api/organisation/scim', { as: owner, method });
      expect(((await answer.json()) as { code: string }).code).toBe('step_up_needed');
    }
  });

  it('may ask so often and no more', async () => {
    const strict = await openOffice(world, { limits: createLimits(1 / 1_000) });
    const headers = { authorization: `Bearer ${token}` };
    const ask = () => strict.api.fetch(new Request('http://localhost:3000/scim/v2/Users', { headers }));
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push(await ask());
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused?.json()).toMatchObject({ status: '429' });
  });

  it('lets nobody in whose address the organisation has not proved', async () => {
    const elsewhere = await office.found('Elsewhere');
    const email = addressSchema.parse(address());
    const userId = await office.auth.ensureUser(email, true);
    await office.people.addMember(elsewhere.orgId, { name: 'Pia', roles: ['employee'], userId, email });
    const user = await added(email);
    expect((await office.people.organisationsOf(userId)).map(({ id }) => id)).toEqual([elsewhere.orgId]);
    expect(await memberOf(user.id)).toMatchObject({ state: 'invited' });
  });
});
