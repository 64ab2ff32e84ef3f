import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../platform/clock/index.ts';
import { epochAt } from '../calendar/zone.ts';
import { insertRole, putPeople, putRanks } from '../work/roles/store.ts';
import { insertSeries } from '../work/series/store.ts';
import { openWorkWorld, type WorkWorld } from '../work-world.fixture.ts';
import { loadStaff } from './load-staff.ts';
import { putPersonalRules, putPreferences } from './wishes/store.ts';

let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const at = (local: string) => epochAt('Europe/Berlin', local);
const window = { start: at('2026-05-04T00:00'), end: at('2026-05-11T00:00') };

it('brings together what people said, may and can', async () => {
  const { parts, owner } = world;
  const ana = await world.signInAs('employee', 'Ana');
  const ben = await world.signInAs('employee', 'Ben');
  const [roleId, now] = [newId(parts.clock), parts.clock.now()];
  const locationId = await world.location();
  const staff = await parts.db.inOrg(owner.orgId, async (tx) => {
    const role = { id: roleId, name: 'Bar', locationId, departmentId: null, colour: 'teal', importance: null };
    await insertRole(tx, { ...role, conditions: [], archived: false }, now);
    await putPeople(tx, roleId, [{ id: newId(parts.clock), personId: ana.personId }], []);
    await putRanks(tx, roleId, [{ personId: ana.personId, weekday: 0, rank: 2 }]);
    const monday = { id: newId(parts.clock), zone: 'Europe/Berlin', start: '2026-05-04T09:00', minutes: 480 };
    const said = { ...monday, rule: null, exceptions: [], colour: null, payload: { kind: 'available' as const } };
    await insertSeries(tx, { ...said, owner: { personId: ana.personId }, revision: 1 }, now);
    await putPreferences(tx, ana.personId, { wantedMinutes: 1200, extraShifts: true, likings: [] }, now);
    await putPersonalRules(tx, ana.personId, { instead: [], without: ['rest'] }, now);
    return loadStaff(parts, tx, [ana.personId, ben.personId], window);
  });
  expect(staff.get(ana.personId)).toMatchObject({
    available: [{ start: at('2026-05-04T09:00'), end: at('2026-05-04T17:00') }],
    hasStated: true,
    timeOff: [],
    preferences: { wantedMinutes: 1200, extraShifts: true },
    rules: { without: ['rest'] },
    roles: new Set([roleId]),
    ranks: [{ role: roleId, weekday: 0, rank: 2 }],
  });
  expect(staff.get(ben.personId)).toMatchObject({
    available: [window],
    hasStated: false,
    preferences: { wantedMinutes: null, extraShifts: false, likings: [] },
    roles: new Set(),
  });
});
