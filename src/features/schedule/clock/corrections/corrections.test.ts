import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { type ClockWorld, instantOf, openClockWorld } from '../clock-world.fixture.ts';

let world: ClockWorld;
let scheduler: Browser;
beforeAll(async () => {
  world = await openClockWorld();
  scheduler = await world.hired('Sina', [], 'scheduler');
});
afterAll(() => world[Symbol.asyncDispose]());

type Times = readonly [from: string, to: string];
const span = ([from, to]: Times) => ({ startsAt: instantOf(from), endsAt: instantOf(to) });
const work = (times: Times, ...breaks: readonly Times[]) => ({ ...span(times), breaks: breaks.map(span) });
const asks = (body: object, as: Browser) => world.ask('POST', 'clock/corrections', { reason: 'I forgot', ...body }, as);
const decides = (id: string, what: string, as: Browser, reason: string | null = null) =>
  world.ask('POST', `clock/corrections/${id}/${what}`, { reason }, as);
const state = (who: Browser) => world.did('GET', 'clock', undefined, who);
/** Somebody who worked from 9:00 to 17:00 on Monday, and the id of that. */
async function worked(name: string) {
  const who = await world.hired(name, ['2026-05-18']);
  const added = await world.did('POST', 'clock/corrections', {
    ...{ personId: who.personId, reason: 'The clock was broken' },
    work: work(['2026-05-18T09:00', '2026-05-18T17:00'], ['2026-05-18T12:00', '2026-05-18T12:30']),
  });
  return { who, entryId: added.correction.entryId ?? '' };
}
const entriesOf = async (who: Browser) =>
  (await world.did('GET', 'clock/sheets/me?from=2026-05-18', undefined, who)).entries;

describe('a correction', () => {
  beforeAll(() => world.at('2026-05-19T10:00'));

  it('is asked for with a reason, approved by who schedules the person, and told', async () => {
    const { who, entryId } = await worked('Ana');
    const wanted = work(['2026-05-18T08:30', '2026-05-18T17:00']);
    expect((await asks({ entryId, work: wanted, reason: ' ' }, who)).json.fields).toHaveProperty('reason');
    const { status, json } = await asks({ entryId, work: wanted, reason: 'Set up the bar' }, who);
    expect([status, json.correction]).toMatchObject([
      201,
      {
        ...{ kind: 'change', state: 'asked', reason: 'Set up the bar', mayDecide: false, mayWithdraw: true },
        wanted: { localStart: '2026-05-18T08:30', breakMinutes: 0 },
        present: { localStart: '2026-05-18T09:00', breakMinutes: 30 },
      },
    ]);
    expect(await world.told(scheduler)).toContain('approval_needed');
    expect(await entriesOf(who)).toMatchObject([{ localStart: '2026-05-18T09:00', waiting: true }]);
    expect((await asks({ entryId, work: wanted }, who)).json.code).toBe('asked_already');
    const { corrections } = await world.did('GET', 'clock/corrections?state=asked', undefined, scheduler);
    const { id } = json.correction;
    expect(corrections).toMatchObject([{ id, personName: 'Ana', mayDecide: true, mayWithdraw: true }]);
    const decided = await decides(id, 'approve', scheduler);
    expect(decided.json.correction).toMatchObject({ state: 'approved', decidedBy: 'Sina', present: null });
    expect(await entriesOf(who)).toMatchObject([{ localStart: '2026-05-18T08:30', workedMinutes: 510, version: 2 }]);
    expect(await world.told(who)).toEqual(['hours_decided', 'hours_decided']);
    expect((await decides(id, 'decline', scheduler, 'No')).json.code).toBe('wrong_state');
  });

  it('keeps every version, with who made it and why', async () => {
    const { who, entryId } = await worked('Ben');
    const times = work(['2026-05-18T09:00', '2026-05-18T16:00']);
    await world.did('POST', 'clock/corrections', {
      personId: who.personId,
      entryId,
      work: times,
      reason: 'Left early',
    });
    const { versions } = await world.did('GET', `clock/entries/${entryId}/history`, undefined, who);
    expect(versions).toMatchObject([
      { number: 1, act: 'correction', localEnd: '2026-05-18T17:00', reason: 'The clock was broken', by: 'Olga Owner' },
      { number: 2, act: 'correction', localEnd: '2026-05-18T16:00', reason: 'Left early', removed: false },
    ]);
    const change = world.in((tx) => sql`update clock_versions set ends_at = null`.execute(tx.on()));
    await expect(change).rejects.toThrow(/permission denied/);
    expect(await world.acts()).toContain('schedule.hours_corrected');
  });

  it('is declined with the reason, and changes nothing then', async () => {
    const { who, entryId } = await worked('Cem');
    const { id } = (await asks({ entryId, work: work(['2026-05-18T07:00', '2026-05-18T17:00']) }, who)).json.correction;
    expect((await decides(id, 'decline', scheduler)).status).toBe(422);
    const { json } = await decides(id, 'decline', scheduler, 'The bar was closed at seven');
    expect(json.correction).toMatchObject({ state: 'declined', answer: 'The bar was closed at seven' });
    expect(await entriesOf(who)).toMatchObject([{ localStart: '2026-05-18T09:00', version: 1, waiting: false }]);
  });

  it('is withdrawn by who asked', async () => {
    const { who, entryId } = await worked('Dan');
    const { id } = (await asks({ entryId, work: null }, who)).json.correction;
    expect((await decides(id, 'approve', who)).json.code).toBe('own_request');
    expect((await decides(id, 'withdraw', who)).json.correction.state).toBe('withdrawn');
    expect(await entriesOf(who)).toHaveLength(1);
  });

  it('takes an entry out, and keeps it in the table', async () => {
    const { who, entryId } = await worked('Eva');
    const { id } = (await asks({ entryId, work: null, reason: 'Clocked in by mistake' }, who)).json.correction;
    await decides(id, 'approve', scheduler);
    expect(await entriesOf(who)).toEqual([]);
    const { rows } = await world.in((tx) => sql`select 1 from clock_entries where id = ${entryId}`.execute(tx.on()));
    expect(rows).toHaveLength(1);
    const again = work(['2026-05-18T09:00', '2026-05-18T12:00']);
    expect((await asks({ personId: who.personId, work: again }, world.owner)).status).toBe(201);
  });

  it('never leaves two entries at one time', async () => {
    const { who, entryId } = await worked('Fay');
    const evening = work(['2026-05-18T16:59', '2026-05-18T20:00']);
    expect((await asks({ work: evening }, who)).json.code).toBe('overlaps');
    const free = work(['2026-05-18T17:00', '2026-05-18T20:00']);
    const { id } = (await asks({ work: free }, who)).json.correction;
    const longer = { personId: who.personId, entryId, work: work(['2026-05-18T09:00', '2026-05-18T18:00']) };
    expect((await asks(longer, world.owner)).status).toBe(201);
    expect((await decides(id, 'approve', scheduler)).json.code).toBe('overlaps');
  });

  it.each([
    [{ work: work(['2026-05-18T12:00', '2026-05-18T10:00']) }, 'to'],
    [{ work: work(['2026-05-19T08:00', '2026-05-19T11:00']) }, 'to'],
    [
      { work: { ...span(['2026-05-18T00:00', '2026-05-18T02:00']), breaks: [], endsAt: '2026-05-18T01:00:30Z' } },
      'work.endsAt',
    ],
    [{ work: null }, 'from'],
    [
      { work: work(['2026-05-18T00:00', '2026-05-18T02:00']), roleId: '018f0000-0000-7000-8000-0000000000aa' },
      'roleId',
    ],
  ])('%# that can’t be is refused by field', async (body, field) => {
    const answer = await asks(body, scheduler);
    expect([answer.status, Object.keys(answer.json.fields)]).toEqual([422, [field]]);
  });
});

describe('what still runs', () => {
  it('ends when its person says when they left, and is corrected once that is approved', async () => {
    world.at('2026-05-20T09:00');
    const gus = await world.hired('Gus', ['2026-05-20', '2026-05-21']);
    const entryId = (await world.presses(gus, 'in')).json.entry?.id ?? '';
    world.at('2026-05-21T08:55');
    expect((await state(gus)).entry?.forgotten).toBe(true);
    const { json } = await asks({ entryId, work: work(['2026-05-20T09:00', '2026-05-20T17:00']) }, gus);
    expect((await state(gus)).entry).toBeNull();
    expect((await world.presses(gus, 'in')).json.entry?.shiftId).not.toBeNull();
    await decides(json.correction.id, 'approve', scheduler);
    const { versions } = await world.did('GET', `clock/entries/${entryId}/history`, undefined, gus);
    expect(versions.map(({ act, localEnd }) => [act, localEnd])).toEqual([
      ['in', null],
      ['out', '2026-05-21T08:55'],
      ['correction', '2026-05-20T17:00'],
    ]);
  });
});

describe('deciding', () => {
  beforeAll(() => world.at('2026-05-22T10:00'));
  const morning = work(['2026-05-22T07:00', '2026-05-22T09:00']);

  it('is for nobody about themselves but for an owner', async () => {
    const asked = await asks({ work: morning }, scheduler);
    expect(asked.json.correction.state).toBe('asked');
    expect((await decides(asked.json.correction.id, 'approve', scheduler)).json.code).toBe('own_request');
    expect((await asks({ work: morning }, world.owner)).json.correction.state).toBe('approved');
    expect(await world.told(world.owner)).toEqual(['approval_needed']);
  });

  it('is not for colleagues, nor for schedulers elsewhere', async () => {
    const hal = await world.hired('Hal');
    const { id } = (await asks({ work: morning }, hal)).json.correction;
    const colleague = await world.hired('Ida');
    const body = { reach: { locations: [world.location] } };
    const elsewhere = await world.hired('Jon', [], 'scheduler');
    await world.site.office.ask(`/api/members/${elsewhere.personId}`, { as: world.owner, method: 'PATCH', body });
    for (const other of [colleague, elsewhere]) {
      expect((await decides(id, 'approve', other)).status).toBe(404);
      expect((await asks({ personId: hal.personId, work: morning }, other)).status).toBe(404);
      expect((await world.did('GET', 'clock/corrections?state=asked', undefined, other)).corrections).toEqual([]);
      expect((await world.ask('GET', `clock/corrections?person=${hal.personId}`, undefined, other)).status).toBe(404);
    }
    expect(await world.told(elsewhere)).toEqual([]);
  });

  it('happens once of two at the same moment', async () => {
    const kim = await world.hired('Kim');
    const { id } = (await asks({ work: morning }, kim)).json.correction;
    const answers = await Promise.all([decides(id, 'approve', scheduler), decides(id, 'decline', world.owner, 'No')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('reasons', () => {
  it('are sealed', async () => {
    const { rows } = await sql<{ text: string }>`select string_agg(encode(reason_sealed, 'escape')
      || coalesce(encode(answer_sealed, 'escape'), ''), '') as text from coact.clock_corrections`.execute(
      world.site.world.db.kysely,
    );
    expect(rows[0]?.text).not.toMatch(/bar|forgot/);
  });
});
