import { describe, expect, it } from 'vitest';
import { company, employees } from './company.ts';
import { jobs, locations, workers } from './team-company.ts';
import { planForecasts } from './team-forecast.ts';
import { jobNamed, planTeam } from './team-plan.ts';

const now = new Date('2026-05-06T09:30:00Z');
const plan = planTeam(now);

describe('a year of who worked where at the sample company', () => {
  it('is made of everybody: those in Slack and their colleagues, at three places', () => {
    const names = new Set([...employees.map(({ realName }) => realName), ...workers.map(({ name }) => name)]);
    expect(names.size).toBe(company.people);
    expect(locations.map(({ name }) => jobs.filter(({ location }) => location === name).length)).toEqual([5, 3, 4]);
    for (const { knows } of workers) for (const job of knows) expect(jobNamed(job).name).toBe(job);
  });

  it('is the same at each planning, and follows the day', () => {
    expect(planTeam(now)).toEqual(plan);
    expect(planTeam(new Date('2026-05-12T09:30:00Z')).periods.at(-2)?.firstDay).toBe('2026-05-11');
  });

  it('has a year of fortnights that were told, the one that runs, and the next, which is still to be made', () => {
    expect(plan.periods).toHaveLength(28);
    const [next, current, ...past] = plan.periods.toReversed();
    expect([current?.firstDay, next?.firstDay]).toEqual(['2026-05-04', '2026-05-18']);
    expect([next?.publishedAt, next?.shifts.flatMap(({ people }) => people)]).toEqual([null, []]);
    for (const { publishedAt, firstDay } of plan.periods.slice(0, -1))
      expect(publishedAt !== null && publishedAt < now && publishedAt < new Date(`${firstDay}T00:00Z`)).toBe(true);
    const places = past.flatMap(({ shifts }) => shifts.map(({ series }) => series.pattern.needs));
    const filled = past.flatMap(({ shifts }) => shifts.flatMap(({ people }) => people));
    expect(filled.length / places.reduce((sum, needs) => sum + needs, 0)).toBeGreaterThan(0.97);
  });

  it('gives nobody too little rest, too many days, or what they don’t know or can’t', () => {
    const shifts = plan.periods.flatMap((period) => period.shifts);
    for (const { name, knows, weekly } of workers) {
      const own = shifts.filter(({ people }) => people.includes(name));
      for (const [index, shift] of own.entries()) {
        expect(knows).toContain(shift.series.job);
        const before = own[index - 1];
        if (before) expect(shift.startsAt.getTime() - before.endsAt.getTime()).toBeGreaterThanOrEqual(11 * 3_600_000);
        const weekday = Temporal.PlainDate.from(shift.day).dayOfWeek - 1;
        if (weekly) expect('not' in weekly ? !weekly.not.includes(weekday) : weekly.only.includes(weekday)).toBe(true);
        const sixth = own[index + 5];
        if (sixth) expect(Date.parse(sixth.day) - Date.parse(shift.day)).toBeGreaterThan(5 * 86_400_000 - 1);
        const off = plan.absences.filter((one) => one.name === name);
        expect(off.some(({ from, to }) => from <= shift.day && shift.day <= to)).toBe(false);
      }
    }
  });
});

describe('what the sample company expects', () => {
  const forecasts = planForecasts(now);

  it('is counted for eight weeks that are over and four to come, the same at each planning', () => {
    expect(planForecasts(now)).toEqual(forecasts);
    for (const { days, job } of forecasts) {
      expect(jobNamed(job).name).toBe(job);
      expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([84, '2026-03-09', '2026-05-31']);
      const sources = days.map(({ source }) => source);
      expect([sources.lastIndexOf('imported'), sources.indexOf('projected')]).toEqual([55, 56]);
    }
  });

  it('is more than some shifts can serve and less than others have, so that there is something to propose', () => {
    for (const { job, perPerson, days } of forecasts) {
      const rostered = (half: number) =>
        jobNamed(job).patterns.filter((one) => {
          const [hour = 0, minute = 0] = one.at.split(':').map(Number);
          const start = hour * 2 + minute / 30;
          return one.days.includes(5) && start <= half && half < start + one.minutes / 30;
        });
      const saturday = days.at(-2);
      const differences = (saturday?.amounts ?? []).flatMap((amount, half) =>
        amount === null
          ? []
          : [Math.ceil(amount / perPerson) - rostered(half).reduce((sum, { needs }) => sum + needs, 0)],
      );
      expect([job, Math.max(...differences) > 0, Math.min(...differences) < 0]).toEqual([job, true, true]);
    }
  });
});
