import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { stripeSettings } from '../../../../test/support/stripe.ts';
import { orgId as parseOrgId, sql } from '../../../platform/db/index.ts';
import { type FeedServer, openFeedServer } from '../feeds/feed-server.fixture.ts';
import { rss, rssItem } from '../feeds/samples.fixture.ts';
import { sendDigests } from '../jobs.ts';

/** Every way by which something goes out, while the plan has ended, and what is left of it once there is a plan again. */
let server: FeedServer;
let world: AppWorld;
let members: AppMembers;

const hour = 3_600_000;
const day = 24 * hour;
const ended = 'The trial is over. Requests are not sent';
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, body);
const act = (id: string, name: string, body: unknown = {}) => ask('POST', `/api/requests/${id}/${name}`, body);
const read = async (id: string) => (await ask('GET', `/api/requests/${id}`)).json;
const create = async (more: Json = {}) => String((await ask('POST', '/api/requests', { ...draft, ...more })).json.id);
/** What stands in channels: the message of a request, its reminder. */
const posted = (title: string) =>
  world.slack
    .team('T1')
    .messages.flatMap(({ text, channel }) => (text.includes(title) && channel.startsWith('C') ? [channel] : []));
const pass = async (ms: number) => {
  world.clock.advance(ms);
  for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
  await world.work();
};

async function planEnds(at: string): Promise<void> {
  await ask('GET', '/api/me');
  await sql`update coact.billing_accounts set trial_ends_at = ${at}`.execute(world.db.kysely);
}
const endPlan = () => planEnds('2000-01-01');
const newPlan = () => planEnds('2100-01-01');

beforeAll(async () => {
  server = await openFeedServer();
  const environment = stripeSettings;
  world = await openAppWorld(null, { environment, egressAllow: [server.hostPort], limitFactor: 1_000 });
  members = await openMembers(world);
  world.slack.addChannel('T1', 'C2', 'second');
  await ask('POST', '/api/setup', {
    ...{ ownerName: 'Maya', organisationName: 'Harbour', timeZone: 'Europe/Lisbon', ownerEmail: 'maya@example.com' },
  });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await newPlan();
  await ask('PUT', '/api/share/settings', { approvals: 'off' });
  await ask('PUT', '/api/share/pace', { quietHours: null, quietDays: [], perDay: null, perWeek: null });
  world.clock.advance(7 * day);
  await world.work();
});

describe('once a plan has ended', () => {
  it('nothing is sent, planned or planned again from the web, and it says why', async () => {
    const recalled = await create({ title: 'Recalled' });
    await act(recalled, 'send', { at: later(hour) });
    await act(recalled, 'recall');
    const fresh = await create({ title: 'Fresh' });
    await endPlan();
    for (const answer of [
      await act(fresh, 'send'),
      await act(fresh, 'send', { at: later(day) }),
      await act(fresh, 'send', { sendAnyway: true }),
      await act(recalled, 'restore'),
    ]) {
      expect(answer).toMatchObject({ status: 422, json: { detail: expect.stringContaining(ended) } });
    }
    expect([(await read(fresh)).state, (await read(recalled)).state]).toEqual(['draft', 'recalled']);
    await pass(2 * day);
    expect([posted('Fresh'), posted('Recalled')]).toEqual([[], []]);
  });

  it('what was planned, and moved since, waits as a draft and says why; with a new plan it goes on purpose only', async () => {
    const id = await create({ title: 'Planned' });
    await act(id, 'send', { at: later(hour) });
    await endPlan();
    const { json } = await ask('POST', `/api/requests/${id}/move`, { at: later(2 * hour) });
    expect(json.state ?? json.code).not.toBe('open');
    await pass(3 * hour);
    expect(await read(id)).toMatchObject({
      ...{ state: 'draft', title: 'Planned' },
      delivery: { problem: expect.stringContaining('Its time came while the plan had ended') },
    });
    await newPlan();
    await pass(day);
    expect(posted('Planned')).toEqual([]);
    expect((await act(id, 'send')).status).toBe(200);
    await world.work();
    expect(posted('Planned')).toEqual(['C1']);
  });

  it('an approval, on the web or by a button in Slack, is kept, and the request waits to be sent', async () => {
    const pia = await members.signInAs('publisher');
    const { personId } = await members.signInAs('approver');
    await sql`update coact.people set slack_user_id = 'U5' where id = ${personId}`.execute(world.db.kysely);
    await ask('PUT', '/api/share/settings', { approvals: 'required' });
    const inReview = async (title: string) => {
      const made = await members.ask(pia, 'POST', '/api/requests', { body: { ...draft, title } });
      const { id } = JSON.parse(made.text) as { id: string };
      await members.ask(pia, 'POST', `/api/requests/${id}/review`, { body: { at: later(hour) } });
      return id;
    };
    const [onWeb, inSlack] = [await inReview('Approved here'), await inReview('Approved there')];
    await endPlan();
    const { revision } = await read(onWeb);
    expect((await act(onWeb, 'review/approve', { revision })).status).toBe(200);
    await world.click('U5', 'share.approve', `${inSlack} 1`);
    await pass(2 * hour);
    for (const id of [onWeb, inSlack]) expect(await read(id)).toMatchObject({ state: 'approved', sendAt: null });
    const told = await members.ask(pia, 'GET', '/api/notices');
    expect(told.text.split(ended)).toHaveLength(3);
    expect(told.text).toContain('It waits to be sent.');
    expect([posted('Approved here'), posted('Approved there')]).toEqual([[], []]);
  });

  it('a feed that sends by itself makes drafts that say why, and an item that is to be sent stays where it was', async () => {
    const feed = (mode: string) => ({ name: mode, url: `${server.origin}/${mode}`, mode, channelId: 'C1' });
    const item = (name: string) => rssItem(name).replace(/<title>.*<\/title>/, `<title>${name}</title>`);
    const ids: string[] = [];
    for (const mode of ['send', 'review']) {
      server.set(`/${mode}`, rss(item(`old-${mode}`)));
      ids.push(String((await ask('POST', '/api/feeds', feed(mode))).json.id));
      await world.work();
      server.set(`/${mode}`, rss(item(`by-${mode}`) + item(`old-${mode}`)));
    }
    await endPlan();
    for (const id of ids) await ask('POST', `/api/feeds/${id}/check`, {});
    await world.work();
    const { requests } = (await ask('GET', '/api/requests')).json as { requests: { id: string; title: string }[] };
    const made = requests.find(({ title }) => title === 'by-send');
    expect(await read(String(made?.id))).toMatchObject({
      ...{ state: 'draft', delivery: { problem: expect.stringContaining(ended) } },
    });
    const waiting = async () =>
      (await ask('GET', '/api/feed-items?shelf=waiting')).json.items as { id: string; title: string }[];
    const [queued] = await waiting();
    expect(queued?.title).toBe('by-review');
    const refused = await ask('POST', `/api/feed-items/${queued?.id}/accept`, { send: true });
    expect(refused).toMatchObject({ status: 422, json: { detail: expect.stringContaining(ended) } });
    expect((await waiting()).map(({ title }) => title)).toEqual(['by-review']);
    // Making a draft of it sends nothing.
    expect((await ask('POST', `/api/feed-items/${queued?.id}/accept`, {})).status).toBe(201);
    expect([posted('by-send'), posted('by-review')]).toEqual([[], []]);
  });

  it('a request that is out stays out, and the channels that it waits for do not get it, also later', async () => {
    await ask('PUT', '/api/share/pace', { quietHours: null, quietDays: [], perDay: 1, perWeek: null });
    await world.sendRequest({ title: 'First of the day', channelId: 'C2' });
    const id = await world.sendRequest({ title: 'Half out', channelId: 'C1', moreChannelIds: ['C2'] });
    await world.work();
    expect([posted('Half out'), (await read(id)).state]).toEqual([['C1'], 'open']);
    await endPlan();
    await pass(2 * day);
    const { state, delivery } = await read(id);
    expect([state, posted('Half out')]).toEqual(['open', ['C1']]);
    expect(delivery).toMatchObject({
      problem: expect.stringMatching(/#second: The plan had ended .* Duplicate the request/),
      channels: [{ state: 'sent' }, { state: 'failed' }],
    });
    await newPlan();
    await pass(2 * day);
    expect(posted('Half out')).toEqual(['C1']);
  });

  it('no reminder is posted, and the request says why', async () => {
    const id = await world.sendRequest({ title: 'Ends soon', endsAt: later(10 * hour), reminderHours: 4 });
    await endPlan();
    await pass(7 * hour);
    const problem = 'The reminder was not posted. The plan had ended when its time came.';
    expect(await read(id)).toMatchObject({ state: 'open', reminder: { state: 'failed', problem } });
    await newPlan();
    await pass(hour);
    expect(posted('Ends soon')).toHaveLength(1);
  });

  it('no digest comes by mail or in Slack; with a new plan the one of the last week comes once', async () => {
    const org = parseOrgId(members.orgId);
    const digest = { every: 'week', weekday: 1, hour: 0, mail: true, slack: true };
    expect((await ask('PUT', '/api/digest', digest)).status).toBe(200);
    const theHourTurns = async () => {
      await world.db.inOrg(org, (tx) => world.app.jobs.enqueue(tx, sendDigests, {}));
      await world.work();
    };
    const outbox = join(world.db.folder, 'outbox');
    const mails = () => (existsSync(outbox) ? readdirSync(outbox).length : 0);
    const messages = () =>
      world.slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === 'U1').length;
    await endPlan();
    const before = [mails(), messages()];
    for (let week = 0; week < 2; week += 1) {
      world.clock.advance(7 * day);
      await theHourTurns();
    }
    expect([mails(), messages()]).toEqual(before);
    await newPlan();
    for (let times = 0; times < 2; times += 1) await theHourTurns();
    const after = before.map((count) => count + 1);
    expect([mails(), messages()]).toEqual(after);
  });

  it('what is out can still be shared, and people still connect and suggest', async () => {
    await world.sendRequest({ title: 'Still out' });
    await endPlan();
    const button = world.slack.team('T1').messages.findLast(({ text }) => text.includes('Still out'));
    expect(JSON.stringify(button)).toContain('share.open');
    await world.deliver(world.slack.send.messageShortcut('T1', 'U2', 'share.suggest', { text: 'https://x.example/' }));
    expect(world.window('U2')).not.toContain('plan');
  });
});

describe('where nobody is billed', () => {
  it('nothing stops, however long nobody pays', async () => {
    await using own = await openAppWorld();
    own.clock.advance(4_000 * day);
    const endsAt = new Date(own.clock.now().getTime() + 10 * hour).toISOString();
    const id = await own.sendRequest({ title: 'Ours', endsAt, reminderHours: 4 });
    const { json } = await own.ask('POST', '/api/requests', { ...draft, title: 'Ours later' });
    const at = new Date(own.clock.now().getTime() + hour).toISOString();
    expect((await own.ask('POST', `/api/requests/${json.id}/send`, { at })).status).toBe(200);
    own.clock.advance(7 * hour);
    for (let turn = 0; turn < 3; turn += 1) await own.app.jobs.runDue({ future: true });
    await own.work();
    const stands = own.slack
      .team('T1')
      .messages.map(({ text, thread_ts }) => [text.includes('later'), thread_ts !== undefined]);
    expect(stands).toEqual(
      expect.arrayContaining([
        [false, false],
        [false, true],
        [true, false],
      ]),
    );
    expect((await own.ask('GET', `/api/requests/${id}`)).json).toMatchObject({ reminder: { state: 'sent' } });
    expect((await own.ask('GET', '/api/me')).json.plan).toBeNull();
    const now = own.clock.now();
    const monday = new Date(now.getTime() + ((8 - (now.getUTCDay() || 7)) % 7 || 7) * day).toISOString().slice(0, 10);
    const period = await own.ask('POST', '/api/schedule/periods', { firstDay: monday });
    const published = await own.ask('POST', `/api/schedule/periods/${period.json.id}/publish`, {});
    expect([published.status, published.json.code]).not.toEqual([409, 'plan_ended']);
  });
});
