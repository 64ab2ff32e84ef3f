import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type OrgId, orgId as parseOrgId, sql } from '../../../platform/db/index.ts';
import type { Figure } from '../figures/figure.ts';
import { addRelease } from '../figures/store.ts';
import { releaseFigures } from '../jobs.ts';
import { insertAwarenessToken, insertShareToken } from '../outgoing/store.ts';

let world: AppWorld;
let orgId: OrgId;

beforeAll(async () => {
  world = await openAppWorld();
  orgId = parseOrgId(String(((await world.ask('GET', '/api/me')).json.organisation as Json).id));
});
afterAll(() => world[Symbol.asyncDispose]());

/** Every test has the figures to itself. */
beforeEach(async () => {
  for (const table of ['share_releases', 'click_counts', 'reach_totals', 'share_tokens', 'awareness_tokens']) {
    await sql`delete from ${sql.table(`coact.${table}`)}`.execute(world.db.kysely);
  }
  await sql`delete from coact.event_values where valid_from > '1970-01-02'`.execute(world.db.kysely);
  await sql`delete from coact.event_repricings`.execute(world.db.kysely);
  await sql`delete from coact.share_requests`.execute(world.db.kysely);
  await settings({ smallGroup: 5, timeZone: 'Europe/Lisbon' });
});

async function settings(change: Json): Promise<void> {
  expect((await world.ask('PATCH', '/api/organisation', change)).status).toBe(200);
}

interface Dashboard {
  readonly period: Json;
  readonly previous: Json;
  readonly currency: string;
  readonly totals: Readonly<Record<'awareness' | 'shares' | 'value', Figure>> & {
    readonly clicks: Json;
    readonly reach: Json;
  };
  readonly change: Readonly<Record<string, number | null>>;
  readonly byDay: readonly { readonly day: string; readonly shares: number; readonly clicks: number }[];
  readonly topRequests: readonly Json[];
  readonly open: number;
}

async function dashboard(from: string, to: string): Promise<Dashboard> {
  const { status, json } = await world.ask('GET', `/api/dashboard?from=${from}&to=${to}`);
  expect(status).toBe(200);
  return json as unknown as Dashboard;
}

const release = (requestId: string, day: string, awareness: number, shares = awareness) =>
  world.db.inOrg(orgId, (tx) => addRelease(tx, requestId, day, { awareness, shares: { bluesky: shares } }));

/** Clicks of one hour of a request's first link. */
const click = (requestId: string, hourAt: string, total: number, unique = total, robots = 0) =>
  sql`insert into coact.click_counts (org_id, link_id, hour_at, total, unique_total, robots)
    select org_id, id, ${hourAt}::timestamptz, ${total}, ${unique}, ${robots} from coact.short_links
    where request_id = ${requestId} and variant = 0`.execute(world.db.kysely);

const reach = (day: string, total: number, accounts: number) =>
  sql`insert into coact.reach_totals (org_id, network, day, total, accounts)
    values (${orgId}, 'bluesky', ${day}, ${total}, ${accounts})`.execute(world.db.kysely);

const dayOn = (result: Dashboard, day: string) => result.byDay.find((one) => one.day === day);
const hidden = (least: number) => ({ fewerThan: least });

describe('the dashboard', () => {
  it('adds up a period by the definitions, with the one before beside it', async () => {
    const [one, two] = [await world.sendRequest(), await world.sendRequest({ title: 'Second' })];
    await release(one, '2026-02-03', 6, 7);
    await release(two, '2026-02-09', 5);
    await release(one, '2026-02-14', 10, 12);
    await click(one, '2026-02-02T10:00:00Z', 4, 3, 1);
    await click(two, '2026-02-10T10:00:00Z', 10, 8, 2);
    await reach('2026-02-06', 4_000, 9);
    await reach('2026-02-13', 5_000, 10);
    const result = await dashboard('2026-02-08', '2026-02-14');
    expect(result).toMatchObject({
      period: { from: '2026-02-08', to: '2026-02-14' },
      previous: { from: '2026-02-01', to: '2026-02-07' },
      currency: 'USD',
      totals: {
        ...{ awareness: { value: 15 }, shares: { value: 17 }, clicks: { total: 10, unique: 8 } },
        reach: { total: 5_000, accounts: { value: 10 }, countedAt: '2026-02-13' },
        value: { value: 15 * 150 + 17 * 300 + 10 * 500 },
      },
      open: 2,
    });
    const before = 6 * 150 + 7 * 300 + 4 * 500;
    expect(result.change.awareness).toBeCloseTo(9 / 6);
    expect(result.change.shares).toBeCloseTo(10 / 7);
    expect(result.change.clicks).toBeCloseTo(6 / 4);
    expect(result.change.reach).toBeCloseTo(1 / 4);
    expect(result.change.value).toBeCloseTo((15 * 150 + 17 * 300 + 10 * 500 - before) / before);
    expect(result.byDay).toHaveLength(7);
    expect(dayOn(result, '2026-02-09')).toEqual({ day: '2026-02-09', shares: 5, clicks: 0 });
    expect(dayOn(result, '2026-02-11')).toEqual({ day: '2026-02-11', shares: 0, clicks: 0 });
    expect(result.topRequests.map(({ title }) => title)).toEqual([draft.title, 'Second']);
  });

  it('compares with nothing where there was nothing', async () => {
    const id = await world.sendRequest();
    await release(id, '2026-02-09', 6);
    await click(id, '2026-02-09T10:00:00Z', 3);
    const { change } = await dashboard('2026-02-08', '2026-02-14');
    expect(change).toEqual({ awareness: null, shares: null, clicks: null, reach: null, value: null });
  });

  it('is empty for an organisation that has done nothing yet', async () => {
    expect(await dashboard('2026-02-08', '2026-02-14')).toMatchObject({
      totals: {
        awareness: hidden(5),
        clicks: { total: 0 },
        reach: { total: null, countedAt: null },
        value: { value: 0 },
      },
      topRequests: [],
      open: 0,
    });
  });

  it('counts more open requests than fit on a page', async () => {
    const id = await world.sendRequest();
    await sql`insert into coact.share_requests select r.org_id, gen_random_uuid(), state,
      link, title, slack_text, picture_id, picture_alt, preview, edit_policy, utm, channel_id, channel_name, send_at,
      ends_at, sent_at, ended_at, closed_at, delivery, delivery_problem, revision,
      created_by, created_at, changed_at, released_awareness
      from coact.share_requests r, generate_series(1, 120) where r.id = ${id}`.execute(world.db.kysely);
    expect((await dashboard('2026-02-08', '2026-02-14')).open).toBe(121);
  });

  it('shows the last thirty days unless told', async () => {
    const { json } = await world.ask('GET', '/api/dashboard');
    const { byDay, period } = json as unknown as Dashboard;
    expect(byDay).toHaveLength(30);
    expect(byDay.at(-1)?.day).toBe(period.to);
    const alone = (await world.ask('GET', '/api/dashboard?to=2026-03-01')).json as unknown as Dashboard;
    expect(alone.period).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  });

  it.each([
    'from=2026-02-10&to=2026-02-09',
    'from=2020-01-01&to=2026-01-01',
    'from=2999-01-01&to=2999-01-02',
    'from=0001-01-01&to=0001-01-02',
    'from=0000-01-01&to=0000-01-01',
    'from=1999-12-31&to=2000-01-01',
    'from=2199-12-31&to=2200-01-01',
  ])('refuses the period %s with a sentence', async (query) => {
    expect(await world.ask('GET', `/api/dashboard?${query}`)).toMatchObject({
      ...{ status: 422 },
      json: { code: 'bad_period', detail: 'Choose a period of at most two years that ends after it begins.' },
    });
  });

  it.each(['from=2026-02-30', 'to=yesterday', 'from=2026-2-1', 'to=', 'from=2026-01-01T00:00:00Z', 'from=%00'])(
    'refuses %s as a day',
    async (query) => {
      expect((await world.ask('GET', `/api/dashboard?${query}`)).status).toBe(422);
    },
  );

  it('takes a period of two years', async () => {
    expect((await dashboard('2024-01-01', '2025-12-31')).byDay).toHaveLength(731);
  });
});

describe('a day', () => {
  it.each([
    // In Lisbon the clocks go forward on 29 March (the day has 23 hours) and back on 25 October (25 hours).
    ['2026-03-29', '2026-03-29T00:00:00Z', '2026-03-29T22:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T23:00:00Z'],
    ['2026-10-25', '2026-10-24T23:00:00Z', '2026-10-25T23:00:00Z', '2026-10-24T22:00:00Z', '2026-10-26T00:00:00Z'],
  ])('begins and ends by the organisation’s clock: %s', async (day, first, last, before, after) => {
    const id = await world.sendRequest();
    await click(id, first, 1);
    await click(id, last, 2);
    await click(id, before, 10);
    await click(id, after, 20);
    const result = await dashboard(day, day);
    expect(result.totals.clicks).toEqual({ total: 3, unique: 3 });
    expect(result.byDay).toEqual([{ day, shares: 0, clicks: 3 }]);
  });

  it('is another one in another zone', async () => {
    const id = await world.sendRequest();
    await click(id, '2026-02-09T20:00:00Z', 5);
    await settings({ timeZone: 'Asia/Tokyo' });
    expect(dayOn(await dashboard('2026-02-09', '2026-02-10'), '2026-02-10')).toMatchObject({ clicks: 5 });
    await settings({ timeZone: 'America/Los_Angeles' });
    expect(dayOn(await dashboard('2026-02-09', '2026-02-10'), '2026-02-09')).toMatchObject({ clicks: 5 });
  });
});

describe('a small group', () => {
  it('is hidden, and can’t be worked out of what stands beside it', async () => {
    const id = await world.sendRequest();
    await release(id, '2026-02-03', 8);
    await release(id, '2026-02-10', 2, 3);
    await click(id, '2026-02-10T10:00:00Z', 4);
    await click(id, '2026-02-03T10:00:00Z', 2);
    const result = await dashboard('2026-02-08', '2026-02-14');
    expect(result.totals).toMatchObject({ awareness: hidden(5), shares: hidden(5), value: { value: 4 * 500 } });
    expect(result.byDay.every(({ shares }) => shares === 0)).toBe(true);
    expect(result.change).toMatchObject({ awareness: null, shares: null, value: null, clicks: 1 });
  });

  it('on one day of a larger period is left out of it, or a shorter period could be subtracted', async () => {
    const id = await world.sendRequest();
    await release(id, '2026-02-09', 8);
    await release(id, '2026-02-12', 1);
    const week = await dashboard('2026-02-08', '2026-02-14');
    expect(week.totals.shares).toEqual({ value: 8 });
    expect(dayOn(week, '2026-02-09')).toMatchObject({ shares: 8 });
    expect(dayOn(week, '2026-02-12')).toMatchObject({ shares: 0 });
    expect((await dashboard('2026-02-08', '2026-02-11')).totals.shares).toEqual({ value: 8 });
  });

  it('does not put a request before another: what is hidden has no place in the order either', async () => {
    const [few, none] = [await world.sendRequest({ title: 'Few' }), await world.sendRequest({ title: 'None' })];
    await release(few, '2026-02-09', 4);
    await click(none, '2026-02-09T10:00:00Z', 2);
    await click(few, '2026-02-09T10:00:00Z', 1);
    const { topRequests } = await dashboard('2026-02-08', '2026-02-14');
    expect(topRequests).toMatchObject([
      { title: 'None', shares: hidden(5) },
      { title: 'Few', shares: hidden(5) },
    ]);
  });

  it('is larger once the organisation says so, for what was told before too', async () => {
    const id = await world.sendRequest();
    const today = (await dashboardToday()).period.to as string;
    await release(id, today, 6);
    await click(id, world.clock.now().toISOString(), 3);
    const told = { awareness: { value: 6 }, shares: { value: 6 }, value: { value: 6 * 450 + 1_500 } };
    expect((await dashboardToday()).totals).toMatchObject(told);
    expect((await world.ask('GET', `/api/requests/${id}`)).json.figures).toMatchObject(told);
    await settings({ smallGroup: 10 });
    const kept = { awareness: hidden(10), shares: hidden(10), value: { value: 1_500 } };
    const after = await dashboardToday();
    expect(after.totals).toMatchObject(kept);
    expect(after.byDay.every(({ shares }) => shares === 0)).toBe(true);
    expect(after.topRequests).toMatchObject([{ shares: hidden(10) }]);
    expect((await world.ask('GET', `/api/requests/${id}`)).json.figures).toMatchObject(kept);
    const list = (await world.ask('GET', '/api/requests?state=open')).json.requests as Json[];
    expect(list).toMatchObject([{ id, shares: hidden(10), clicks: 3 }]);
  });

  it('of connected accounts hides reach, and its change', async () => {
    await reach('2026-02-06', 9_000, 12);
    await reach('2026-02-13', 3_000, 4);
    const result = await dashboard('2026-02-08', '2026-02-14');
    expect(result.totals.reach).toMatchObject({ total: null, accounts: hidden(5) });
    expect(result.change.reach).toBeNull();
    expect((await dashboard('2026-02-01', '2026-02-07')).totals.reach).toMatchObject({ total: 9_000 });
  });

  async function dashboardToday(): Promise<Dashboard> {
    return (await world.ask('GET', '/api/dashboard')).json as unknown as Dashboard;
  }
});

describe('value', () => {
  it('counts each day at the values of that day', async () => {
    const id = await world.sendRequest();
    const { period } = (await world.ask('GET', '/api/dashboard')).json as unknown as Dashboard;
    const today = String(period.to);
    const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
    await release(id, yesterday, 5);
    await release(id, today, 6);
    await click(id, `${yesterday}T12:00:00Z`, 2);
    await click(id, `${today}T12:00:00Z`, 4);
    const yesterdays = 5 * 150 + 5 * 300 + 2 * 500;
    const valueNow = async () => (await dashboard(yesterday, today)).totals.value;
    expect(await valueNow()).toEqual({ value: yesterdays + 6 * 150 + 6 * 300 + 4 * 500 });
    await setValues(today, { awareness: 1, share: 2, click: 3 });
    expect(await valueNow()).toEqual({ value: yesterdays + 6 * 1 + 6 * 2 + 4 * 3 });
    await setValues(today, { awareness: 0, share: 0, click: 0 });
    expect(await valueNow()).toEqual({ value: yesterdays });
    await world.ask('POST', '/api/event-values/reprice', { from: yesterday, until: yesterday, by: 'today' });
    expect(await valueNow()).toEqual({ value: 0 });
    await world.ask('POST', '/api/event-values/reprice', { from: yesterday, until: yesterday, by: 'own' });
    expect(await valueNow()).toEqual({ value: yesterdays });
  });

  it('is told in the currency of its days, and never adds two', async () => {
    const id = await world.sendRequest();
    const now = async () => (await world.ask('GET', '/api/dashboard')).json as unknown as Dashboard;
    const today = String((await now()).period.to);
    const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
    await setValues(today, { currency: 'KWD', click: 1_250 });
    expect(await now()).toMatchObject({ currency: 'KWD', otherValues: [], totals: { value: { value: 0 } } });
    await click(id, `${yesterday}T12:00:00Z`, 2);
    await click(id, `${today}T12:00:00Z`, 4);
    expect(await now()).toMatchObject({
      ...{ currency: 'KWD', otherValues: [{ currency: 'USD', value: 1_000 }] },
      totals: { value: { value: 5_000 } },
      change: { value: null },
    });
    const { figures } = (await world.ask('GET', `/api/requests/${id}`)).json;
    expect(figures).toMatchObject({ currency: 'KWD', value: { value: 5_000 } });
  });

  const setValues = async (day: string, change: Json) => {
    const worth = { currency: 'USD', awareness: 150, share: 300, click: 500, like: 200, reshare: 300, comment: 500 };
    expect((await world.ask('PUT', `/api/event-values/${day}`, { ...worth, ...change })).status).toBe(200);
  };
});

describe('asking again and again', () => {
  /** One more person acts on a request, without a trace of who. */
  const act = (requestId: string) =>
    world.db.inOrg(orgId, async (tx) => {
      const token = crypto.getRandomValues(new Uint8Array(16));
      await insertShareToken(tx, requestId, 'bluesky', token);
      await insertAwarenessToken(tx, requestId, token);
    });

  async function releaseNow(): Promise<void> {
    await world.db.inOrg(orgId, (tx) => world.app.jobs.enqueue(tx, releaseFigures, {}));
    await world.work();
  }

  const numberOf = (figure: Figure) => ('value' in figure ? figure.value : 0);

  /** Every number that a publisher can see which people's acts are in. */
  async function look(requestId: string): Promise<Readonly<Record<string, number>>> {
    const board = (await world.ask('GET', '/api/dashboard')).json as unknown as Dashboard;
    const figures = (await world.ask('GET', `/api/requests/${requestId}`)).json.figures as Dashboard['totals'];
    const list = (await world.ask('GET', '/api/requests')).json.requests as { id: string; shares: Figure }[];
    const message = JSON.stringify(world.slack.team('T1').messages.at(-1)?.blocks);
    return {
      awareness: numberOf(board.totals.awareness),
      shares: numberOf(board.totals.shares),
      value: numberOf(board.totals.value) / 450,
      days: board.byDay.reduce((sum, day) => sum + day.shares, 0),
      requestAwareness: numberOf(figures.awareness),
      requestShares: numberOf(figures.shares),
      requestValue: numberOf(figures.value) / 450,
      listed: numberOf(list.find(({ id }) => id === requestId)?.shares ?? { value: 0 }),
      message: Number(/Shared (\d+) times/.exec(message)?.[1] ?? 0),
    };
  }

  it('shows no step that is smaller than a group, at the end of the request either', async () => {
    const id = await world.sendRequest();
    let before = await look(id);
    let acted = 0;
    for (const arrivals of [1, 3, 0, 2, 1, 1, 1, 1, 4, 0, 7, 1, 2]) {
      for (let person = 0; person < arrivals; person += 1) await act(id);
      acted += arrivals;
      await releaseNow();
      const after = await look(id);
      for (const [name, value] of Object.entries(after)) {
        const step = value - (before[name] ?? 0);
        expect([name, step === 0 || step >= 5]).toEqual([name, true]);
      }
      before = after;
    }
    expect(before.awareness).toBeGreaterThan(acted - 5);
    expect(new Set(Object.values(before))).toEqual(new Set([before.awareness]));
    await world.ask('POST', `/api/requests/${id}/end`);
    expect(await look(id)).toEqual(before);
  });
});
