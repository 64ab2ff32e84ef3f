import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { type ClockWorld, instantOf, openClockWorld } from '../clock-world.fixture.ts';

let world: ClockWorld;
/** Schedulers who reach the harbour only, and the hill only. */
let near: Browser;
let far: Browser;
let ana: Browser;
let running: string;
let asked: string;

const change = async (who: Browser, body: object) => {
  const answer = await world.site.office.ask(`/api/members/${who.personId}`, {
    as: world.owner,
    method: 'PATCH',
    body,
  });
  expect(answer.status).toBe(200);
};
const work = (from: string, to: string) => ({ startsAt: instantOf(from), endsAt: instantOf(to) });
const list = (as: Browser, from = '2026-05-20') => world.did('GET', `clock/sheets?from=${from}`, undefined, as);
const namesFor = async (as: Browser, from?: string) => (await list(as, from)).people.map(({ name }) => name);
const sheet = (as: Browser, from = '2026-05-20') =>
  world.ask('GET', `clock/sheets/${ana.personId}?from=${from}`, undefined, as);
const approves = (as: Browser, worked: number) =>
  world.ask('POST', `clock/sheets/${ana.personId}/approve`, { firstDay: '2026-05-18', worked }, as);
const corrects = (body: object, as: Browser) =>
  world.ask('POST', 'clock/corrections', { reason: 'She told me', ...body }, as);

beforeAll(async () => {
  world = await openClockWorld();
  const place = { name: 'Hill', timeZone: 'Europe/Lisbon' };
  const hill = await world.site.office.ask('/api/locations', { as: world.owner, method: 'POST', body: place });
  const { id } = (await hill.json()) as { id: string };
  near = await world.hired('Nina', [], 'scheduler');
  far = await world.hired('Finn', [], 'scheduler');
  await change(near, { reach: { locations: [world.location] } });
  await change(far, { reach: { locations: [id] } });
  ana = await world.hired('Ana', ['2026-05-18']);
  const zoe = await world.hired('Zoe');
  for (const who of [ana, zoe]) await change(who, { locations: [world.location] });
  await world.presses(ana, 'in', '2026-05-18T09:00');
  await world.presses(zoe, 'in');
  await world.presses(ana, 'out', '2026-05-18T17:00');
  await world.presses(zoe, 'out');
  const body = { personId: ana.personId, work: work('2026-05-18T07:00', '2026-05-18T08:00') };
  asked = (await corrects(body, ana)).json.correction.id;
  running = (await world.presses(ana, 'in', '2026-05-19T09:00')).json.entry?.id ?? '';
  world.at('2026-05-19T12:00');
  await change(ana, { state: 'deactivated' });
});
afterAll(() => world[Symbol.asyncDispose]());

describe('the hours of somebody who left', () => {
  it('stand behind everybody else’s for those who reach them, in the periods in which they worked', async () => {
    expect(await namesFor(world.owner)).toEqual(['Zoe', 'Ana']);
    expect(await namesFor(near)).toEqual(['Zoe', 'Ana']);
    expect((await sheet(near)).json.person).toMatchObject({ name: 'Ana', planned: 450, worked: 480, asked: 1 });
    expect(await namesFor(near, '2026-06-01')).toEqual([]);
    expect((await sheet(near, '2026-06-01')).status).toBe(404);
    const file = await world.site.office.ask('/api/schedule/clock/sheets.csv?from=2026-05-20', { as: near });
    const text = await file.text();
    expect(text).toContain(`"Ana","${ana.personId}","2026-05-18","2026-05-18 09:00","2026-05-18 17:00"`);
  });

  it('are nobody’s elsewhere, nor those of colleagues, nor their own any more', async () => {
    const colleague = await world.hired('Cem');
    expect(await namesFor(far)).toEqual([]);
    for (const other of [far, colleague]) {
      expect((await sheet(other)).status).toBe(404);
      expect((await world.ask('GET', `clock/entries/${running}/history`, undefined, other)).status).toBe(404);
      expect((await corrects({ personId: ana.personId, entryId: running, work: null }, other)).status).toBe(404);
      expect((await world.ask('GET', `clock/corrections?person=${ana.personId}`, undefined, other)).status).toBe(404);
    }
    expect((await approves(far, 480)).status).toBe(404);
    expect((await sheet(ana)).status).toBeGreaterThanOrEqual(401);
  });

  it('can be settled: what they asked for is decided, what still runs is ended', async () => {
    world.at('2026-06-01T09:00');
    expect((await approves(near, 480)).json).toMatchObject({ code: 'unsettled', detail: /An entry still runs/ });
    const ended = { personId: ana.personId, entryId: running, work: work('2026-05-19T09:00', '2026-05-19T12:00') };
    expect((await corrects(ended, near)).status).toBe(201);
    expect((await approves(near, 660)).json).toMatchObject({ code: 'unsettled', detail: /Corrections wait/ });
    const { corrections } = await world.did('GET', 'clock/corrections?state=asked', undefined, near);
    expect(corrections.map(({ id, personName }) => [id, personName])).toEqual([[asked, 'Ana']]);
    await world.did('POST', `clock/corrections/${asked}/approve`, { reason: null }, near);
    const { entries } = (await sheet(near)).json;
    // Also where no shift says so: they worked at one place.
    expect(entries.map(({ localStart, locationName }) => [localStart, locationName])).toEqual([
      ['2026-05-18T07:00', 'Harbour'],
      ['2026-05-18T09:00', 'Harbour'],
      ['2026-05-19T09:00', 'Harbour'],
    ]);
  });

  it('end with the day on which they left: those of a later one are refused, of a night that began on it they are not', async () => {
    const added = (from: string, to: string) =>
      world.ask('POST', 'clock/corrections', {
        ...{ reason: 'She told me', personId: ana.personId, work: work(from, to) },
      });
    const late = await added('2026-05-20T09:00', '2026-05-20T12:00');
    expect([late.status, late.json.fields]).toEqual([
      422,
      { from: 'Ana left on 2026-05-19. Hours of a later day can’t be theirs.' },
    ]);
    const night = await added('2026-05-19T22:00', '2026-05-20T01:00');
    expect(night.status).toBe(201);
    const gone = { personId: ana.personId, entryId: night.json.correction.entryId, work: null };
    expect((await corrects(gone, near)).status).toBe(201);
  });

  it('are approved, and opened again by a correction', async () => {
    const { status, json } = await approves(near, 720);
    expect([status, json.person]).toMatchObject([200, { name: 'Ana', state: 'approved', approvedBy: 'Nina' }]);
    const removed = await corrects({ personId: ana.personId, entryId: running, work: null }, world.owner);
    expect(removed.json.reopened).toEqual(['2026-05-18']);
    expect((await sheet(near)).json.person).toMatchObject({ state: 'reopened', worked: 540 });
    expect(await world.told(near)).toContain('hours_decided');
  });

  it('are not to be seen of somebody who left without any', async () => {
    const dan = await world.hired('Dan', ['2026-05-20']);
    await change(dan, { locations: [world.location], state: 'deactivated' });
    expect(await namesFor(near)).toEqual(['Zoe', 'Ana']);
    const path = `clock/sheets/${dan.personId}?from=2026-05-20`;
    expect((await world.ask('GET', path, undefined, near)).status).toBe(404);
  });
});
