import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/clock/index.ts';
import { carrySchedule } from '../person/merging.ts';
import { findPeriod } from '../plan/periods/store.ts';
import { syncShifts } from '../plan/periods/sync.ts';
import type { PlanSite } from '../plan/plan-world.fixture.ts';
import { putPeople } from '../work/roles/store.ts';
import { claimsOf } from './claims/store.ts';
import { dayOf, foundLife, type LifeWorld, openLifeSite } from './life-world.fixture.ts';
import { listOffers } from './offers/store.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

type Who = LifeWorld['ana'];

/** Ben and Cleo are the two records of one human: Ben's is kept. */
const merge = (at: LifeWorld, kept: Who = at.ben, other: Who = at.cleo) =>
  at.in((tx) => carrySchedule(site.parts, tx, kept.personId, other.personId));
const asked = (...people: readonly Who[]) => ({ people: people.map(({ personId }) => ({ personId })) });
const held = async (at: LifeWorld, id: string) => (await at.in((tx) => listOffers(tx, { ids: [id] })))[0];
const rowsOf = async (at: LifeWorld, id: string) =>
  (await held(at, id))?.people.map(({ personId, state, returns }) => [
    ...[personId === at.ben.personId ? 'Ben' : personId, state],
    returns.filter(({ gone }) => !gone).length,
  ]);
const accept = (at: LifeWorld, as: Who, id: string, returnAssignmentId: string | null = null) =>
  at.act(as, 'POST', `offers/${id}/accept`, { returnAssignmentId });
const claim = async (at: LifeWorld, as: Who, day: number) => {
  const { id } = await at.shift(at.roles.bar, dayOf(day));
  return String((await at.act(as, 'POST', `open-shifts/${id}/claims`, {})).json.claimId);
};

describe('when two records of one human become one, offers', () => {
  it('of the other’s shifts go on as the kept one’s, who may withdraw them', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.cleo, 19: at.cleo });
    const first = await at.offer(at.cleo, 18, { ...asked(at.ana), note: 'A wedding' });
    const second = await at.offer(at.cleo, 19, asked(at.ana));
    await merge(at);
    const { mine } = (await at.act(at.ben, 'GET', 'offers')).json;
    expect(mine.map(({ id, note }) => [id, note]).toSorted()).toEqual(
      [
        [first.id, 'A wedding'],
        [second.id, null],
      ].toSorted(),
    );
    expect((await at.act(at.ben, 'POST', `offers/${second.id}/withdraw`)).json.state).toBe('withdrawn');
    expect((await accept(at, at.ana, first.id)).json).toMatchObject({ state: 'done', fromName: 'Ben' });
    expect((await at.roster()).told).toEqual(['18 Ana 09:00–17:00', '19 Ben 09:00–17:00']);
  });

  it('to both are to the kept one once, with the shifts of both to give', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 20: at.ben, 21: at.cleo });
    const gives = async (who: Who, day: number) => ({ personId: who.personId, returns: [await at.on(day)] });
    const swap = await at.offer(at.ana, 18, { people: [await gives(at.ben, 20), await gives(at.cleo, 21)] });
    expect((await at.act(at.ben, 'POST', `offers/${swap.id}/decline`)).status).toBe(200);
    await merge(at);
    expect(await rowsOf(at, swap.id)).toEqual([['Ben', 'asked', 2]]);
    expect((await accept(at, at.ben, swap.id, await at.on(21))).json.state).toBe('done');
    expect((await at.roster()).plan).toEqual(['18 Ben 09:00–17:00', '20 Ben 09:00–17:00', '21 Ana 09:00–17:00']);
  });

  it('to one of them for nothing ask nothing of the kept one', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 20: at.ben });
    const people = [{ personId: at.ben.personId, returns: [await at.on(20)] }, { personId: at.cleo.personId }];
    const { id } = await at.offer(at.ana, 18, { people });
    await merge(at);
    expect(await rowsOf(at, id)).toEqual([['Ben', 'asked', 0]]);
    expect((await accept(at, at.ben, id)).json.state).toBe('done');
    expect((await at.roster()).plan).toEqual(['18 Ben 09:00–17:00', '20 Ben 09:00–17:00']);
  });

  it('that the other has accepted wait for approval as the kept one’s, with what is given in return', async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    await at.give({ 18: at.ana, 21: at.cleo });
    const back = await at.on(21);
    const people = [{ personId: at.ben.personId }, { personId: at.cleo.personId, returns: [back] }];
    const { id } = await at.offer(at.ana, 18, { people });
    expect((await accept(at, at.cleo, id, back)).json.state).toBe('waiting');
    await merge(at);
    expect(await held(at, id)).toMatchObject({ state: 'waiting', takenBy: at.ben.personId, takenReturn: back });
    expect(await rowsOf(at, id)).toEqual([['Ben', 'accepted', 1]]);
    expect((await at.act(at.owner, 'POST', `offers/${id}/approve`)).json.state).toBe('done');
    expect((await at.roster()).plan).toEqual(['18 Ben 09:00–17:00', '21 Ana 09:00–17:00']);
  });

  it('of one to the other end, and go on where others were asked too', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ben, 19: at.cleo });
    const between = await at.offer(at.ben, 18, asked(at.cleo));
    const wider = await at.offer(at.cleo, 19, asked(at.ben, at.ana));
    await merge(at);
    const reason = 'Nobody who was asked can take it any more.';
    expect((await at.act(at.ben, 'GET', `offers/${between.id}`)).json).toMatchObject({ state: 'expired', reason });
    expect((await at.told(at.ben)).join()).toContain(`${reason} | You work this shift.`);
    expect((await at.act(at.ben, 'GET', `offers/${wider.id}`)).json).toMatchObject({ state: 'open', mayAccept: false });
    expect((await accept(at, at.ben, wider.id)).status).toBe(404);
    expect((await at.act(at.ben, 'GET', 'offers')).json.forMe).toEqual([]);
    expect((await accept(at, at.ana, wider.id)).json.state).toBe('done');
    expect(await at.acts()).toContain('schedule.offer_ended');
  });

  it('of one that the other has accepted end without a trade', async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    await at.give({ 18: at.ben });
    const { id } = await at.offer(at.ben, 18, asked(at.cleo));
    expect((await accept(at, at.cleo, id)).json.state).toBe('waiting');
    await merge(at);
    expect(await held(at, id)).toMatchObject({ state: 'expired', endedWhy: 'taker_gone' });
    expect((await at.act(at.owner, 'GET', 'offers')).json.toDecide).toEqual([]);
    expect((await at.roster()).plan).toEqual(['18 Ben 09:00–17:00']);
  });

  it('end of shifts that the other loses, as both have one at that time', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.cleo });
    const { id } = await at.offer(at.cleo, 18, asked(at.ana));
    await at.series(at.roles.door);
    await at.in(async (tx) => {
      await putPeople(tx, at.roles.door, [{ id: newId(site.world.clock), personId: at.ben.personId }], []);
      const period = await findPeriod(tx, at.period);
      if (period !== null) await syncShifts(site.parts, tx, { periods: [period] });
    });
    const door = await at.shift(at.roles.door, dayOf(18));
    expect((await at.assign(door.id, at.ben.personId)).status).toBe(201);
    await merge(at);
    expect(await held(at, id)).toMatchObject({ state: 'expired', endedWhy: 'moved', fromId: at.ben.personId });
  });
});

describe('when two records of one human become one, claims', () => {
  it('hang on the kept one; of two to one shift the first keeps its place', async () => {
    const at = await foundLife(site);
    await at.settings({ claims: 'picked' });
    await at.give({ 18: at.ana });
    const first = await claim(at, at.cleo, 19);
    site.world.clock.advance(1_000);
    const later = await claim(at, at.ben, 19);
    const alone = await claim(at, at.cleo, 20);
    await merge(at);
    const left = await at.in((tx) => claimsOf(tx, at.ben.personId));
    expect(new Map(left.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [first, 'asked'],
        [later, 'ended'],
        [alone, 'asked'],
      ]),
    );
    expect(await at.in((tx) => claimsOf(tx, at.cleo.personId))).toEqual([]);
    expect((await at.act(at.ben, 'DELETE', `claims/${alone}`)).status).toBe(204);
    expect((await at.act(at.owner, 'POST', `claims/${first}/pick`)).status).toBe(204);
    expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00', '19 Ben 09:00–17:00']);
  });

  it('are over where the other has the shift, though it has room left, and nobody is asked to pick any more', async () => {
    const at = await foundLife(site);
    await at.settings({ claims: 'picked' });
    await at.give({ 18: at.ana, 19: at.cleo });
    await at.ask('PATCH', `shifts/${(await at.shift(at.roles.bar, dayOf(19))).id}`, { needs: 3 });
    const id = await claim(at, at.ben, 19);
    await merge(at);
    expect((await at.in((tx) => claimsOf(tx, at.ben.personId))).map(({ state }) => state)).toEqual(['given']);
    expect((await at.act(at.owner, 'POST', `claims/${id}/pick`)).json.code).toBe('wrong_state');
    expect((await at.told(at.owner)).join()).toContain('They have the shift already.');
    expect((await at.told(at.ben)).join()).not.toContain('You don’t get the shift');
    expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00', '19 Ben 09:00–17:00']);
  });
});
