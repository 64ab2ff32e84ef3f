import type { Ending, Problem, Repeat, Series } from './series.ts';

/** What an act on an occurrence is meant for: only this one, this one and all that follow, or the whole series. */
export type Scope = 'one' | 'following' | 'all';

/** What changes; what is left out stays. */
export interface Change<Payload> {
  /** Begins so many minutes later on the clock on the wall; earlier, if negative. */
  readonly moveBy?: number;
  /** Length from now on. */
  readonly minutes?: number;
  /** Null: does not repeat any more. */
  readonly repeat?: Repeat | null;
  readonly ends?: Ending;
  readonly colour?: string | null;
  readonly payload?: Payload;
}

/** Which occurrence of which series. */
export interface Which {
  readonly seriesId: string;
  readonly on: string;
}

export type Edit<Payload> =
  | {
      readonly ok: true;
      /** What takes the place of the series: none, itself, or itself and its tail. */
      readonly series: readonly Series<Payload>[];
      /** Where the occurrence that was `on` is now (what is assigned to it stays so), or null if it is no more. */
      readonly follow: (on: string) => Which | null;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
