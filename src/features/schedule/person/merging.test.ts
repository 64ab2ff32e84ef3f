import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/clock/index.ts';
import { orgId } from '../../../platform/db/index.ts';
import { handles } from '../../../platform/jobs/index.ts';
import { remindOnce } from '../life/messages/reminders/job-kinds.ts';
import { addReminder, bringReminder } from '../life/messages/reminders/reminders.ts';
import { findLead, putLead } from '../life/messages/reminders/store.ts';
import { insertMessage, messagesBy, recipientsOf } from '../life/messages/store.ts';
import { firstDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import { toldBetween } from '../plan/publishing/store.ts';
import { preferencesOf, putPreferences } from '../staff/wishes/store.ts';
import { listRanks, putPeople, whoKnows } from '../work/roles/store.ts';
import { insertSeries, seriesOfPeople } from '../work/series/store.ts';
import { personalSchedule, shiftsToCome } from './about.ts';
import { carrySchedule } from './merging.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite((parts) => [
    handles(remindOnce, ({ orgId: id, reminderId }) => bringReminder(parts(), orgId(id), reminderId)),
  ]);
});
afterAll(() => site[Symbol.asyncDispose]());

interface Opened extends PlanWorld {
  readonly period: string;
  readonly kept: string;
  readonly other: string;
}

/** Somebody of whom there are two records; who was invited knows the bar and works there on the first three days. */
async function twoRecords(): Promise<Opened> {
  const at = await site.found();
  await at.series(at.roles.bar);
  await at.series(at.roles.door);
  const other = await at.person('Ana', [at.roles.bar, at.roles.door]);
  const kept = await at.person('Ana of Slack', []);
  const { id: period } = await at.open();
  for (const day of [18, 19, 20]) await at.assign((await at.shift(at.roles.bar, `2026-05-${day}`)).id, other);
  return { ...at, period, kept, other };
}

const merge = (at: Opened) => at.in((tx) => carrySchedule(site.parts, tx, at.kept, at.other));
const onBar = async (at: Opened, day: string) =>
  (await at.shift(at.roles.bar, day)).assignments.map(({ personId }) => personId);

describe('two records of one human that become one', () => {
  it('leave the shifts with the kept one, planned and told', async () => {
    const at = await twoRecords();
    await at.ask('POST', `periods/${at.period}/publish`, {});
    await merge(at);
    for (const day of [18, 19, 20]) expect(await onBar(at, `2026-05-${day}`)).toEqual([at.kept]);
    const told = await at.in((tx) => toldBetween(tx, { start: 0, end: 1e9 }, at.kept));
    expect(told).toHaveLength(3);
    expect((await at.ask('GET', `periods/${at.period}/publishing`)).json.tells).toEqual([]);
  });

  it('open the shift of the other where both have one at a time: nobody is in two places', async () => {
    const at = await twoRecords();
    await at.in((tx) => putPeople(tx, at.roles.door, [{ id: newId(site.world.clock), personId: at.kept }], [at.other]));
    await at.assign((await at.shift(at.roles.door, firstDay)).id, at.kept);
    await merge(at);
    expect(await onBar(at, firstDay)).toEqual([]);
    expect((await at.shift(at.roles.door, firstDay)).assignments.map(({ personId }) => personId)).toEqual([at.kept]);
    expect(await onBar(at, '2026-05-19')).toEqual([at.kept]);
  });

  it('join what they wrote, got and want to be reminded of', async () => {
    const at = await twoRecords();
    const { parts, world } = site;
    const id = newId(world.clock);
    const to = { kind: 'person', id: at.other, day: null } as const;
    await at.in(async (tx) => {
      const textSealed = await parts.vault.seal(tx, { table: 'messages', column: 'text_sealed', rowId: id }, 'Hello');
      const message = { id, sentBy: at.other, sentAt: world.clock.now(), to, textSealed };
      await insertMessage(tx, message, [at.other, at.kept]);
      await putLead(tx, at.kept, 30);
      await putLead(tx, at.other, 120);
      const dueAt = new Date(world.clock.now().getTime() + 86_400_000);
      await addReminder(parts, tx, { personId: at.other, dueAt, zone: 'Europe/Lisbon', text: 'Bring the cake' });
    });
    await merge(at);
    const held = await at.in(async (tx) => ({
      sent: (await messagesBy(tx, at.kept, 5)).map((one) => [one.id, one.to.id]),
      got: (await recipientsOf(tx, [id])).get(id),
      lead: [await findLead(tx, at.kept), await findLead(tx, at.other)],
    }));
    expect(held).toEqual({ sent: [[id, at.kept]], got: [at.kept], lead: [30, null] });
    const copy = await at.in((tx) => personalSchedule(parts).read(tx, at.kept));
    expect(copy).toMatchObject({
      reminders: { minutesBeforeShifts: 30, own: [{ text: 'Bring the cake' }] },
      messagesYouSent: [{ to: 'person', text: 'Hello' }],
    });
    const left = await at.in((tx) => personalSchedule(parts).read(tx, at.other));
    expect(left).toMatchObject({ reminders: { own: [] }, messagesYouSent: [] });
  });

  it('join what they know and said, and of wishes hold what was said last', async () => {
    const at = await twoRecords();
    const { clock } = site.world;
    const wish = (wantedMinutes: number) => ({ wantedMinutes, extraShifts: true, likings: [] });
    await at.in(async (tx) => {
      await putPreferences(tx, at.kept, wish(600), clock.now());
      await putPreferences(tx, at.other, wish(1200), new Date(clock.now().getTime() + 1000));
      await insertSeries(
        tx,
        {
          ...{ id: newId(clock), zone: 'Europe/Lisbon', start: `${firstDay}T09:00`, minutes: 60, rule: null },
          ...{ exceptions: [], colour: null, payload: { kind: 'available' } },
          ...{ owner: { personId: at.other }, revision: 1 },
        },
        clock.now(),
      );
    });
    expect((await at.ask('PUT', `roles/${at.roles.bar}/ranks`, rankOf(at.other))).status).toBeLessThan(300);
    await merge(at);
    await at.in(async (tx) => {
      expect(await whoKnows(tx, [at.other])).toEqual([]);
      expect((await whoKnows(tx, [at.kept])).map(({ roleId }) => roleId).toSorted()).toEqual(
        [at.roles.bar, at.roles.door].toSorted(),
      );
      expect((await preferencesOf(tx, [at.kept, at.other])).get(at.kept)?.wantedMinutes).toBe(1200);
      expect(await seriesOfPeople(tx, [at.kept])).toHaveLength(1);
      expect(await listRanks(tx, { personIds: [at.kept] })).toMatchObject([{ rank: 1 }]);
    });
  });

  it('are undone as one: the step before names the kept record', async () => {
    const at = await twoRecords();
    await merge(at);
    const shift = await at.shift(at.roles.bar, '2026-05-20');
    expect((await at.ask('POST', `periods/${at.period}/undo`)).status).toBe(200);
    expect((await at.shift(at.roles.bar, '2026-05-20')).assignments).toEqual([]);
    expect((await at.assign(shift.id, at.kept)).status).toBe(201);
  });

  it('count time off once that both asked for', async () => {
    const at = await twoRecords();
    const kind = await at.ask('POST', 'time-off-kinds', {
      ...{ name: 'Holiday', colour: 'teal', accrual: 'year', minutesAYear: 9600, dayMinutes: 480 },
    });
    const asks = { kindId: kind.json.id, note: '' };
    const days = { from: '2026-06-01T00:00', to: '2026-06-03T00:00' };
    const later = { from: '2026-07-01T00:00', to: '2026-07-02T00:00' };
    for (const [personId, span] of [
      [at.kept, days],
      [at.other, days],
      [at.other, later],
    ] as const) {
      const made = await at.ask('POST', 'time-off', { ...asks, ...span, personId });
      const { request } = made.json as unknown as { request: { id: string } };
      expect((await at.ask('POST', `time-off/${request.id}/approve`, {})).status).toBe(200);
    }
    await merge(at);
    const { balances } = (await at.ask('GET', `people/${at.kept}/balances`)).json as unknown as {
      balances: readonly { readonly used: number }[];
    };
    expect(balances[0]?.used).toBe(-3 * 480);
  });
});

const rankOf = (personId: string) => ({ ranks: [{ personId, weekday: null, rank: 1 }] });

describe('what is held about somebody', () => {
  it('tells them of all of it, and of nobody else', async () => {
    const at = await twoRecords();
    await at.ask('POST', `periods/${at.period}/publish`, {});
    const mine = await at.in((tx) => personalSchedule(site.parts).read(tx, at.other));
    expect(mine).toMatchObject({ roles: expect.arrayContaining(['Bar', 'Door']), timeOff: [] });
    expect(mine).toHaveProperty('shifts.length', 3);
    expect(await at.in((tx) => personalSchedule(site.parts).read(tx, at.kept))).toMatchObject({
      roles: [],
      shifts: [],
    });
  });

  it('lists what opens up when they leave, from now on', async () => {
    const at = await twoRecords();
    await at.ask('POST', `periods/${at.period}/publish`, {});
    const lines = await at.in((tx) => shiftsToCome.read(tx, at.other, new Date('2026-05-18T20:00:00Z')));
    expect(lines).toEqual(['Tue 19 May 2026 09:00–17:00, Bar', 'Wed 20 May 2026 09:00–17:00, Bar']);
  });
});
