import { type Mrkdwn, mrkdwn } from '../../../../platform/slack/index.ts';
import { dayWords, spanWords } from '../../calendar/describe.ts';
import { dateOf, dayOfDate, localOf } from '../../calendar/local.ts';
import { zoneClock } from '../../calendar/zone.ts';
import { minutesAt } from '../../plan/plan.ts';
import type { MyShift, MyTimeOff } from './my-schedule.ts';

/** A stretch of work, as every part of the schedule tells of it. */
export type Times = Pick<MyShift, 'startsAt' | 'endsAt' | 'localStart' | 'localEnd'>;

/** "Mon 4 May 09:00–17:00", and what the reader's own clock shows then where that is something else. */
export function timesWords(times: Times, readerZone: string | null): string {
  const words = spanOnDay(times);
  const clock = readerZone === null ? null : zoneClock(readerZone);
  if (clock === null) return words;
  const local = (at: string) => localOf(clock.toWall(minutesAt(new Date(at))));
  const theirs = { localStart: local(times.startsAt), localEnd: local(times.endsAt) };
  if (theirs.localStart === times.localStart) return words;
  const isSameDay = theirs.localStart.slice(0, 10) === times.localStart.slice(0, 10);
  return `${words} (${isSameDay ? spanWords(theirs) : spanOnDay(theirs)} your time)`;
}

/** A shift in two lines: when in bold, then what, where, and with whom. */
export function shiftLines(shift: MyShift, readerZone: string | null): Mrkdwn {
  const names = shift.with.flatMap(({ name }) => (name === '' ? [] : [name]));
  const company = names.length === 0 ? '' : `, with ${namesWords(names)}`;
  const offered = shift.onOffer ? '\nOn offer to others: it is yours until somebody takes it' : '';
  return mrkdwn`*${timesWords(shift, readerZone)}*\n${shift.roleName}, ${shift.locationName}${company}${offered}`;
}

const states: Readonly<Record<MyTimeOff['state'], string>> = {
  asked: ':hourglass_flowing_sand: not decided yet',
  approved: ':white_check_mark: approved',
  declined: ':x: declined',
  withdrawn: 'taken back',
};

/** Time off and how it stands. */
export function timeOffLine({ from, to, state, kindName }: MyTimeOff): Mrkdwn {
  return mrkdwn`*${kindName}*, ${daysOff(from, to)}: ${states[state]}`;
}

/** "Mon 4 May 09:00–17:00": of shifts that are at hand the year says nothing. */
function spanOnDay(times: Pick<Times, 'localStart' | 'localEnd'>): string {
  return `${dayOnly(times.localStart)} ${spanWords(times)}`;
}

function dayOnly(local: string): string {
  return dayWords(local.slice(0, 10)).slice(0, -5);
}

/** Whole days with both ends included, or the times of a part of a day. */
function daysOff(from: string, to: string): string {
  if (!(from.endsWith('T00:00') && to.endsWith('T00:00')))
    return `${dayOnly(from)} ${from.slice(11)} to ${dayOnly(to)} ${to.slice(11)}`;
  const last = dateOf((dayOfDate(to.slice(0, 10)) ?? 1) - 1);
  return last === from.slice(0, 10) ? dayOnly(from) : `${dayOnly(from)} to ${dayOnly(last)}`;
}

/** More names than these say only how many there are. */
const mostNames = 4;

function namesWords(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, mostNames), names.length - mostNames];
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
