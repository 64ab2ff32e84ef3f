import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, cookieFrom, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { addressSchema } from '../../platform/auth/index.ts';
import { sql } from '../../platform/db/index.ts';

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

type Shown = { id: string; name: string; email: string | null; roles: string[]; state: string; slack: boolean };

const members = async (as: Browser) =>
  ((await (await office.ask('/api/members', { as })).json()) as { members: Shown[] }).members;
const change = (as: Browser, id: string, body: unknown) =>
  office.ask(`/api/members/${id}`, { as, method: 'PATCH', body });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

async function invite(as: Browser, email: string, roles: string[] = ['publisher']) {
  const answer = await office.ask('/api/members', { as, body: { name: 'Pia Publisher', email, roles } });
  await office.jobs.runDue();
  const mail = office.sent.findLast(({ to }) => to === email);
  return { answer, token: /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '' };
}

const address = () => `pia-${crypto.randomUUID()}@example.com`;
const accept = (token: string, as?: Browser) => office.ask('/api/sign-in/verify', { as, body: { token } });

describe('an invitation', () => {
  it('makes a member of who accepts it, and none before', async () => {
    const email = address();
    const { answer, token } = await invite(owner, email);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      email,
      state: 'invited',
      roles: ['publisher', 'employee'],
      slack: false,
    });
    const entered = await accept(token);
    expect(entered.status).toBe(200);
    const cookie = cookieFrom(entered) ?? '';
    expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({
      can: { publish: true, manage: false },
      organisation: { id: owner.orgId },
    });
    expect((await members(owner)).find((one) => one.email === email)?.state).toBe('active');
    expect((await accept(token)).status).toBe(422);
  });

  it('never signs in somebody who has an account: only their own sign-in accepts it', async () => {
    const email = addressSchema.parse(address());
    const elsewhere = await office.found('Elsewhere');
    const userId = await office.auth.ensureUser(email, true);
    await office.people.addMember(elsewhere.orgId, { name: 'Pia', roles: ['employee'], userId, email });
    const { token } = await invite(owner, email);
    const refused = await accept(token);
    expect(refused.status).toBe(409);
    expect(cookieFrom(refused)).toBeNull();
    expect((await accept(token, owner)).status).toBe(409);

    const { setCookie } = await office.auth.startSession(userId, new Request('http://localhost:3000'));
    const cookie = setCookie[0]?.split(';')[0] ?? '';
    expect((await office.ask('/api/sign-in/verify', { body: { token }, headers: { cookie } })).status).toBe(200);
    expect((await members(owner)).find((one) => one.email === email)?.state).toBe('active');
  });

  it('is withdrawn by removing the person', async () => {
    const { answer, token } = await invite(owner, address());
    const { id } = (await answer.json()) as Shown;
    expect((await office.ask(`/api/members/${id}`, { as: owner, method: 'DELETE' })).status).toBe(204);
    expect((await accept(token)).status).toBe(403);
    expect((await members(owner)).some((one) => one.id === id)).toBe(false);
  });

  it('is made once for an address', async () => {
    const email = address();
    await invite(owner, email);
    const { answer } = await invite(owner, email.toUpperCase());
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ fields: { email: 'This address is a member already.' } });
  });

  it('can be answered by a plain sign-in link to the same address too', async () => {
    const email = address();
    await invite(owner, email);
    await office.ask('/api/sign-in/link', { body: { email } });
    await office.jobs.runDue();
    const token = /token=([\w-]+)/.exec(office.sent.findLast(({ to }) => to === email)?.text ?? '')?.[1] ?? '';
    expect((await accept(token)).status).toBe(200);
  });

  it('explains what is wrong with it', async () => {
    const answer = await office.ask('/api/members', {
      as: owner,
      body: { name: ' ', email: 'nobody', roles: ['king'] },
    });
    expect(answer.status).toBe(422);
    const { fields } = (await answer.json()) as { fields: Record<string, string> };
    expect(fields).toMatchObject({ name: 'Please enter a name.', email: 'Please enter an e-mail address.' });
    expect(Object.keys(fields)).toContain('roles.0');
  });
});

describe('members', () => {
  it('are changed by owners and admins only, and seen by payroll and auditors too', async () => {
    for (const role of ['publisher', 'auditor', 'payroll', 'scheduler', 'employee'] as const) {
      const browser = await office.signInAs(owner.orgId, role);
      const sees = role === 'auditor' || role === 'payroll';
      expect((await office.ask('/api/members', { as: browser })).status).toBe(sees ? 200 : 403);
      expect((await change(browser, owner.personId, { roles: [] })).status).toBe(403);
    }
    const admin = await office.signInAs(owner.orgId, 'admin');
    expect((await members(admin)).length).toBe(7);
  });

  it('of another organisation do not exist', async () => {
    const stranger = await office.found('Elsewhere');
    const foreign = await change(stranger, owner.personId, { roles: [] });
    const unknown = await change(stranger, '018f0000-0000-7000-8000-00000000dead', { roles: [] });
    const nonsense = await change(stranger, 'nonsense', { roles: [] });
    const texts = await Promise.all(
      [foreign, unknown, nonsense].map(async (answer) => `${answer.status} ${await answer.text()}`),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('404');
    expect((await members(stranger)).some((one) => one.id === owner.personId)).toBe(false);
  });

  it('of another organisation are not reached by naming it in the header', async () => {
    const stranger = await office.found('Elsewhere');
    const answer = await office.ask('/api/members', { as: stranger, headers: { 'x-coact-org': owner.orgId } });
    expect(answer.status).toBe(404);
  });

  it('lose a right at once', async () => {
    const publisher = await office.signInAs(owner.orgId, 'admin');
    expect((await office.ask('/api/members', { as: publisher })).status).toBe(200);
    await change(owner, publisher.personId, { roles: [] });
    expect((await office.ask('/api/members', { as: publisher })).status).toBe(403);
    await change(owner, publisher.personId, { state: 'deactivated' });
    expect((await office.ask('/api/organisation', { as: publisher })).status).toBe(401);
  });

  it('who were deactivated have no session left, here or on another device', async () => {
    const person = await office.signInAs(owner.orgId, 'employee');
    const { setCookie } = await office.auth.startSession(person.userId, new Request('http://localhost:3000'));
    const device = setCookie[0]?.split(';')[0] ?? '';
    await office.ask(`/api/members/${person.personId}`, { as: owner, method: 'DELETE' });
    for (const cookie of [device, person.headers.cookie ?? '']) {
      expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });
    }
  });

  it('include an owner always', async () => {
    for (const body of [{ roles: ['admin'] }, { state: 'deactivated' }]) {
      const answer = await change(owner, owner.personId, body);
      expect(answer.status).toBe(409);
      expect(await codeOf(answer)).toBe('last_owner');
    }
    const second = await office.signInAs(owner.orgId, 'owner');
    expect((await change(owner, owner.personId, { roles: [] })).status).toBe(200);
    expect((await office.ask(`/api/members/${second.personId}`, { as: second, method: 'DELETE' })).status).toBe(409);
  });

  it('include an owner even when two of them remove each other at once', async () => {
    const second = await office.signInAs(owner.orgId, 'owner');
    const answers = await Promise.all([
      change(owner, second.personId, { state: 'deactivated' }),
      change(second, owner.personId, { state: 'deactivated' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('who are admins cannot make owners, nor touch them', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin');
    expect((await change(admin, admin.personId, { roles: ['owner'] })).status).toBe(403);
    expect((await change(admin, owner.personId, { state: 'deactivated' })).status).toBe(403);
    expect((await invite(admin, address(), ['owner'])).answer.status).toBe(403);
    expect((await change(admin, admin.personId, { roles: ['admin', 'publisher'] })).status).toBe(200);
  });

  it('cannot be given fields that nobody asked for', async () => {
    const person = await office.signInAs(owner.orgId, 'employee');
    const answer = await change(owner, person.personId, { roles: [], userId: owner.userId, org_id: owner.orgId });
    expect(answer.status).toBe(422);
  });

  it('are audited whenever they change', async () => {
    const person = await office.signInAs(owner.orgId, 'employee');
    await change(owner, person.personId, { roles: ['publisher'] });
    await invite(owner, address());
    const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
    expect(entries.map(({ entry }) => entry.action)).toEqual([
      'people.organisation_founded',
      'people.member_joined',
      'people.member_changed',
      'people.member_invited',
    ]);
    expect(entries[2]?.entry).toMatchObject({
      actor: { kind: 'person', id: owner.personId },
      detail: { rolesBefore: 'employee', roles: 'publisher,employee' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/@example|Pia/);
    expect(await office.audit.verify(owner.orgId)).toMatchObject({ ok: true, entries: 4 });
  });

  it('stand in the database without a readable address, from the invitation on', async () => {
    const email = address();
    // The mail is still waiting, so that every place it passes is looked at.
    await office.ask('/api/members', { as: owner, body: { name: 'Pia', email } });
    const read = (table: string) => sql<{ text: string }>`select t::text as text from ${sql.raw(table)} t`;
    const ours = await world.db.inOrg(owner.orgId, async (tx) => {
      const rows = [];
      for (const table of ['people', 'outgoing_mails', 'audit_entries']) {
        const found = await read(table).execute(tx.on<object>());
        expect(found.rows.length).toBeGreaterThan(0);
        rows.push(...found.rows);
      }
      return rows;
    });
    const global = ['users', 'sign_in_links', 'jobs.job'].map((table) => read(table).execute(world.db.kysely));
    const rows = [...ours, ...(await Promise.all(global)).flatMap((found) => found.rows)];
    const texts = rows.map(({ text }) => text).join('\n');
    expect(texts).not.toContain(email);
    expect(texts).not.toContain(Buffer.from(email).toString('hex'));
  });
});
