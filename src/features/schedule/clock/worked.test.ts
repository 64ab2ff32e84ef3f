import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { epochAt } from '../calendar/zone.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import type { ClockEntry } from './entry.ts';
import { insertEntry } from './store.ts';
import { workedBetween } from './worked.ts';

let site: PlanSite;
let world: PlanWorld;
let ana: string;
let ben: string;
beforeAll(async () => {
  site = await openPlanSite();
  world = await site.found();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
});
afterAll(() => site[Symbol.asyncDispose]());

const at = (local: string) => epochAt('Europe/Lisbon', local);
const day = { start: at('2026-05-18T00:00'), end: at('2026-05-19T00:00') };
const wrote = async (personId: string, from: string, to: string | null, given: Partial<ClockEntry> = {}) => {
  const entry: ClockEntry = {
    ...{ id: newId(site.parts.clock), personId, shiftId: null, roleId: world.roles.bar, locationId: world.location },
    ...{
      zone: 'Europe/Lisbon',
      day: from.slice(0, 10),
      start: at(from),
      end: to === null ? null : at(to),
      breaks: [],
      version: 1,
    },
    ...given,
  };
  await world.in((tx) => insertEntry(tx, entry));
  return entry.id;
};

describe('what people worked', () => {
  it('in a time is each entry whole, with its breaks, of those who are asked for', async () => {
    const breaks = [{ start: at('2026-05-18T12:00'), end: at('2026-05-18T12:30') }];
    const id = await wrote(ana, '2026-05-18T09:00', '2026-05-18T17:00', { breaks });
    await wrote(ben, '2026-05-18T22:00', '2026-05-19T06:00', { roleId: null, locationId: null });
    await wrote(ana, '2026-05-19T00:00', '2026-05-19T01:00');
    const found = await world.in((tx) => workedBetween(tx, day));
    expect(found).toMatchObject([
      { id, breakMinutes: 30, roleId: world.roles.bar, shiftId: null, approved: false },
      {},
    ]);
    expect(found[1]).toMatchObject({ personId: ben, end: at('2026-05-19T06:00'), roleId: null, locationId: null });
    expect(await world.in((tx) => workedBetween(tx, day, [ana]))).toHaveLength(1);
    expect(await world.in((tx) => workedBetween(tx, day, []))).toEqual([]);
  });

  it('is approved with the timesheet in which it begins', async () => {
    await world.in((tx) =>
      sql`insert into timesheets values (${world.orgId}, ${ben}, '2026-05-18', 14, ${ana}, now(), 480)`.execute(
        tx.on(),
      ),
    );
    const found = await world.in((tx) => workedBetween(tx, day));
    expect(found.map(({ approved }) => approved)).toEqual([false, true]);
  });

  it('holds nothing that still runs, and nobody works twice at once', async () => {
    const cleo = await world.person('Cleo');
    await wrote(cleo, '2026-05-18T09:00', null);
    expect(await world.in((tx) => workedBetween(tx, day, [cleo]))).toEqual([]);
    for (const again of [null, '2026-05-20T10:00'])
      await expect(wrote(cleo, '2026-05-20T09:00', again)).rejects.toMatchObject({ code: /^23(P01|505)$/ });
    await wrote(cleo, '2026-05-18T08:00', '2026-05-18T09:00');
  });
});
