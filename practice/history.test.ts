import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { fixedClock } from '../src/platform/clock/index.ts';
import { loadConfig } from '../src/platform/config/index.ts';
import { openDatabase, orgId, sql } from '../src/platform/db/index.ts';
import { memoryLog } from '../src/platform/log/index.ts';
import { loadRootKey, openVault } from '../src/platform/vault/index.ts';
import { openTestDatabase } from '../test/support/database.ts';
import { readAnswer } from '../test/support/read-answer.ts';
import { openSlackFake } from '../test/support/slack-fake/index.ts';
import { company, employees } from './company.ts';
import { articles } from './company-articles.ts';
import { prepareHistory } from './history.ts';
import { type History, planHistory } from './history-plan.ts';
import { writeHistory } from './history-store.ts';
import { jobs } from './team-company.ts';
import { planTeam } from './team-plan.ts';
import { writeTeam } from './team-store.ts';

const now = new Date('2026-05-04T09:30:00Z');
const site = 'http://localhost:4300';
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('a year of the sample company', () => {
  const history = planHistory(now, site);
  const past = history.requests.flatMap((each) => (each.sent === null ? [] : [{ ...each, sent: each.sent }]));
  const hours = past.flatMap((each) => each.links.flatMap((link) => link.hours));

  it('is the same at each planning, on dates that follow today', () => {
    expect(planHistory(now, site)).toEqual(history);
    const later = planHistory(new Date(now.getTime() + 100 * 86_400_000), site);
    expect(later.reach.at(-1)?.day).toBe('2026-08-12');
  });

  it.each(Array.from({ length: 14 }, (_, days) => days))(
    'never lies in the future or out of order, on day %i',
    (days) => {
      const today = new Date(now.getTime() + days * 86_400_000);
      const { requests } = planHistory(today, site);
      for (const { createdAt, sent, links } of requests) {
        if (sent === null) continue;
        const order = [createdAt, sent.sentAt, sent.endedAt, sent.closedAt, today].map((at) => at.getTime());
        expect(order).toEqual(order.toSorted((left, right) => left - right));
        const clicked = links.flatMap((link) => link.hours.map((hour) => hour.hourAt.getTime()));
        expect(Math.max(...clicked)).toBeLessThan(today.getTime());
        expect(Math.min(...clicked)).toBeGreaterThanOrEqual(sent.sentAt.getTime() - 3_600_000);
      }
    },
  );

  it('has 24 requests over twelve months that lead to pages of the company’s site', () => {
    expect(past).toHaveLength(24);
    expect(history.requests).toHaveLength(26);
    const months = new Set(past.map((each) => each.sent.sentAt.toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(11);
    const paths = articles.map((each) => `${site}${each.path}`);
    for (const each of history.requests) expect(paths).toContain(each.link);
    expect(new Set(past.map((each) => each.channel.name)).size).toBe(4);
    const times = past.map((each) => each.sent.sentAt.toISOString().slice(11, 16));
    expect(new Set(times).size).toBeGreaterThan(20);
  });

  it('is filed under a few campaigns and some tags', () => {
    const used = new Set(past.map(({ campaignId }) => campaignId));
    expect([...used].filter((id) => id !== null).toSorted()).toEqual(history.campaigns.map(({ id }) => id).toSorted());
    for (const { tags } of past) expect(tags.length).toBeGreaterThanOrEqual(1);
  });

  it('moves no figure by fewer people than a group', () => {
    for (const { releases } of past) {
      for (const step of releases) {
        expect(step.awareness + step.shares).toBeGreaterThan(0);
        for (const count of [step.awareness, step.shares]) expect(count === 0 || count >= 5).toBe(true);
      }
      const acting = sum(releases.map((step) => step.awareness));
      // At least twelve act on each; up to four of them are never told of.
      expect(acting).toBeGreaterThanOrEqual(8);
      expect(acting).toBeLessThanOrEqual(company.people);
    }
    for (const day of history.reach) expect(day.accounts).toBeGreaterThanOrEqual(5);
  });

  it('counts clicks as the product does: new visitors among all, robots apart, each with one origin of a kind', () => {
    for (const hour of hours) {
      expect(hour.hourAt.getTime() % 3_600_000).toBe(0);
      expect(hour.unique).toBeLessThanOrEqual(hour.total);
    }
    for (const link of past.flatMap((each) => each.links)) {
      const total = sum(link.hours.map((hour) => hour.total));
      for (const kind of ['device', 'referrer']) {
        expect(sum(link.origins.filter((each) => each.kind === kind).map((each) => each.total))).toBe(total);
      }
    }
    expect(sum(hours.map((hour) => hour.robots))).toBeGreaterThan(0);
  });

  it('is clicked by day and hardly by night', () => {
    const between = (from: number, to: number) =>
      sum(
        hours
          .filter(({ hourAt }) => hourAt.getUTCHours() >= from && hourAt.getUTCHours() < to)
          .map((each) => each.total),
      );
    expect(between(9, 15)).toBeGreaterThan(5 * between(0, 6));
  });

  it('has a reach that grows', () => {
    const totals = history.reach.map((day) => day.total);
    expect(totals).toEqual(totals.toSorted((left, right) => left - right));
    expect(history.reach).toHaveLength(366);
  });
});

type Json = Record<string, unknown>;

describe('Coact, started on that history', () => {
  const clock = fixedClock(now.toISOString());
  const slack = openSlackFake(clock, { publicUrl: 'http://localhost:3000' });
  let history: History;
  let db: Awaited<ReturnType<typeof openTestDatabase>>;
  let app: App;
  let cookie = '';

  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { cookie, origin: 'http://localhost:3000', 'x-coact': '1', 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const answer = await app.fetch(new Request(`http://localhost:3000${path}`, init));
    const given = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (given.length > 0) cookie = given.join('; ');
    return readAnswer(answer);
  };

  beforeAll(async () => {
    db = await openTestDatabase();
    history = planHistory(now, site);
    await writeHistory(db, history, site, now);
    const vault = openVault(await loadRootKey(join(db.folder, 'keys'), db, clock), db, clock);
    await writeTeam({ db, vault }, orgId(history.orgId), history.people, planTeam(now), now);
    const config = loadConfig({
      SECOND_FACTOR: 'offered',
      DATA_DIR: db.folder,
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: slack.app.clientSecret,
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_AUTHORIZE_URL: slack.authorizeUrl,
    });
    app = await openApp(config, memoryLog(), { clock, db, slackFetch: slack.fetch });
  });
  afterAll(async () => {
    await app?.close();
    await db?.close();
  });

  it('still waits for its owner, whose set-up founds the organisation of the history', async () => {
    expect((await ask('GET', '/api/me')).json).toMatchObject({ signedIn: false, ownerLinkPending: true });
    const token = new URL((await app.people.ownerLink()) ?? '').searchParams.get('token');
    await ask('POST', '/api/sign-in/verify', { token });
    const body = { ownerName: 'Maya Lindqvist', organisationName: company.name, timeZone: company.timeZone };
    const founded = await ask('POST', '/api/setup', body);
    expect(founded).toMatchObject({ status: 201, json: { id: history.orgId } });
  });

  it('has something to report of by campaign, tag, network and hour', async () => {
    const { json } = await ask('GET', '/api/reports?from=2025-08-01&to=2026-05-04');
    expect(json.campaigns).toHaveLength(4);
    expect((json.tags as Json[]).length).toBeGreaterThanOrEqual(6);
    expect(json.networks).toMatchObject([{ network: 'bluesky', acts: { share: { value: expect.any(Number) } } }]);
    expect(json.hours).toMatchObject({ best: { weekday: expect.any(Number) } });
  });

  it('shows figures on the dashboard at once', async () => {
    const { json } = await ask('GET', '/api/dashboard');
    const last = (hours: number) =>
      history.requests
        .flatMap((each) => each.links.flatMap((link) => link.hours))
        .filter((hour) => hour.hourAt.getTime() > now.getTime() - hours * 3_600_000);
    expect(json.totals).toMatchObject({
      awareness: { value: expect.any(Number) },
      shares: { value: expect.any(Number) },
      reach: { total: history.reach.at(-1)?.total, accounts: { value: 34 }, countedAt: '2026-05-04' },
      value: { value: expect.any(Number) },
    });
    const { clicks } = json.totals as { clicks: { total: number; unique: number } };
    expect(clicks.total).toBeGreaterThanOrEqual(sum(last(29 * 24).map((hour) => hour.total)));
    expect(clicks.unique).toBeLessThanOrEqual(clicks.total);
    for (const change of Object.values(json.change ?? {})) expect(change).toEqual(expect.any(Number));
    expect(json.topRequests).toHaveLength(5);
  });

  it('knows the work, who does it, and what it costs', async () => {
    const { roles } = (await ask('GET', '/api/schedule/roles')).json as { roles: Json[] };
    expect(roles.filter(({ archived }) => archived !== true)).toHaveLength(jobs.length);
    expect(roles.find(({ name }) => name === 'Crane')).toMatchObject({
      conditions: [{ condition: 'must_have' }],
      people: [expect.any(String), expect.any(String), expect.any(String)],
      rate: { minor: 2200 },
    });
  });

  it('has pay that somebody keeps, proposals of somebody who may make them, and nobody beyond what they may', async () => {
    const { json: members } = await ask('GET', '/api/members');
    const all = members.members as { id: string; name: string; roles: string[] }[];
    const named = (name: string) => all.find((one) => one.name === name);
    expect(named('Tom Okafor')?.roles).toContain('payroll');
    const { raises } = (await ask('GET', '/api/pay/raises')).json as { raises: Json[] };
    expect(raises.map(({ name, state, proposedBy }) => [name, state, proposedBy]).toSorted()).toEqual([
      ['Ben Carter', 'open', 'Dora Novak'],
      ['Sam Whitfield', 'declined', 'Dora Novak'],
      ['Zoe Martin', 'approved', 'Dora Novak'],
    ]);
    for (const name of ['Ben Carter', 'Sam Whitfield', 'Zoe Martin']) {
      const { json: person } = await ask('GET', `/api/people/${named(name)?.id}`);
      expect([name, JSON.stringify(person)]).toEqual([name, expect.stringContaining('Dora Novak')]);
    }
  });

  it('has processes that begin by themselves, runs in the hands of those who work there, and readings on their way', async () => {
    const { processes } = (await ask('GET', '/api/processes')).json as { processes: { id: string; title: string }[] };
    const of = (title: string) => processes.find((one) => one.title === title)?.id;
    const { triggers } = (await ask('GET', `/api/processes/${of('Opening Café Pine')}/triggers`)).json as {
      triggers: Json[];
    };
    expect(triggers).toMatchObject([{ problem: null, next: { words: expect.stringContaining('Café Pine') } }]);
    const { json } = await ask('GET', '/api/process-runs');
    const runs = json.runs as { id: string; title: string; state: string; late: boolean; outside: number }[];
    expect(runs.map(({ title, state, late, outside }) => [title, state, late, outside])).toEqual([
      ['Lifting a boat out', 'open', false, 0],
      ...Array.from({ length: 4 }, () => ['Opening Café Pine', 'finished', false, 0]),
    ]);
    const readers = (await ask('GET', `/api/processes/${of('Lifting a boat out')}/reading`)).json.asking as Json;
    expect(readers).toMatchObject({ counts: { asked: 15, confirmed: 5, late: 10 } });
    const everybody = (await ask('GET', `/api/processes/${of('When something happens')}/reading`)).json.asking as Json;
    expect(everybody).toMatchObject({ counts: { late: 0 }, endedAt: null });
  });

  it('lists the requests, and shows each with what its links brought', async () => {
    const { json } = await ask('GET', '/api/requests?state=ended');
    expect(json.total).toBe(24);
    expect((await ask('GET', '/api/requests?state=draft')).json.total).toBe(2);
    for (const planned of history.requests.filter((each) => each.sent !== null)) {
      const { json: shown } = await ask('GET', `/api/requests/${planned.id}`);
      expect(shown).toMatchObject({
        title: planned.topic.title,
        state: 'ended',
        delivery: { state: 'sent' },
        figures: {
          awareness: { value: sum(planned.releases.map((step) => step.awareness)) },
          shares: { value: sum(planned.releases.map((step) => step.shares)) },
          clicks: { total: sum(planned.links.flatMap((link) => link.hours.map((hour) => hour.total))) },
          links: planned.links.map((link) => ({ variant: link.variant })),
        },
      });
    }
  });

  it('makes one person of the owner and her Slack self when she adds Coact to Slack', async () => {
    slack.addTeam(company.teamId, company.name);
    slack.addUser(company.teamId, 'U000000001', { name: 'maya' });
    const start = await app.fetch(new Request('http://localhost:3000/slack/install', { headers: { cookie } }));
    const back = slack.consent(start.headers.get('location') ?? '', { teamId: company.teamId, userId: 'U000000001' });
    const state = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const done = await app.fetch(new Request(back, { headers: { cookie: `${cookie}; ${state}` } }));
    expect(done.status).toBe(302);
    const { json } = await ask('GET', '/api/members');
    const members = json.members as { name: string; roles: string[]; state: string; slack: boolean }[];
    expect(members.map((each) => each.state)).toEqual(Array.from({ length: company.people }, () => 'active'));
    expect(members.filter((each) => each.slack)).toHaveLength(employees.length);
    expect(members.find((each) => each.name === 'Maya Lindqvist')?.roles).toContain('owner');
    expect(members.find((each) => each.name === 'Tom Okafor')?.roles).toContain('publisher');
  });

  it('leads past links to the company’s pages', async () => {
    const { rows } = await db.inOrg(orgId(history.orgId), (tx) =>
      sql<{ target: string }>`select target from short_links`.execute(tx.on()),
    );
    for (const { target } of rows) expect(new URL(target).searchParams.get('utm_source')).toBe('bluesky');
  });
});

describe('a data folder', () => {
  it('gets the history when it is new, and keeps it afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-history-'));
    try {
      await prepareHistory(folder, site);
      await prepareHistory(folder, 'http://localhost:9');
      const db = await openDatabase({ folder });
      const { rows } = await db.asOwner((tx) =>
        sql<{ org_id: string }>`select org_id from installation_claims`.execute(tx.on()),
      );
      const targets = await db.inOrg(orgId(rows[0]?.org_id ?? ''), (tx) =>
        sql<{ target: string }>`select target from short_links`.execute(tx.on()),
      );
      await db.close();
      expect(targets.rows.length).toBeGreaterThan(24);
      for (const { target } of targets.rows) expect(target.startsWith(site)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
