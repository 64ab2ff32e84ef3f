import type { Span } from '../calendar/spans.ts';

/** A shift to which people can be given: as many as `least`, or up to `most`. */
export interface Coverable extends Span {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  /** How many it has now: of what is as good otherwise, most stays as it is. */
  readonly now: number;
}
