import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type OrgId, orgId as parseOrgId, sql } from '../../../platform/db/index.ts';
import type { Figure } from '../figures/figure.ts';
import { addRelease } from '../figures/store.ts';

let world: AppWorld;
let org: OrgId;
beforeAll(async () => {
  world = await openAppWorld();
  org = parseOrgId(String((await world.ask('GET', '/api/organisation')).json.id));
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ['share_releases', 'click_counts', 'reach_totals', 'share_requests', 'campaigns']) {
    await sql`delete from ${sql.table(`coact.${table}`)}`.execute(world.db.kysely);
  }
});

const release = (requestId: string, day: string, shares: Readonly<Record<string, number>>, awareness: number) =>
  world.db.inOrg(org, (tx) => addRelease(tx, requestId, day, { awareness, shares }));
const click = (requestId: string, hourAt: string, total: number) =>
  sql`insert into coact.click_counts (org_id, link_id, hour_at, total, unique_total, robots)
    select org_id, id, ${hourAt}::timestamptz, ${total}, ${total}, 1 from coact.short_links
    where request_id = ${requestId} and variant = 0`.execute(world.db.kysely);
const close = (requestId: string) =>
  sql`update coact.share_requests set state = 'ended', closed_at = now() where id = ${requestId}`.execute(
    world.db.kysely,
  );
const reach = (network: string, total: number, accounts: number) =>
  sql`insert into coact.reach_totals (org_id, network, day, total, accounts)
    values (${org}, ${network}, '2026-02-01', ${total}, ${accounts})`.execute(world.db.kysely);

interface Line {
  readonly acts: Readonly<Record<string, Figure>>;
  readonly clicks: { readonly total: number };
}
interface Report {
  readonly stride: string;
  readonly compared: object | null;
  readonly totals: Line & { readonly awareness: Figure | null; readonly audience: Json };
  readonly before: Line | null;
  readonly overTime: readonly (Line & { readonly from: string })[];
  readonly requests: readonly (Line & { readonly title: string })[];
  readonly campaigns: readonly (Line & { readonly title: string })[];
  readonly tags: readonly (Line & { readonly tag: string })[];
  readonly networks: readonly (Line & { readonly network: string; readonly audience: number | null })[];
  readonly unsplit: Figure;
  readonly hours: { readonly best: object } | null;
}
const days = 'from=2026-02-02&to=2026-02-15';
async function read(query = ''): Promise<Report> {
  const { status, json } = await world.ask('GET', `/api/reports?${days}&${query}`);
  expect(json).toMatchObject({ period: { from: '2026-02-02' } });
  expect(status).toBe(200);
  return json as unknown as Report;
}
const shares = ({ acts }: Line) => acts.share;

describe('a report', () => {
  it('is of a campaign, a tag or a request alone, each with the same figures as beside the others', async () => {
    const campaign = String((await world.ask('POST', '/api/campaigns', { name: 'Spring' })).json.id);
    const one = await world.sendRequest({ title: 'One', campaignId: campaign, tags: ['Boats'] });
    const two = await world.sendRequest({ title: 'Two', tags: ['boats', 'Jobs'] });
    await release(one, '2026-02-03', { bluesky: 7 }, 6);
    await release(two, '2026-02-04', { bluesky: 5 }, 5);
    await click(two, '2026-02-04T10:00:00Z', 3);
    const all = await read();
    expect([shares(all.totals), all.totals.clicks.total]).toEqual([{ value: 12 }, 3]);
    expect(all.requests.map((line) => [line.title, shares(line)])).toEqual([
      ['One', { value: 7 }],
      ['Two', { value: 5 }],
    ]);
    expect(all.campaigns.map((line) => [line.title, shares(line)])).toEqual([['Spring', { value: 7 }]]);
    expect(all.tags.map((line) => [line.tag.toLowerCase(), shares(line)])).toEqual([
      ['boats', { value: 12 }],
      ['jobs', { value: 5 }],
    ]);
    expect(shares((await read(`campaign=${campaign}`)).totals)).toEqual({ value: 7 });
    expect(shares((await read('tag=BOATS')).totals)).toEqual({ value: 12 });
    const asked = await read(`tag=jobs&request=${two}`);
    expect([shares(asked.totals), asked.totals.clicks.total]).toEqual([{ value: 5 }, 3]);
    expect(shares((await read(`tag=jobs&request=${one}`)).totals)).toEqual({ fewerThan: 5 });
    expect((await read('tag=nothing')).requests).toEqual([]);
  });

  it('tells networks of closed requests only, and only where none has few', async () => {
    const [whole, partly] = [await world.sendRequest(), await world.sendRequest()];
    await release(whole, '2026-02-03', { linkedin: 8, bluesky: 6 }, 10);
    await release(partly, '2026-02-03', { linkedin: 9, bluesky: 2 }, 10);
    const ofNetworks = async () => {
      const { networks, unsplit } = await read();
      return [networks.map((line) => [line.network, shares(line)]), unsplit];
    };
    expect(await ofNetworks()).toEqual([[], { value: 25 }]);
    await close(whole);
    await close(partly);
    const told = [
      ['bluesky', { value: 6 }],
      ['linkedin', { value: 8 }],
    ];
    expect(await ofNetworks()).toEqual([told, { value: 11 }]);
    const alone = await read('network=linkedin');
    expect([alone.totals.awareness, shares(alone.totals)]).toEqual([null, { value: 8 }]);
    expect((await read('network=threads')).networks).toEqual([]);
  });

  it('tells the audience by network only where no network has few accounts', async () => {
    await reach('linkedin', 9_000, 12);
    await reach('bluesky', 48_312, 1);
    const hidden = await read();
    expect(hidden.totals.audience).toMatchObject({ total: 57_312, accounts: { value: 13 } });
    expect(hidden.networks).toEqual([]);
    await sql`update coact.reach_totals set accounts = 6 where network = 'bluesky'`.execute(world.db.kysely);
    expect((await read()).networks.map(({ network, audience }) => [network, audience])).toEqual([
      ['bluesky', 48_312],
      ['linkedin', 9_000],
    ]);
  });

  it('is compared with the days before, the same days of last year, or nothing', async () => {
    const id = await world.sendRequest();
    await release(id, '2026-01-20', { bluesky: 6 }, 6);
    await release(id, '2025-02-10', { bluesky: 5 }, 5);
    const compared = async (compare: string) => (await read(`compare=${compare}`)).before;
    expect((await compared('previous'))?.acts.share).toEqual({ value: 6 });
    expect((await compared('year'))?.acts.share).toEqual({ value: 5 });
    expect(await compared('none')).toBeNull();
  });

  it('draws hours of the week by the organisation’s clock, once there is enough', async () => {
    const id = await world.sendRequest();
    await click(id, '2026-02-10T10:00:00Z', 150);
    expect((await read()).hours).toBeNull();
    await click(id, '2026-02-11T23:00:00Z', 151);
    expect((await read()).hours?.best).toEqual({ weekday: 3, hour: 23 });
    await world.ask('PATCH', '/api/organisation', { timeZone: 'Asia/Tokyo' });
    expect((await read()).hours?.best).toEqual({ weekday: 4, hour: 8 });
    await world.ask('PATCH', '/api/organisation', { timeZone: 'Europe/Lisbon' });
  });

  it('refuses days that it can’t be made of', async () => {
    const { status, json } = await world.ask('GET', '/api/reports?from=2026-02-02&to=2026-02-01');
    expect([status, json.code]).toEqual([422, 'bad_period']);
    expect((await world.ask('GET', '/api/reports?from=2020-01-01')).status).toBe(422);
    expect((await world.ask('GET', '/api/reports?tag=%00x')).status).toBe(200);
  });
});

describe('a file of a report', () => {
  it('is CSV with the same figures', async () => {
    const id = await world.sendRequest({ title: '=1+1' });
    await release(id, '2026-02-03', { bluesky: 7 }, 6);
    const answer = await world.visit(`/api/reports/file?${days}&table=requests`);
    expect(answer.headers.get('content-disposition')).toContain('coact-requests-2026-02-02-2026-02-15.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).split('\r\n');
    expect(lines[1]).toMatch(/^"'=1\+1",".*","[0-9a-f-]{36}",6,7,0,0,0,30$/);
    expect((await world.visit('/api/reports/file?table=people')).status).toBe(422);
  });
});
