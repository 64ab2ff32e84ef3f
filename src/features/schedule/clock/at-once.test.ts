import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { type ClockWorld, instantOf, openClockWorld } from './clock-world.fixture.ts';

let world: ClockWorld;
let scheduler: Browser;
beforeAll(async () => {
  world = await openClockWorld();
  scheduler = await world.hired('Sina', [], 'scheduler');
});
afterAll(() => world[Symbol.asyncDispose]());

const work = (from: string, to: string) => ({ startsAt: instantOf(from), endsAt: instantOf(to) });
const corrects = (who: Browser, times: { readonly startsAt: string; readonly endsAt: string }, as = scheduler) =>
  world.ask('POST', 'clock/corrections', { personId: who.personId, work: times, reason: 'It was so' }, as);
const sheet = async (who: Browser, from = '2026-05-18') =>
  world.did('GET', `clock/sheets/${who.personId}?from=${from}`, undefined, scheduler);
const approves = (who: Browser, worked: number, as = scheduler) =>
  world.ask('POST', `clock/sheets/${who.personId}/approve`, { firstDay: '2026-05-18', worked }, as);
const actsOf = async (who: Browser, entryId: string) =>
  (await world.did('GET', `clock/entries/${entryId}/history`, undefined, who)).versions.map(({ act }) => act);

describe('two presses at the same moment', () => {
  it('of the same button do it once', async () => {
    const ana = await world.hired('Ana');
    const id = (await world.presses(ana, 'in', '2026-05-18T09:00')).json.entry?.id ?? '';
    for (const [act, time] of [
      ['break', '12:00'],
      ['back', '12:30'],
      ['out', '17:00'],
    ] as const) {
      world.at(`2026-05-18T${time}`);
      const answers = await Promise.all([world.presses(ana, act), world.presses(ana, act)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
    expect(await actsOf(ana, id)).toEqual(['in', 'break', 'back', 'out']);
    expect((await sheet(ana)).person).toMatchObject({ worked: 450, breaks: 30 });
  });

  it('to take a break and to go home leave nothing running', async () => {
    const ben = await world.hired('Ben');
    await world.presses(ben, 'in', '2026-05-18T18:00');
    world.at('2026-05-18T20:00');
    await Promise.all([world.presses(ben, 'break'), world.presses(ben, 'out')]);
    const { entry, onBreak, recent } = await world.did('GET', 'clock', undefined, ben);
    expect({ entry, onBreak, recent }).toMatchObject({
      ...{ entry: null, onBreak: false, recent: [{ workedMinutes: 120, breakMinutes: 0 }] },
    });
  });

  it('of whom one corrects what the other ends leave hours without a hole in their history', async () => {
    const cem = await world.hired('Cem');
    const entryId = (await world.presses(cem, 'in', '2026-05-18T21:00')).json.entry?.id ?? '';
    world.at('2026-05-18T23:00');
    const body = { personId: cem.personId, entryId, work: work('2026-05-18T21:00', '2026-05-18T22:00') };
    const [corrected] = await Promise.all([
      world.ask('POST', 'clock/corrections', { ...body, reason: 'Left at ten' }, scheduler),
      world.presses(cem, 'out'),
    ]);
    expect(corrected.status).toBe(201);
    expect((await sheet(cem)).entries).toMatchObject([{ localEnd: '2026-05-18T22:00', workedMinutes: 60 }]);
    const { versions } = await world.did('GET', `clock/entries/${entryId}/history`, undefined, cem);
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
  });
});

describe('hours that overlap', () => {
  beforeAll(() => world.at('2026-05-20T18:00'));

  it('are refused with a sentence, those that only touch are not', async () => {
    const dan = await world.hired('Dan');
    expect((await corrects(dan, work('2026-05-20T09:00', '2026-05-20T12:00'))).status).toBe(201);
    for (const times of [
      work('2026-05-20T11:59', '2026-05-20T13:00'),
      work('2026-05-20T08:00', '2026-05-20T09:01'),
      work('2026-05-20T10:00', '2026-05-20T11:00'),
      work('2026-05-20T08:00', '2026-05-20T13:00'),
    ]) {
      const { status, json } = await corrects(dan, times);
      expect([status, json]).toMatchObject([
        409,
        {
          code: 'overlaps',
          detail: 'There are other hours of this person at that time. Correct those first.',
        },
      ]);
    }
    expect((await corrects(dan, work('2026-05-20T12:00', '2026-05-20T13:00'))).status).toBe(201);
    expect((await corrects(dan, work('2026-05-20T08:00', '2026-05-20T09:00'))).status).toBe(201);
    expect((await sheet(dan)).person.worked).toBe(300);
  });

  it('are refused for what runs, whatever its end will be', async () => {
    const eva = await world.hired('Eva');
    await world.presses(eva, 'in', '2026-05-20T19:00');
    world.at('2026-05-20T21:00');
    expect((await corrects(eva, work('2026-05-20T20:00', '2026-05-20T21:00'))).json.code).toBe('overlaps');
    expect((await corrects(eva, work('2026-05-20T18:00', '2026-05-20T19:00'))).status).toBe(201);
  });

  it('that are put in at the same moment are put in once', async () => {
    const fay = await world.hired('Fay');
    const both = [work('2026-05-19T09:00', '2026-05-19T12:00'), work('2026-05-19T11:00', '2026-05-19T14:00')];
    const answers = await Promise.all(both.map((times) => corrects(fay, times)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await sheet(fay)).person).toMatchObject({ worked: 180, entries: 1 });
  });
});

describe('approving what somebody else changes', () => {
  let gus: Browser;
  beforeAll(async () => {
    gus = await world.hired('Gus');
    world.at('2026-06-01T09:00');
    await corrects(gus, work('2026-05-21T09:00', '2026-05-21T12:00'));
  });

  it('is refused when the hours are not those that were seen, and says what to do', async () => {
    const seen = (await sheet(gus)).person.worked;
    await corrects(gus, work('2026-05-22T09:00', '2026-05-22T10:00'), world.owner);
    expect((await approves(gus, seen)).json).toMatchObject({
      ...{ code: 'stale', detail: 'The hours were changed meanwhile. Look at them again, then approve them.' },
    });
    expect((await sheet(gus)).person).toMatchObject({ state: 'open', worked: 240 });
  });

  it('happens once of two at the same moment', async () => {
    const answers = await Promise.all([approves(gus, 240), approves(gus, 240, world.owner)]);
    expect(answers.map(({ status, json }) => [status, json.code ?? 'done']).toSorted()).toEqual([
      [200, 'done'],
      [409, 'approved'],
    ]);
  });

  it('never stands for other hours than those that were seen', async () => {
    const hal = await world.hired('Hal');
    await corrects(hal, work('2026-05-21T09:00', '2026-05-21T12:00'));
    const more = corrects(hal, work('2026-05-22T09:00', '2026-05-22T10:00'), world.owner);
    const [approved, corrected] = await Promise.all([approves(hal, 180), more]);
    expect(corrected.status).toBe(201);
    const { state, worked } = (await sheet(hal)).person;
    expect([worked, state]).toEqual([240, approved.status === 200 ? 'reopened' : 'open']);
  });
});

describe('a break in the night in which clocks are', () => {
  /** Works from 22:00 and takes a break between these moments; gives what the timesheet says. */
  async function night(name: string, evening: string, from: string, to: string, out: string) {
    const { clock } = world.site.world;
    world.at(evening);
    const who = await world.hired(name);
    await world.presses(who, 'in');
    for (const [act, moment] of [
      ['break', from],
      ['back', to],
      ['out', out],
    ] as const) {
      clock.advance(Date.parse(moment) - clock.now().getTime());
      expect((await world.presses(who, act)).status).toBe(200);
    }
    return (await world.did('GET', `clock/sheets/me?from=${evening.slice(0, 10)}`, undefined, who)).entries;
  }

  it('set back lasts as long as it did, also where it ends when it began', async () => {
    const minutes = ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T03:00Z'] as const;
    expect(await night('Ida', '2026-10-24T22:00', ...minutes)).toMatchObject([
      {
        ...{ day: '2026-10-24', localStart: '2026-10-24T22:00', localEnd: '2026-10-25T03:00' },
        ...{ breakMinutes: 60, workedMinutes: 300 },
        breaks: [{ startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T01:30:00.000Z' }],
      },
    ]);
  });

  it('set forward lasts no longer than it did', async () => {
    const minutes = ['2027-03-28T00:30Z', '2027-03-28T01:30Z', '2027-03-28T03:00Z'] as const;
    expect(await night('Jon', '2027-03-27T22:00', ...minutes)).toMatchObject([
      { localEnd: '2027-03-28T04:00', breakMinutes: 60, workedMinutes: 240 },
    ]);
  });
});
