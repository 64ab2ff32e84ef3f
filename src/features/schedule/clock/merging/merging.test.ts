import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../../../platform/db/index.ts';
import { type ClockWorld, instantOf, openClockWorld } from '../clock-world.fixture.ts';
import { workedBetween } from '../worked.ts';
import { carryHours } from './store.ts';

let world: ClockWorld;
beforeAll(async () => {
  world = await openClockWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('two records of one human that become one keep their hours, and of what both clocked at once one', async () => {
  const [kept, other] = [await world.hired('Ana'), await world.hired('Ana of Slack')];
  world.at('2026-06-02T09:00');
  const worked = (personId: string, from: string, to: string) => {
    const work = { startsAt: instantOf(from), endsAt: instantOf(to) };
    return world.did('POST', 'clock/corrections', { personId, work, reason: 'The clock was broken' });
  };
  await worked(kept.personId, '2026-05-18T09:00', '2026-05-18T12:00');
  await worked(other.personId, '2026-05-18T11:00', '2026-05-18T15:00');
  await worked(other.personId, '2026-05-19T09:00', '2026-05-19T10:00');
  await world.did('POST', `clock/sheets/${kept.personId}/approve`, { firstDay: '2026-05-18', worked: 180 });
  await world.did('POST', `clock/sheets/${other.personId}/approve`, { firstDay: '2026-05-18', worked: 300 });
  const found = await world.in(async (tx) => {
    await carryHours(tx, { kept: kept.personId, other: other.personId }, world.parts.clock.now());
    const { rows } = await sql`select 1 from clock_versions where removed`.execute(tx.on());
    expect(rows).toHaveLength(1);
    return workedBetween(tx, { start: 0, end: 1e9 });
  });
  expect(found.map(({ personId, start, end, approved }) => [personId, end - start, approved])).toEqual([
    [kept.personId, 180, false],
    [kept.personId, 60, false],
  ]);
});
