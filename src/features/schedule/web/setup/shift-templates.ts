import { type Weekday, weekdays } from '../../calendar/local.ts';
import type { FreshSeries } from '../calendar/event-form.ts';
import type { ShiftPayload } from '../calendars.ts';

interface TemplateShift {
  readonly label: string;
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
}

/** Shifts that many roles have; everything about them can be changed afterwards. */
export interface ShiftTemplate {
  readonly id: string;
  readonly name: string;
  readonly explains: string;
  readonly shifts: readonly TemplateShift[];
}

const hour = 60;

export const shiftTemplates: readonly ShiftTemplate[] = [
  {
    ...{ id: 'two', name: 'Early and late', explains: '06:00–14:00 and 14:00–22:00' },
    shifts: [
      { label: 'Early', from: 6 * hour, to: 14 * hour },
      { label: 'Late', from: 14 * hour, to: 22 * hour },
    ],
  },
  {
    ...{ id: 'day', name: 'Day', explains: '09:00–17:00' },
    shifts: [{ label: 'Day', from: 9 * hour, to: 17 * hour }],
  },
  {
    ...{ id: 'three', name: 'Round the clock', explains: '06:00–14:00, 14:00–22:00, 22:00–06:00' },
    shifts: [
      { label: 'Early', from: 6 * hour, to: 14 * hour },
      { label: 'Late', from: 14 * hour, to: 22 * hour },
      { label: 'Night', from: 22 * hour, to: 30 * hour },
    ],
  },
  {
    ...{ id: 'meals', name: 'Lunch and dinner', explains: '11:00–15:00 and 17:00–23:00' },
    shifts: [
      { label: 'Lunch', from: 11 * hour, to: 15 * hour },
      { label: 'Dinner', from: 17 * hour, to: 23 * hour },
    ],
  },
  { ...{ id: 'none', name: 'None yet', explains: 'Draw them in the calendar' }, shifts: [] },
];

interface Wanted {
  readonly template: ShiftTemplate;
  readonly days: readonly Weekday[];
  readonly needs: number;
  /** The first day on which they may take place, `2026-03-02`. */
  readonly from: string;
  readonly weekStart: Weekday;
}

const longShift = 6 * hour;

/** The series of a template's shifts: on some days of each week, from a day on, without end. */
export function seriesOf({ template, days, needs, from, weekStart }: Wanted): readonly FreshSeries<ShiftPayload>[] {
  const first = firstOn(from, days);
  return template.shifts.map(({ label, from: begins, to }) => ({
    start: `${first}T${clock(begins)}`,
    minutes: to - begins,
    rule: {
      repeat: { every: 'week', interval: 1, days: weekdays.filter((day) => days.includes(day)), weekStart },
      ends: { kind: 'never' },
    },
    colour: null,
    // Half an hour of rest belongs to a day of more than six hours in most laws.
    payload: { needs, breakMinutes: to - begins > longShift ? 30 : 0, label },
  }));
}

/** The first of some days of the week, on or after a date. */
function firstOn(from: string, days: readonly Weekday[]): string {
  const date = new Date(`${from}T00:00:00Z`);
  for (let tries = 0; tries < 7; tries += 1) {
    const weekday = weekdays[(date.getUTCDay() + 6) % 7];
    if (weekday !== undefined && days.includes(weekday)) break;
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return date.toISOString().slice(0, 10);
}

function clock(minutes: number): string {
  return `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`;
}
