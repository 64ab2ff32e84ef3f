import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { sql } from '../../platform/db/index.ts';
import { examineWorkspaces } from './workspaces.ts';

let slackWorld: SlackWorld;
beforeAll(async () => {
  slackWorld = await openSlackWorld();
});
afterAll(() => slackWorld[Symbol.asyncDispose]());

async function said(): Promise<string[]> {
  const { world, fake } = slackWorld;
  const config = loadConfig({
    DATA_DIR: world.folder,
    SLACK_CLIENT_ID: fake.app.clientId,
    SLACK_CLIENT_SECRET: fake.app.clientSecret,
    SLACK_SIGNING_SECRET: fake.app.signingSecret,
    SLACK_API_URL: fake.apiUrl,
  });
  const found = await examineWorkspaces(config, world.db, world.clock, fake.fetch);
  return found.map(({ level, sentence, mend }) => [level, sentence, mend].join(' '));
}

it('tries the token of each connected workspace, and says how to mend one that Slack takes no more', async () => {
  expect(await said()).toEqual([]);
  const { world, fake } = slackWorld;
  const org = world.orgId;
  await world.db.inOrg(org, (tx) =>
    sql`insert into organisations (org_id, name, time_zone, currency, small_group, created_at)
      values (${org}, 'Harbour', 'UTC', 'EUR', 5, now())`.execute(tx.on()),
  );
  fake.addTeam('T1', 'Harbour');
  fake.addUser('T1', 'U1', { email: 'ana@example.com' });
  slackWorld.members.set(org, 'ana@example.com');
  await slackWorld.connect('T1', org);
  expect(await said()).toEqual(['ok Slack takes our token in 1 of 1 connected workspaces. ']);
  fake.uninstall('T1');
  expect(await said()).toEqual([
    `problem Slack takes the token of T1 of organisation ${org} no more. An owner or admin connects it again, under Settings, Slack.`,
  ]);
  // The doctor changes nothing: the installation still stands as it was.
  expect((await slackWorld.slack.status(org)).installed?.health).toBe('ok');
});
