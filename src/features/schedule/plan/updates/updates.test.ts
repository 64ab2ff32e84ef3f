import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgId } from '../../../../platform/db/index.ts';
import { handles } from '../../../../platform/jobs/index.ts';
import { firstDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { updateSchedule, workOnUpdate } from './work-on.ts';

let site: PlanSite;
beforeAll(async () => {
  // The queue is opened before the parts exist.
  site = await openPlanSite((parts) => [
    handles(updateSchedule, (payload, context) =>
      workOnUpdate(parts(), orgId(payload.orgId), payload.updateId, context),
    ),
  ]);
});
afterAll(() => site[Symbol.asyncDispose]());

/** A fortnight of days at the bar for Ana and Ben. */
async function opened(): Promise<PlanWorld & { readonly ana: string; readonly ben: string; readonly period: string }> {
  const at = await site.found();
  await at.series(at.roles.bar);
  const [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
  const { id: period } = await at.open();
  return { ...at, ana, ben, period };
}

const work = () => site.office.jobs.runDue();
const ask = async (at: { readonly period: string } & PlanWorld, body: object = {}) => {
  site.world.clock.advance(1000);
  return (await at.ask('POST', `periods/${at.period}/updates`, { seconds: 10, ...body })).json.id;
};

describe('an update of the schedule', () => {
  it('fills what can be filled, as a draft that is taken in one step and taken back in one', async () => {
    const at = await opened();
    const id = await ask(at, { seed: 5 });
    const again = await at.ask('POST', `periods/${at.period}/updates`, {});
    expect([again.status, again.json.code]).toEqual([409, 'at_work']);
    await work();
    const { json } = await at.ask('GET', `updates/${id}`);
    expect(json).toMatchObject({
      state: 'done',
      seed: 5,
      problem: null,
      outcome: { missing: 0, filled: 14, removed: [], seed: 5 },
    });
    expect(json.outcome.after).toMatchObject({ open: 0, minutes: 14 * 480 });
    // Half each, as nobody wishes for anything else.
    const share = json.outcome.added.filter((one) => one.personId === at.ana).length;
    expect(share).toBe(7);
    expect((await at.plan()).totals.open).toBe(14);
    expect((await at.ask('POST', `updates/${id}/take`)).json.state).toBe('taken');
    const plan = await at.plan();
    expect([plan.totals.open, plan.undo]).toEqual([0, 'The update of the schedule: 14 added, 0 removed']);
    expect(plan.shifts.flatMap(({ assignments }) => assignments.flatMap(({ faults }) => faults))).toEqual([]);
    await at.ask('POST', `periods/${at.period}/undo`);
    expect((await at.plan()).totals.open).toBe(14);
    expect((await at.ask('POST', `updates/${id}/take`)).status).toBe(409);
  });

  it('keeps pins, gives the same for the same seed, and changes nothing where nothing is better', async () => {
    const at = await opened();
    for (const day of ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21'])
      await at.assign((await at.shift(at.roles.bar, day)).id, at.ana);
    const first = await ask(at, { seed: 9 });
    await work();
    const second = await ask(at, { seed: 9 });
    await work();
    const [one, other] = [
      (await at.ask('GET', `updates/${first}`)).json,
      (await at.ask('GET', `updates/${second}`)).json,
    ];
    expect(one.outcome).toEqual(other.outcome);
    expect([one.outcome.kept, one.outcome.added.length]).toEqual([4, 10]);
    await at.ask('POST', `updates/${first}/take`);
    const third = await ask(at);
    await work();
    expect((await at.ask('GET', `updates/${third}`)).json.outcome).toMatchObject({ added: [], removed: [], kept: 14 });
    const { updates } = (await at.ask('GET', `periods/${at.period}/updates`)).json;
    expect(updates.map((update) => update.state)).toEqual(['done', 'done', 'taken']);
  });

  it('says of what stays open why for each, and how it could be filled', async () => {
    const at = await site.found();
    await at.series(at.roles.door);
    const ana = await at.person('Ana', [at.roles.bar]);
    const { id: period } = await at.open();
    const id = await ask({ ...at, period });
    await work();
    const { outcome } = (await at.ask('GET', `updates/${id}`)).json;
    expect(outcome.unfilled).toHaveLength(14);
    expect(outcome.unfilled[0]?.candidates).toContainEqual({ personId: ana, words: 'Does not know the role: Door' });
    expect(outcome.unfilled[0]?.fixes.map(({ sentence }) => sentence)).toContain(
      'Teach the role: does not know the role: Door',
    );
  });

  it('is not taken over a plan that does not fit it any more, yet over one that still does', async () => {
    const at = await opened();
    const id = await ask(at, { seed: 3 });
    await work();
    const { outcome } = (await at.ask('GET', `updates/${id}`)).json;
    const [place] = outcome.added;
    if (place === undefined) throw new Error('nothing was added');
    const other = place.personId === at.ana ? at.ben : at.ana;
    const assigned = await at.assign(place.shiftId, other);
    const refused = await at.ask('POST', `updates/${id}/take`);
    expect([refused.status, refused.json.code]).toEqual([409, 'plan_changed']);
    await at.ask('DELETE', `assignments/${assigned.json.assignment.id}`);
    expect((await at.ask('POST', `updates/${id}/take`)).status).toBe(200);
  });

  it('can be stopped and dropped, and ends with a sentence when it was lost', async () => {
    const at = await opened();
    const id = await ask(at);
    expect((await at.ask('POST', `updates/${id}/stop`)).status).toBe(200);
    await work();
    const stopped = (await at.ask('GET', `updates/${id}`)).json;
    expect(['done', 'failed']).toContain(stopped.state);
    expect((await at.ask('POST', `updates/${id}/stop`)).json.code).toBe('wrong_state');
    const dropped = await ask(at);
    expect((await at.ask('POST', `updates/${dropped}/drop`)).json.state).toBe('dropped');
    await work();
    expect((await at.ask('GET', `updates/${dropped}`)).json.state).toBe('dropped');
  });

  it('begins anew after a restart in its middle, and fails with a sentence when nothing helps', async () => {
    const at = await opened();
    const id = await ask(at);
    const broken = {
      ...site.parts,
      people: { ...site.parts.people, workers: () => Promise.reject(new Error('gone')) },
    };
    await expect(workOnUpdate(broken, at.orgId, id, { last: false })).rejects.toThrow('gone');
    expect((await at.ask('GET', `updates/${id}`)).json.state).toBe('waiting');
    await workOnUpdate(site.parts, at.orgId, id, { last: false });
    expect((await at.ask('GET', `updates/${id}`)).json.state).toBe('done');
    await work();
    const next = await ask(at);
    await expect(workOnUpdate(broken, at.orgId, next, { last: true })).rejects.toThrow('gone');
    const { state, problem } = (await at.ask('GET', `updates/${next}`)).json;
    expect([state, problem]).toEqual(['failed', expect.stringContaining('Nothing was changed')]);
    await work();
  });
});

it('tells a scheduler of another location nothing of it', async () => {
  const at = await opened();
  const id = await ask(at);
  await work();
  const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
  const place = await site.office.ask('/api/locations', {
    ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
  });
  const { id: hill } = (await place.json()) as { id: string };
  await site.office.ask(`/api/members/${scheduler.personId}`, {
    ...{ as: at.owner, method: 'PATCH', body: { reach: { departments: [], locations: [hill] } } },
  });
  for (const [method, path] of [
    ['GET', `updates/${id}`],
    ['POST', `updates/${id}/take`],
  ] as const)
    expect((await at.ask(method, path, undefined, scheduler)).status).toBe(404);
  const nothing = await at.ask('POST', `periods/${at.period}/updates`, {}, scheduler);
  expect([nothing.status, nothing.json.code]).toEqual([409, 'nothing_to_plan']);
  expect((await at.shift(at.roles.bar, firstDay)).assignments).toEqual([]);
});
