import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, openShiftWorld, type ShiftWorld } from './shift-world.fixture.ts';

/** In May, Berlin is two hours ahead of UTC: the early shift begins at 06:00Z, the late one at 10:00Z. */
let given: ShiftWorld;
let process: string;
let number = 17;
let today: string;
beforeAll(async () => {
  given = await openShiftWorld();
});
afterAll(() => given[Symbol.asyncDispose]());

const opening = (more: object = {}) => ({
  ...{ kind: 'shift', locationId: given.locationId, minutesBefore: 30, withinMinutes: 90, doer: 'opener' },
  ...more,
});
const run = async () => (await given.runs(process)).at(-1);

/** Each test has a day of its own. */
beforeEach(async () => {
  number += 1;
  today = day(number);
  await given.at(`${today}T01:00:00Z`);
  process = (await given.begins(opening())).process;
});

describe('a shift’s run', () => {
  it('begins before the first shift of the day, once, in the hands of whoever has it', async () => {
    await given.assign('early', today, given.ana);
    await given.assign('late', today, given.bo);
    await given.publishShifts();
    expect((await given.shown(process)).triggers[0]?.next.words).toBe('today 07:30, Ana at Mitte');
    await given.at(`${today}T05:29:00Z`);
    expect(await run()).toBeUndefined();
    await given.at(`${today}T05:30:00Z`);
    await Promise.all([given.tick(), given.tick()]);
    await given.at(`${today}T11:00:00Z`);
    const runs = await given.runs(process);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      doer: { name: 'Ana' },
      dueAt: `${today}T07:30:00.000Z`,
      byItself: true,
      lateStart: null,
    });
  });

  it('is none without a published shift', async () => {
    await given.assign('early', today, given.ana);
    await given.at(`${today}T06:30:00Z`);
    expect(await run()).toBeUndefined();
    expect((await given.shown(process)).triggers[0]?.next.words).toBe('No shift is published ahead.');
  });

  it('goes to whoever opens now as long as the shift has not begun', async () => {
    const early = await given.assign('early', today, given.ana);
    await given.assign('late', today, given.bo);
    await given.publishShifts();
    await given.at(`${today}T05:40:00Z`);
    expect(await run()).toMatchObject({ doer: { name: 'Ana' } });
    await given.takeOut(early);
    await given.publishShifts();
    await given.tick();
    expect(await run()).toMatchObject({ state: 'open', doer: { name: 'Bo' }, dueAt: `${today}T11:30:00.000Z` });
    expect(await given.runs(process)).toHaveLength(1);
    const told = async (as: typeof given.ana) => JSON.stringify(await given.did('GET', '/api/notices', undefined, as));
    expect(await told(given.bo)).toContain('You are the first to begin now.');
    expect(await told(given.ana)).toContain('Somebody else has this in hand now.');
  });

  it('stays with whoever had it once the shift has begun', async () => {
    const early = await given.assign('early', today, given.ana);
    await given.assign('late', today, given.bo);
    await given.publishShifts();
    await given.at(`${today}T06:01:00Z`);
    await given.takeOut(early);
    await given.publishShifts();
    await given.tick();
    expect(await run()).toMatchObject({ state: 'open', doer: { name: 'Ana' } });
  });

  it('is stopped where nobody is left on that day, and begun anew when somebody is found', async () => {
    const early = await given.assign('early', today, given.ana);
    await given.publishShifts();
    await given.at(`${today}T05:35:00Z`);
    await given.takeOut(early);
    await given.publishShifts();
    await given.tick();
    expect(await run()).toMatchObject({ state: 'stopped' });
    await given.tick();
    expect(await given.runs(process)).toHaveLength(1);
    await given.assign('early', today, given.bo);
    await given.publishShifts();
    await given.at(`${today}T05:40:00Z`);
    const runs = await given.runs(process);
    expect(runs.map(({ state, doer }) => `${state} ${doer?.name}`).toSorted()).toEqual(['open Bo', 'stopped Ana']);
  });

  it('begins late, and says so, while the shift is on; once it is over it is left out and told', async () => {
    await given.assign('early', today, given.ana);
    await given.publishShifts();
    await given.at(`${today}T07:00:00Z`);
    expect(await run()).toMatchObject({ lateStart: 90 });
    const second = (await given.begins(opening())).process;
    await given.assign('early', day(number + 1), given.bo);
    await given.publishShifts();
    number += 1;
    await given.at(`${day(number)}T12:00:00Z`);
    const runs = await given.runs(second);
    expect(runs).toEqual([]);
    expect((await given.shown(second)).triggers[0]?.last).toMatchObject({ state: 'skipped' });
    await given.work();
    expect(given.office.sent.map(({ subject }) => subject)).toContain('“Opening” was left out once');
  });

  it('goes to whoever answers for the process where the opener may not read it, who is told once why', async () => {
    const audience = [{ kind: 'person', ref: given.bo.personId }];
    process = (await given.begins(opening(), { confidential: true, audience })).process;
    await given.assign('early', today, given.ana);
    await given.publishShifts();
    await given.at(`${today}T06:10:00Z`);
    const [shown] = (await given.shown(process)).triggers;
    expect(shown?.problem).toContain('may not read this process');
    const begun = await run();
    expect(begun?.doer?.name).not.toBe('Ana');
    const { runs } = await given.did('GET', '/api/process-runs', undefined, given.ana);
    expect(JSON.stringify(runs)).not.toContain(begun?.id);
    await given.work();
    expect(given.office.sent.map(({ subject }) => subject)).toContain('A process did not begin as it should');
  });

  it('tells on the evening before that nobody has a shift, where that is wanted, once', async () => {
    process = (await given.begins(opening({ tellWithout: true }))).process;
    await given.at(`${today}T15:59:00Z`);
    await given.work();
    const told = () =>
      given.office.sent.filter(({ subject }) => subject === '“Opening” does not begin tomorrow').length;
    const before = told();
    await given.at(`${today}T16:01:00Z`);
    await given.at(`${today}T16:02:00Z`);
    await given.work();
    expect(told()).toBe(before + 1);
  });
});
