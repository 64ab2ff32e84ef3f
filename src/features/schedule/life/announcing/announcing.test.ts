import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { carrySchedule } from '../../person/merging.ts';
import { seriesFollower } from '../../plan/periods/sync.ts';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { openShiftsOfLeaver } from '../../plan/publishing/leaving.ts';
import { dayOf, foundLife, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Does what is due; gives what somebody was told of open shifts so far, the last first. */
async function announced(at: LifeWorld, as: Browser): Promise<readonly string[]> {
  await site.office.jobs.runDue();
  return (await at.told(as)).filter((words) => words.includes('open'));
}
const picksUp = async (at: LifeWorld, ...people: readonly Browser[]) => {
  const wishes = { wantedMinutes: null, extraShifts: true, likings: [] };
  for (const as of people) expect((await at.act(as, 'PUT', 'people/me/preferences', wishes)).status).toBeLessThan(300);
};
const claim = async (at: LifeWorld, as: Browser, day: number) =>
  at.act(as, 'POST', `open-shifts/${(await at.shift(at.roles.bar, dayOf(day))).id}/claims`, {});
const takeOff = async (at: LifeWorld, day: number) => at.ask('DELETE', `assignments/${await at.on(day)}`);
const openings = (at: LifeWorld) =>
  at.in(async (tx) => (await sql`select * from shift_openings`.execute(tx.on())).rows.length);

/** Ana works two of the days. What else is open is no news: it was published before anybody picked up extra shifts. */
async function published(...extra: readonly ('ana' | 'ben' | 'cleo')[]): Promise<LifeWorld> {
  const at = await foundLife(site);
  await at.give({ 22: at.ana, 31: at.ana });
  await site.office.jobs.runDue();
  await picksUp(at, ...extra.map((name) => at[name]));
  return at;
}

describe('publishing', () => {
  it('tells whoever picks up extra shifts of all that is open, once and in one notice', async () => {
    const at = await foundLife(site);
    await picksUp(at, at.ben, at.cleo);
    // Taken off again before anything was published: that place is not for her.
    await at.assign((await at.shift(at.roles.bar, dayOf(20))).id, at.cleo.personId);
    await takeOff(at, 20);
    expect(await announced(at, at.ben)).toEqual([]);
    await at.give({ 18: at.ana, 19: at.ben });
    expect(await announced(at, at.ben)).toEqual([
      '12 shifts are open that you could take | Wed 20 May 2026 09:00–17:00, Bar at Harbour' +
        ' | Thu 21 May 2026 09:00–17:00, Bar at Harbour | Fri 22 May 2026 09:00–17:00, Bar at Harbour' +
        ' | and 9 more | Whoever claims one first has it.',
    ]);
    expect((await announced(at, at.cleo))[0]).toMatch(/^11 shifts are open that you could take \| Thu 21 May/);
    expect(await announced(at, at.ana)).toEqual([]);
    await at.assign((await at.shift(at.roles.bar, dayOf(20))).id, at.ana.personId);
    await at.publish();
    expect(await announced(at, at.ben)).toHaveLength(1);
    expect(await openings(at)).toBe(11);
  });

  it('tells of a place that has become free, but not whose it was, nor who can’t have it', async () => {
    const at = await published('ana', 'ben', 'cleo');
    await at.in((tx) => sql`delete from role_people where person_id = ${at.cleo.personId}`.execute(tx.on()));
    await takeOff(at, 22);
    expect(await announced(at, at.ben)).toEqual([]);
    await at.publish();
    expect(await announced(at, at.ben)).toEqual([
      'A shift is open that you could take: Fri 22 May 2026 09:00–17:00' +
        ' | Fri 22 May 2026 09:00–17:00, Bar at Harbour | Whoever claims one first has it.',
    ]);
    expect(await announced(at, at.cleo)).toEqual([]);
    expect(await announced(at, at.ana)).toEqual([]);
  });
});

describe('a single open shift', () => {
  it('says in its notice when it is not open any more; open again it is news again, but not for who had it', async () => {
    const at = await published('ben', 'cleo');
    await takeOff(at, 22);
    await at.publish();
    await announced(at, at.ben);
    expect((await claim(at, at.ben, 22)).json.state).toBe('given');
    const over = expect.stringMatching(/^A shift is open .* \| It is not open any more\.$/);
    expect(await announced(at, at.cleo)).toEqual([over]);
    await takeOff(at, 22);
    await at.publish();
    const news = expect.stringContaining('Whoever claims one first has it.');
    expect(new Set(await announced(at, at.cleo))).toEqual(new Set([over, news]));
    expect((await announced(at, at.ben)).filter((words) => words.startsWith('A shift is open'))).toEqual([over]);
  });

  it('is told of once to each of those who could have it, also when a second place of it becomes free', async () => {
    const at = await published('ben');
    const { id } = await at.shift(at.roles.bar, dayOf(22));
    await at.ask('PATCH', `shifts/${id}`, { needs: 2 });
    expect(await announced(at, at.ben)).toHaveLength(1);
    await picksUp(at, at.cleo);
    expect(await announced(at, at.cleo)).toEqual([]);
    await at.ask('PATCH', `shifts/${id}`, { needs: 3 });
    expect(await announced(at, at.cleo)).toHaveLength(1);
    expect(await announced(at, at.ben)).toHaveLength(1);
    // Two records of one human: what one of them was told is no news for the other.
    await at.in((tx) => carrySchedule(site.parts, tx, at.cleo.personId, at.ben.personId));
    await at.ask('PATCH', `shifts/${id}`, { needs: 4 });
    expect(await announced(at, at.cleo)).toHaveLength(1);
    const { rows } = await at.in((tx) => sql`select person_id from shift_openings_told`.execute(tx.on()));
    expect(rows).toEqual([{ person_id: at.cleo.personId }]);
  });

  it('of somebody who leaves is told of at once; taken out of the calendar, nobody is told of it again', async () => {
    const at = await published('ben');
    await at.in((tx) => openShiftsOfLeaver(site.parts, tx, at.ana.personId, new Date('2026-05-30T20:00:00Z')));
    expect(await announced(at, at.ben)).toEqual([expect.stringMatching(/^A shift is open .*: Sun 31 May/)]);
    await at.in(async (tx) => {
      const { rows } = await sql<{ id: string }>`delete from calendar_series returning id`.execute(tx.on());
      const edit = { seriesId: rows[0]?.id ?? '', roleId: at.roles.bar, follow: () => null };
      await seriesFollower(site.parts)(tx, edit);
    });
    expect(await announced(at, at.ben)).toEqual([expect.stringContaining('It is not open any more.')]);
    expect(await openings(at)).toBe(0);
  });

  it('that a scheduler picks for is no news for whoever has asked for it already', async () => {
    const at = await published('ben', 'cleo');
    await at.settings({ claims: 'picked' });
    await claim(at, at.ben, 20);
    const { id } = await at.shift(at.roles.bar, dayOf(20));
    await at.ask('PATCH', `shifts/${id}`, { needs: 2 });
    expect((await announced(at, at.cleo))[0]).toContain('A scheduler picks among all who ask for one.');
    expect(await announced(at, at.ben)).toEqual([]);
  });
});
