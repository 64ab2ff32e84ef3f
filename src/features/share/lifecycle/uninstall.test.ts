import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld, when } from '../../../../test/support/app-world.ts';
import { type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { everyRow } from '../../../../test/support/residue.ts';
import { orgId, sql } from '../../../platform/db/index.ts';
import { releaseFigures } from '../jobs.ts';

/** One product whose Slack app is removed and added again, in every order in which Slack tells it. */
let bluesky: BlueskyServer;
let world: AppWorld;
/** Requests that left for the network with a post. */
let posting = 0;

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  await world.sendRequest();
  await world.click('U2', 'share.connect_home', 'bluesky');
  await world.connect('U2', await bluesky.addAccount('ana'));
  world.network = (request) => {
    if (request.url.includes('createRecord')) posting += 1;
    return null;
  };
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

/** What there is to stop: an open request with a share that waits, and one that is to be announced tomorrow. */
interface Standing {
  readonly open: string;
  readonly planned: string;
  /** The token as the database holds it. */
  readonly sealed: string;
  readonly calls: number;
}

beforeEach(async () => {
  // Events carry whole seconds, and one from the install's own second belongs to nobody for certain.
  world.clock.advance(60_000);
  posting = 0;
});

const inAnHour = () => new Date(world.clock.now().getTime() + 3_600_000);
const sealedTokens = async () =>
  (
    await sql<{ token: string }>`select encode(bot_token, 'hex') as token from coact.slack_installations
      where bot_token is not null`.execute(world.db.kysely)
  ).rows.map((row) => row.token);
const rowsOf = async (table: string) => (await everyRow(world.db)).filter((row) => row.table === `coact.${table}`);
const stateOf = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;

/** A request with a share that waits, and a scheduled one. */
async function prepare(): Promise<Standing> {
  const open = await world.sendRequest({ title: 'Open now' });
  await world.click('U2', 'share.open', open);
  const day = inAnHour().toISOString();
  const waiting = await world.post('U2', 'In an hour', {
    when: when('at'),
    date: { date: { type: 'datepicker', selected_date: nextDay() } },
    time: { time: { type: 'timepicker', selected_time: '10:00' } },
  });
  expect(JSON.stringify(waiting)).toContain('Your post will go to');
  const made = await world.ask('POST', '/api/requests', { ...draftOf('Planned'), title: 'Planned' });
  const planned = String(made.json.id);
  expect((await world.ask('POST', `/api/requests/${planned}/send`, { at: day })).status).toBe(200);
  await world.work();
  const [sealed = ''] = await sealedTokens();
  expect(sealed.length).toBeGreaterThan(40);
  expect(await rowsOf('outgoing_shares')).toHaveLength(1);
  return { open, planned, sealed, calls: world.slack.calls.length };
}

const nextDay = () => new Date(world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
const draftOf = (title: string) => ({
  link: 'https://harbour.example/porto',
  title,
  slackText: 'Tell your friends',
  networks: { bluesky: { variants: ['We open in Porto!'] } },
  editPolicy: 'free',
  channelId: 'C1',
});

const uninstalled = { type: 'app_uninstalled' };
const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOTT1'] } };

async function slackSays(event: Record<string, unknown>, options: { eventId?: string; at?: Date } = {}): Promise<void> {
  const answer = await world.deliver(world.slack.send.event('T1', event, options));
  expect(answer.status).toBe(200);
}

/** Everything that could still want to be sent gets its chance: what is due, what is planned, the clock's work. */
async function letTimePass(): Promise<void> {
  const [org] = await rowsOf('organisations');
  const id = orgId(JSON.parse(org?.text ?? '{}').org_id);
  await world.db.inOrg(id, (tx) => world.app.jobs.enqueue(tx, releaseFigures, {}));
  for (let turn = 0; turn < 4; turn += 1) await world.app.jobs.runDue({ future: true });
}

async function expectStopped(before: Standing): Promise<void> {
  expect(await sealedTokens()).toEqual([]);
  expect((await everyRow(world.db)).filter((row) => row.text.includes(before.sealed))).toEqual([]);
  await letTimePass();
  expect(world.slack.calls.slice(before.calls)).toEqual([]);
  expect(posting).toBe(0);
  expect(await rowsOf('outgoing_shares')).toEqual([]);
  expect(await stateOf(before.open)).toMatchObject({ state: 'ended' });
  expect(await stateOf(before.planned)).toMatchObject({
    state: 'draft',
    delivery: { problem: expect.stringContaining('Connect Slack again, then send it') },
  });
}

async function installAgain(): Promise<void> {
  world.clock.advance(60_000);
  expect((await world.install('U1')).status).toBe(302);
  world.clock.advance(60_000);
  await world.work();
}

describe.each([
  ['app_uninstalled, then tokens_revoked', [uninstalled, revoked]],
  ['tokens_revoked, then app_uninstalled', [revoked, uninstalled]],
])('%s', (_order, events) => {
  it('erases the token at once and sends nothing more, however often it is told', async () => {
    const before = await prepare();
    world.slack.uninstall('T1');
    const [first = uninstalled, second = revoked] = events;
    await slackSays(first, { eventId: `Ev-first-${first.type}-${before.open}` });
    // Before any job has run.
    expect(await sealedTokens()).toEqual([]);
    await slackSays(first, { eventId: `Ev-first-${first.type}-${before.open}` });
    await slackSays(first);
    await slackSays(second);
    await slackSays(second);
    await world.work();
    await expectStopped(before);
  });

  it('lets it be added again, and everything works as before', async () => {
    await installAgain();
    const requestId = await world.sendRequest({ title: 'Back again' });
    expect(await stateOf(requestId)).toMatchObject({ state: 'open' });
    expect(world.slack.team('T1').messages.at(-1)?.text).toContain('Back again');
    await world.click('U2', 'share.open', requestId);
    await world.post('U2', 'Good to be back');
    await world.work();
    expect(world.window('U2')).toContain('Your post is on Bluesky');
    expect(posting).toBe(1);
  });
});

describe('what comes late', () => {
  it('does a newer install no harm', async () => {
    const longAgo = new Date(world.clock.now().getTime() - 600_000);
    world.slack.uninstall('T1');
    await slackSays(uninstalled);
    await world.work();
    await installAgain();
    const [sealed] = await sealedTokens();
    const requestId = await world.sendRequest({ title: 'Still here' });
    await slackSays(uninstalled, { at: longAgo });
    await slackSays(revoked, { at: longAgo });
    await world.work();
    expect(await sealedTokens()).toEqual([sealed]);
    expect(await stateOf(requestId)).toMatchObject({ state: 'open' });
    expect(await world.sendRequest({ title: 'And sends' })).not.toBe('');
  });

  it('of people’s own tokens changes nothing', async () => {
    const [sealed] = await sealedTokens();
    await slackSays({ type: 'tokens_revoked', tokens: { oauth: ['U2'], bot: [] } });
    await world.work();
    expect(await sealedTokens()).toEqual([sealed]);
  });
});

describe('what was planned', () => {
  it('is sent after all once it is sent again', async () => {
    const before = await prepare();
    world.slack.uninstall('T1');
    await slackSays(uninstalled);
    await world.work();
    const refused = await world.ask('POST', `/api/requests/${before.planned}/send`, {});
    expect(refused).toMatchObject({ status: 409, json: { code: 'slack_not_connected' } });
    await installAgain();
    expect((await world.ask('POST', `/api/requests/${before.planned}/send`, {})).status).toBe(200);
    await world.work();
    expect(await stateOf(before.planned)).toMatchObject({ state: 'open', delivery: { state: 'sent' } });
    expect(world.slack.team('T1').messages.filter((message) => message.text.includes('Planned'))).toHaveLength(1);
  });

  it('can be shared again by the one whose post was cancelled, in another request', async () => {
    const requestId = await world.sendRequest();
    await world.click('U2', 'share.open', requestId);
    await world.post('U2', 'Cancelled once, posted now');
    await world.work();
    expect(world.window('U2')).toContain('Your post is on Bluesky');
  });
});

describe('figures', () => {
  it('stay as they were', async () => {
    const open = (await rowsOf('share_releases')).length;
    const [requestId] = (await rowsOf('share_requests'))
      .map((row) => JSON.parse(row.text))
      .filter((row) => row.state === 'ended')
      .map((row) => row.id);
    await sql`insert into coact.share_releases
      select org_id, id, current_date, network, shares, awareness from coact.share_requests,
      (values ('bluesky', 7, 0), ('*', 0, 7)) as told (network, shares, awareness) where id = ${requestId}`.execute(
      world.db.kysely,
    );
    const before = await stateOf(requestId);
    expect(before.figures).toMatchObject({ shares: { value: 7 } });
    const stats = (await world.ask('GET', '/api/dashboard')).json.totals;
    world.slack.uninstall('T1');
    await slackSays(uninstalled);
    await world.work();
    await letTimePass();
    expect((await stateOf(requestId)).figures).toEqual(before.figures);
    expect((await world.ask('GET', '/api/dashboard')).json.totals).toEqual(stats);
    expect((await rowsOf('share_releases')).length).toBe(open + 2);
    await installAgain();
  });
});

describe('addresses that Slack holds', () => {
  const readings = async () =>
    (await rowsOf('audit_entries')).filter((row) => JSON.parse(row.text).action === 'slack.email_read');

  it('are read by nothing of all this, as the installer is known', async () => {
    expect(world.slack.count('users.info')).toBe(0);
    expect(await readings()).toEqual([]);
  });

  it('are read once, and written down, when somebody unknown adds it again', async () => {
    world.slack.uninstall('T1');
    await slackSays(uninstalled);
    await world.work();
    world.clock.advance(60_000);
    const refused = await world.install('U7');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('not a member of this organisation');
    expect(world.slack.count('users.info')).toBe(1);
    const [reading] = await readings();
    expect(JSON.parse(reading?.text ?? '{}')).toMatchObject({ target_id: 'U7', detail: { purpose: 'reinstall' } });
    expect(await sealedTokens()).toEqual([]);
    expect((await everyRow(world.db)).filter((row) => row.text.includes('u7@example.com'))).toEqual([]);
    expect(JSON.stringify(world.log.lines)).not.toContain('u7@example.com');
    await installAgain();
    expect(await readings()).toHaveLength(1);
  });
});

describe('disconnecting in the web app', () => {
  it('gives the token back to Slack, and ends everything the same way', async () => {
    const before = await prepare();
    expect((await world.ask('DELETE', '/api/slack')).status).toBe(204);
    await world.work();
    const calls = world.slack.calls.slice(before.calls).map((call) => call.method);
    expect(calls).toEqual(['auth.revoke']);
    await expectStopped({ ...before, calls: world.slack.calls.length });
  });
});
