import type { Address } from '../../../platform/auth/index.ts';
import type { Change as ChangeOf } from '../../../platform/imports/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import type { PersonState } from '../person.ts';
import type { Place, PlaceKind } from '../places/place.ts';

/** Somebody whom the organisation has, as an import compares with them. */
export type Known = {
  readonly id: string;
  readonly name: string;
  /** Of their address, as text; null without one. */
  readonly emailKey: string | null;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  /** Whether they have a way in: an account, or Slack. */
  readonly hasAccess: boolean;
  readonly departments: readonly string[];
  readonly locations: readonly string[];
};

/** The organisation as an import finds it. */
export type Found = {
  readonly people: readonly Known[];
  readonly places: { readonly [Kind in PlaceKind]: readonly Place[] };
};

/** What whoever imports has chosen. */
export type Choices = {
  /** Whether people without access get an invitation by mail, or only stand in the directory and the schedule. */
  readonly invite: boolean;
  /** Whether departments and locations that are not there are made. */
  readonly createPlaces: boolean;
};

/** A place by its id, or by the name under which it is to be made. */
export type PlaceRef = { readonly id: string } | { readonly create: string };

/** How somebody is to be after the import; what is left out stays. */
export type Wanted = {
  readonly name?: string;
  readonly email?: Address;
  readonly roles?: readonly Role[];
  readonly departments?: readonly PlaceRef[];
  readonly locations?: readonly PlaceRef[];
  readonly invited?: true;
};

/** What an import changes of somebody. */
export const changedFields = ['name', 'email', 'roles', 'departments', 'locations', 'invitation'] as const;
export type Change = ChangeOf<(typeof changedFields)[number]>;

/** What an import makes of a row. */
export type Verdict = {
  readonly line: number;
  readonly name: string;
  readonly email: string;
} & (
  | { readonly verdict: 'new'; readonly wanted: Wanted; readonly changes: readonly Change[] }
  | {
      readonly verdict: 'changed';
      readonly person: Known;
      readonly wanted: Wanted;
      readonly changes: readonly Change[];
    }
  | { readonly verdict: 'same' }
  | { readonly verdict: 'error'; readonly why: string }
);
