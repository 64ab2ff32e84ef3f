import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuietAt, reminderMoment, reminderProblem } from './reminder.ts';

const at = (time: string) => new Date(`2026-05-${time}:00Z`);
const starts = at('04T09:00');
const never: QuietAt = () => null;
/** Quiet from eight in the evening to eight in the morning. */
const nights: QuietAt = (moment) => {
  const evening = new Date(moment);
  evening.setUTCHours(20, 0, 0, 0);
  if (moment < evening) evening.setUTCDate(evening.getUTCDate() - 1);
  const morning = new Date(evening.getTime() + 12 * 3_600_000);
  return moment < morning ? { from: evening, to: morning } : null;
};
const moment = (endsAt: string, reminderHours: number, quiet = never) =>
  reminderMoment({ endsAt: at(endsAt).toISOString(), reminderHours }, starts, quiet)
    ?.toISOString()
    .slice(8, 16);

describe('a reminder', () => {
  it('goes out so many hours before the end', () => {
    expect(moment('08T18:00', 4)).toBe('08T14:00');
    expect(reminderMoment({ endsAt: null, reminderHours: 4 }, starts, never)).toBeNull();
    expect(reminderMoment({ endsAt: at('08T18:00').toISOString(), reminderHours: null }, starts, never)).toBeNull();
  });

  it.each([
    ['at the last moment before a quiet time', '09T02:00', 4, '08T19:55'],
    ['before it too where it would come at its very beginning', '09T00:00', 4, '08T19:55'],
    ['as it is where the quiet time is just over', '08T12:00', 4, '08T08:00'],
    ['after it where the request is not out long enough before it', '05T09:00', 12, '05T08:00'],
  ])('comes %s', (_, endsAt, hours, expected) => {
    const out = hours === 12 ? at('04T19:30') : starts;
    const found = reminderMoment({ endsAt: at(endsAt).toISOString(), reminderHours: hours }, out, nights);
    expect(found?.toISOString().slice(8, 16)).toBe(expected);
  });

  it('does not come where quiet lasts to the end', () => {
    const reminded = { endsAt: at('05T06:00').toISOString(), reminderHours: 2 };
    expect(reminderMoment(reminded, at('04T21:00'), nights)).toBeNull();
  });

  it('comes before the end, never in a quiet time and never before the request, whatever they are', () => {
    const quarters = fc.integer({ min: 0, max: 800 }).map((count) => new Date(starts.getTime() + count * 900_000));
    fc.assert(
      fc.property(quarters, quarters, fc.integer({ min: 1, max: 168 }), (out, ends, reminderHours) => {
        const reminded = { endsAt: ends.toISOString(), reminderHours };
        fc.pre(reminderProblem(reminded, out) === null);
        const found = reminderMoment(reminded, out, nights);
        if (found === null) return;
        expect(nights(found)).toBeNull();
        expect(found < ends).toBe(true);
        expect(found > out).toBe(true);
      }),
    );
  });
});

describe('what is said of one that can’t be', () => {
  const said = (endsAt: string | null, reminderHours: number | null) =>
    reminderProblem({ endsAt, reminderHours }, starts);

  it('names the end that is missing, and the life that is too short', () => {
    expect(said(null, 4)).toMatch(/^A reminder comes before the end\. Choose when the request ends/);
    expect(said(at('04T12:59').toISOString(), 3)).toMatch(/^3 hours before the end is too early/);
    expect(said(at('05T09:00').toISOString(), 24)).toMatch(/^A day before the end is too early/);
  });

  it('is nothing where there is none, or room enough', () => {
    expect(said(null, null)).toBeNull();
    expect(said(at('04T13:00').toISOString(), 3)).toBeNull();
  });
});
