import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { type OrgId, sql } from '../db/index.ts';
import { header, home, type SlackEvent, type SlackSurface } from './index.ts';

let seen: SlackEvent[] = [];
let fail = 0;
const surface: SlackSurface = {
  events: {
    app_home_opened: async (event) => {
      seen.push(event);
      if (event.slackUserId) await event.client.publishHome(event.slackUserId, home([header('Hello')]));
    },
    channel_archive: async (event) => {
      if (fail-- > 0) throw new Error('not now');
      seen.push(event);
    },
  },
};

let slackWorld: SlackWorld;
beforeAll(async () => {
  slackWorld = await openSlackWorld([surface]);
});
afterAll(() => slackWorld[Symbol.asyncDispose]());
beforeEach(() => {
  seen = [];
  fail = 0;
});

let teams = 0;
async function connected(): Promise<{ org: OrgId; teamId: string }> {
  teams += 1;
  const [org, teamId] = [slackWorld.world.newOrgId(), `TE${teams}`];
  await slackWorld.connect(teamId, org);
  return { org, teamId };
}

const deliver = (request: Request) => slackWorld.deliver(request);
const send = () => slackWorld.fake.send;
const runJobs = async () => {
  let count = 0;
  for (let turn = 0; turn < 4; turn += 1) count += await slackWorld.jobs.runDue();
  return count;
};
const tokenOf = (org: OrgId) =>
  slackWorld.world.db.inOrg(org, async (tx) => {
    const rows = await sql<{
      token: Uint8Array | null;
      state: string;
    }>`select bot_token as token, state from slack_installations`.execute(tx.on());
    return { erased: rows.rows[0]?.token === null, state: rows.rows[0]?.state };
  });

const uninstalled = { type: 'app_uninstalled' };
const revokedOf = (teamId: string) => ({
  type: 'tokens_revoked',
  tokens: { oauth: [], bot: [slackWorld.fake.team(teamId).botUserId] },
});

describe('an event', () => {
  it('is stored as a job before it is answered, then handled', async () => {
    const { org, teamId } = await connected();
    const opened = {
      type: 'app_home_opened',
      user: 'U1',
      channel: 'D1',
      tab: 'home',
      view: { id: 'V', private_metadata: 'secret-words' },
    };
    expect((await deliver(send().event(teamId, opened))).status).toBe(200);
    expect(seen).toEqual([]);
    const stored = await sql<{
      row: string;
    }>`select to_jsonb(j)::text as row from jobs.job j where name = 'slack.handle_event'`.execute(
      slackWorld.world.db.kysely,
    );
    expect(stored.rows).toHaveLength(1);
    expect(stored.rows[0]?.row).not.toContain('secret-words');
    await runJobs();
    expect(seen).toMatchObject([{ orgId: org, teamId, type: 'app_home_opened', slackUserId: 'U1', tab: 'home' }]);
    expect(slackWorld.fake.team(teamId).homes.get('U1')).toMatchObject({ type: 'home' });
  });

  it('that names a person leaves no trace once it is handled', async () => {
    const { teamId } = await connected();
    slackWorld.fake.addUser(teamId, 'UCANARY');
    await deliver(send().event(teamId, { type: 'app_home_opened', user: 'UCANARY', tab: 'home' }));
    await runJobs();
    expect(seen).toHaveLength(1);
    const left = await sql`select 1 from jobs.job j where to_jsonb(j)::text like '%UCANARY%'`.execute(
      slackWorld.world.db.kysely,
    );
    expect(left.rows).toEqual([]);
  });

  it('delivered four times is handled once', async () => {
    const { teamId } = await connected();
    const archive = { type: 'channel_archive', channel: 'C1', user: 'U1' };
    const eventId = `EvSame${teamId}`;
    const answers = await Promise.all(
      [undefined, 1, 2, 3].map((retry) => deliver(send().event(teamId, archive, { eventId, retry }))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await runJobs();
    expect(seen).toHaveLength(1);
  });

  it('with the same id in another workspace is another event', async () => {
    const [one, two] = [await connected(), await connected()];
    const archive = { type: 'channel_archive', channel: 'C1' };
    await deliver(send().event(one.teamId, archive, { eventId: 'EvShared' }));
    await deliver(send().event(two.teamId, archive, { eventId: 'EvShared' }));
    await runJobs();
    expect(seen.map(({ orgId }) => orgId).toSorted()).toEqual([one.org, two.org].toSorted());
  });

  it('is tried again when its handler fails', async () => {
    const { teamId } = await connected();
    fail = 1;
    await deliver(send().event(teamId, { type: 'channel_archive', channel: 'C1' }));
    await runJobs();
    expect(seen).toEqual([]);
    await slackWorld.jobs.runDue({ future: true });
    expect(seen).toHaveLength(1);
  });

  it('that no slice wants, or of a workspace that is not connected, is answered and forgotten', async () => {
    const { teamId } = await connected();
    await runJobs();
    expect((await deliver(send().event(teamId, { type: 'channel_rename', channel: { id: 'C1' } }))).status).toBe(200);
    expect((await deliver(send().event('T404', { type: 'channel_archive', channel: 'C1' }))).status).toBe(200);
    await runJobs();
    expect(seen).toEqual([]);
  });

  it('is remembered for a day', async () => {
    const { org, teamId } = await connected();
    const archive = { type: 'channel_archive', channel: 'C1' };
    await deliver(send().event(teamId, archive, { eventId: 'EvDay' }));
    const count = () =>
      slackWorld.world.db.inOrg(
        org,
        async (tx) => (await sql`select 1 from slack_events_seen`.execute(tx.on())).rows.length,
      );
    expect(await count()).toBe(1);
    slackWorld.world.clock.advance(43_200_000);
    await deliver(send().event(teamId, archive));
    slackWorld.world.clock.advance(43_200_001);
    await slackWorld.jobs.runDue({ future: true });
    expect(await count()).toBe(1);
    slackWorld.world.clock.advance(43_200_000);
    await slackWorld.jobs.runDue({ future: true });
    expect(await count()).toBe(0);
  });
});

describe('an uninstall', () => {
  it.each([
    ['app_uninstalled first', true],
    ['tokens_revoked first', false],
  ])('erases the token at once and is announced once: %s', async (_, uninstallFirst) => {
    const { org, teamId } = await connected();
    slackWorld.world.clock.advance(60_000);
    slackWorld.fake.uninstall(teamId);
    const both = [uninstalled, revokedOf(teamId)];
    for (const event of uninstallFirst ? both : both.toReversed()) {
      expect((await deliver(send().event(teamId, event))).status).toBe(200);
      expect(await tokenOf(org)).toEqual({ erased: true, state: 'uninstalled' });
    }
    await runJobs();
    expect(slackWorld.ended.filter((one) => one === org)).toHaveLength(1);
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: null });
    expect(await slackWorld.slack.client(org).postMessage('C1', { text: 'x', blocks: [header('x')] })).toMatchObject({
      error: 'not_installed',
    });
  });

  it('that comes late does no harm to a newer installation', async () => {
    const { org, teamId } = await connected();
    const { clock } = slackWorld.world;
    clock.advance(60_000);
    slackWorld.fake.uninstall(teamId);
    const at = clock.now();
    clock.advance(60_000);
    await slackWorld.connect(teamId, org);
    for (const event of [uninstalled, revokedOf(teamId)]) await deliver(send().event(teamId, event, { at }));
    await runJobs();
    expect(await tokenOf(org)).toEqual({ erased: false, state: 'active' });
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ ok: true });
    expect(slackWorld.ended).not.toContain(org);
  });

  it('whose time lies before the installation only by a skewed clock is found out by asking Slack', async () => {
    const { org, teamId } = await connected();
    const at = new Date(slackWorld.world.clock.now().getTime() - 5_000);
    slackWorld.fake.uninstall(teamId);
    await deliver(send().event(teamId, uninstalled, { at }));
    await runJobs();
    expect(await tokenOf(org)).toEqual({ erased: true, state: 'revoked' });
    expect(slackWorld.ended).toContain(org);
  });

  it('of a person’s token, or of another bot, is none', async () => {
    const { org, teamId } = await connected();
    slackWorld.world.clock.advance(60_000);
    await deliver(send().event(teamId, { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }));
    await deliver(send().event(teamId, { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UOTHER'] } }));
    await runJobs();
    expect(await tokenOf(org)).toEqual({ erased: false, state: 'active' });
  });

  it('of one workspace leaves the other alone', async () => {
    const [one, two] = [await connected(), await connected()];
    slackWorld.world.clock.advance(60_000);
    await deliver(send().event(one.teamId, uninstalled));
    expect(await tokenOf(one.org)).toMatchObject({ erased: true });
    expect(await tokenOf(two.org)).toMatchObject({ erased: false });
  });

  it('that Slack never told is noticed at the next call', async () => {
    const { org, teamId } = await connected();
    slackWorld.fake.uninstall(teamId);
    expect(await slackWorld.slack.client(org).authTest()).toMatchObject({ error: 'account_inactive' });
    expect(await tokenOf(org)).toEqual({ erased: true, state: 'revoked' });
    expect(await slackWorld.slack.status(org)).toMatchObject({ installed: { health: 'revoked' } });
    await runJobs();
    expect(slackWorld.ended).toContain(org);
  });
});
