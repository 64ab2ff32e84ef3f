import { afterAll, beforeAll, expect, it } from 'vitest';
import { personalProcesses, processesLeft } from './about.ts';
import { carryProcesses } from './about-store.ts';
import { openProcessWorld, type ProcessWorld, step } from './process-world.fixture.ts';
import { beginDue } from './triggers/jobs.ts';

let given: ProcessWorld;
beforeAll(async () => {
  given = await openProcessWorld();
});
afterAll(() => given[Symbol.asyncDispose]());

const inOrg = <T>(work: Parameters<typeof given.world.db.inOrg<T>>[1]) => given.world.db.inOrg(given.owner.orgId, work);

it('tells people what is held about them, and those who let them go how many processes nobody answers for then', async () => {
  const sol = await given.signInAs('scheduler', 'Sol');
  const door = step();
  const id = await given.publish({ title: 'Locking up', steps: [door] }, undefined, sol);
  const run = String((await given.did('POST', `/api/processes/${id}/runs`, {}, sol)).id);
  const doneAt = given.world.clock.now().toISOString();
  await given.did(
    'POST',
    `/api/process-runs/${run}/entries`,
    { id: crypto.randomUUID(), stepId: door.id, doneAt },
    sol,
  );
  expect(await inOrg((tx) => personalProcesses.read(tx, sol.personId))).toMatchObject({
    ...{ processesYouAnswerFor: ['Locking up'], versionsYouWrote: 1 },
    stepsYouNoted: [{ withPhoto: false, words: '' }],
  });
  const left = await inOrg((tx) => processesLeft.read(tx, sol.personId, given.world.clock.now()));
  expect(left).toEqual(['One process; the owners of the organisation see which']);
  expect(JSON.stringify(left)).not.toContain('Locking up');
});

it('moves everything to the record that is kept where two were one human', async () => {
  const [kept, other] = [await given.signInAs('employee', 'Ana'), await given.signInAs('scheduler', 'Ana too')];
  const audience = [{ kind: 'person', ref: other.personId }];
  const id = await given.publish(
    { title: 'For Ana' },
    { ownerId: other.personId, confidential: true, audience },
    other,
  );
  await inOrg((tx) => carryProcesses(tx, kept.personId, other.personId));
  expect(await given.did('GET', `/api/processes/${id}`)).toMatchObject({
    ...{ owner: { id: kept.personId }, audience: [{ ref: kept.personId }] },
    published: { writtenBy: { id: kept.personId }, submittedBy: { id: kept.personId } },
  });
  expect(await given.titles('for ana', kept)).toEqual(['For Ana']);
});

it('keeps what began because of somebody with the record that is kept, begins nothing again, and tells it to them', async () => {
  const [kept, other] = [await given.signInAs('employee', 'Bea'), await given.signInAs('employee', 'Bea too')];
  const joining = await given.publish({ title: 'Welcome', steps: [step()] });
  const body = { kind: 'joining', doer: 'person', doerId: other.personId };
  await given.did('POST', `/api/processes/${joining}/triggers`, body);
  const begin = () => beginDue(given.parts, given.owner.orgId);
  await given.signInAs('employee', 'Cy');
  expect(await begin()).toEqual([]);
  const runs = async () => {
    const { runs: all } = await given.did('GET', '/api/process-runs');
    return (all as { processId: string; doer: { name: string } }[]).filter(({ processId }) => processId === joining);
  };
  const before = (await runs()).length;
  expect(await inOrg((tx) => personalProcesses.read(tx, other.personId))).toMatchObject({
    runsThatBeginForYou: 1,
    begunAsYouJoinedOrLeft: [{ kind: 'joining', state: 'begun' }],
  });
  await inOrg((tx) => carryProcesses(tx, kept.personId, other.personId));
  expect(await inOrg((tx) => personalProcesses.read(tx, kept.personId))).toMatchObject({
    runsThatBeginForYou: 1,
    begunAsYouJoinedOrLeft: [{ kind: 'joining', state: 'begun' }],
  });
  expect(await inOrg((tx) => personalProcesses.read(tx, other.personId))).toMatchObject({
    runsThatBeginForYou: 0,
    begunAsYouJoinedOrLeft: [],
  });
  expect(new Set((await runs()).map(({ doer }) => doer.name))).toEqual(new Set(['Bea']));
  await begin();
  // The other record is still there in this test, and has joined as far as Coact knows: nothing but that is begun.
  expect((await runs()).length - before).toBeLessThanOrEqual(1);
});
