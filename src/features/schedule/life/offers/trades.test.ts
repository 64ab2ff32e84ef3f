import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handles } from '../../../../platform/jobs/index.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { settleDue } from '../jobs.ts';
import { dayOf, foundLife, hard, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';
import { settleInTime } from '../timing.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const start = '2026-05-04T09:00:00Z';
const accept = (at: LifeWorld, as: LifeWorld['ana'], id: string, returnAssignmentId: string | null = null) =>
  at.act(as, 'POST', `offers/${id}/accept`, { returnAssignmentId });

/** Plan and what people were told are one, and this. */
const expectRoster = async (at: LifeWorld, ...words: string[]) => {
  const { plan, told } = await at.roster();
  expect(plan).toEqual(words);
  expect(told).toEqual(words);
};

describe('a shift that is offered', () => {
  it('goes to who accepts, in the plan and in what people were told, and everybody hears of it', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 20: at.ben });
    const offer = await at.offer(at.ana, 18, { note: 'My sister marries', people: [{ personId: at.ben.personId }] });
    expect(offer).toMatchObject({ state: 'open', fromName: 'Ana', note: 'My sister marries', mine: true });
    expect(offer).toMatchObject({ expiresAt: '2026-05-18T07:00:00.000Z', mayWithdraw: true, mayAccept: false });
    expect((await at.told(at.ben)).join()).toContain('Ana offers you a shift: Mon 18 May 2026 09:00–17:00');
    expect((await at.told(at.ben)).join()).toContain('Ana says: My sister marries');

    const seen = (await at.act(at.ben, 'GET', `offers/${offer.id}`)).json;
    expect(seen).toMatchObject({ mayAccept: true, mayDecline: true, mine: false, mayWithdraw: false });
    expect(seen.effects).toEqual([
      { returnAssignmentId: null, effect: expect.objectContaining({ minutesBefore: 480, minutesAfter: 960 }) },
    ]);
    const done = await accept(at, at.ben, offer.id);
    expect([done.status, done.json.state, done.json.takenBy?.name]).toEqual([200, 'done', 'Ben']);
    await expectRoster(at, '18 Ben 09:00–17:00', '20 Ben 09:00–17:00');
    const { assignments } = await at.shift(at.roles.bar, dayOf(18));
    expect(assignments).toMatchObject([{ madeBy: 'trade', pinned: true, published: true, faults: [] }]);
    expect((await at.told(at.ana)).join()).toContain('Ben has taken your shift');
    expect((await at.told(at.ben)).join()).toContain('Ana’s shift is yours');
    expect((await at.act(at.owner, 'GET', `periods/${at.period}/publications`)).json.publications[0]?.kind).toBe(
      'trade',
    );
    expect((await at.acts()).slice(0, 2)).toEqual(['schedule.shift_traded', 'schedule.shift_offered']);
  });

  it('stays with its owner when nobody answers; the offer ends in time, also after a restart', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const offer = await at.offer(at.ana, 18, {
      people: [{ personId: at.ben.personId }],
      expiresAt: '2026-05-17T12:00',
    });
    await site.office.jobs.runDue({ future: true });
    expect((await at.act(at.ana, 'GET', `offers/${offer.id}`)).json.state).toBe('open');
    const restarted = await site.world.openJobs([handles(settleInTime, (payload) => settleDue(site.parts, payload))]);
    at.clockTo('2026-05-17T11:00:00Z');
    await restarted.runDue({ future: true });
    at.clockTo(start);
    expect((await at.act(at.ana, 'GET', `offers/${offer.id}`)).json).toMatchObject({ state: 'expired', reason: null });
    expect((await at.told(at.ana)).join()).toContain('You work this shift.');
    await expectRoster(at, '18 Ana 09:00–17:00');
  });

  it('goes to nobody after its deadline, though no job has run', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    at.clockTo('2026-05-18T07:00:00Z');
    const late = await accept(at, at.ben, id);
    at.clockTo(start);
    expect([late.status, late.json.code]).toEqual([409, 'too_late']);
    expect((await at.act(at.ana, 'GET', `offers/${id}`)).json.state).toBe('expired');
    await expectRoster(at, '18 Ana 09:00–17:00');
  });

  it('can be accepted once, and not after it was declined or taken back', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 19: at.ana, 20: at.ana });
    const people = [{ personId: at.ben.personId }, { personId: at.cleo.personId }];
    const { id } = await at.offer(at.ana, 18, { people });
    expect((await accept(at, at.ben, id)).status).toBe(200);
    expect((await accept(at, at.ben, id)).json).toMatchObject({
      code: 'taken',
      detail: 'You have accepted it already.',
    });
    expect((await accept(at, at.cleo, id)).json.code).toBe('taken');
    expect((await at.act(at.ana, 'POST', `offers/${id}/withdraw`)).json.code).toBe('taken');

    const other = await at.offer(at.ana, 19, { people });
    expect((await at.act(at.ben, 'POST', `offers/${other.id}/decline`)).json.people[0]?.state).toBe('declined');
    expect((await accept(at, at.ben, other.id)).json.code).toBe('wrong_state');
    expect((await at.act(at.cleo, 'POST', `offers/${other.id}/decline`)).json).toMatchObject({
      ...{ state: 'expired', reason: 'Everybody who was asked declined.' },
    });

    const third = await at.offer(at.ana, 20, { people });
    expect((await at.act(at.ana, 'POST', `offers/${third.id}/withdraw`)).json.state).toBe('withdrawn');
    expect((await accept(at, at.cleo, third.id)).json.code).toBe('wrong_state');
    await expectRoster(at, '18 Ben 09:00–17:00', '19 Ana 09:00–17:00', '20 Ana 09:00–17:00');
    expect((await at.acts()).filter((one) => /offer|trade/.test(one))).toEqual([
      ...['schedule.offer_withdrawn', 'schedule.shift_offered', 'schedule.offer_ended', 'schedule.offer_declined'],
      ...['schedule.offer_declined', 'schedule.shift_offered', 'schedule.shift_traded', 'schedule.shift_offered'],
    ]);
  });

  it('is nobody’s business who was not asked', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    expect((await at.act(at.cleo, 'GET', `offers/${id}`)).status).toBe(404);
    for (const act of ['accept', 'decline', 'withdraw'])
      expect([act, (await at.act(at.cleo, 'POST', `offers/${id}/${act}`, {})).status]).toEqual([act, 404]);
    expect((await at.act(at.ben, 'POST', `offers/${id}/withdraw`)).status).toBe(404);
    expect((await at.act(at.cleo, 'GET', `assignments/${await at.on(18)}/partners`)).status).toBe(404);
    expect((await at.act(at.cleo, 'POST', 'offers', { assignmentId: await at.on(18), everyone: true })).status).toBe(
      404,
    );
    expect((await at.act(at.ben, 'GET', 'offers')).json.forMe).toMatchObject([{ id, people: [{ name: 'Ben' }] }]);
    expect((await at.act(at.cleo, 'GET', 'offers')).json).toEqual({ forMe: [], mine: [], toDecide: [] });
  });

  it('must be published, not yet begun, and not on offer already', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    await at.assign((await at.shift(at.roles.bar, dayOf(19))).id, at.ana.personId);
    const offer = async (day: number, more: object = { everyone: true }) =>
      at.act(at.ana, 'POST', 'offers', { assignmentId: await at.on(day), ...more });
    expect((await offer(19)).json).toMatchObject({ status: 409, code: 'not_possible' });
    expect((await offer(18, {})).json).toMatchObject({ status: 422, fields: { people: expect.any(String) } });
    expect((await offer(18, { everyone: true, expiresAt: '2026-05-18T08:30' })).status).toBe(422);
    expect((await offer(18)).status).toBe(201);
    expect((await offer(18)).json).toMatchObject({ status: 409, code: 'not_possible' });
    await at.settings({ trades: 'off' });
    expect((await offer(19)).json.code).toBe('trades_off');
    const [mine] = (await at.act(at.ana, 'GET', 'offers')).json.mine;
    expect((await accept(at, at.ben, mine?.id ?? '')).json.code).toBe('trades_off');
    const partners = (await at.act(at.ana, 'GET', `assignments/${await at.on(18)}/partners`)).json;
    expect(partners).toMatchObject({ partners: [], problem: expect.stringContaining('switched off') });
  });
});

describe('a part of a shift', () => {
  it('is given away, and the rest stays with who had it', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const part = { from: '2026-05-18T11:00', to: '2026-05-18T13:15', people: [{ personId: at.ben.personId }] };
    const { id, gives } = await at.offer(at.ana, 18, part);
    expect(gives).toMatchObject({ localStart: part.from, localEnd: part.to, whole: false });
    expect((await accept(at, at.ben, id)).status).toBe(200);
    await expectRoster(at, '18 Ana 09:00–11:00', '18 Ben 11:00–13:15', '18 Ana 13:15–17:00');
    expect((await at.shift(at.roles.bar, dayOf(18))).missing).toBe(0);
  });

  it('lies within the shift, on quarter hours, and what is left must keep the rules', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana });
    const offer = async (from: string, to: string) =>
      at.act(at.ana, 'POST', 'offers', {
        ...{ assignmentId: await at.on(18), from: `2026-05-18T${from}`, to: `2026-05-18T${to}` },
        people: [{ personId: at.ben.personId }],
      });
    expect((await offer('09:10', '12:00')).json.fields).toEqual({ from: 'Please choose a full quarter of an hour.' });
    expect(Object.keys((await offer('08:00', '12:00')).json.fields)).toEqual(['from']);
    expect(Object.keys((await offer('12:00', '12:00')).json.fields)).toEqual(['to']);
    await at.rules({ kind: 'day_hours', min: 240, max: null, ...hard });
    expect((await offer('09:00', '15:00')).json.fields).toEqual({ people: expect.stringContaining('Ben') });
    expect((await offer('09:00', '13:00')).status).toBe(201);
  });
});

describe('a shift in return', () => {
  it('makes good what neither could take on top', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 19: at.ben, 20: at.ana, 21: at.ben });
    await at.rules({ kind: 'knows_role', ...hard }, { kind: 'week_hours', min: null, max: 960, ...hard });
    const { partners, refused } = (await at.act(at.ana, 'GET', `assignments/${await at.on(18)}/partners`)).json;
    expect(partners.map((one: { name: string; alone: boolean }) => [one.name, one.alone])).toEqual([
      ['Ben', false],
      ['Cleo', true],
    ]);
    expect(refused).toEqual([]);
    expect(partners[0]?.returns.map((one: { localStart: string }) => one.localStart.slice(8, 10))).toEqual([
      '19',
      '21',
    ]);
    const alone = { assignmentId: await at.on(18), people: [{ personId: at.ben.personId }] };
    expect((await at.act(at.ana, 'POST', 'offers', alone)).status).toBe(422);

    const [on19, on21] = [await at.on(19), await at.on(21)];
    const people = [{ personId: at.ben.personId, returns: [on19, on21] }];
    const { id } = await at.offer(at.ana, 18, { people });
    const { effects } = (await at.act(at.ben, 'GET', `offers/${id}`)).json;
    expect(effects.map((one: { returnAssignmentId: string | null }) => one.returnAssignmentId)).toEqual([on19, on21]);
    expect(effects[0]?.effect).toMatchObject({ minutesBefore: 960, minutesAfter: 960, payMinor: null, currency: null });
    expect((await accept(at, at.ben, id)).json.code).toBe('wrong_state');
    expect((await accept(at, at.ben, id, await at.on(20))).json.code).toBe('wrong_state');
    const done = await accept(at, at.ben, id, on19);
    expect([done.status, done.json.takes?.localStart]).toEqual([200, '2026-05-19T09:00']);
    const hers = '19 Ana 09:00–17:00';
    await expectRoster(at, '18 Ben 09:00–17:00', hers, '20 Ana 09:00–17:00', '21 Ben 09:00–17:00');
  });

  it('that is changed meanwhile leaves the offer to the others', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 19: at.ben });
    const people = [{ personId: at.ben.personId, returns: [await at.on(19)] }, { personId: at.cleo.personId }];
    const { id } = await at.offer(at.ana, 18, { people });
    await at.ask('DELETE', `assignments/${await at.on(19)}`);
    const shown = (await at.act(at.ana, 'GET', `offers/${id}`)).json;
    expect(shown.state).toBe('open');
    expect(shown.people.map((one: { name: string; state: string }) => [one.name, one.state]).toSorted()).toEqual([
      ['Ben', 'gone'],
      ['Cleo', 'asked'],
    ]);
    expect((await accept(at, at.cleo, id)).status).toBe(200);
  });
});

describe('rules', () => {
  it('are asked again when somebody accepts, and what is broken by then changes nothing', async () => {
    const at = await foundLife(site);
    await at.rules({ kind: 'knows_role', ...hard }, { kind: 'week_hours', min: null, max: 480, ...hard });
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    await at.give({ 20: at.ben });
    const refused = await accept(at, at.ben, id);
    expect(refused.json).toMatchObject({ status: 409, code: 'rules_broken', overrulable: false });
    expect(refused.json.reasons[0]?.words).toContain('16 h');
    expect((await at.act(at.ana, 'GET', `offers/${id}`)).json.state).toBe('open');
    await expectRoster(at, '18 Ana 09:00–17:00', '20 Ben 09:00–17:00');
  });

  it('keep colleagues’ own affairs from who looks for somebody', async () => {
    const at = await foundLife(site);
    await at.rules({ kind: 'knows_role', ...hard }, { kind: 'week_hours', min: null, max: 480, ...hard });
    await at.give({ 18: at.ana, 20: at.ben });
    const { refused, partners } = (await at.act(at.ana, 'GET', `assignments/${await at.on(18)}/partners`)).json;
    expect(partners.map((one: { name: string }) => one.name)).toEqual(['Ben', 'Cleo']);
    expect(partners[0]).toMatchObject({ alone: false, words: 'Only in return for a shift of theirs.' });
    await at.rules({ kind: 'knows_role', ...hard }, { kind: 'week_hours', min: null, max: 60, ...hard });
    const after = (await at.act(at.ana, 'GET', `assignments/${await at.on(18)}/partners`)).json;
    expect([refused, after.partners]).toEqual([[], []]);
    expect(after.refused.map((one: { reasons: string[] }) => one.reasons)).toEqual([
      ['It would break a rule about hours or rest'],
      ['It would break a rule about hours or rest'],
    ]);
    const nobody = await at.act(at.ana, 'POST', 'offers', { assignmentId: await at.on(18), everyone: true });
    expect(nobody.json.code).toBe('nobody');
  });
});
