import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';
import { comingWeek, firstSettings } from './settings.ts';

let world: WorkWorld;
beforeAll(async () => {
  world = await openWorkWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const read = async () => {
  const { availablePacks: _packs, findings: _findings, ...settings } = await world.did('GET', 'settings');
  return settings as Record<string, unknown> & { revision: number; rules: object[] };
};
const hard = { hard: true, weight: 0 };

describe('settings', () => {
  it('are there from the first reading on: the first period begins with the coming week', async () => {
    const all = await world.did('GET', 'settings');
    expect(all).toMatchObject({ revision: 1, weekStart: 'MO', periodWeeks: 2, periodFrom: '2026-05-04', findings: [] });
    expect(all.availablePacks).toContainEqual(
      expect.objectContaining({ id: 'eu_working_time', source: expect.any(String) }),
    );
    expect((await read()).rules).toEqual(firstSettings('2026-05-04').rules);
  });

  it.each([
    ['2026-05-04', 'MO', '2026-05-04'],
    ['2026-05-05', 'MO', '2026-05-11'],
    ['2026-05-05', 'SU', '2026-05-10'],
  ] as const)('begin on %s, with weeks from %s, with the period of %s', (today, weekStart, first) => {
    expect(comingWeek(today, weekStart)).toBe(first);
  });

  it('are changed as a whole by who read them last', async () => {
    const settings = await read();
    const change = { ...settings, packs: ['eu_working_time'], trades: 'approval', timeClock: true };
    const after = await world.did('PUT', 'settings', change);
    expect(after).toMatchObject({ revision: settings.revision + 1, trades: 'approval', packs: ['eu_working_time'] });
    const late = await world.ask('PUT', 'settings', { ...settings, trades: 'off' });
    expect([late.status, late.json.code]).toEqual([409, 'stale']);
    expect(await read()).toMatchObject({ trades: 'approval', timeClock: true });
  });

  it('are refused when no schedule could keep them', async () => {
    const settings = await read();
    const rules = [{ kind: 'day_hours', min: 600, max: 480, ...hard }];
    const refused = await world.ask('PUT', 'settings', { ...settings, rules });
    expect(refused).toMatchObject({
      status: 422,
      json: {
        code: 'contradiction',
        fields: { rules: 'At least 10 h a day, yet at most 8 h: no schedule keeps both.' },
      },
    });
    const packs = ['no_such_pack'];
    expect((await world.ask('PUT', 'settings', { ...settings, packs })).json).toMatchObject({
      fields: { packs: expect.any(String) },
    });
    const periodFrom = '2026-05-05';
    expect((await world.ask('PUT', 'settings', { ...settings, periodFrom })).json).toMatchObject({
      fields: { periodFrom: 'A period begins with the week: choose a Monday.' },
    });
  });

  it('tell of wishes that exclude each other, and take them', async () => {
    const soft = { hard: false, weight: 5 };
    const rules = [{ kind: 'week_hours', min: 3000, max: 2400, ...soft }];
    const after = await world.did('PUT', 'settings', { ...(await read()), rules });
    expect(after.findings).toEqual(['At least 50 h a week, yet at most 40 h: no schedule keeps both.']);
    expect((await world.did('GET', 'settings')).findings).toEqual(after.findings);
  });

  it.each([
    ['periodWeeks', 5],
    ['weights', { rank: 101 }],
    ['rules', [{ kind: 'sleep', ...hard }]],
    ['rules', [{ kind: 'rest', minutes: -1, sameDay: false, ...hard }]],
    ['tradeDeadlineMinutes', 1.5],
    ['periodFrom', '2026-02-30'],
  ])('refuse %s as %j', async (field, value) => {
    const refused = await world.ask('PUT', 'settings', { ...(await read()), [field]: value });
    expect([refused.status, refused.json.code]).toEqual([422, 'invalid']);
  });

  it('are for managers to change, for schedulers to see, and nobody else’s', async () => {
    const scheduler = await world.signInAs('scheduler');
    expect((await world.ask('GET', 'settings', undefined, scheduler)).status).toBe(200);
    expect((await world.ask('PUT', 'settings', await read(), scheduler)).status).toBe(403);
    expect((await world.ask('GET', 'settings', undefined, await world.signInAs('employee'))).status).toBe(403);
    expect(await world.acts()).toContain('schedule.settings_changed');
  });
});

describe('a holiday', () => {
  it('is everywhere or at one location, once a day', async () => {
    const locationId = await world.location();
    const everywhere = { day: '2026-12-25', name: 'Christmas' };
    const made = await world.did('POST', 'holidays', everywhere);
    expect(made).toMatchObject({ ...everywhere, locationId: null });
    expect((await world.ask('POST', 'holidays', everywhere)).json).toMatchObject({
      fields: { day: 'There is a holiday on this day already.' },
    });
    await world.did('POST', 'holidays', { ...everywhere, locationId });
    const unknown = { day: '2026-12-26', name: 'Boxing Day', locationId: '018f0000-0000-7000-8000-0000000000aa' };
    expect((await world.ask('POST', 'holidays', unknown)).status).toBe(422);
    const { holidays } = (await world.did('GET', 'holidays?from=2026-12-01&to=2026-12-31')) as { holidays: object[] };
    expect(holidays).toHaveLength(2);
    expect((await world.did('GET', 'holidays?from=2027-01-01')).holidays).toEqual([]);
    expect((await world.ask('DELETE', `holidays/${made.id}`)).status).toBe(204);
    expect((await world.ask('DELETE', `holidays/${made.id}`)).status).toBe(404);
  });
});
