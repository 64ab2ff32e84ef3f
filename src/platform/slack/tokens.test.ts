import { expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { sql } from '../db/index.ts';

const hour = 3_600_000;

async function rotating(): Promise<SlackWorld> {
  const slackWorld = await openSlackWorld([], { rotation: true });
  await slackWorld.connect('T1');
  return slackWorld;
}

const exchanges = (slackWorld: SlackWorld) => slackWorld.fake.count('oauth.v2.access') - 1;

it('is refreshed once less than two hours are left', async () => {
  await using slackWorld = await rotating();
  const { world, slack } = slackWorld;
  world.clock.advance(9 * hour);
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: true });
  expect(exchanges(slackWorld)).toBe(0);
  world.clock.advance(1.5 * hour);
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: true });
  expect(exchanges(slackWorld)).toBe(1);
  world.clock.advance(9 * hour);
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: true });
  expect(exchanges(slackWorld)).toBe(1);
});

it('is refreshed by one of many that need it, while it lives and after it ran out', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake } = slackWorld;
  for (const hours of [11, 13]) {
    world.clock.advance(hours * hour);
    fake.failNext('oauth.v2.access', { kind: 'slow', ms: 150 });
    const before = exchanges(slackWorld);
    const answers = await Promise.all(Array.from({ length: 20 }, () => slack.client(world.orgId).authTest()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(exchanges(slackWorld)).toBe(before + 1);
  }
});

it('goes on with the token it has when a refresh fails, and tries again later', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake } = slackWorld;
  world.clock.advance(11 * hour);
  fake.failNext('oauth.v2.access', { kind: 'refused' });
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: true });
  expect(exchanges(slackWorld)).toBe(0);
  world.clock.advance(31_000);
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: true });
  expect(exchanges(slackWorld)).toBe(1);
});

it('says so when it ran out and Slack is away', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake } = slackWorld;
  world.clock.advance(13 * hour);
  fake.failNext('oauth.v2.access', { kind: 'refused' });
  expect(await slack.client(world.orgId).authTest()).toMatchObject({ ok: false, error: 'unreachable' });
});

it('is not brought back by a refresh that ends after the uninstall', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake, deliver } = slackWorld;
  world.clock.advance(11 * hour);
  fake.failNext('oauth.v2.access', { kind: 'slow', ms: 300 });
  const call = slack.client(world.orgId).authTest();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await deliver(fake.send.event('T1', { type: 'app_uninstalled' }));
  expect(await call).toMatchObject({ ok: false });
  const rows = await world.db.inOrg(world.orgId, (tx) =>
    sql<{
      bot: unknown;
      refresh: unknown;
    }>`select bot_token as bot, refresh_token as refresh from slack_installations`.execute(tx.on()),
  );
  expect(rows.rows).toEqual([{ bot: null, refresh: null }]);
});

it('of which an older one ended does not end the installation', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake, deliver, jobs } = slackWorld;
  world.clock.advance(hour);
  await deliver(
    fake.send.event('T1', { type: 'tokens_revoked', tokens: { oauth: [], bot: [fake.team('T1').botUserId] } }),
  );
  await jobs.runDue();
  expect(await slack.status(world.orgId)).toMatchObject({ installed: { health: 'ok' } });
});

it('never shows in the log', async () => {
  await using slackWorld = await rotating();
  const { world, slack, fake } = slackWorld;
  world.clock.advance(13 * hour);
  fake.failNext('oauth.v2.access', { kind: 'error', code: 'invalid_refresh_token' });
  await slack.client(world.orgId).authTest();
  expect(JSON.stringify(world.log.lines)).toContain('slack.refresh_failed');
  expect(JSON.stringify(world.log.lines)).not.toMatch(/xox/);
});
