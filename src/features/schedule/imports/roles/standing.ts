import { folded } from '../../../../platform/imports/index.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import type { ShiftPayload, StoredSeries } from '../../work/series/series-rows.ts';
import { type Found, type PlaceRef, placeKey } from './judgement.ts';

/** What only one row need say of a role, and no two may say differently. */
export interface Said {
  readonly department: PlaceRef | null;
  readonly colour: string | null;
  readonly rate: number | null;
  readonly headcount: number | null;
}

/** A role as it stands before a row: as it is in the organisation, and with what the rows above say of it. */
export interface Standing {
  readonly key: string;
  /** Null: the file makes it. */
  readonly role: WorkRole | null;
  readonly series: readonly StoredSeries<ShiftPayload>[];
  readonly is: Said;
  /** Which line said it. */
  readonly by: { readonly [Part in keyof Said]?: number };
  /** Lines of shifts by their times. */
  readonly shifts: ReadonlyMap<string, number>;
  /** The first line about it; null before. */
  readonly line: number | null;
}

/** The same for the same role. */
export function roleKey(name: string, location: PlaceRef): string {
  return `${folded(name)} ${placeKey(location)}`;
}

/** The roles of the organisation as they stand before the first row, by their keys. */
export function standings({ roles, series, rates }: Found): Map<string, Standing> {
  const shifts = Map.groupBy(series, ({ owner }) => ('roleId' in owner ? owner.roleId : ''));
  return new Map(
    roles.map((role) => {
      const key = roleKey(role.name, { id: role.locationId });
      const department = role.departmentId === null ? null : { id: role.departmentId };
      const is = { department, colour: role.colour, rate: rates?.get(role.id) ?? null, headcount: null };
      return [key, { ...untold(key), role, series: shifts.get(role.id) ?? [], is }];
    }),
  );
}

/** A role that nobody has said anything of. */
export function untold(key: string): Standing {
  const is = { department: null, colour: null, rate: null, headcount: null };
  return { key, role: null, series: [], is, by: {}, shifts: new Map(), line: null };
}

/** As it stands once a row has said so of it. */
export function afterRow(before: Standing, line: number, said: Partial<Said>, shift: string | null): Standing {
  const by = Object.fromEntries(Object.keys(said).map((part) => [part, before.by[part as keyof Said] ?? line]));
  return {
    ...before,
    is: { ...before.is, ...said },
    by: { ...before.by, ...by },
    shifts: shift === null ? before.shifts : new Map([...before.shifts, [shift, line]]),
    line: before.line ?? line,
  };
}
