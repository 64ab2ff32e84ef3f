import { addDays, type Day, instantOf, wallTimeAt } from '../../../../web/zoned-time.ts';
import type { WantedWork } from './clock-api.ts';
import type { Stretch } from './contract.ts';

/** Hours as a form has them: a day and times of the clock on the wall, `09:00`. What ends before it begins ends on the next day. */
export interface Draft {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
  /** Of an end that the clock shows twice, as it is set back that night: the second one. */
  readonly later: boolean;
}

/** The form for hours as they are. @param end local, where they still run: when they probably ended */
export function draftOf({ localStart, localEnd, breaks, endsAt }: Stretch, zone: string, end: string): Draft {
  const to = localEnd ?? end;
  return {
    ...{ day: localStart.slice(0, 10), from: localStart.slice(11), to: to.slice(11) },
    breaks: breaks.map((one) => ({ from: one.localStart.slice(11), to: (one.localEnd ?? to).slice(11) })),
    later: endsAt !== null && instantsOf(to, zone)[1] === new Date(endsAt).toISOString(),
  };
}

/** An empty form for a day. */
export const emptyDraft = (day: Day): Draft => ({ day, from: '09:00', to: '17:00', breaks: [], later: false });

/** The instants at which a zone's clock shows a time: two where it is set back over it. */
function instantsOf(wall: string, zone: string): readonly string[] {
  const first = instantOf(wall, zone);
  if (first === null) return [];
  const later = [30, 60, 120].map((minutes) => new Date(first.getTime() + minutes * 60_000));
  const second = later.find((at) => wallTimeAt(at, zone) === wall);
  return [first, ...(second ? [second] : [])].map((at) => at.toISOString());
}

const isTime = (time: string) => /^\d\d:\d\d$/.test(time);

/** Whether the clock shows the end twice that night. */
export function isTwice(draft: Draft, zone: string): boolean {
  return isTime(draft.from) && isTime(draft.to) && instantsOf(endOf(draft), zone).length > 1;
}

function endOf({ day, from, to }: Draft): string {
  return `${to <= from ? addDays(day, 1) : day}T${to}`;
}

/**
 * Hours as the server takes them; null where a time is missing. A time that nobody touched stays the instant that it was,
 * also where the clock shows it twice.
 * @param before what the hours were
 */
export function workOf(draft: Draft, zone: string, before: Stretch | null): WantedWork | null {
  const { day, from, to, breaks, later } = draft;
  if (![from, to, ...breaks.flatMap((one) => [one.from, one.to])].every(isTime)) return null;
  const start = `${day}T${from}`;
  const startsAt = before?.localStart === start ? before.startsAt : (instantsOf(start, zone)[0] ?? null);
  const ends = instantsOf(endOf(draft), zone);
  const endsAt = (later ? ends[1] : undefined) ?? ends[0] ?? null;
  if (startsAt === null || endsAt === null) return null;
  const within = (time: string) => {
    const known = before?.breaks.flatMap((one) => [one, { localStart: one.localEnd, startsAt: one.endsAt }]);
    const wall = `${time < from ? addDays(day, 1) : day}T${time}`;
    const same = known?.find(({ localStart }) => localStart === wall)?.startsAt;
    return same ?? instantsOf(wall, zone).find((at) => at >= new Date(startsAt).toISOString()) ?? startsAt;
  };
  return {
    ...{ startsAt, endsAt },
    breaks: breaks.map((one) => ({ startsAt: within(one.from), endsAt: within(one.to) })),
  };
}
