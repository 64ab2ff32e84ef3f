import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld, when } from '../../../test/support/app-world.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../test/support/bluesky/server.ts';
import { sql } from '../../platform/db/index.ts';

/** One server and one product for all stories of this file: each sends a request of its own. */
let bluesky: BlueskyServer;
let world: AppWorld;
const accounts = new Map<string, BlueskyAccount>();

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  for (const [userId, name] of Object.entries({ U2: 'ana', U3: 'ben', U4: 'chidi', U5: 'dora', U6: 'emre' })) {
    accounts.set(userId, await bluesky.addAccount(name));
  }
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

async function records(userId: string): Promise<{ uri: string; value: Record<string, unknown> }[]> {
  const { did } = account(userId);
  const url = `${bluesky.pdsUrl}/xrpc/com.atproto.repo.listRecords?repo=${did}&collection=app.bsky.feed.post&limit=100`;
  const answer = await fetch(url);
  return ((await answer.json()) as { records: { uri: string; value: Record<string, unknown> }[] }).records;
}

function account(userId: string): BlueskyAccount {
  const found = accounts.get(userId);
  if (found === undefined) throw new Error(`${userId} has no account`);
  return found;
}

/** Opens the window of a request and connects at first need. */
async function openShare(userId: string, requestId: string): Promise<void> {
  await world.click(userId, 'share.open', requestId);
  if (world.window(userId).includes('Connect Bluesky')) await world.connect(userId, account(userId));
}

async function share(userId: string, requestId: string, text = 'Hello from the yard'): Promise<void> {
  await openShare(userId, requestId);
  await world.post(userId, text);
  await world.work();
}

const rows = async (table: string) =>
  (
    await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(`coact.${table}`)} t`.execute(
      world.db.kysely,
    )
  ).rows;

describe('sharing from Slack', () => {
  it('leads from the channel over connecting to the post, and says so in the window', async () => {
    const requestId = await world.sendRequest();
    expect(world.slack.team('T1').messages.at(-1)?.text).toContain('We open in Porto');
    await world.click('U2', 'share.open', requestId);
    expect(world.window('U2')).toContain('Connect Bluesky');
    await world.connect('U2', account('U2'));
    expect(world.window('U2')).toContain('@ana.test');
    const answer = await world.post('U2', 'So proud ⚡ of #boats');
    expect(JSON.stringify(answer)).toContain('on its way');
    await world.work();
    expect(world.window('U2')).toContain('Your post is on Bluesky');
    const [record] = await records('U2');
    const text = String(record?.value.text);
    const link = /http:\/\/localhost:3000\/l\/\w+/.exec(text)?.[0] ?? '';
    expect(text).toBe(`So proud ⚡ of #boats\n\n${link}`);
    expect(record?.value.facets).toContainEqual({
      index: { byteStart: Buffer.byteLength(text) - Buffer.byteLength(link), byteEnd: Buffer.byteLength(text) },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
    });
    expect(record?.value.embed).toMatchObject({ external: { uri: link, title: 'Porto' } });
    expect(JSON.stringify(world.slack.team('T1').homes.get('U2'))).toContain('Your last posts');
  });

  it('leaves one message in the channel, and nothing to a single person', () => {
    expect(world.slack.calls.filter((call) => call.method === 'chat.postEphemeral')).toEqual([]);
    expect(world.slack.team('T1').messages).toHaveLength(1);
  });

  it('posts once, however often it is asked', async () => {
    const requestId = await world.sendRequest();
    await openShare('U2', requestId);
    const before = (await records('U2')).length;
    await Promise.all([world.post('U2', 'Once'), world.post('U2', 'Once')]);
    await world.work();
    await world.click('U2', 'share.open', requestId);
    expect(world.window('U2')).toContain('shared this on Bluesky already');
    expect(await records('U2')).toHaveLength(before + 1);
  });

  it('says what is wrong with a text and keeps the window', async () => {
    const requestId = await world.sendRequest();
    await openShare('U2', requestId);
    expect(JSON.stringify(await world.post('U2', 'x'.repeat(290)))).toContain('errors');
    expect(JSON.stringify(await world.post('U2', '  '))).toContain('Write something to post.');
    expect(await rows('outgoing_shares')).toEqual([]);
  });
});

describe('a share on its way', () => {
  it('survives an answer that got lost, as one post', async () => {
    const requestId = await world.sendRequest();
    await openShare('U3', requestId);
    await world.post('U3', 'Sent, but nobody heard');
    let creates = 0;
    world.network = (request) => {
      if (!request.url.includes('createRecord') || creates > 0) return null;
      creates += 1;
      return fetch(request).then(() => Promise.reject(new TypeError('the line went dead')));
    };
    await world.work();
    world.network = null;
    for (let turn = 0; turn < 5; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(creates).toBe(1);
    const posts = (await records('U3')).filter((record) => String(record.value.text).startsWith('Sent, but'));
    expect(posts).toHaveLength(1);
    expect(world.window('U3')).toContain('Your post is on Bluesky');
  });

  it('waits while the network is down and is posted afterwards', async () => {
    const requestId = await world.sendRequest();
    await openShare('U3', requestId);
    await world.post('U3', 'Later is fine');
    world.network = () => Promise.reject(new TypeError('down'));
    await world.work();
    await world.app.jobs.runDue({ future: true });
    expect(await rows('outgoing_shares')).toHaveLength(1);
    world.network = null;
    for (let turn = 0; turn < 5; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(await rows('outgoing_shares')).toEqual([]);
    const posts = (await records('U3')).filter((record) => String(record.value.text).startsWith('Later is fine'));
    expect(posts).toHaveLength(1);
  });

  it('planned for later is listed in the Home tab and can be cancelled', async () => {
    const requestId = await world.sendRequest();
    await openShare('U3', requestId);
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const date = { date: { type: 'datepicker', selected_date: tomorrow } };
    const time = { time: { type: 'timepicker', selected_time: '10:00' } };
    await world.post('U3', 'Tomorrow', { when: when('at'), date, time });
    await world.app.fetch(world.slack.send.event('T1', { type: 'app_home_opened', user: 'U3', tab: 'home' }));
    await world.work();
    const home = () => JSON.stringify(world.slack.team('T1').homes.get('U3'));
    expect(home()).toContain('Planned posts');
    const shareId = /"value":"([0-9a-f-]{36})"[^}]*"style":"danger"/.exec(home())?.[1] ?? '';
    const [row] = await rows('outgoing_shares');
    expect(JSON.parse(row?.row ?? '{}').id).toBe(shareId);
    await world.deliver(
      world.slack.send.click({ teamId: 'T1', userId: 'U4', actionId: 'share.cancel', value: shareId }),
    );
    expect(await rows('outgoing_shares')).toHaveLength(1);
    await world.deliver(
      world.slack.send.click({ teamId: 'T1', userId: 'U3', actionId: 'share.cancel', value: shareId }),
    );
    expect(await rows('outgoing_shares')).toEqual([]);
    expect(await rows('share_tokens')).not.toContainEqual(
      expect.objectContaining({ row: expect.stringContaining(requestId) }),
    );
  });

  it('is not sent when its request was recalled before', async () => {
    const requestId = await world.sendRequest();
    await openShare('U3', requestId);
    await world.post('U3', 'Too late');
    await world.ask('POST', `/api/requests/${requestId}/recall`);
    await world.work();
    expect((await records('U3')).some((record) => String(record.value.text).startsWith('Too late'))).toBe(false);
    expect(world.window('U3')).toContain('recalled before your post went out');
  });
});

describe('figures', () => {
  it('are hidden for a few, told for a group, and keep their value', async () => {
    const requestId = await world.sendRequest();
    for (const userId of ['U2', 'U3', 'U4', 'U5']) await share(userId, requestId);
    await world.ask('POST', `/api/requests/${requestId}/end`);
    const few = await world.ask('GET', `/api/requests/${requestId}`);
    expect(few.json.figures).toMatchObject({ awareness: { fewerThan: 5 }, shares: { fewerThan: 5 } });

    const second = await world.sendRequest();
    for (const userId of ['U2', 'U3', 'U4', 'U5', 'U6']) await share(userId, second);
    const open = await world.ask('GET', `/api/requests/${second}`);
    expect(open.json.figures).toMatchObject({ shares: { fewerThan: 5 } });
    await world.ask('POST', `/api/requests/${second}/end`);
    const told = await world.ask('GET', `/api/requests/${second}`);
    expect(told.json.figures).toMatchObject({
      awareness: { value: 5 },
      shares: { value: 5 },
      value: { value: 5 * 150 + 5 * 300 },
    });
    const dashboard = await world.ask('GET', '/api/dashboard');
    expect(dashboard.json.totals).toMatchObject({
      awareness: { value: 5 },
      shares: { value: 5 },
      value: { value: 2250 },
    });
  });

  it('stay when tokens and key are destroyed a day after the end', async () => {
    const before = await world.ask('GET', '/api/dashboard');
    world.clock.advance(86_400_000);
    await world.app.jobs.runDue({ future: true });
    const after = await world.ask('GET', '/api/dashboard');
    expect(after.json.totals).toMatchObject({ shares: (before.json.totals as { shares: object }).shares });
  });
});
