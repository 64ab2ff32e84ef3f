import { payrollTour } from '../../features/pay/web/tour.ts';
import { administratorTour } from '../../features/people/web/tour.ts';
import { processesTour } from '../../features/processes/web/tour.ts';
import { employeeTour, schedulerTour } from '../../features/schedule/web/tours.ts';
import { publisherTour } from '../../features/share/web/tour.ts';
import type { SignedIn } from '../contract.ts';
import type { Tour } from './tour.ts';

/** All tours; where two would be offered at the same place, the first one is. */
export const tours: readonly Tour[] = [
  ...[administratorTour, schedulerTour, publisherTour],
  ...[payrollTour, processesTour, employeeTour],
];

/** The tours that show somebody what is theirs to do. */
export function toursFor(me: Pick<SignedIn, 'roles' | 'can'>): readonly Tour[] {
  return tours.filter((tour) => tour.isFor(me));
}

/** The tour to offer to somebody who comes to a page; null where there is none that they haven't answered. */
export function offerAt(path: string, me: Pick<SignedIn, 'roles' | 'can' | 'toursAnswered'>): Tour | null {
  const fresh = toursFor(me).filter(({ name }) => !me.toursAnswered.includes(name));
  return fresh.find(({ offeredAt }) => offeredAt.some((page) => page === path)) ?? null;
}
