import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { newId, randomId } from '../../platform/clock/index.ts';
import type { OrgId } from '../../platform/db/index.ts';
import { type Counts, countClick } from './click-record.ts';
import type { Links } from './links.ts';
import { openLinks } from './links.ts';
import { openNewcomers } from './newcomers.ts';
import { addCounts } from './store.ts';

let world: World;
let links: Links;
beforeAll(async () => {
  world = await openWorld();
  links = await open(world);
});
afterAll(async () => {
  await links.close();
  await world[Symbol.asyncDispose]();
});

const open = ({ db, ring, clock, log, folder }: World, newSlug?: () => string) =>
  openLinks({
    db,
    ring,
    clock,
    log,
    config: { linksUrl: 'https://go.example', publicUrl: 'https://coact.example', dataDir: folder, clicks: 'batch' },
    ...(newSlug ? { newSlug } : {}),
  });

const draft = (requestId = randomId(), variant = 0) => ({
  requestId,
  network: 'bluesky',
  variant,
  target: 'https://example.com/post?utm_source=coact',
});
const create = (org: OrgId, wanted = draft()) => world.db.inOrg(org, (tx) => links.create(tx, wanted));

/** Puts people's clicks at moments in time into the counters. */
const clickAt = async (org: OrgId, linkId: string, ...moments: readonly string[]) => {
  const counts: Counts = new Map();
  for (const moment of moments) {
    const hour = Math.floor(Date.parse(moment) / 3_600_000);
    countClick({ orgId: org, linkId, hour, robot: false, unique: true, device: 2, referrer: 2 }, counts);
  }
  const batch = { id: randomId(), counts: [...counts.values()], finished: [] };
  return addCounts(world.db, org, batch, { now: world.clock.now(), sift: openNewcomers().sift });
};

describe('a short link', () => {
  it('is made for a request, network and variant, and is the same the second time', async () => {
    const org = world.newOrgId();
    const wanted = draft();
    const first = await create(org, wanted);
    expect(first).toMatchObject({ ...wanted, url: `https://go.example/${first.slug}`, endsAt: null });
    const end = new Date('2026-06-01T00:00:00Z');
    const again = await create(org, { ...wanted, target: 'https://example.com/moved', endsAt: end } as typeof wanted);
    expect(again).toEqual({ ...first, target: 'https://example.com/moved', endsAt: end });
    const other = await create(org, { ...wanted, variant: 1 });
    expect(other.slug).not.toBe(first.slug);
  });

  it('is another organisation’s own, and invisible to it', async () => {
    const wanted = draft();
    const [mine, theirs] = [world.newOrgId(), world.newOrgId()];
    const first = await create(mine, wanted);
    expect((await create(theirs, wanted)).id).not.toBe(first.id);
    const seen = await world.db.inOrg(theirs, (tx) => links.forRequest(tx, wanted.requestId));
    expect(seen.map((link) => link.id)).not.toContain(first.id);
  });

  it('leads to web addresses only', async () => {
    const bad = { ...draft(), target: 'javascript:alert(1)' };
    await expect(create(world.newOrgId(), bad)).rejects.toThrow(RangeError);
  });

  it('takes another slug when its own is taken, also at the same moment', async () => {
    const slugs = ['sameSlug2345', 'sameSlug2345', 'sameSlug2345', 'otherSlug234', 'thirdSlug234'];
    await using second = {
      links: await open(world, () => slugs.shift() ?? 'lastSlug2345'),
      [Symbol.asyncDispose]: () => second.links.close(),
    };
    const org = world.newOrgId();
    const make = () => world.db.inOrg(org, (tx) => second.links.create(tx, draft()));
    const made = await Promise.all([make(), make(), make()]);
    expect(new Set(made.map((link) => link.slug)).size).toBe(3);
    expect(made.map((link) => link.slug)).toContain('sameSlug2345');
  });

  it('differs from another by case alone', async () => {
    const slugs = ['caseSlug2345', 'CASESLUG2345'];
    await using second = {
      links: await open(world, () => slugs.shift() ?? ''),
      [Symbol.asyncDispose]: () => second.links.close(),
    };
    for (const slug of [...slugs]) {
      const link = await world.db.inOrg(world.newOrgId(), (tx) => second.links.create(tx, draft()));
      expect(link.slug).toBe(slug);
    }
  });

  it('gives up when no slug is free', async () => {
    await using second = {
      links: await open(world, () => 'takenSlug234'),
      [Symbol.asyncDispose]: () => second.links.close(),
    };
    const org = world.newOrgId();
    await world.db.inOrg(org, (tx) => second.links.create(tx, draft()));
    const more = world.db.inOrg(org, (tx) => second.links.create(tx, draft()));
    await expect(more).rejects.toThrow('no free slug');
  });
});

describe('figures', () => {
  it('are totals by request, by link and by origin', async () => {
    const org = world.newOrgId();
    const requestId = newId(world.clock);
    const one = await create(org, draft(requestId, 0));
    const two = await create(org, draft(requestId, 1));
    const other = await create(org);
    await clickAt(org, one.id, '2026-05-04T09:10:00Z', '2026-05-04T09:50:00Z');
    await clickAt(org, one.id, '2026-05-04T09:55:00Z');
    await clickAt(org, two.id, '2026-05-05T09:10:00Z');
    await clickAt(org, other.id, '2026-05-05T09:10:00Z');
    await world.db.inOrg(org, async (tx) => {
      const totals = await links.totals(tx, { requestIds: [requestId] });
      expect([...totals]).toEqual([[requestId, { total: 4, unique: 4, robots: 0 }]]);
      expect((await links.totals(tx, {})).size).toBe(2);
      const period = { from: '2026-05-05', to: '2026-05-05', timeZone: 'UTC' };
      expect((await links.totals(tx, { period })).get(requestId)?.total).toBe(1);
      const counted = await links.forRequest(tx, requestId);
      expect(counted.map((link) => [link.variant, link.clicks.total])).toEqual([
        [0, 3],
        [1, 1],
      ]);
      expect(await links.origins(tx, { requestIds: [requestId] })).toEqual(
        [
          { kind: 'referrer', name: 'linkedin', total: 4 },
          { kind: 'device', name: 'mobile', total: 4 },
        ].toSorted((a, b) => a.name.localeCompare(b.name)),
      );
    });
    const stranger = await world.db.inOrg(world.newOrgId(), (tx) => links.totals(tx, { requestIds: [requestId] }));
    expect(stranger.size).toBe(0);
  });

  it('come by the days of the organisation’s time zone, short and long ones included', async () => {
    const org = world.newOrgId();
    const { id } = await create(org);
    // Lisbon: 29 March 2026 has 23 hours (00:00 UTC to 23:00 UTC), 25 October has 25 (24th 23:00 UTC to 26th 00:00 UTC).
    await clickAt(
      org,
      id,
      '2026-03-28T23:59:00Z',
      '2026-03-29T00:00:00Z',
      '2026-03-29T22:59:00Z',
      '2026-03-29T23:00:00Z',
    );
    await clickAt(
      org,
      id,
      '2026-10-24T22:59:00Z',
      '2026-10-24T23:00:00Z',
      '2026-10-25T23:59:00Z',
      '2026-10-26T00:00:00Z',
    );
    const days = (from: string, to: string, timeZone = 'Europe/Lisbon') =>
      world.db.inOrg(org, async (tx) =>
        (await links.byDay(tx, { from, to, timeZone })).map((day) => [day.day, day.total]),
      );
    expect(await days('2026-03-27', '2026-03-30')).toEqual([
      ['2026-03-27', 0],
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
    expect(await days('2026-10-24', '2026-10-26')).toEqual([
      ['2026-10-24', 1],
      ['2026-10-25', 2],
      ['2026-10-26', 1],
    ]);
    expect(await days('2026-03-29', '2026-03-29')).toEqual([['2026-03-29', 2]]);
    expect(await days('2026-03-29', '2026-03-29', 'Pacific/Auckland')).toEqual([['2026-03-29', 2]]);
    const none = await world.db.inOrg(org, (tx) =>
      links.byDay(tx, { from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/Lisbon', requestIds: [] }),
    );
    expect(none).toEqual([{ day: '2026-03-29', total: 0, unique: 0, robots: 0 }]);
  });

  it('leave out clicks of a link that is gone', async () => {
    const org = world.newOrgId();
    const { id, requestId } = await create(org);
    expect(await clickAt(org, randomId(), '2026-05-04T09:10:00Z')).toBe(true);
    await clickAt(org, id, '2026-05-04T09:10:00Z');
    const totals = await world.db.inOrg(org, (tx) => links.totals(tx, {}));
    expect([...totals]).toEqual([[requestId, { total: 1, unique: 1, robots: 0 }]]);
  });
});
