import type { Change as ChangeOf } from '../../../../platform/imports/index.ts';
import type { Place } from '../../../people/index.ts';
import type { WorkPlace } from '../../asking.ts';
import type { Weekday } from '../../calendar/local.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import type { ShiftPayload, StoredSeries } from '../../work/series/series-rows.ts';
import type { Times } from '../times.ts';
import type { Mapping } from './columns.ts';

/** The organisation as an import of roles finds it. */
export interface Found {
  readonly roles: readonly WorkRole[];
  readonly series: readonly StoredSeries<ShiftPayload>[];
  readonly departments: readonly Place[];
  readonly locations: readonly Place[];
  /** What an hour costs, by role; null where the one who imports may not know. */
  readonly rates: ReadonlyMap<string, number> | null;
  readonly currency: string;
  /** Digits of the currency behind the point. */
  readonly digits: number;
  readonly weekStart: Weekday;
}

/** What whoever imports has chosen. */
export interface Choices {
  /** Whether departments and locations that are not there are made. */
  readonly createPlaces: boolean;
  /** The first day on which imported shifts take place. */
  readonly from: string;
}

export interface Case {
  readonly columns: number;
  readonly mapping: Mapping;
  readonly choices: Choices;
  readonly found: Found;
  /** Whether they may add departments and locations. */
  readonly mayAddPlaces: boolean;
  /** Asks the policies whether they plan work there. */
  readonly mayPlan: (place: WorkPlace) => boolean;
}

/** A place by its id, or by the name under which it is to be made. */
export type PlaceRef = { readonly id: string } | { readonly create: string };

/** The same for the same place. */
export const placeKey = (ref: PlaceRef): string => ('id' in ref ? ref.id : `+${ref.create}`);

/** What a row does; what is left out stays. */
export interface Does {
  /** Of the role: the same for all rows about it. */
  readonly key: string;
  readonly add?: { readonly name: string; readonly location: PlaceRef };
  readonly department?: PlaceRef;
  readonly colour?: string;
  /** In minor units. */
  readonly rate?: number;
  readonly shifts?: { readonly times: Times; readonly needs: number };
  /** A series that is there and needs so many people from now on. */
  readonly needs?: { readonly series: StoredSeries<ShiftPayload>; readonly people: number };
}

export const changedFields = ['location', 'department', 'rate', 'colour', 'shifts'] as const;
export type Change = ChangeOf<(typeof changedFields)[number]>;

/** What an import makes of a row. */
export type Verdict = {
  readonly line: number;
  /** The role's name, and where it is, as far as that is known. */
  readonly role: string;
  readonly location: string;
} & Judged;

export type Judged =
  | {
      /** New where the role is: all rows about it add to it. */
      readonly verdict: 'new' | 'changed';
      readonly does: Does;
      readonly changes: readonly Change[];
    }
  | { readonly verdict: 'same' }
  | { readonly verdict: 'error'; readonly why: string };
