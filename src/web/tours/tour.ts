import type { SignedIn, TourName } from '../contract.ts';
import type { Place } from '../shell/places.ts';

/** Pages that tours come by. */
export type TourPage = Place['to'] | '/requests/new' | '/processes/runs' | '/account' | '/account/notifications';

/** One thing that a tour shows. Where it isn't on the page, the tour goes on without it. */
export interface TourStep {
  readonly page: TourPage;
  /** The `data-tour` of what is shown; the first that can be seen. Every page's heading has `page`. */
  readonly mark: string;
  readonly title: string;
  readonly text: string;
}

/** A walk through the pages that somebody works with. */
export interface Tour {
  readonly name: TourName;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly explains: string;
  readonly isFor: (me: Pick<SignedIn, 'roles' | 'can'>) => boolean;
  /** Where it is offered to whoever comes for the first time. */
  readonly offeredAt: readonly TourPage[];
  readonly steps: readonly TourStep[];
}
