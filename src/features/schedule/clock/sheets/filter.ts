import type { PersonSheet } from './load-sheets.ts';

/** Where somebody looks; null: everywhere. */
export interface SheetFilter {
  readonly locationId: string | null;
  readonly roleId: string | null;
}

/** What of a timesheet was planned and worked at a place, or null where nothing was. @param locationOf of a role */
export function narrowed(
  sheet: PersonSheet,
  { locationId, roleId }: SheetFilter,
  locationOf: (roleId: string) => string | null,
): PersonSheet | null {
  const fits = (work: { readonly roleId: string | null; readonly locationId: string | null }) =>
    (roleId === null || work.roleId === roleId) && (locationId === null || work.locationId === locationId);
  const planned = sheet.planned.filter(({ told }) =>
    fits({ roleId: told.roleId, locationId: locationOf(told.roleId) }),
  );
  const ended = sheet.ended.filter(({ entry }) => fits(entry));
  const running = sheet.running.filter(fits);
  const isAnything = planned.length + ended.length + running.length > 0;
  const isEverywhere = locationId === null && roleId === null;
  return isAnything || (isEverywhere && sheet.asked.length > 0) ? { ...sheet, planned, ended, running } : null;
}
