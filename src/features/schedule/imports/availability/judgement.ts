import type { Change as ChangeOf } from '../../../../platform/imports/index.ts';
import type { Worker } from '../../../people/index.ts';
import type { AvailabilityKind } from '../../calendar/availability.ts';
import type { Weekday } from '../../calendar/local.ts';
import type { AvailabilityPayload, StoredSeries } from '../../work/series/series-rows.ts';
import type { Times } from '../times.ts';
import type { Mapping } from './columns.ts';

/** The people whom the one who imports schedules, and what they have said. */
export interface Found {
  readonly workers: readonly Worker[];
  /** Their ids by the addresses that the file names. */
  readonly idsByAddress: ReadonlyMap<string, string>;
  readonly series: readonly StoredSeries<AvailabilityPayload>[];
  readonly weekStart: Weekday;
}

export interface Case {
  readonly columns: number;
  readonly mapping: Mapping;
  /** The first day of what repeats, where a row gives none. */
  readonly from: string;
  readonly found: Found;
}

export const changedFields = ['kind', 'times'] as const;
type Change = ChangeOf<(typeof changedFields)[number]>;

export type Judged =
  | {
      readonly verdict: 'new';
      readonly personId: string;
      readonly kind: AvailabilityKind;
      readonly times: Times;
      readonly changes: readonly Change[];
    }
  | {
      readonly verdict: 'changed';
      readonly personId: string;
      readonly kind: AvailabilityKind;
      readonly series: StoredSeries<AvailabilityPayload>;
      readonly changes: readonly Change[];
    }
  | { readonly verdict: 'same' }
  | { readonly verdict: 'error'; readonly why: string };

/** What an import makes of a row. */
export type Verdict = {
  readonly line: number;
  /** Their name, or whatever the row calls them. */
  readonly person: string;
  readonly email: string;
} & Judged;
