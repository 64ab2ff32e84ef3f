import { type Day, wallTimeAt } from '../../../../web/zoned-time.ts';
import { dayName } from '../board/days.ts';
import { dayWords, inWords, timesIn } from '../mine/mine-days.ts';
import type { Offer, OfferShift } from './life-contract.ts';

type Times = Pick<OfferShift, 'localStart' | 'localEnd' | 'zone'>;

/** "Today, 09:00–17:00", "Mon 2 Mar, 22:00–06:00 (Asia/Tokyo)". */
export function whenWords(shift: Times, today: Day, home: string): string {
  return `${dayWords(shift.localStart.slice(0, 10), today)}, ${timesIn(shift, home)}`;
}

/** "Mon 2 Mar 09:00–17:00, Bar at Quay", for lists and sentences. */
export function shiftWords(shift: Times & Pick<OfferShift, 'roleName' | 'locationName'>, home: string): string {
  return `${dayName(shift.localStart.slice(0, 10))} ${timesIn(shift, home)}, ${shift.roleName} at ${shift.locationName}`;
}

/** "in 3 hours", which is never more than there is; null when the moment has passed. */
function leftWords(at: string, now: Date): string | null {
  const minutes = Math.floor((Date.parse(at) - now.getTime()) / 60_000);
  if (minutes < 0) return null;
  return minutes === 0 ? 'in less than a minute' : inWords(minutes, Math.floor);
}

/** Until when an offer can be taken: "Ends in 3 hours, Mon 2 Mar 08:00". */
export function deadlineWords(at: string, zone: string, now: Date): string {
  const left = leftWords(at, now);
  const wall = wallTimeAt(new Date(at), zone);
  const moment = `${dayName(wall.slice(0, 10))} ${wall.slice(11)}`;
  return left === null ? `Ended ${moment}` : `Ends ${left}, ${moment}`;
}

/** Where an offer stands, as its owner and the others read it. */
export function stateWords({ state, takenBy, mine, toEveryone, people }: Offer): string {
  switch (state) {
    case 'open': {
      if (!mine) return 'Open';
      if (toEveryone) return 'Open to everyone who can';
      const declined = people.filter((one) => one.state === 'declined').length;
      const asked = people.length === 1 ? (people[0]?.name ?? '1 person') : `${people.length} people`;
      return declined === 0 ? `Open to ${asked}` : `Open to ${asked}, ${declined} declined`;
    }
    case 'waiting':
      return takenBy === null ? 'Waits for approval' : `${takenBy.name} takes it, once it is approved`;
    case 'done':
      return takenBy === null ? 'Taken' : `Taken by ${takenBy.name}`;
    case 'withdrawn':
      return 'Withdrawn';
    case 'expired':
      return 'Nobody took it in time';
    case 'refused':
      return 'Not approved';
  }
}

export const stateColours = {
  open: 'lilac',
  waiting: 'yellow',
  done: 'pine',
  withdrawn: 'gray',
  expired: 'gray',
  refused: 'red',
} as const satisfies Record<Offer['state'], string>;

/** What an offer asks of whoever takes it: nothing, or one of some shifts. */
export function returnWords(returns: readonly OfferShift[], home: string): string | null {
  const [only] = returns;
  if (only === undefined) return null;
  return returns.length === 1
    ? `In return for ${shiftWords(only, home)}`
    : `In return for one of ${returns.length} shifts`;
}

/** An hour, a day, three days from now, as far as they are before the deadline: how long an offer may stand. */
export function endings(
  deadline: string,
  zone: string,
  now: Date,
): readonly { readonly value: string; readonly label: string }[] {
  const hours = [
    [2, '2 hours'],
    [24, 'a day'],
    [72, '3 days'],
  ] as const;
  return hours.flatMap(([count, label]) => {
    const at = new Date(now.getTime() + count * 3_600_000);
    return at.getTime() < Date.parse(deadline) ? [{ value: wallTimeAt(at, zone), label: `For ${label}` }] : [];
  });
}
