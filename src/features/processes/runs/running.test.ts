import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { tellOfLate } from '../alarms/telling.ts';
import { openProcessWorld, type ProcessWorld, step } from '../process-world.fixture.ts';
import type { Step } from '../writing/step.ts';

type Json = Readonly<Record<string, unknown>>;

let given: ProcessWorld;
let ana: Browser;
let bo: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  ana = await given.signInAs('employee', 'Ana');
  bo = await given.signInAs('employee', 'Bo');
});
afterAll(() => given[Symbol.asyncDispose]());

const door = step({ title: 'Unlock the door' });
const fridge = step({ kind: 'measure', title: 'Fridge', measure: { unit: '°C', min: 1, max: 7 } });
let process: string;
let run: string;
beforeEach(async () => {
  process = await given.publish({ title: 'Opening', steps: [door, fridge] });
  run = await start();
});

const start = async (wanted: Json = {}, as: Browser = ana, of = process) =>
  String((await given.did('POST', `/api/processes/${of}/runs`, wanted, as)).id);
const at = (rest = '', id = run) => `/api/process-runs/${id}${rest}`;
const entry = ({ id: stepId }: Step, more: Json = {}): Json => ({
  ...{ id: crypto.randomUUID(), stepId, doneAt: given.world.clock.now().toISOString() },
  ...more,
});
const note = (body: Json, as: Browser = ana) => given.ask('POST', at('/entries'), body, as);
const mails = async (act: () => Promise<unknown>) => {
  await given.work();
  const before = given.office.sent.length;
  await act();
  await given.work();
  return given.office.sent.slice(before).map(({ to, subject }) => `${to.replace(/\d*-.*/, '')}: ${subject}`);
};

describe('a run', () => {
  it('is gone through by anybody who reads the process, and finished with its last step', async () => {
    expect((await note(entry(fridge, { value: 4.5 }))).json).toMatchObject({ state: 'open', done: 1, steps: 2 });
    expect((await note(entry(door), bo)).json).toMatchObject({
      ...{ state: 'finished', done: 2 },
      items: [{ entry: { by: { name: 'Bo' } } }, { entry: { value: 4.5, within: true, by: { name: 'Ana' } } }],
    });
    expect(await note(entry(door))).toMatchObject({ status: 409, json: { code: 'run_ended' } });
    const { runs } = await given.did('GET', '/api/process-runs', undefined, bo);
    expect(runs).toEqual(expect.arrayContaining([expect.objectContaining({ id: run, state: 'finished' })]));
  });

  it('keeps the version that it was begun with', async () => {
    await given.did('PUT', `/api/processes/${process}/draft`, {
      title: 'Opening anew',
      body: '',
      steps: [step()],
      revision: 0,
    });
    await given.did('POST', `/api/processes/${process}/review`, {});
    await given.did('POST', `/api/processes/${process}/publish`);
    expect(await given.did('GET', at())).toMatchObject({ title: 'Opening', version: 1, steps: 2 });
    expect(await given.did('GET', at('', await start()))).toMatchObject({
      title: 'Opening anew',
      version: 2,
      steps: 1,
    });
  });

  it('counts what is sent twice once, and tells the second of two who did one step', async () => {
    const mine = entry(fridge, { value: 3 });
    expect([(await note(mine)).status, (await note(mine)).status]).toEqual([200, 200]);
    expect(await note(entry(fridge, { value: 9, words: 'Later' }), bo)).toMatchObject({
      ...{
        status: 409,
        json: { code: 'done_already', detail: 'Ana has done this step already, with 3. What stands there stays.' },
      },
    });
    expect(await given.did('GET', at())).toMatchObject({ done: 1 });
    const both = await Promise.all([note(entry(door)), note(entry(door), bo)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('asks why a value is outside its limits, and flags it', async () => {
    expect(await note(entry(fridge, { value: 9 }))).toMatchObject({ status: 409, json: { code: 'outside_limits' } });
    const after = await note(entry(fridge, { value: 9, words: 'The door stood open; moved the milk' }));
    expect(after.json).toMatchObject({ outside: 1, items: [{}, { entry: { within: false, value: 9 } }] });
  });

  it('has a step done when the device says so, but never in the future', async () => {
    const earlier = new Date(given.world.clock.now().getTime() - 3_600_000).toISOString();
    const later = new Date(given.world.clock.now().getTime() + 3_600_000).toISOString();
    await note(entry(door, { doneAt: earlier }));
    const { json } = await note(entry(fridge, { value: 2, doneAt: later }));
    const now = given.world.clock.now().toISOString();
    expect(json).toMatchObject({ items: [{ entry: { doneAt: earlier, arrivedAt: now } }, { entry: { doneAt: now } }] });
  });

  it('lets one take back what one noted, and keeps it as evidence', async () => {
    await note(entry(fridge, { value: 5 }));
    expect((await given.ask('POST', at('/take-back'), { stepId: fridge.id }, bo)).status).toBe(409);
    expect((await given.ask('POST', at('/take-back'), { stepId: fridge.id }, ana)).json).toMatchObject({ done: 0 });
    await note(entry(fridge, { value: 6 }));
    const file = await given.office.ask(at('/evidence?format=json'), { as: ana });
    const { entries } = (await file.json()) as { entries: { value: number; takenBackAt: string }[] };
    expect(entries.map(({ value, takenBackAt }) => [value, takenBackAt !== ''])).toEqual([
      [5, true],
      [6, false],
    ]);
  });

  it('gives its evidence as a table that no spreadsheet takes for formulas', async () => {
    await note(entry(fridge, { value: 12, words: '=HYPERLINK("x")' }));
    const file = await given.office.ask(at('/evidence'), { as: ana });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="run-2026-05-04-\w{8}\.csv"$/);
    const text = await file.text();
    expect(text).toContain('"Fridge","Measure","1 to 7 °C","Ana"');
    expect(text).toContain(`12,"yes","","'=HYPERLINK(""x"")"`);
  });

  it('is stopped by who began it or answers for the process, with a reason', async () => {
    expect((await given.ask('POST', at('/stop'), { why: 'No' }, bo)).status).toBe(404);
    expect(await given.did('POST', at('/stop'), { why: 'Fire drill' }, ana)).toMatchObject({
      state: 'stopped',
      stoppedWhy: 'Fire drill',
    });
    expect(await given.acts()).toContain('processes.run_stopped');
  });

  it('can’t begin without steps, for somebody who has left, or for what is over', async () => {
    const empty = await given.publish({ steps: [] });
    expect((await given.ask('POST', `/api/processes/${empty}/runs`, {}, ana)).status).toBe(409);
    const nobody = '018f0000-0000-7000-8000-0000000000aa';
    const wrong: readonly Json[] = [{ doerId: nobody }, { locationId: nobody }, { dueAt: '2026-05-04T08:00:00Z' }];
    for (const wanted of wrong)
      expect((await given.ask('POST', `/api/processes/${process}/runs`, wanted, ana)).status).toBe(422);
  });

  it('is not there for whom the process is not meant', async () => {
    const secret = await given.publish(
      { steps: [door] },
      { confidential: true, audience: [{ kind: 'person', ref: ana.personId }] },
    );
    const id = await start({}, ana, secret);
    for (const rest of ['', '/evidence'])
      expect((await given.ask('GET', at(rest, id), undefined, bo)).status).toBe(404);
    expect((await given.ask('POST', at('/entries', id), entry(door), bo)).status).toBe(404);
    const { runs } = await given.did('GET', '/api/process-runs', undefined, bo);
    expect(JSON.stringify(runs)).not.toContain(id);
  });

  it('tells whose it is when it begins, and once when it is late: them and whoever answers for the process', async () => {
    const dueAt = new Date(given.world.clock.now().getTime() + 3_600_000).toISOString();
    const begun = await mails(async () => {
      run = await start({ doerId: bo.personId, dueAt });
    });
    expect(begun).toEqual(['employee: To be done by you: Opening']);
    const late = () => given.world.db.inOrg(given.owner.orgId, (tx) => tellOfLate(given.parts, tx));
    expect(await mails(late)).toEqual([]);
    given.world.clock.advance(3_600_000);
    expect((await mails(late)).toSorted()).toEqual(['employee: Late: Opening', 'owner: Late: Opening']);
    expect(await mails(late)).toEqual([]);
    expect(await given.did('GET', at())).toMatchObject({ late: true });
  });
});

describe('a step for somebody', () => {
  it('is noted by nobody else', async () => {
    const own = step({ doer: { kind: 'person', id: bo.personId } });
    run = await start({}, ana, await given.publish({ steps: [own] }));
    expect(await note(entry(own))).toMatchObject({ status: 409, json: { code: 'not_yours' } });
    expect((await note(entry(own), bo)).json).toMatchObject({ state: 'finished' });
  });

  it('that approves is for somebody who did no part of it', async () => {
    const approve = step({ kind: 'approve', title: 'Approve' });
    run = await start({}, ana, await given.publish({ steps: [door, approve] }));
    await note(entry(door));
    expect(await note(entry(approve))).toMatchObject({ status: 409, json: { code: 'own_work' } });
    expect((await note(entry(approve), bo)).json).toMatchObject({ state: 'finished' });
  });
});
