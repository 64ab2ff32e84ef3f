import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { newId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { updateSettings } from '../work/settings/store.ts';
import { type ClockWorld, openClockWorld } from './clock-world.fixture.ts';
import { hoursHeld } from './held-hours.ts';

let world: ClockWorld;
beforeAll(async () => {
  world = await openClockWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const clock = (who: Browser) => world.did('GET', 'clock', undefined, who);
const switched = (timeClock: boolean) =>
  world.in(async (tx) => updateSettings(tx, { ...(await readSettings(world.parts, tx)), timeClock }, new Date()));

describe('clocking in and out', () => {
  it('is against the published shift that is near, with breaks', async () => {
    const ana = await world.hired('Ana', ['2026-05-18']);
    world.at('2026-05-18T06:00');
    expect(await clock(ana)).toMatchObject({ entry: null, shift: null, next: { localStart: '2026-05-18T09:00' } });
    world.at('2026-05-18T08:50');
    expect(await clock(ana)).toMatchObject({ entry: null, shift: { roleName: 'Bar', locationName: 'Harbour' } });
    const { json } = await world.presses(ana, 'in');
    expect(json.entry).toMatchObject({
      localStart: '2026-05-18T08:50',
      endsAt: null,
      roleName: 'Bar',
      day: '2026-05-18',
    });
    expect(json.entry?.shiftId).toBe(json.shift?.shiftId);
    expect((await world.presses(ana, 'break', '2026-05-18T12:00')).json.onBreak).toBe(true);
    expect((await world.presses(ana, 'back', '2026-05-18T12:40')).json).toMatchObject({
      ...{ onBreak: false, entry: { breakMinutes: 40, workedMinutes: 190 } },
    });
    const over = (await world.presses(ana, 'out', '2026-05-18T17:05')).json;
    expect(over).toMatchObject({
      entry: null,
      recent: [{ workedMinutes: 495 - 40, breakMinutes: 40, forgotten: false }],
    });
    const { versions } = await world.did('GET', `clock/entries/${over.recent[0]?.id}/history`, undefined, ana);
    expect(versions.map(({ number, act }) => [number, act])).toEqual([
      [1, 'in'],
      [2, 'break'],
      [3, 'back'],
      [4, 'out'],
    ]);
  });

  it('counts once for one press, however often it arrives, and at the same moment', async () => {
    const bea = await world.hired('Bea', ['2026-05-18']);
    world.at('2026-05-18T18:00');
    const key = newId(world.parts.clock);
    const answers = await Promise.all([1, 2, 3].map(() => world.presses(bea, 'in', undefined, { key })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ json }) => json.entry?.id)).size).toBe(1);
    expect((await world.presses(bea, 'in')).json.code).toBe('clocked_in');
    await world.presses(bea, 'out', '2026-05-18T19:00');
    // The answer was lost, and the phone sends it again hours later.
    expect((await world.presses(bea, 'in', '2026-05-18T20:00', { key })).json.entry).toBeNull();
    expect((await world.presses(bea, 'out')).status).toBe(200);
    expect((await world.presses(bea, 'break')).json.code).toBe('not_clocked_in');
  });

  it('from two devices at once leaves one entry', async () => {
    const cem = await world.hired('Cem');
    const answers = await Promise.all([1, 2, 3].map(() => world.presses(cem, 'in')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    await world.presses(cem, 'out');
  });

  it('without a shift is work that nobody planned, in a role of one’s own', async () => {
    const dan = await world.hired('Dan');
    expect((await clock(dan)).roles).toMatchObject([{ id: world.roles.bar, name: 'Bar', locationName: 'Harbour' }]);
    expect((await world.presses(dan, 'in', undefined, { roleId: world.roles.door })).json.code).toBe('unknown_role');
    const { json } = await world.presses(dan, 'in', undefined, { roleId: world.roles.bar });
    expect(json.entry).toMatchObject({
      shiftId: null,
      roleName: 'Bar',
      locationName: 'Harbour',
      zone: 'Europe/Lisbon',
    });
    await world.presses(dan, 'out');
    const bare = (await world.presses(dan, 'in')).json.entry;
    expect(bare).toMatchObject({ shiftId: null, roleId: null, locationName: 'Harbour', zone: 'Europe/Lisbon' });
  });

  it('that was forgotten is pointed out, and never ended by itself', async () => {
    const eva = await world.hired('Eva', ['2026-05-19']);
    await world.presses(eva, 'in', '2026-05-19T09:00');
    world.at('2026-05-19T18:59');
    expect((await clock(eva)).entry).toMatchObject({ forgotten: false });
    world.at('2026-05-19T19:00');
    expect((await clock(eva)).entry).toMatchObject({ forgotten: true, endsAt: null, workedMinutes: 600 });
    await world.site.office.jobs.runDue({ future: true });
    expect(await world.told(eva)).toEqual(['reminder']);
    expect((await clock(eva)).entry?.endsAt).toBeNull();
  });

  it('is pointed out to nobody who has gone home', async () => {
    const fay = await world.hired('Fay');
    await world.presses(fay, 'in');
    await world.presses(fay, 'out');
    await world.site.office.jobs.runDue({ future: true });
    expect(await world.told(fay)).toEqual([]);
  });

  it('counts what really goes by when the clocks are set back', async () => {
    const gus = await world.hired('Gus');
    await world.presses(gus, 'in', '2026-05-20T22:00', { roleId: world.roles.bar });
    await world.presses(gus, 'out', '2026-05-20T23:00');
    // Midnight to 6:00 of the night in which 1:00 is shown twice.
    await world.in((tx) =>
      sql`update clock_entries set starts_at = '2026-10-24T23:00Z', ends_at = '2026-10-25T06:00Z', day = '2026-10-25'
        where person_id = ${gus.personId}`.execute(tx.on()),
    );
    const { entries } = await world.did('GET', 'clock/sheets/me?from=2026-10-25', undefined, gus);
    expect(entries).toMatchObject([
      { localStart: '2026-10-25T00:00', localEnd: '2026-10-25T06:00', workedMinutes: 420, breakMinutes: 0 },
    ]);
  });
});

describe('the clock', () => {
  it('tells people what it holds about them', async () => {
    const ida = await world.hired('Ida');
    const body = { startsAt: '2026-05-17T08:00:00Z', endsAt: '2026-05-17T12:00:00Z' };
    await world.did('POST', 'clock/corrections', { personId: ida.personId, work: body, reason: 'Stocktaking' });
    const held = await world.in((tx) => hoursHeld(world.parts).read(tx, ida.personId));
    expect(held).toMatchObject({
      entries: [{ from: '2026-05-17T09:00', to: '2026-05-17T13:00', zone: 'Europe/Lisbon', location: 'Harbour' }],
      corrections: [{ kind: 'add', state: 'approved', reason: 'Stocktaking', answer: null }],
    });
  });

  it('is not there where it is switched off', async () => {
    await switched(false);
    for (const [method, path] of [
      ['GET', 'clock'],
      ['GET', 'clock/sheets'],
      ['GET', 'clock/sheets/me'],
      ['GET', 'clock/corrections'],
    ] as const)
      expect((await world.ask(method, path)).json).toMatchObject({ code: 'clock_off' });
    expect((await world.presses(world.owner, 'in')).status).toBe(409);
    const { json } = await world.ask('GET', 'clock/setting');
    await switched(true);
    expect([json, (await world.ask('GET', 'clock/setting')).json]).toEqual([{ on: false }, { on: true }]);
  });
});
