import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { newId } from '../../../../platform/clock/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import { epochAt } from '../../calendar/zone.ts';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';
import { loadStaff } from '../load-staff.ts';

let world: WorkWorld;
let holiday: string;
let illness: string;
let ana: Browser;
beforeAll(async () => {
  world = await openWorkWorld();
  const made = await world.did('POST', 'time-off-kinds', { name: 'Holiday', accrual: 'year', minutesAYear: 12_000 });
  holiday = String(made.id);
  illness = String((await world.did('POST', 'time-off-kinds', { name: 'Illness' })).id);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  ana = await world.signInAs('employee', 'Ana');
});

const week = { from: '2026-06-01T00:00', to: '2026-06-08T00:00' };
interface Request {
  readonly id: string;
  readonly state: string;
  readonly minutes: number;
}
const asks = async (given: object = {}, as = ana) =>
  (await world.did('POST', 'time-off', { kindId: holiday, ...week, ...given }, as)).request as Request;
const act = (id: string, what: string, body: object = {}, as?: Browser) =>
  world.ask('POST', `time-off/${id}/${what}`, body, as);
const balance = async (of: Browser = ana) => {
  const { balances } = await world.did('GET', `people/${of.personId}/balances`);
  return (balances as { kindId: string; minutes: number | null }[]).find(({ kindId }) => kindId === holiday);
};

describe('a kind of time off', () => {
  it('has a name of its own, is changed and archived', async () => {
    expect((await world.ask('POST', 'time-off-kinds', { name: ' HOLIDAY' })).json.fields).toHaveProperty('name');
    const { id } = await world.did('POST', 'time-off-kinds', { name: 'Moving house', colour: 'red' });
    const change = { name: 'Moving', archived: true };
    expect(await world.did('PATCH', `time-off-kinds/${id}`, change)).toEqual({
      ...{ id, ...change, colour: 'red', accrual: 'none', minutesAYear: 0, dayMinutes: 480 },
    });
    const refused = await world.ask('POST', 'time-off', { kindId: id, ...week }, ana);
    expect(refused.json).toMatchObject({ fields: { kindId: 'There is no such kind of time off.' } });
    const { kinds } = await world.did('GET', 'time-off-kinds', undefined, ana);
    expect((kinds as { name: string }[]).map(({ name }) => name)).toEqual(['Holiday', 'Illness', 'Moving']);
    expect(
      (await world.ask('POST', 'time-off-kinds', { name: 'Mine' }, await world.signInAs('scheduler'))).status,
    ).toBe(403);
  });

  it('keeps what was granted by its former terms', async () => {
    const { id } = await world.did('POST', 'time-off-kinds', { name: 'Study', accrual: 'month', minutesAYear: 1_200 });
    await world.did('PATCH', `time-off-kinds/${id}`, { minutesAYear: 2_400 });
    const { balances } = await world.did('GET', `people/${ana.personId}/balances`);
    expect(balances).toContainEqual(expect.objectContaining({ kindId: id, granted: 100, minutes: 100 }));
  });
});

describe('asking', () => {
  it('takes working days from the balance once it is approved', async () => {
    // Joined in May: eight of twelve months of the year.
    expect(await balance()).toMatchObject({ granted: 8_000, minutes: 8_000, asked: 0 });
    const request = await asks({ note: 'Wedding in Évora' });
    expect(request).toMatchObject({
      state: 'asked',
      minutes: 5 * 480,
      note: 'Wedding in Évora',
      zone: 'Europe/Berlin',
    });
    expect(await balance()).toMatchObject({ minutes: 8_000, asked: 2_400 });
    const { status, json } = await act(request.id, 'approve', { reason: 'Enjoy!' });
    expect([status, json]).toMatchObject([
      200,
      { request: { state: 'approved', reason: 'Enjoy!', decidedBy: 'Olga Owner' }, conflicts: [] },
    ]);
    expect(await balance()).toMatchObject({ minutes: 5_600, used: -2_400, asked: 0 });
  });

  it('counts no holiday, and part of a day as such', async () => {
    await world.did('POST', 'holidays', { day: '2026-06-04', name: 'Corpus Christi' });
    expect((await asks()).minutes).toBe(4 * 480);
    expect((await asks({ from: '2026-06-09T13:00', to: '2026-06-09T17:00' })).minutes).toBe(240);
  });

  it('for more than is left is told, and possible', async () => {
    const { findings } = await world.did(
      'POST',
      'time-off',
      { kindId: holiday, from: '2026-07-01T00:00', to: '2026-08-20T00:00' },
      ana,
    );
    expect(findings).toEqual(['Holiday: 288 h are asked for, 133 h 20 min is left.']);
    const ill = await world.did('POST', 'time-off', { kindId: illness, ...week }, ana);
    expect(ill.findings).toEqual([]);
  });

  it('twice for one time is refused, also at the same moment', async () => {
    const body = { kindId: holiday, ...week };
    const answers = await Promise.all([1, 2, 3].map(() => world.ask('POST', 'time-off', body, ana)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const late = await world.ask(
      'POST',
      'time-off',
      { ...body, from: '2026-06-07T23:00', to: '2026-06-09T00:00' },
      ana,
    );
    expect([late.status, late.json.code]).toEqual([409, 'overlaps']);
    await asks({ from: '2026-06-08T00:00', to: '2026-06-09T00:00' });
  });

  it.each([
    [{ from: '2026-06-01T10:00', to: '2026-06-01T09:00' }, 'to', 'It ends before it begins.'],
    [{ from: 'tomorrow' }, 'from', 'This is not a date and time between 2000 and 2199.'],
  ])('%j is refused', async (given, field, sentence) => {
    const refused = await world.ask('POST', 'time-off', { kindId: holiday, ...week, ...given }, ana);
    expect(refused).toMatchObject({ status: 422, json: { fields: { [field]: sentence } } });
  });

  it('keeps notes and reasons sealed', async () => {
    const { id } = await asks({ note: 'Hospital' });
    await act(id, 'decline', { reason: 'Short of people' });
    const { rows } = await sql<{
      text: string;
    }>`select encode(note_sealed, 'escape') || encode(reason_sealed, 'escape') as text
      from coact.time_off_requests where id = ${id}`.execute(world.world.db.kysely);
    expect(rows[0]?.text).not.toMatch(/Hospital|people/);
    const { requests } = await world.did('GET', 'time-off?state=declined&person=me', undefined, ana);
    expect(requests).toMatchObject([
      { id, note: 'Hospital', reason: 'Short of people', mayDecide: false, mayWithdraw: false },
    ]);
  });
});

describe('deciding', () => {
  it('is not for oneself, but for an owner', async () => {
    const scheduler = await world.signInAs('scheduler');
    const own = await asks({}, scheduler);
    expect(await act(own.id, 'approve', {}, scheduler)).toMatchObject({ status: 403, json: { code: 'own_request' } });
    const { id } = await asks();
    expect((await act(id, 'approve', {}, await world.signInAs('employee'))).status).toBe(404);
    expect((await act(id, 'approve', {}, ana)).status).toBe(403);
    expect((await act(id, 'approve', {}, scheduler)).status).toBe(200);
    const owners = await asks({}, world.owner);
    expect((await act(owners.id, 'approve')).status).toBe(200);
  });

  it('is for who schedules the person, within reach', async () => {
    const here = await world.location();
    const scheduler = await world.signInAs('scheduler');
    const body = { reach: { locations: [here] } };
    await world.office.ask(`/api/members/${scheduler.personId}`, { as: world.owner, method: 'PATCH', body });
    const { id } = await asks();
    expect((await act(id, 'decline', {}, scheduler)).status).toBe(404);
    expect((await world.did('GET', 'time-off', undefined, scheduler)).requests).toEqual([]);
    expect((await world.ask('GET', `time-off?person=${ana.personId}`, undefined, scheduler)).status).toBe(404);
    const other = await world.ask('POST', 'time-off', { kindId: holiday, ...week, personId: ana.personId }, scheduler);
    expect(other.status).toBe(422);
  });

  it('happens once', async () => {
    const { id } = await asks();
    await act(id, 'decline', { reason: 'Fully booked' });
    for (const again of ['approve', 'decline', 'withdraw'])
      expect(await act(id, again)).toMatchObject({ status: 409, json: { code: 'wrong_state' } });
    expect(await balance()).toMatchObject({ used: 0, asked: 0 });
    expect((await asks()).state).toBe('asked');
  });

  it('is taken back by withdrawing, by the person only before it begins', async () => {
    const { id } = await asks({ from: '2026-05-05T00:00', to: '2026-05-06T00:00' });
    await act(id, 'approve', { minutes: 300 });
    expect(await balance()).toMatchObject({ used: -300 });
    world.world.clock.advance(48 * 3_600_000);
    expect((await act(id, 'withdraw', {}, ana)).status).toBe(409);
    expect((await act(id, 'withdraw')).json).toMatchObject({ request: { state: 'withdrawn' } });
    expect(await balance()).toMatchObject({ used: 0, minutes: 8_000 });
    const mine = await asks();
    await act(mine.id, 'approve');
    expect((await act(mine.id, 'withdraw', {}, ana)).status).toBe(200);
    expect(await world.acts()).toContain('schedule.time_off_decided');
  });

  it('says which shifts the person has meanwhile, and drops none', async () => {
    const { parts, owner } = world;
    const roleId = await world.role();
    const { id } = await asks();
    const [periodId, shiftId, assignmentId, now] = [
      newId(parts.clock),
      newId(parts.clock),
      newId(parts.clock),
      parts.clock.now(),
    ];
    const [starts, ends] = [new Date('2026-06-02T07:00Z'), new Date('2026-06-02T15:00Z')];
    await parts.db.inOrg(owner.orgId, async (tx) => {
      await sql`insert into periods values (${owner.orgId}, ${periodId}, '2026-06-01', 14, ${now})`.execute(tx.on());
      await sql`insert into shifts (org_id, id, period_id, role_id, series_id, occurrence, zone, starts_at, ends_at, day, needs)
        values (${owner.orgId}, ${shiftId}, ${periodId}, ${roleId}, ${shiftId}, '2026-06-02T09:00', 'Europe/Berlin',
          ${starts}, ${ends}, '2026-06-02', 1)`.execute(tx.on());
      await sql`insert into assignments (org_id, id, shift_id, person_id, starts_at, ends_at, made_by, created_at)
        values (${owner.orgId}, ${assignmentId}, ${shiftId}, ${ana.personId}, ${starts}, ${ends}, 'hand', ${now})`.execute(
        tx.on(),
      );
    });
    const { conflicts } = (await act(id, 'approve')).json;
    expect(conflicts).toEqual([
      {
        ...{ shiftId, roleId, roleName: 'Bar', zone: 'Europe/Berlin', published: false },
        ...{ startsAt: starts.toISOString(), endsAt: ends.toISOString() },
        ...{ localStart: '2026-06-02T09:00', localEnd: '2026-06-02T17:00' },
      },
    ]);
    const { rows } = await sql`select 1 from coact.assignments where id = ${assignmentId}`.execute(
      world.world.db.kysely,
    );
    expect(rows).toHaveLength(1);
  });

  it('makes the person unavailable for whoever makes a schedule', async () => {
    const window = {
      start: epochAt('Europe/Berlin', '2026-06-01T00:00'),
      end: epochAt('Europe/Berlin', '2026-06-15T00:00'),
    };
    const off = async () =>
      (await world.parts.db.inOrg(world.owner.orgId, (tx) => loadStaff(world.parts, tx, [ana.personId], window))).get(
        ana.personId,
      )?.timeOff;
    const { id } = await asks();
    expect(await off()).toEqual([]);
    await act(id, 'approve');
    expect(await off()).toEqual([{ start: window.start, end: window.start + 7 * 1440 }]);
  });
});

describe('a balance', () => {
  it('is corrected by who decides about the person', async () => {
    const correct = (as: Browser, kindId = holiday, minutes = 960) =>
      world.ask('POST', `people/${ana.personId}/balances`, { kindId, minutes }, as);
    expect((await correct(ana)).status).toBe(403);
    expect((await correct(world.owner)).json.balances).toContainEqual(
      expect.objectContaining({ corrected: 960, minutes: 8_960 }),
    );
    expect((await correct(world.owner, illness)).status).toBe(422);
    expect((await correct(world.owner, holiday, 0)).status).toBe(422);
    const scheduler = await world.signInAs('scheduler');
    expect((await world.ask('POST', 'people/me/balances', { kindId: holiday, minutes: 60 }, scheduler)).status).toBe(
      404,
    );
    expect((await world.ask('GET', `people/${scheduler.personId}/balances`, undefined, ana)).status).toBe(404);
  });
});
