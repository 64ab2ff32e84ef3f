import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { openProcessWorld, type ProcessWorld, step } from '../process-world.fixture.ts';
import { lateRunJobs } from './jobs.ts';

type Json = Readonly<Record<string, unknown>>;

let given: ProcessWorld;
let ana: Browser;
let bo: Browser;
let boss: Browser;
let mitte: string;
beforeAll(async () => {
  given = await openProcessWorld();
  ana = await given.signInAs('employee', 'Ana');
  bo = await given.signInAs('employee', 'Bo');
  boss = await given.signInAs('scheduler', 'Boss');
  mitte = String((await given.did('POST', '/api/locations', { name: 'Mitte', timeZone: 'Europe/Berlin' })).id);
});
afterAll(() => given[Symbol.asyncDispose]());

const minutes = (count: number) => given.world.clock.advance(count * 60_000);
const inMinutes = (count: number) => new Date(given.world.clock.now().getTime() + count * 60_000).toISOString();
/** Does what the job of five minutes does; gives who was told what since the last time. */
const told = async (): Promise<readonly string[]> => {
  await given.work();
  const before = given.office.sent.length;
  for (const { run } of lateRunJobs(given.parts, async () => [given.owner.orgId]))
    await run({}, { attempt: 1, last: false, forget: async () => undefined });
  await given.work();
  return given.office.sent.slice(before).map(({ to, subject }) => `${to.replace(/\d*-.*/, '')}: ${subject}`);
};
const late = async (alarms: Json | null, wanted: Json, access: Json = {}) => {
  const process = await given.publish({ title: 'Opening', steps: [step({ minutes: 10 }), step()] }, access);
  if (alarms !== null) await given.did('PUT', `/api/processes/${process}/alarms`, alarms);
  const { id } = await given.did('POST', `/api/processes/${process}/runs`, wanted);
  return { process, run: String(id) };
};
const stages = { ownerAfter: 30, managerAfter: 60, stepAfter: null };

describe('a run that is late', () => {
  it('is told to one after the other, each once', async () => {
    const { run } = await late(stages, { doerId: ana.personId, dueAt: inMinutes(60) }, { ownerId: bo.personId });
    expect(await told()).toEqual([]);
    minutes(60);
    expect(await told()).toEqual(['employee: Late: Opening']);
    expect(await told()).toEqual([]);
    minutes(30);
    expect(await told()).toEqual(['employee: Late: Opening']);
    minutes(30);
    // Nobody schedules a place where it has none: the owners are the last to turn to.
    expect(await told()).toEqual(['owner: Late: Opening']);
    minutes(600);
    expect(await told()).toEqual([]);
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
  });

  it('tells nobody once it has ended', async () => {
    const { run } = await late(stages, { doerId: ana.personId, dueAt: inMinutes(60) });
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
    minutes(300);
    expect(await told()).toEqual([]);
  });

  it('is told to the manager of its place, whose reach that is', async () => {
    const reach = { reach: { departments: [], locations: [mitte] } };
    await given.did('PATCH', `/api/members/${boss.personId}`, reach);
    const { run } = await late(stages, { doerId: ana.personId, locationId: mitte, dueAt: inMinutes(60) });
    minutes(121);
    const subjects = await told();
    expect(subjects.toSorted()).toEqual([
      'employee: Late: Opening',
      'owner: Late: Opening',
      'scheduler: Late: Opening',
    ]);
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
  });

  it('names nothing that is confidential, and is told to nobody who may not read it', async () => {
    const audience = [{ kind: 'person', ref: ana.personId }];
    const wanted = { doerId: ana.personId, locationId: mitte, dueAt: inMinutes(60) };
    const { run } = await late(stages, wanted, { confidential: true, audience });
    minutes(121);
    const subjects = await told();
    expect(subjects.toSorted()).toEqual([
      'employee: Late: something that is confidential',
      'owner: Late: something that is confidential',
    ]);
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
  });
});

describe('a step that is late', () => {
  const watched = { ownerAfter: 15, managerAfter: null, stepAfter: 20 };

  it('is told once it has been next for longer than it takes, and the next one counts anew', async () => {
    const { run } = await late(watched, { doerId: ana.personId }, { ownerId: bo.personId });
    minutes(29);
    expect(await told()).toEqual([]);
    minutes(1);
    expect(await told()).toEqual(['employee: Late: Opening']);
    minutes(15);
    expect(await told()).toEqual(['employee: Late: Opening']);
    const { items } = (await given.did('GET', `/api/process-runs/${run}`)) as { items: { step: { id: string } }[] };
    const doneAt = given.world.clock.now().toISOString();
    const entry = { id: crypto.randomUUID(), stepId: items[0]?.step.id, doneAt };
    await given.did('POST', `/api/process-runs/${run}/entries`, entry, ana);
    minutes(19);
    expect(await told()).toEqual([]);
    minutes(1);
    expect(await told()).toEqual(['employee: Late: Opening']);
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
  });
});

describe('who is told', () => {
  it('is set by whoever may write on the process, in an order that makes sense', async () => {
    const { process, run } = await late(null, {});
    const path = `/api/processes/${process}/alarms`;
    expect((await given.ask('PUT', path, { ...stages, managerAfter: 10 })).json).toMatchObject({
      fields: { managerAfter: 'The manager comes after whoever answers for the process.' },
    });
    expect((await given.ask('PUT', path, stages, ana)).status).toBe(404);
    expect(await given.did('PUT', path, stages)).toMatchObject({ alarms: stages });
    expect(await given.did('GET', `/api/processes/${process}/triggers`)).toMatchObject({ alarms: stages });
    expect(await given.acts()).toContain('processes.alarms_changed');
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'Enough' });
  });
});
