import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../../test/support/read-answer.ts';
import type { Browser } from '../../../../../../test/support/sign-in.ts';
import { orgId } from '../../../../../platform/db/index.ts';
import { handles } from '../../../../../platform/jobs/index.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../../../plan/plan-world.fixture.ts';
import { remindOfShift, remindOnce } from './job-kinds.ts';
import { bringReminder, bringShiftReminder, findShiftsDue } from './reminders.ts';

let site: PlanSite;
let at: PlanWorld;
let period: string;
/** Who is on shift at the bar on the day of the test, from nine, which is eight in UTC. */
let ana: Browser;
let day: string;

/** One fortnight for all: time goes on from test to test. */
beforeAll(async () => {
  // The queue is opened before the parts exist.
  site = await openPlanSite((parts) => [
    handles(remindOnce, ({ orgId: id, reminderId }) => bringReminder(parts(), orgId(id), reminderId)),
    handles(remindOfShift, ({ orgId: id, startsAt, ...shift }) =>
      bringShiftReminder(parts(), orgId(id), { ...shift, startsAt: new Date(startsAt) }),
    ),
  ]);
  at = await site.found();
  await at.series(at.roles.bar);
  period = (await at.open()).id;
});
afterAll(() => site[Symbol.asyncDispose]());

async function onShift(on: string): Promise<void> {
  day = on;
  ana = await at.signIn('Ana');
  expect((await at.assign((await at.shift(at.roles.bar, day)).id, ana.personId)).status).toBe(201);
  await publish();
}
const publish = () => at.ask('POST', `periods/${period}/publish`, { why: 'For the test', despite: true });

async function ask(method: string, path: string, body?: unknown, as = ana) {
  return readAnswer(await site.office.ask(`/api/schedule/${path}`, { as, method, body }));
}
const want = (minutes: number | null) => ask('PUT', 'reminders/shifts', { minutes });
const clockAt = (time: string) => {
  site.world.clock.advance(Date.parse(`${day}T${time}:00Z`) - site.world.clock.now().getTime());
};
const look = () => findShiftsDue(site.parts, at.orgId);
const work = () => site.office.jobs.runDue({ future: true });
/** What reminders Ana has got. */
const reminders = async () => {
  const answer = await site.office.ask('/api/notices', { as: ana });
  const { notices } = (await answer.json()) as { notices: { event: string; subject: string; lines: string[] }[] };
  return notices.filter(({ event }) => event === 'reminder').map(({ subject, lines }) => [subject, ...lines]);
};
const ofNine = (on: string) => [
  'Your shift begins at 09:00: Bar, Harbour',
  expect.stringMatching(` ${on}.* 09:00–17:00$`),
];

describe('a reminder before each shift', () => {
  it('comes once, however often it is looked for and worked on, and after a restart in between', async () => {
    await onShift('2026-05-18');
    await want(120);
    clockAt('05:50');
    await look();
    await work();
    expect(await reminders()).toEqual([]);
    clockAt('05:58');
    await Promise.all([look(), look()]);
    // The process ends before its queue is worked on, and another one looks again.
    await look();
    clockAt('06:00');
    await work();
    await look();
    await work();
    expect(await reminders()).toEqual([ofNine('18')]);
    await bringShiftReminder(site.parts, at.orgId, {
      ...{ personId: ana.personId, shiftId: (await at.shift(at.roles.bar, day)).id },
      startsAt: new Date(`${day}T08:00:00Z`),
    });
    expect(await reminders()).toHaveLength(1);
  });

  it('comes late rather than never when nobody was there to look, but not after the shift has begun', async () => {
    await onShift('2026-05-20');
    await want(120);
    clockAt('07:45');
    await look();
    await work();
    expect(await reminders()).toEqual([ofNine('20')]);
    await onShift('2026-05-21');
    await want(120);
    clockAt('08:00');
    await look();
    await work();
    expect(await reminders()).toEqual([]);
  });

  it('follows the shift: one that is taken away is not reminded of, one that is moved is at its new time', async () => {
    await onShift('2026-05-23');
    await want(60);
    clockAt('06:58');
    await look();
    const shift = await at.shift(at.roles.bar, day);
    await at.ask('PATCH', `shifts/${shift.id}`, { startsAt: `${day}T11:00`, endsAt: `${day}T19:00` });
    await publish();
    clockAt('07:00');
    await work();
    expect(await reminders()).toEqual([]);
    clockAt('08:58');
    await look();
    await work();
    expect(await reminders()).toMatchObject([['Your shift begins at 11:00: Bar, Harbour', expect.anything()]]);
  });

  it('is not of a shift that is no longer theirs', async () => {
    await onShift('2026-05-25');
    await want(60);
    clockAt('06:58');
    await look();
    const [held] = (await at.shift(at.roles.bar, day)).assignments;
    await at.ask('DELETE', `assignments/${held?.id}`);
    await publish();
    clockAt('07:00');
    await work();
    expect(await reminders()).toEqual([]);
  });

  it('follows the setting: switched off it does not come, set shorter it comes later', async () => {
    await onShift('2026-05-27');
    await want(120);
    clockAt('05:58');
    await look();
    await want(30);
    await work();
    expect(await reminders()).toEqual([]);
    clockAt('07:28');
    await look();
    await want(null);
    await work();
    expect(await reminders()).toEqual([]);
    await want(30);
    await look();
    await work();
    expect(await reminders()).toEqual([ofNine('27')]);
    expect((await ask('GET', 'reminders')).json.beforeShifts).toBe(30);
  });
});

describe('a reminder to oneself', () => {
  beforeAll(() => onShift('2026-05-28'));

  it('comes once at its time, and is gone', async () => {
    clockAt('06:00');
    const { status, json } = await ask('POST', 'reminders', { at: `${day}T18:00`, text: 'Bring the cake' });
    // The organisation’s clocks, as Ana works at no location.
    expect([status, json]).toMatchObject([201, { local: `${day}T18:00`, text: 'Bring the cake' }]);
    expect((await ask('GET', 'reminders')).json).toEqual({ beforeShifts: null, reminders: [json] });
    await work();
    expect(await reminders()).toEqual([]);
    clockAt('17:00');
    await work();
    await bringReminder(site.parts, at.orgId, json.id);
    expect(await reminders()).toEqual([['Reminder: Bring the cake']]);
    expect((await ask('GET', 'reminders')).json.reminders).toEqual([]);
  });

  it('is taken away by its owner, and nobody else', async () => {
    const { json } = await ask('POST', 'reminders', { at: `${day}T20:00`, text: 'Bring the ice' });
    expect((await ask('DELETE', `reminders/${json.id}`, undefined, at.owner)).status).toBe(404);
    expect((await ask('DELETE', `reminders/${json.id}`)).status).toBe(204);
    clockAt('20:00');
    await work();
    expect(await reminders()).not.toContainEqual(['Reminder: Bring the ice']);
  });

  it('lies ahead, within a year, and there are fifty at most', async () => {
    const add = async (when: string, text = 'Cake') => (await ask('POST', 'reminders', { at: when, text })).json.fields;
    expect(await add('2026-05-04T08:00')).toEqual({ at: 'That time has passed.' });
    expect(await add('2027-06-10T08:00')).toEqual({ at: 'That is more than a year away.' });
    expect(await add('tomorrow')).toHaveProperty('at');
    expect(await add(`2026-06-01T08:00`, 'x'.repeat(301))).toHaveProperty('text');
    for (let count = 0; count < 50; count += 1) expect(await add(`2026-06-01T08:00`)).toBeUndefined();
    expect(await add(`2026-06-01T08:00`)).toHaveProperty('text');
  });
});
