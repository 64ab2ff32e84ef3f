import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';

/** Series, and the shifts of an opened period that are written down from them. */
let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Shift {
  readonly id: string;
  readonly localStart: string;
  readonly cancelled: boolean;
  readonly assignments: readonly { readonly personId: string }[];
}

/** Who is on which shift, as the scheduler's view has it. */
const plan = async () => {
  const { shifts } = (await world.did('GET', 'plan?from=2026-05-04&to=2026-05-17')) as unknown as { shifts: Shift[] };
  return shifts.filter(({ cancelled }) => !cancelled);
};
const shown = async () =>
  (await plan()).map(({ localStart, assignments }) => `${localStart.slice(8)} ${assignments.length}`).toSorted();

it('keep who is assigned through a change of this and the following, and back again', async () => {
  const ana = await world.signInAs('employee', 'Ana');
  const roleId = await world.role();
  await world.did('PUT', `roles/${roleId}/people`, { people: [ana.personId] });
  const rule = { repeat: { every: 'week', interval: 1, days: ['TU', 'TH'], weekStart: 'MO' }, ends: { kind: 'never' } };
  const payload = { needs: 1, breakMinutes: 0, label: null };
  const made = await world.did('POST', `roles/${roleId}/series`, {
    start: '2026-05-05T09:00',
    minutes: 480,
    rule,
    payload,
  });
  const { id, revision } = made.series as { id: string; revision: number };
  await world.did('POST', 'periods', { firstDay: '2026-05-04' });
  for (const shift of await plan())
    await world.did('POST', `shifts/${shift.id}/assignments`, { personId: ana.personId });
  const before = ['05T09:00 1', '07T09:00 1', '12T09:00 1', '14T09:00 1'];
  expect(await shown()).toEqual(before);
  const change = { on: '2026-05-12T09:00', scope: 'following', change: { moveBy: 60 }, revision };
  const edited = await world.did('PATCH', `series/${id}`, change);
  expect(await shown()).toEqual(['05T09:00 1', '07T09:00 1', '12T10:00 1', '14T10:00 1']);
  await world.did('POST', 'series/undo', { token: edited.undo });
  expect(await shown()).toEqual(before);
  const gone = await world.did('DELETE', `series/${id}`);
  expect(await shown()).toEqual([]);
  await world.did('POST', 'series/undo', { token: gone.undo });
  expect(await shown()).toEqual(before);
});

it('of a role that is archived are cancelled, and are there again when it is back', async () => {
  const { roles } = (await world.did('GET', 'roles')) as unknown as { roles: { id: string }[] };
  const roleId = roles[0]?.id;
  expect(await shown()).toHaveLength(4);
  await world.did('PATCH', `roles/${roleId}`, { archived: true });
  expect(await shown()).toEqual([]);
  await world.did('PATCH', `roles/${roleId}`, { archived: false });
  expect(await shown()).toHaveLength(4);
});
