import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, cookieFrom, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { addressSchema } from '../../platform/auth/index.ts';

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

const unique = () => `sam-${crypto.randomUUID()}@example.com`;
const verify = (token: string, headers?: Record<string, string>) =>
  office.ask('/api/sign-in/verify', { body: { token }, ...(headers ? { headers } : {}) });

/** The token of the newest mail to an address. */
async function tokenFor(address: string): Promise<string | null> {
  await office.jobs.runDue();
  const mail = office.sent.findLast(({ to }) => to === address);
  return /\/sign-in\/link\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? null;
}

async function memberWithMail(): Promise<string> {
  const email = addressSchema.parse(unique());
  const userId = await office.auth.ensureUser(email, true);
  await office.people.addMember(owner.orgId, { name: 'Sam', roles: ['employee'], userId, email });
  return email;
}

describe('a sign-in link', () => {
  it('goes to a member by mail, and lets in whoever clicks', async () => {
    const email = await memberWithMail();
    const answer = await office.ask('/api/sign-in/link', {
      body: { email: email.toUpperCase(), returnTo: '/requests?page=2' },
    });
    expect(answer.status).toBe(202);
    const entered = await verify((await tokenFor(email)) ?? '');
    expect(await entered.json()).toEqual({ returnTo: '/requests?page=2' });
    const cookie = cookieFrom(entered) ?? '';
    const me = await (await office.ask('/api/me', { headers: { cookie } })).json();
    expect(me).toMatchObject({ signedIn: true, user: { name: 'Sam', email }, roles: ['employee'] });
  });

  it('is asked for alike by members, strangers and the deactivated, of whom only members get a mail', async () => {
    const [known, gone] = [await memberWithMail(), await memberWithMail()];
    const goneUser = await office.auth.userOf(addressSchema.parse(gone));
    const members = (await (await office.ask('/api/members', { as: owner })).json()) as {
      members: { id: string; email: string }[];
    };
    const { id = '' } = members.members.find(({ email }) => email === gone) ?? {};
    await office.ask(`/api/members/${id}`, { as: owner, method: 'PATCH', body: { state: 'deactivated' } });
    const answers = await Promise.all(
      [known, gone, unique()].map(async (email) => {
        const answer = await office.ask('/api/sign-in/link', { body: { email } });
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(goneUser).not.toBeNull();
    expect(await tokenFor(known)).not.toBeNull();
    expect(await tokenFor(gone)).toBeNull();
  });

  it('works once', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const token = (await tokenFor(email)) ?? '';
    expect((await verify(token)).status).toBe(200);
    const again = await verify(token);
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ code: 'link_invalid' });
    expect(cookieFrom(again)).toBeNull();
  });

  it('is not used up by mail scanners that open it', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const token = (await tokenFor(email)) ?? '';
    await office.ask(`/sign-in/link?token=${token}`);
    await office.ask(`/api/sign-in/verify?token=${token}`);
    expect((await verify(token)).status).toBe(200);
  });

  it('expires after a quarter of an hour', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const token = (await tokenFor(email)) ?? '';
    world.clock.advance(15 * 60_000);
    expect((await verify(token)).status).toBe(422);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (returnTo) => {
      const email = await memberWithMail();
      await office.ask('/api/sign-in/link', { body: { email, returnTo } });
      expect(await (await verify((await tokenFor(email)) ?? '')).json()).toEqual({ returnTo: '/' });
    },
  );

  it('cannot be redeemed from another site', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const token = (await tokenFor(email)) ?? '';
    expect((await verify(token, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await verify(token, { 'x-coact': '' })).status).toBe(403);
    expect((await verify(token)).status).toBe(200);
  });

  it('gives the browser a session of its own, whatever was planted there', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const planted = await office.signInAs(owner.orgId, 'employee');
    const cookie = planted.headers.cookie ?? '';
    const entered = await verify((await tokenFor(email)) ?? '', { cookie });
    expect(cookieFrom(entered)).not.toBe(cookie);
    expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });
  });

  it('refuses one who was deactivated after it was sent', async () => {
    const email = await memberWithMail();
    await office.ask('/api/sign-in/link', { body: { email } });
    const token = (await tokenFor(email)) ?? '';
    const { members } = (await (await office.ask('/api/members', { as: owner })).json()) as {
      members: { id: string; email: string }[];
    };
    const { id = '' } = members.find((one) => one.email === email) ?? {};
    await office.ask(`/api/members/${id}`, { as: owner, method: 'DELETE' });
    const answer = await verify(token);
    expect(answer.status).toBe(403);
    expect(cookieFrom(answer)).toBeNull();
  });

  it('is mailed a few times only, and any of those lets in: nobody can be locked out', async () => {
    const email = await memberWithMail();
    const strict = await openOffice(world, { limits: (await import('../../platform/http/index.ts')).createLimits() });
    for (let index = 0; index < 8; index += 1)
      expect((await strict.ask('/api/sign-in/link', { body: { email } })).status).toBe(202);
    await strict.jobs.runDue();
    const mails = [...strict.sent, ...office.sent].filter(({ to }) => to === email);
    expect(mails).toHaveLength(5);
    const first = /token=([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
    expect((await verify(first)).status).toBe(200);
  });

  it('cannot be guessed at for long', async () => {
    const strict = await openOffice(world, { limits: (await import('../../platform/http/index.ts')).createLimits() });
    const answers = [];
    for (let index = 0; index < 61; index += 1) {
      answers.push((await strict.ask('/api/sign-in/verify', { body: { token: 'x'.repeat(43) } })).status);
    }
    expect(answers.slice(0, 60)).toEqual(Array(60).fill(422));
    expect(answers[60]).toBe(429);
  });
});

describe('signing out', () => {
  it('ends the session', async () => {
    const answer = await office.ask('/api/sign-out', { as: owner, method: 'POST' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await office.ask('/api/organisation', { as: owner })).status).toBe(401);
  });

  it('cannot be caused by another site', async () => {
    const from = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await office.ask('/api/sign-out', { as: owner, method: 'POST', headers: from })).status).toBe(403);
    expect((await office.ask('/api/organisation', { as: owner })).status).toBe(200);
  });
});
