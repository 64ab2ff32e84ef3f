import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, cookieFrom, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openSlackIssuer, type SlackIssuer } from '../../../test/support/slack-issuer.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { addressSchema, openSlackSignIn } from '../../platform/auth/index.ts';
import type { OrgId } from '../../platform/db/index.ts';

const publicUrl = 'http://localhost:3000';
let world: World;
let office: Office;
let issuer: SlackIssuer;
let owner: Browser;
let slackUserId: string;
let count = 0;

/** What Slack would say, and what it was asked. */
const slack = {
  org: null as OrgId | null,
  membership: 'active' as 'active' | 'inactive' | 'unknown',
  email: 'sam@example.com' as string | null,
  read: [] as string[],
};

beforeAll(async () => {
  world = await openWorld();
  issuer = await openSlackIssuer(`${publicUrl}/api/sign-in/slack/callback`);
  office = await openOffice(world, {
    slackSignIn: openSlackSignIn({ ...issuer, publicUrl }),
    slack: {
      organisationOfTeam: async (teamId) => (teamId === 'T0001' ? slack.org : null),
      membership: async () => slack.membership,
      readEmail: async (_org, id, purpose) => {
        slack.read.push(`${id} ${purpose}`);
        return slack.email;
      },
    },
  });
});
afterAll(async () => {
  await issuer[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(async () => {
  owner = await office.found();
  count += 1;
  slackUserId = `U${count.toString().padStart(4, '0')}`;
  Object.assign(slack, { org: owner.orgId, membership: 'active', email: `sam${count}@example.com`, read: [] });
});

/** A browser goes to Slack and comes back. */
async function signIn(as?: Browser, returnTo = '/requests'): Promise<Response> {
  const begun = await office.ask(`/api/sign-in/slack?returnTo=${encodeURIComponent(returnTo)}`);
  const back = new URL(await issuer.click(begun.headers.get('location') ?? '', slackUserId));
  const cookies = [begun.headers.getSetCookie()[0]?.split(';')[0], as?.headers.cookie].filter(
    (one) => one !== undefined,
  );
  return office.ask(back.pathname + back.search, { headers: { cookie: cookies.join('; ') } });
}

async function confirm(): Promise<Response> {
  await office.jobs.runDue();
  const mail = office.sent.findLast(({ to }) => to === slack.email);
  const token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'x'.repeat(43);
  return office.ask('/api/sign-in/verify', { body: { token } });
}

const personOf = (id = slackUserId) => world.db.inOrg(owner.orgId, (tx) => office.people.personForSlack(tx, id));

describe('a first sign-in with Slack', () => {
  it('reads the address once, confirms it by mail, and needs neither afterwards', async () => {
    const first = await signIn();
    expect(first.status).toBe(200);
    expect(await first.text()).toContain('check your mail');
    expect(cookieFrom(first)).toBeNull();
    expect(slack.read).toEqual([`${slackUserId} sign_up`]);

    const confirmed = await confirm();
    expect(await confirmed.json()).toEqual({ returnTo: '/requests' });
    const me = await (await office.ask('/api/me', { headers: { cookie: cookieFrom(confirmed) ?? '' } })).json();
    expect(me).toMatchObject({ user: { name: 'Sam Slack', email: slack.email }, roles: ['employee'] });

    const later = await signIn();
    expect(later.status).toBe(302);
    expect(later.headers.get('location')).toBe('/requests');
    expect(cookieFrom(later)).not.toBeNull();
    expect(slack.read).toHaveLength(1);
  });

  it('does not let in whoever has the same address elsewhere: the mailbox decides, not the claim', async () => {
    slack.email = (await (await office.ask('/api/me', { as: owner })).json()).user.email;
    const answer = await signIn();
    expect(cookieFrom(answer)).toBeNull();
    expect((await personOf()).userId).toBeNull();
  });

  it('keeps the person that already connected accounts from Slack', async () => {
    const before = await personOf();
    await signIn();
    await confirm();
    expect(await personOf()).toMatchObject({ id: before.id, state: 'active' });
    expect((await personOf()).userId).not.toBeNull();
  });

  it('joins with an invitation to the same address, roles and all', async () => {
    const email = slack.email ?? '';
    await office.ask('/api/members', { as: owner, body: { name: 'Sam', email, roles: ['publisher'] } });
    await office.jobs.runDue();
    const before = await personOf();
    await signIn();
    expect((await confirm()).status).toBe(200);
    const after = await personOf();
    expect(after).toMatchObject({ id: before.id, state: 'active' });
    expect(after.roles.toSorted()).toEqual(['employee', 'publisher']);
    const { members } = (await (await office.ask('/api/members', { as: owner })).json()) as {
      members: { email: string | null; slack: boolean }[];
    };
    expect(members.filter((one) => one.email === email)).toMatchObject([{ slack: true, name: 'Sam' }]);
  });

  it('makes one person of them and of whoever was added under their address without an invitation', async () => {
    const email = addressSchema.parse(slack.email);
    const added = await office.people.addMember(owner.orgId, { name: 'Added Ana', roles: ['publisher'], email });
    await signIn();
    expect(cookieFrom(await confirm())).not.toBeNull();
    expect(await personOf()).toMatchObject({ state: 'active', roles: expect.arrayContaining(['publisher']) });
    const resting = await world.db.inOrg(owner.orgId, (tx) => office.people.person(tx, added.id));
    expect(resting).toMatchObject({ state: 'deactivated' });
  });

  it('is refused where Slack has no address for the person', async () => {
    slack.email = null;
    const answer = await signIn();
    expect(answer.headers.get('location')).toBe('/sign-in?problem=no_address');
  });
});

describe('sign-in with Slack', () => {
  it('links who is signed in already, without a mail', async () => {
    const linked = await signIn(owner);
    expect(linked.headers.get('location')).toBe('/requests');
    expect(slack.read).toEqual([]);
    expect(await personOf()).toMatchObject({ userId: owner.userId, id: owner.personId });
    const again = await signIn();
    expect(cookieFrom(again)).not.toBeNull();
  });

  it('does not link a member of another organisation', async () => {
    const stranger = await office.found('Elsewhere');
    const answer = await signIn(stranger);
    expect(await answer.text()).toContain('check your mail');
    expect((await personOf()).userId).toBeNull();
  });

  it('does not take a Slack person away from their user', async () => {
    await signIn(owner);
    const other = await office.signInAs(owner.orgId, 'employee');
    await signIn(other);
    expect((await personOf()).userId).toBe(owner.userId);
  });

  it('is refused to a workspace that is not connected', async () => {
    slack.org = null;
    expect((await signIn()).headers.get('location')).toBe('/sign-in?problem=not_member');
  });

  it('is refused to who was deactivated in Slack, whose sessions end', async () => {
    const entered = await signIn(owner);
    const cookie = cookieFrom(entered) ?? '';
    expect((await office.ask('/api/organisation', { headers: { cookie } })).status).toBe(200);
    slack.membership = 'inactive';
    const refused = await signIn();
    expect(refused.headers.get('location')).toBe('/sign-in?problem=deactivated');
    expect(cookieFrom(refused)).toBeNull();
    expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });

    slack.membership = 'active';
    expect((await signIn()).headers.get('location')).toBe('/requests');
  });

  it('does not bring back whom a manager deactivated', async () => {
    const member = await office.signInAs(owner.orgId, 'employee');
    await signIn(member);
    await office.ask(`/api/members/${member.personId}`, { as: owner, method: 'PATCH', body: { state: 'deactivated' } });
    expect((await signIn()).headers.get('location')).toBe('/sign-in?problem=deactivated');
  });

  it('goes on while Slack cannot be asked: its own sign-in just answered', async () => {
    await signIn(owner);
    slack.membership = 'unknown';
    expect((await signIn()).headers.get('location')).toBe('/requests');
  });

  it('checks members who come by mail as well', async () => {
    const email = addressSchema.parse(slack.email);
    const userId = await office.auth.ensureUser(email, true);
    await office.people.addMember(owner.orgId, { name: 'Sam', roles: ['employee'], userId, slackUserId, email });
    await office.ask('/api/sign-in/link', { body: { email } });
    slack.membership = 'inactive';
    const answer = await confirm();
    expect(answer.status).toBe(403);
    expect(await personOf()).toMatchObject({ state: 'deactivated' });
  });

  it('ends at once when Slack says that a member left', async () => {
    const cookie = cookieFrom(await signIn(owner)) ?? '';
    await office.people.followSlackMember(owner.orgId, slackUserId, false);
    expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });
    expect(await world.db.inOrg(owner.orgId, (tx) => office.people.actorForSlack(tx, slackUserId))).toBeNull();
  });

  it('leads to the sign-in page when the answer is none of this browser’s', async () => {
    const answer = await office.ask('/api/sign-in/slack/callback?code=x&state=y');
    expect(answer.headers.get('location')).toBe('/sign-in?problem=forged');
    expect(answer.headers.get('set-cookie')).toContain('__Host-coact-slack=; Max-Age=0');
  });
});

describe('without a Slack app', () => {
  it('there is no such way in', async () => {
    const plain = await openOffice(world);
    expect((await plain.ask('/api/sign-in/slack')).status).toBe(404);
    expect(await (await plain.ask('/api/me')).json()).toMatchObject({ signIn: { slack: false } });
  });
});
