import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { findPeriod } from '../../plan/periods/store.ts';
import { syncShifts } from '../../plan/periods/sync.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { openShiftsOfLeaver } from '../../plan/publishing/leaving.ts';
import { foundLife, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
import { tradesOf } from '../own-trades.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const read = async (at: LifeWorld, id: string, as: Browser = at.ana) => (await at.act(as, 'GET', `offers/${id}`)).json;
const accept = (at: LifeWorld, as: Browser, id: string) => at.act(as, 'POST', `offers/${id}/accept`, {});

describe('where trades are approved', () => {
  const waiting = async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    expect((await accept(at, at.ben, id)).json.state).toBe('waiting');
    return { at, id };
  };

  it('nothing changes until a scheduler in reach approves, who is told', async () => {
    const { at, id } = await waiting();
    expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00']);
    expect((await at.told(at.owner)).join()).toContain('A trade waits for approval: Ana and Ben');
    expect((await at.act(at.owner, 'GET', 'offers')).json.toDecide).toMatchObject([{ id, mayDecide: true }]);
    expect((await at.act(at.ben, 'POST', `offers/${id}/approve`)).status).toBe(403);
    expect((await at.act(at.ana, 'POST', `offers/${id}/withdraw`)).json.code).toBe('taken');
    expect((await at.act(at.owner, 'POST', `offers/${id}/approve`)).json.state).toBe('done');
    expect((await at.act(at.owner, 'POST', `offers/${id}/approve`)).json.code).toBe('wrong_state');
    const { plan, told } = await at.roster();
    expect([plan, told]).toEqual([['18 Ben 09:00–17:00'], ['18 Ben 09:00–17:00']]);
    expect((await at.acts()).slice(0, 2)).toEqual(['schedule.shift_traded', 'schedule.offer_accepted']);
  });

  it('a refusal says why to both, and the owner works it', async () => {
    const { at, id } = await waiting();
    const body = { reason: 'Ben has to rest' };
    expect((await at.act(at.owner, 'POST', `offers/${id}/refuse`, body)).json).toMatchObject({
      ...{ state: 'refused', reason: body.reason },
    });
    for (const one of [at.ana, at.ben]) expect((await at.told(one)).join()).toContain(body.reason);
    expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00']);
    expect((await at.acts())[0]).toBe('schedule.offer_refused');
  });

  it('rules are asked once more, and nobody decides about their own', async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    const sam = await at.hire('Sam', 'scheduler');
    await at.give({ 18: sam });
    const { id } = await at.offer(sam, 18);
    await accept(at, at.ben, id);
    expect((await at.act(sam, 'POST', `offers/${id}/approve`)).status).toBe(404);
    await at.rules({ kind: 'week_hours', min: null, max: 60, hard: true, weight: 0 });
    const refused = await at.act(at.owner, 'POST', `offers/${id}/approve`);
    expect(refused.json).toMatchObject({ status: 409, code: 'rules_broken' });
    expect(refused.json.reasons[0]?.words).toContain('Ben: ');
    expect((await at.roster()).plan).toEqual(['18 Sam 09:00–17:00']);
  });

  it('what nobody approved in time is over', async () => {
    const { at, id } = await waiting();
    at.clockTo('2026-05-18T07:00:00Z');
    const late = await at.act(at.owner, 'POST', `offers/${id}/approve`);
    at.clockTo('2026-05-04T09:00:00Z');
    expect(late.json.code).toBe('too_late');
    expect(await read(at, id)).toMatchObject({ state: 'expired', reason: 'Nobody approved it in time.' });
    for (const one of [at.ana, at.ben]) expect((await at.told(one)).join()).toContain('Nobody approved it in time.');
  });
});

describe('an offer ends, and its owner is told why, when', () => {
  const offered = async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    return { at, id: (await at.offer(at.ana, 18)).id };
  };
  const expectEnd = async ({ at, id }: { at: LifeWorld; id: string }, reason: string) => {
    expect(await read(at, id)).toMatchObject({ state: 'expired', reason });
    expect((await at.told(at.ana)).join()).toContain(reason);
    expect((await at.told(at.ben)).join()).toContain(reason);
    expect(await at.acts()).toContain('schedule.offer_ended');
    expect((await accept(at, at.ben, id)).json).toMatchObject({ code: 'wrong_state', detail: reason });
  };

  it('the shift was given to somebody else', async () => {
    const one = await offered();
    const { at } = one;
    await at.ask('POST', `assignments/${await at.on(18)}/move`, { personId: at.cleo.personId });
    await expectEnd(one, 'The shift was changed, or given to somebody else.');
    expect((await at.roster()).plan).toEqual(['18 Cleo 09:00–17:00']);
  });

  it('the shift was taken out of the calendar', async () => {
    const one = await offered();
    await one.at.in(async (tx) => {
      await sql`update work_roles set archived_at = now() where id = ${one.at.roles.bar}`.execute(tx.on());
      const period = await findPeriod(tx, one.at.period);
      if (period !== null) await syncShifts(site.parts, tx, { periods: [period] });
    });
    await expectEnd(one, 'The shift was taken out of the calendar.');
  });

  it('the only one who was asked has got time off', async () => {
    const one = await offered();
    const { at } = one;
    const kind = (await at.act(at.owner, 'POST', 'time-off-kinds', { name: 'Holiday' })).json.id;
    const wanted = { kindId: kind, from: '2026-05-18T00:00', to: '2026-05-19T00:00' };
    site.world.clock.advance(60_000);
    const asked = (await at.act(at.ben, 'POST', 'time-off', wanted)).json.request.id;
    expect((await read(at, one.id)).state).toBe('open');
    expect((await at.act(at.owner, 'POST', `time-off/${asked}/approve`, {})).status).toBe(200);
    await expectEnd(one, 'Nobody who was asked can take it any more.');
  });

  it('its owner, or all who were asked, have left', async () => {
    const { at, id } = await offered();
    await at.in((tx) => openShiftsOfLeaver(site.parts, tx, at.ana.personId, site.world.clock.now()));
    expect(await read(at, id)).toMatchObject({ state: 'expired', reason: 'Whoever offered it has left.' });
    const other = await offered();
    await other.at.in((tx) => openShiftsOfLeaver(site.parts, tx, other.at.ben.personId, site.world.clock.now()));
    expect(await read(other.at, other.id)).toMatchObject({
      ...{ state: 'expired', reason: 'Nobody who was asked can take it any more.' },
    });
    expect((await other.at.roster()).plan).toEqual(['18 Ana 09:00–17:00']);
  });
});

it('tells each person of their own trades, and nothing of who else was asked', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana });
  const people = [{ personId: at.ben.personId }, { personId: at.cleo.personId }];
  await at.offer(at.ana, 18, { note: 'A secret', people });
  const { read: readOwn } = tradesOf(site.parts);
  const hers = await at.in((tx) => readOwn(tx, at.ana.personId));
  expect(hers).toMatchObject({ offered: [{ note: 'A secret', state: 'open' }], answered: [], claimed: [] });
  const his = await at.in((tx) => readOwn(tx, at.ben.personId));
  expect(his).toMatchObject({ offered: [], answered: [{ answer: 'asked' }] });
  expect(JSON.stringify([hers, his])).not.toContain(at.cleo.personId);
});
