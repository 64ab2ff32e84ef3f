import type { Offer, OfferShift, OpenShift } from './life-contract.ts';

/** A shift from nine to five at the bar, in UTC. */
export function offerShiftOf(day: string, change: Partial<OfferShift> = {}): OfferShift {
  return {
    ...{ startsAt: `${day}T09:00:00.000Z`, endsAt: `${day}T17:00:00.000Z`, zone: 'UTC' },
    ...{ localStart: `${day}T09:00`, localEnd: `${day}T17:00`, whole: true },
    ...{ assignmentId: `assigned ${day}`, shiftId: `shift ${day}`, roleName: 'Bar', locationName: 'Quay' },
    ...change,
  };
}

/** An offer of Ana's to me, to be accepted or declined. */
export function offerOf(change: Partial<Offer> = {}): Offer {
  return {
    ...{ id: 'o1', state: 'open', fromName: 'Ana', gives: offerShiftOf('2030-03-04'), note: null, reason: null },
    ...{ expiresAt: '2030-03-04T08:00:00.000Z', toEveryone: false, takenBy: null, takes: null },
    people: [{ personId: 'p1', name: 'Maya', state: 'asked', returns: [] }],
    ...{ mine: false, mayAccept: true, mayDecline: true, mayWithdraw: false, mayDecide: false },
    ...change,
  };
}

/** What taking eight hours more makes of a week. */
export const effect = {
  ...{ minutesBefore: 960, minutesAfter: 1440, payMinor: 9600, currency: 'EUR' },
  words: '24 h instead of 16 h in that week, €96.00 more',
};

export function openShiftOf(day: string, change: Partial<OpenShift> = {}): OpenShift {
  const { assignmentId: _, whole: __, ...span } = offerShiftOf(day);
  return { ...span, missing: 1, breakMinutes: 30, state: 'open', reasons: [], claimId: null, effect, ...change };
}
