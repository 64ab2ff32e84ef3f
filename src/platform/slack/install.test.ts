import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cookieOf, openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import type { OrgId } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { requiredScopes } from './scopes.ts';

let slackWorld: SlackWorld;
// Slack's SDK has a logger of its own, which writes to the console.
const consoles = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));

beforeAll(async () => {
  slackWorld = await openSlackWorld();
});
afterAll(() => slackWorld[Symbol.asyncDispose]());

let teams = 0;

/** A workspace of its own with one person whose address is a member's. */
function freshTeam(org: OrgId, email = 'ana@example.com'): string {
  teams += 1;
  const id = `TI${teams}`;
  slackWorld.fake.addTeam(id, `Team ${teams}`);
  slackWorld.fake.addUser(id, 'U1', { email });
  slackWorld.members.set(org, 'ana@example.com');
  return id;
}

function freshOrg(): OrgId {
  const orgId = slackWorld.world.newOrgId();
  slackWorld.signedIn = { ok: true, orgId, userId: 'user-1', personId: 'person-1' };
  return orgId;
}

const start = () => slackWorld.visit('/slack/install');
const location = (response: Response) => response.headers.get('location') ?? '';

async function install(teamId: string, more: { cancel?: boolean; enterprise?: boolean } = {}): Promise<Response> {
  const begun = await start();
  const back = slackWorld.fake.consent(location(begun), { teamId, userId: 'U1', ...more });
  return slackWorld.visit(back, cookieOf(begun));
}

describe('adding Coact to a workspace', () => {
  it('asks for the scopes, with a state bound to browser, member and organisation', async () => {
    const org = freshOrg();
    const begun = await start();
    const consent = new URL(location(begun));
    expect(begun.status).toBe(302);
    expect(`${consent.origin}${consent.pathname}`).toBe(slackWorld.fake.authorizeUrl);
    expect(consent.searchParams.get('scope')).toBe(requiredScopes.join(','));
    expect(consent.searchParams.get('user_scope')).toBeNull();
    expect(consent.searchParams.get('redirect_uri')).toBe('https://coact.test/slack/oauth_redirect');
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-coact-slack=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/,
    );
    const stored = await slackWorld.world.db.inOrg(org, (tx) =>
      sql<{ row: string }>`select s::text as row from slack_install_states s`.execute(tx.on()),
    );
    expect(JSON.stringify(stored.rows)).not.toContain(consent.searchParams.get('state')?.split('.')[1]);
  });

  it('stores the installation with its token sealed, and tells the slices who installed', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    const finished = await install(teamId);
    expect(location(finished)).toBe('https://coact.test/settings/slack?slack=connected');
    expect(finished.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await slackWorld.slack.status(org)).toMatchObject({
      configured: true,
      installed: { teamId, health: 'ok', missingScopes: [] },
    });
    expect(slackWorld.installed.at(-1)).toMatchObject({
      orgId: org,
      userId: 'user-1',
      slackUserId: 'U1',
      teamId,
      generation: 1,
    });
    const rows = await slackWorld.world.db.inOrg(org, (tx) =>
      sql<{ token: Uint8Array }>`select bot_token as token from slack_installations`.execute(tx.on()),
    );
    expect(Buffer.from(rows.rows[0]?.token ?? []).toString('latin1')).not.toContain('xoxb');
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ ok: true, teamId });
  });

  it('reads no address at the first installation', async () => {
    const before = slackWorld.emailReads.length;
    await install(freshTeam(freshOrg()));
    expect(slackWorld.emailReads.length).toBe(before);
  });

  it('takes a cancelled consent back to where it began', async () => {
    const org = freshOrg();
    const finished = await install(freshTeam(org), { cancel: true });
    expect(location(finished)).toBe('https://coact.test/settings/slack?slack=cancelled');
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: null });
  });

  it('sends people who are not signed in to the sign-in, and back', async () => {
    slackWorld.signedIn = { ok: false, why: 'signed_out' };
    expect(location(await start())).toBe('https://coact.test/sign-in?returnTo=%2Fslack%2Finstall');
  });

  it('sends an installation begun on Slack’s side to the sign-in', async () => {
    expect(location(await slackWorld.visit('/slack/oauth_redirect?code=abc'))).toContain('https://coact.test/sign-in');
  });

  it('lets two tabs of one browser both finish', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    const first = await start();
    const second = await slackWorld.visit('/slack/install', cookieOf(first));
    expect(cookieOf(second)).toBe(cookieOf(first));
    const back = slackWorld.fake.consent(location(first), { teamId, userId: 'U1' });
    expect(location(await slackWorld.visit(back, cookieOf(second)))).toContain('slack=connected');
  });
});

describe('a refused installation', () => {
  const refused = async (response: Response, words: string) => {
    expect(response.status).toBe(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(words);
  };

  it('needs the right to manage, at the start and at the end', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    const begun = await start();
    const back = slackWorld.fake.consent(location(begun), { teamId, userId: 'U1' });
    slackWorld.signedIn = { ok: false, why: 'not_allowed' };
    await refused(await slackWorld.visit(back, cookieOf(begun)), 'Ask one of them');
    await refused(await start(), 'Ask one of them');
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: null });
  });

  it('needs the second factor where one is required, and leads to it', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    const begun = await start();
    const back = slackWorld.fake.consent(location(begun), { teamId, userId: 'U1' });
    slackWorld.signedIn = { ok: false, why: 'second_factor' };
    for (const visit of [() => slackWorld.visit(back, cookieOf(begun)), start]) {
      await refused(await visit(), 'needs your second factor');
      expect(await (await visit()).text()).not.toContain('Ask one of them');
    }
    await refused(await start(), 'href="/account/second-factor-needed"');
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: null });
  });

  it('came back for another person than began it', async () => {
    const org = freshOrg();
    const begun = await start();
    const back = slackWorld.fake.consent(location(begun), { teamId: freshTeam(org), userId: 'U1' });
    slackWorld.signedIn = { ok: true, orgId: org, userId: 'user-2', personId: 'person-1' };
    await refused(await slackWorld.visit(back, cookieOf(begun)), 'Ask one of them');
  });

  it('came back in another browser, or in none that we know', async () => {
    const org = freshOrg();
    for (const cookie of ['', `__Host-coact-slack=${'a'.repeat(43)}`, '__Host-coact-slack=; x=1']) {
      const begun = await start();
      const back = slackWorld.fake.consent(location(begun), { teamId: freshTeam(org), userId: 'U1' });
      await refused(await slackWorld.visit(back, cookie), 'another browser');
    }
  });

  it('is a replay', async () => {
    const org = freshOrg();
    const begun = await start();
    const back = slackWorld.fake.consent(location(begun), { teamId: freshTeam(org), userId: 'U1' });
    expect((await slackWorld.visit(back, cookieOf(begun))).status).toBe(302);
    await refused(await slackWorld.visit(back, cookieOf(begun)), 'has been used');
  });

  it('ran out after ten minutes', async () => {
    const org = freshOrg();
    const begun = await start();
    const back = slackWorld.fake.consent(location(begun), { teamId: freshTeam(org), userId: 'U1' });
    slackWorld.world.clock.advance(600_001);
    await refused(await slackWorld.visit(back, cookieOf(begun)), 'ten minutes');
  });

  it.each([
    'forged',
    `00000000-0000-4000-8000-000000000000.${'a'.repeat(43)}`,
    `------------------------------------.${'a'.repeat(43)}`,
    "x'; drop table slack_installations; --",
    'a'.repeat(10_000),
  ])('has a forged state (%#)', async (state) => {
    const cookie = cookieOf(await start());
    await refused(
      await slackWorld.visit(`/slack/oauth_redirect?code=x&state=${encodeURIComponent(state)}`, cookie),
      'start it again',
    );
  });

  it("takes no other organisation's state", async () => {
    freshOrg();
    const begun = await start();
    const theirs = new URL(location(begun)).searchParams.get('state') ?? '';
    const state = `${slackWorld.world.newOrgId()}.${theirs.split('.')[1]}`;
    await refused(
      await slackWorld.visit(`/slack/oauth_redirect?code=x&state=${state}`, cookieOf(begun)),
      'start it again',
    );
  });

  it('has a code that Slack does not accept', async () => {
    freshOrg();
    const begun = await start();
    const state = new URL(location(begun)).searchParams.get('state');
    await refused(
      await slackWorld.visit(`/slack/oauth_redirect?code=wrong&state=${state}`, cookieOf(begun)),
      'did not accept',
    );
  });

  it('comes at a moment when Slack is away', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    slackWorld.fake.failNext('oauth.v2.access', { kind: 'refused' });
    const response = await install(teamId);
    expect(response.status).toBe(502);
  });

  it('is for a whole Enterprise organisation', async () => {
    await refused(await install(freshTeam(freshOrg()), { enterprise: true }), 'choose a workspace');
  });

  it('is for a workspace of another organisation, whose installation goes on working', async () => {
    const first = freshOrg();
    const teamId = freshTeam(first);
    await install(teamId);
    const second = freshOrg();
    await refused(await install(teamId), 'another organisation');
    expect(await slackWorld.slack.status(second)).toMatchObject({ installed: null });
    // Also for one that has a workspace: the token that Slack hands out again is the first organisation's.
    await install(freshTeam(second));
    await refused(await install(teamId), 'another organisation');
    expect(await slackWorld.slack.client(first).authTest()).toMatchObject({ ok: true, teamId });
  });

  it('is for a workspace that another organisation connects at the same moment', async () => {
    const orgs = [freshOrg(), freshOrg()] as const;
    const teamId = freshTeam(orgs[0]);
    const visits = [];
    for (const orgId of orgs) {
      slackWorld.signedIn = { ok: true, orgId, userId: 'user-1', personId: 'person-1' };
      const begun = await start();
      visits.push({
        back: slackWorld.fake.consent(location(begun), { teamId, userId: 'U1' }),
        cookie: cookieOf(begun),
      });
    }
    const installer = slackWorld.signedIn;
    const finished = await Promise.all(visits.map(({ back, cookie }) => slackWorld.visit(back, cookie)));
    slackWorld.signedIn = installer;
    expect(finished.map(({ status }) => status).toSorted()).toEqual([302, 400]);
    const states = await Promise.all(orgs.map((org) => slackWorld.slack.status(org)));
    expect(states.filter(({ installed }) => installed !== null)).toHaveLength(1);
  });

  it('is for a second workspace of one organisation; the token just granted is given back', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    await install(teamId);
    const other = freshTeam(org);
    await refused(await install(other), 'another Slack workspace');
    expect(slackWorld.fake.team(other).installed).toBe(false);
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ ok: true, teamId });
  });
});

describe('installing again', () => {
  it("checks the installer's address against the organisation, once and recorded", async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    await install(teamId);
    const before = slackWorld.emailReads.length;
    expect((await install(teamId)).status).toBe(302);
    expect(slackWorld.emailReads.slice(before)).toEqual([{ orgId: org, purpose: 'reinstall', slackUserId: 'U1' }]);
    expect(slackWorld.installed.at(-1)).toMatchObject({ teamId, generation: 2 });
  });

  it('is refused when the installer is nobody of the organisation, and the first installation works on', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org, 'Ana@Example.com');
    await install(teamId);
    slackWorld.fake.addUser(teamId, 'U1', { email: 'stranger@example.com' });
    expect(await (await install(teamId)).text()).toContain('not a member of this organisation');
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ ok: true, teamId });
  });

  it('brings back what had been uninstalled', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    await install(teamId);
    await slackWorld.slack.disconnect(org);
    expect(slackWorld.fake.team(teamId).installed).toBe(false);
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: null });
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ error: 'not_installed' });
    await install(teamId);
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ ok: true });
  });

  it('lets another organisation connect a workspace that was disconnected', async () => {
    const first = freshOrg();
    const teamId = freshTeam(first);
    await install(teamId);
    await slackWorld.slack.disconnect(first);
    const second = freshOrg();
    expect((await install(teamId)).status).toBe(302);
    expect(await slackWorld.slack.status(second)).toMatchObject({ installed: { teamId } });
  });

  it('tells which permissions an older installation lacks', async () => {
    const org = freshOrg();
    const teamId = freshTeam(org);
    const begun = await start();
    const grant = requiredScopes.filter((scope) => scope !== 'channels:join');
    const back = slackWorld.fake.consent(location(begun), { teamId, userId: 'U1', grant });
    await slackWorld.visit(back, cookieOf(begun));
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: { missingScopes: ['channels:join'] } });
  });
});

describe('what anybody may read', () => {
  it('shows the manifest and the reason for each permission', async () => {
    expect(await (await slackWorld.visit('/slack/manifest.json')).json()).toMatchObject({
      settings: { socket_mode_enabled: false },
    });
    const { scopes } = await (await slackWorld.visit('/api/settings/scopes')).json();
    expect(scopes).toHaveLength(6);
  });
});

it('writes no secret into the log, whatever was refused', () => {
  const log = JSON.stringify(slackWorld.world.log.lines);
  expect(log).toContain('slack.install_refused');
  expect(log).not.toMatch(/xox|fake-client-secret|code-\d|@example/);
  for (const written of consoles) expect(written).not.toHaveBeenCalled();
});
