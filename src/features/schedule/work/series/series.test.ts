import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import type { SeriesEdit } from '../../parts.ts';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';

let world: WorkWorld;
let locationId: string;
let roleId: string;
/** What followed the changes, in order. */
let followed: SeriesEdit[] = [];
beforeAll(async () => {
  const follow = async (_tx: unknown, edit: SeriesEdit) => {
    followed.push(edit);
    return [];
  };
  world = await openWorkWorld({ afterSeriesEdit: [follow] });
  locationId = await world.location('Porto', 'Europe/Lisbon');
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  roleId = await world.role({ name: crypto.randomUUID(), locationId });
  followed = [];
});

interface Shown {
  readonly id: string;
  readonly start: string;
  readonly revision: number;
  readonly words: string;
}
interface Occurring {
  readonly seriesId: string;
  readonly on: string;
  readonly localStart: string;
  readonly startsAt: string;
}
interface Calendar {
  readonly zone: string;
  readonly series: readonly Shown[];
  readonly occurrences: readonly Occurring[];
}

const weekly = (...days: string[]) => ({
  repeat: { every: 'week', interval: 1, days, weekStart: 'MO' },
  ends: { kind: 'never' },
});
const early = {
  ...{ start: '2026-05-11T09:00', minutes: 480, rule: weekly('MO', 'WE'), colour: null },
  payload: { needs: 2, breakMinutes: 30, label: 'Early' },
};
const add = (given: object = {}) => world.did('POST', `roles/${roleId}/series`, { ...early, ...given });
const added = async (given: object = {}) =>
  (await add(given)) as unknown as { series: Shown; findings: string[]; undo: string };
const calendar = async (from = '2026-05-11', to = '2026-05-24', of = `roles/${roleId}`, as?: Browser) =>
  (await world.did('GET', `${of}/calendar?from=${from}&to=${to}`, undefined, as)) as unknown as Calendar;
const starts = async () => (await calendar()).occurrences.map(({ localStart }) => localStart.slice(8));
const change = (id: string, on: string, scope: string, what: object, revision = 1) =>
  world.ask('PATCH', `series/${id}`, { on, scope, change: what, revision });
const undo = (token: unknown, as?: Browser) => world.ask('POST', 'series/undo', { token }, as);

describe('a role’s shifts', () => {
  it('take place in the time of its location', async () => {
    const { series } = await added();
    expect(series).toMatchObject({
      zone: 'Europe/Lisbon',
      words: 'every week on Mon and Wed',
      revision: 1,
      exceptions: [],
    });
    const shown = await calendar();
    expect(shown.zone).toBe('Europe/Lisbon');
    expect(shown.occurrences[0]).toEqual({
      ...{ seriesId: series.id, on: '2026-05-11T09:00', startsAt: '2026-05-11T08:00:00.000Z' },
      ...{ endsAt: '2026-05-11T16:00:00.000Z', localStart: '2026-05-11T09:00', localEnd: '2026-05-11T17:00' },
      ...{ minutes: 480, changed: false, colour: null, payload: early.payload },
    });
    expect(await starts()).toEqual(['11T09:00', '13T09:00', '18T09:00', '20T09:00']);
    expect(followed).toMatchObject([{ seriesId: series.id, roleId }]);
    const { roles } = await world.did('GET', 'roles');
    expect(roles).toContainEqual(expect.objectContaining({ id: roleId, series: 1 }));
  });

  it('begin on the first day of their rule', async () => {
    expect((await added({ rule: weekly('FR') })).series.start).toBe('2026-05-15T09:00');
  });

  it.each([
    ['minutes', { minutes: 10 }, 'It is too short: 15 minutes are the least.'],
    ['minutes', { minutes: 2161 }, 'It is too long: 36 hours are the most.'],
    ['minutes', { minutes: -60 }, 'It ends before it begins.'],
    ['start', { start: '2026-02-30T09:00' }, 'This is not a date and time between 2000 and 2199.'],
    ['rule', { rule: weekly() }, 'Choose at least one day of the week.'],
    ['payload.needs', { payload: { ...early.payload, needs: 501 } }, 'A shift needs 0 to 500 people.'],
  ])('are refused with a word on %s for %j', async (field, given, sentence) => {
    const refused = await world.ask('POST', `roles/${roleId}/series`, { ...early, ...given });
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid', fields: { [field]: sentence } } });
  });

  it('may overlap, which is told', async () => {
    await add();
    const { findings } = await added({ start: '2026-05-11T16:00', minutes: 240, rule: null });
    expect(findings).toEqual(['On Mon 11 May 2026, 09:00–17:00 and 16:00–20:00 overlap.']);
    expect((await added({ start: '2026-05-12T09:00', rule: null })).findings).toEqual([]);
  });

  it('of an archived role get no more', async () => {
    const { series } = await added();
    await world.did('PATCH', `roles/${roleId}`, { archived: true });
    expect(followed.at(-1)?.follow('2026-05-11T09:00')).toBeNull();
    expect((await world.ask('POST', `roles/${roleId}/series`, early)).status).toBe(422);
    await world.did('PATCH', `roles/${roleId}`, { archived: false });
    expect(followed.at(-1)?.follow('2026-05-11T09:00')).toEqual({ seriesId: series.id, on: '2026-05-11T09:00' });
  });
});

describe('a change', () => {
  it('of one occurrence leaves the others', async () => {
    const { series } = await added();
    const { status, json } = await change(series.id, '2026-05-13T09:00', 'one', { moveBy: 60 });
    expect([status, json.series]).toMatchObject([
      200,
      [{ id: series.id, revision: 2, exceptions: [{ kind: 'changed' }] }],
    ]);
    expect(await starts()).toEqual(['11T09:00', '13T10:00', '18T09:00', '20T09:00']);
    expect(followed.at(-1)?.follow('2026-05-13T09:00')).toEqual({ seriesId: series.id, on: '2026-05-13T09:00' });
  });

  it('of this and the following splits the series, and what is assigned follows', async () => {
    const { series } = await added();
    const { json } = await change(series.id, '2026-05-18T09:00', 'following', {
      moveBy: 120,
      payload: { ...early.payload, needs: 3 },
    });
    const [head, tail] = json.series as Shown[];
    expect(await starts()).toEqual(['11T09:00', '13T09:00', '18T11:00', '20T11:00']);
    expect([head, tail]).toMatchObject([
      { id: series.id, revision: 2 },
      { revision: 1, payload: { needs: 3 } },
    ]);
    expect(followed.at(-1)?.seriesId).toBe(series.id);
    expect(followed.at(-1)?.follow('2026-05-20T09:00')).toEqual({ seriesId: tail?.id, on: '2026-05-20T11:00' });
  });

  it('of all moves all', async () => {
    const { series } = await added();
    await change(series.id, '2026-05-13T09:00', 'all', { moveBy: 24 * 60, colour: 'red' });
    expect(await starts()).toEqual(['12T09:00', '14T09:00', '19T09:00', '21T09:00']);
  });

  it('of what somebody else has changed meanwhile is refused', async () => {
    const { series } = await added();
    await change(series.id, '2026-05-11T09:00', 'one', { moveBy: 15 });
    const late = await change(series.id, '2026-05-11T09:00', 'all', { moveBy: 60 });
    expect([late.status, late.json.code]).toEqual([409, 'stale']);
    const removal = await world.ask('DELETE', `series/${series.id}?on=2026-05-11T09:00&scope=one&revision=1`);
    expect(removal.status).toBe(409);
  });

  it.each([
    ['on', '2026-05-12T09:00', { moveBy: 15 }, 'There is no occurrence on 2026-05-12 09:00 any more.'],
    ['minutes', '2026-05-11T09:00', { minutes: 5 }, 'It is too short: 15 minutes are the least.'],
    [
      'rule',
      '2026-05-11T09:00',
      { repeat: null },
      'A single occurrence does not repeat: choose this and following ones, or all.',
    ],
    ['change.payload', '2026-05-11T09:00', { payload: { kind: 'available' } }, expect.stringContaining('not of this')],
  ])('with a wrong %s is refused', async (field, on, what, sentence) => {
    const { series } = await added();
    const refused = await change(series.id, on, 'one', what);
    expect(refused).toMatchObject({ status: 422, json: { fields: { [field]: sentence } } });
  });

  it('takes out one, the following, or all', async () => {
    const { series } = await added();
    const remove = (query: string) => world.ask('DELETE', `series/${series.id}${query}`);
    expect((await remove('?on=2026-05-13T09:00&scope=one&revision=1')).status).toBe(200);
    expect(await starts()).toEqual(['11T09:00', '18T09:00', '20T09:00']);
    await remove('?on=2026-05-20T09:00&scope=following&revision=2');
    expect(await starts()).toEqual(['11T09:00', '18T09:00']);
    expect((await remove('')).json).toMatchObject({ series: [] });
    expect(await calendar()).toMatchObject({ series: [], occurrences: [] });
    expect((await remove('')).status).toBe(404);
  });
});

describe('taking back', () => {
  const all = ['11T09:00', '13T09:00', '18T09:00', '20T09:00'];

  it('takes out what was added, once', async () => {
    const made = await added();
    expect((await undo(made.undo)).status).toBe(200);
    expect(await starts()).toEqual([]);
    expect(await world.acts()).toContain('schedule.series_edit_undone');
    expect(followed.at(-1)?.follow('2026-05-11T09:00')).toBeNull();
    expect(await undo(made.undo)).toMatchObject({ status: 409, json: { code: 'changed_since' } });
  });

  it('puts back what was removed', async () => {
    const { series } = await added();
    const gone = await world.did('DELETE', `series/${series.id}`);
    expect((await undo(gone.undo)).json).toMatchObject({ series: [{ id: series.id, revision: 2 }] });
    expect(await starts()).toEqual(all);
    expect(followed.at(-1)?.follow('2026-05-11T09:00')).toEqual({ seriesId: series.id, on: '2026-05-11T09:00' });
  });

  it('joins what was split, and what is assigned goes back', async () => {
    const { series } = await added();
    const { json } = await change(series.id, '2026-05-18T09:00', 'following', { moveBy: 120 });
    const tail = (json.series as Shown[])[1];
    followed = [];
    expect((await undo(json.undo)).status).toBe(200);
    expect(await starts()).toEqual(all);
    expect((await calendar()).series).toMatchObject([{ id: series.id, revision: 3 }]);
    expect(followed.map(({ seriesId }) => seriesId)).toEqual([tail?.id, series.id]);
    expect(followed[0]?.follow('2026-05-20T11:00')).toEqual({ seriesId: series.id, on: '2026-05-20T09:00' });
    expect(followed[1]?.follow('2026-05-11T09:00')).toEqual({ seriesId: series.id, on: '2026-05-11T09:00' });
  });

  it('is for who made the change, until somebody changes it again, and for an hour', async () => {
    const { series } = await added();
    const first = await change(series.id, '2026-05-11T09:00', 'one', { moveBy: 15 });
    expect((await undo(first.json.undo, await world.signInAs('admin'))).status).toBe(409);
    const second = await change(series.id, '2026-05-11T09:00', 'one', { moveBy: 15 }, 2);
    expect((await undo(first.json.undo)).status).toBe(409);
    world.world.clock.advance(3_600_001);
    expect((await undo(second.json.undo)).status).toBe(409);
  });
});

describe('somebody’s time', () => {
  const free = { start: '2026-05-11T09:00', minutes: 480, rule: weekly('MO'), payload: { kind: 'available' } };

  it('is told by themselves, in their first location’s time or else the organisation’s', async () => {
    const ana = await world.signInAs('employee');
    const made = await world.did('POST', 'people/me/series', free, ana);
    expect(made.series).toMatchObject({ zone: 'Europe/Berlin', payload: { kind: 'available' } });
    const places = { as: world.owner, method: 'PATCH', body: { locations: [locationId] } };
    await world.office.ask(`/api/members/${ana.personId}`, places);
    await world.did('POST', 'people/me/series', { ...free, start: '2026-05-12T09:00', rule: null }, ana);
    const shown = await calendar('2026-05-11', '2026-05-12', `people/${ana.personId}`);
    expect(shown.zone).toBe('Europe/Lisbon');
    expect(shown.occurrences.map(({ startsAt }) => startsAt.slice(8, 16))).toEqual(['11T07:00', '12T08:00']);
    expect(followed).toEqual([]);
  });

  it('is changed by them, and by who schedules them; for all others it is not there', async () => {
    const [ana, ben] = [await world.signInAs('employee'), await world.signInAs('employee')];
    const { series } = (await world.did('POST', 'people/me/series', free, ana)) as unknown as { series: Shown };
    const all = (as: Browser, revision: number) =>
      world.ask(
        'PATCH',
        `series/${series.id}`,
        { on: free.start, scope: 'all', change: { minutes: 60 * revision }, revision },
        as,
      );
    expect((await all(ben, 1)).status).toBe(404);
    expect(
      (await world.ask('GET', `people/${ana.personId}/calendar?from=2026-05-11&to=2026-05-12`, undefined, ben)).status,
    ).toBe(404);
    expect((await world.ask('POST', `people/${ana.personId}/series`, free, ben)).status).toBe(404);
    expect((await all(ana, 1)).status).toBe(200);
    expect((await all(await world.signInAs('scheduler'), 2)).status).toBe(200);
    const shifts = await added();
    expect((await world.ask('DELETE', `series/${shifts.series.id}`, undefined, ana)).status).toBe(404);
  });

  it('is shown for at most 400 days, that end after they begin', async () => {
    const ask = (from: string, to: string) => world.ask('GET', `people/me/calendar?from=${from}&to=${to}`);
    expect((await ask('2026-05-11', '2026-05-10')).json).toMatchObject({ fields: { to: 'It ends before it begins.' } });
    expect((await ask('2026-01-01', '2027-12-31')).status).toBe(422);
    expect((await ask('2026-13-01', '2027-12-31')).status).toBe(422);
  });
});
