import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { catalogueProblems, type OrgId, sql } from '../../platform/db/index.ts';
import { countRecords, recordBytes, writeRecord } from './click-record.ts';
import { openDayKeys } from './day-keys.ts';
import { type Links, openLinks } from './links.ts';
import { openNewcomers } from './newcomers.ts';
import { addCounts } from './store.ts';
import { openVisits } from './visits.ts';

/** Two processes as far as visitors go: each has its own memory and the ring in common. */
let world: World;
let links: Links;
beforeAll(async () => {
  world = await openWorld('2026-05-04T22:00:00Z');
  links = await open();
});
afterAll(async () => {
  await links.close();
  await world[Symbol.asyncDispose]();
});

const open = () =>
  openLinks({
    ...world,
    config: {
      linksUrl: 'https://go.example',
      publicUrl: 'https://coact.example',
      dataDir: world.folder,
      clicks: 'batch',
    },
  });

async function openProcess() {
  const visits = openVisits();
  const newcomers = openNewcomers();
  const keys = await openDayKeys(world.ring, world.clock, () => {
    visits.forget();
    newcomers.forget();
  });
  return {
    /** A person's click, through the journal's bytes and into the counters. */
    click: async (org: OrgId, linkId: string, address: string) => {
      const nowMs = world.clock.now().getTime();
      const visit = visits.see(keys.current(), { linkId, address, agent: 'Firefox' }, nowMs);
      if (visit === 'repeat') return;
      const hour = Math.floor(nowMs / 3_600_000);
      const visitor = visit === 'again' ? {} : { visitor: visit.first };
      const bytes = Buffer.alloc(recordBytes);
      const unique = visit !== 'again';
      writeRecord({ orgId: org, linkId, hour, robot: false, unique, ...visitor, device: 1, referrer: 0 }, bytes, 0);
      const counts = [...countRecords(bytes).values()];
      const batch = { id: randomId(), counts, finished: [] };
      await addCounts(world.db, org, batch, { now: world.clock.now(), sift: newcomers.sift });
    },
  };
}

const draft = { network: 'bluesky', variant: 0, target: 'https://example.com/' };
async function newLink() {
  const org = world.newOrgId();
  const requestId = randomId();
  const { id } = await world.db.inOrg(org, (tx) => links.create(tx, { ...draft, requestId }));
  const counted = async () => (await world.db.inOrg(org, (tx) => links.totals(tx, {}))).get(requestId);
  return { org, id, counted };
}
const rowsLeft = async (org: OrgId) =>
  (
    await world.db.inOrg(org, (tx) =>
      sql<{ row: string }>`select v::text as row from click_visitors v`.execute(tx.on()),
    )
  ).rows;

describe('a visitor', () => {
  it('whom two processes see is one, on each link and day', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const { org, id, counted } = await newLink();
    const other = await newLink();
    await one.click(org, id, '198.51.100.7');
    await two.click(org, id, '198.51.100.7');
    await two.click(org, id, '198.51.100.8');
    await one.click(org, id, '198.51.100.8');
    await two.click(other.org, other.id, '198.51.100.7');
    expect(await counted()).toEqual({ total: 4, unique: 2, robots: 0 });
    expect(await other.counted()).toMatchObject({ unique: 1 });
  });

  it('is still known after a restart', async () => {
    const { org, id, counted } = await newLink();
    await (await openProcess()).click(org, id, '198.51.100.7');
    await (await openProcess()).click(org, id, '198.51.100.7');
    expect(await counted()).toEqual({ total: 2, unique: 1, robots: 0 });
  });

  it('counted at the same moment by both is counted once', async () => {
    const { org, id, counted } = await newLink();
    const processes = await Promise.all([openProcess(), openProcess(), openProcess()]);
    const addresses = Array.from({ length: 20 }, (_, index) => `198.51.100.${index}`);
    await Promise.all(processes.flatMap((one) => addresses.map((address) => one.click(org, id, address))));
    expect(await counted()).toEqual({ total: 60, unique: 20, robots: 0 });
  });

  it('who is known already is told to nobody twice', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const { org, id } = await newLink();
    await one.click(org, id, '198.51.100.7');
    await two.click(org, id, '198.51.100.7');
    const lengths = await world.db.inOrg(org, (tx) =>
      sql<{ bytes: number }>`select length(visitors) as bytes from click_visitors order by turn`.execute(tx.on()),
    );
    expect(lengths.rows).toEqual([{ bytes: 8 }]);
  });

  it('is somebody else tomorrow, and what was kept is gone an hour after the day', async () => {
    const one = await openProcess();
    const { org, id, counted } = await newLink();
    await one.click(org, id, '198.51.100.7');
    expect(JSON.stringify(await rowsLeft(org))).not.toContain('198.51');
    world.clock.advance(2.5 * 3_600_000);
    await (await openProcess()).click(org, id, '198.51.100.7');
    expect(await counted()).toEqual({ total: 2, unique: 2, robots: 0 });
    expect(await rowsLeft(org)).toHaveLength(2);
    world.clock.advance(3_600_000);
    await (await open()).close();
    expect(await rowsLeft(org)).toHaveLength(1);
    expect(await world.ring.names('clicks-2026-05-04')).toEqual([]);
  });

  it('is nothing that looking across organisations could read', async () => {
    const read = world.db.directory((tx) => sql`select visitors from click_visitors`.execute(tx.on()));
    await expect(read).rejects.toMatchObject({ code: '42501' });
    expect(await catalogueProblems(world.db)).toEqual([]);
  });
});
