import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgId, sql } from '../../../../platform/db/index.ts';
import { handles } from '../../../../platform/jobs/index.ts';
import { putPeople } from '../../work/roles/store.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { updateSchedule, workOnUpdate } from './work-on.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite((parts) => [
    handles(updateSchedule, (payload, context) =>
      workOnUpdate(parts(), orgId(payload.orgId), payload.updateId, context),
    ),
  ]);
});
afterAll(() => site[Symbol.asyncDispose]());

interface Opened extends PlanWorld {
  readonly period: string;
  readonly ana: string;
  readonly ben: string;
}

/** A fortnight at the bar for Ana and Ben. */
async function opened(): Promise<Opened> {
  const at = await site.found();
  await at.series(at.roles.bar);
  const [ana, ben] = [await at.person('Ana'), await at.person('Ben')];
  const { id: period } = await at.open();
  return { ...at, period, ana, ben };
}

const work = () => site.office.jobs.runDue();
const ask = async (at: Opened, body: object = {}) => {
  site.world.clock.advance(1000);
  return (await at.ask('POST', `periods/${at.period}/updates`, { seconds: 10, seed: 3, ...body })).json.id;
};
const read = async (at: Opened, id: string) => (await at.ask('GET', `updates/${id}`)).json;
const take = (at: Opened, id: string) => at.ask('POST', `updates/${id}/take`);
const nobody = async (at: Opened) => (await at.plan()).shifts.every(({ assignments }) => assignments.length === 0);

/** Does something as soon as a solver's thread is made, and waits until it is done. */
async function whileSolving(act: (thread: Worker) => Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  process.once('worker', (thread: Worker) => resolve(act(thread)));
  await work();
  await promise;
}

describe('an update of the schedule whose solver dies', () => {
  it('fails with a sentence and changes nothing, and the next one is worked on', async () => {
    const at = await opened();
    const id = await ask(at);
    await whileSolving((thread) => thread.terminate());
    const { state, problem, outcome } = await read(at, id);
    expect([state, outcome]).toEqual(['failed', null]);
    expect(problem).toContain('ended before it had found one');
    expect(await nobody(at)).toBe(true);
    expect((await take(at, id)).json.detail).toBe('There is no finished update to take.');
    const next = await ask(at);
    await work();
    expect((await read(at, next)).state).toBe('done');
  });

  it('says that it was stopped where somebody had stopped it before there was anything to keep', async () => {
    const at = await opened();
    const id = await ask(at);
    await at.ask('POST', `updates/${id}/stop`);
    await whileSolving((thread) => thread.terminate());
    expect(await read(at, id)).toMatchObject({
      ...{ state: 'failed', problem: 'It was stopped before there was a schedule.' },
    });
  });

  it('stays dropped where somebody dropped it meanwhile', async () => {
    const at = await opened();
    const id = await ask(at);
    await whileSolving(() => at.ask('POST', `updates/${id}/drop`));
    expect((await read(at, id)).state).toBe('dropped');
    expect((await take(at, id)).status).toBe(409);
    expect(await nobody(at)).toBe(true);
  });

  it('keeps nobody from asking again when it was lost for good', async () => {
    const at = await opened();
    const lost = await ask(at);
    await at.in((tx) => sql`update plan_updates set state = 'running' where id = ${lost}`.execute(tx.on()));
    site.world.clock.advance(21 * 60_000);
    const next = await ask(at);
    expect(await read(at, lost)).toMatchObject({ state: 'failed', problem: expect.stringContaining('was lost') });
    await work();
    expect([(await read(at, lost)).state, (await read(at, next)).state]).toEqual(['failed', 'done']);
  });
});

describe('taking a finished update', () => {
  it.each([
    ['somebody may not work there any more', (at: Opened) => at.in((tx) => putPeople(tx, at.roles.bar, [], [at.ana]))],
    [
      'a shift was taken out of the calendar',
      async (at: Opened) => {
        const { id } = await at.shift(at.roles.bar, '2026-05-20');
        await at.in((tx) => sql`update shifts set cancelled_at = now() where id = ${id}`.execute(tx.on()));
      },
    ],
    [
      'a shift needs fewer people',
      async (at: Opened) => {
        const { id } = await at.shift(at.roles.bar, '2026-05-20');
        await at.ask('PATCH', `shifts/${id}`, { needs: 0 });
      },
    ],
  ])('is refused as a whole where %s since', async (_, change) => {
    const at = await opened();
    const id = await ask(at);
    await work();
    await change(at);
    const refused = await take(at, id);
    expect([refused.status, refused.json.code]).toEqual([409, 'plan_changed']);
    expect(await nobody(at)).toBe(true);
    expect((await read(at, id)).state).toBe('done');
  });

  it('happens once when two do it at once', async () => {
    const at = await opened();
    const id = await ask(at);
    await work();
    const both = await Promise.all([take(at, id), take(at, id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { shifts } = await at.plan();
    expect(shifts.map(({ assignments }) => assignments.length)).toEqual(shifts.map(() => 1));
  });
});

describe('an update of one location', () => {
  it('fills the shifts there, and is seen by whoever plans there', async () => {
    const at = await site.found();
    await at.series(at.roles.bar);
    const place = await site.office.ask('/api/locations', {
      ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
    });
    const { id: hill } = (await place.json()) as { id: string };
    const desk = await at.role('Desk', hill);
    await at.series(desk, { start: '2026-05-18T18:00', minutes: 240 });
    const [ana, ben] = [await at.person('Ana', [at.roles.bar, desk]), await at.person('Ben', [at.roles.bar, desk])];
    const { id: period } = await at.open();
    const world: Opened = { ...at, period, ana, ben };
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    await site.office.ask(`/api/members/${scheduler.personId}`, {
      ...{ as: at.owner, method: 'PATCH', body: { reach: { departments: [], locations: [hill] } } },
    });
    const everything = await ask(world);
    await work();
    const id = await ask(world, { locations: [hill] });
    await work();
    const { outcome } = await read(world, id);
    expect(outcome.added).toHaveLength(14);
    const listed = (await at.ask('GET', `periods/${period}/updates`, undefined, scheduler)).json.updates;
    expect(listed.map((one) => one.id)).toEqual([id]);
    expect((await at.ask('POST', `updates/${everything}/take`, undefined, scheduler)).status).toBe(404);
    expect((await at.ask('POST', `updates/${id}/take`, undefined, scheduler)).status).toBe(200);
    const { shifts } = await at.plan();
    expect(shifts.filter(({ missing }) => missing === 0).every(({ roleId }) => roleId === desk)).toBe(true);
    expect(shifts.filter(({ missing }) => missing === 1).every(({ roleId }) => roleId === at.roles.bar)).toBe(true);
    expect(shifts).toHaveLength(28);
    // The other one gives people the same shifts at the desk.
    expect((await take(world, everything)).json.code).toBe('plan_changed');
  });
});
