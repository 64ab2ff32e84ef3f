import type { Tx } from '../../../platform/db/index.ts';
import { dayWords, spanWords } from '../calendar/describe.ts';
import type { Span } from '../calendar/spans.ts';
import { localAt } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { isoAt, type PlannedShift } from '../plan/plan.ts';
import { placeNames } from '../work/roles/place-names.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { rolesById } from '../work/roles/store.ts';

/** Names of roles and where they are. */
export interface Places {
  readonly roles: ReadonlyMap<string, WorkRole>;
  readonly nameOf: (roleId: string) => { readonly roleName: string; readonly locationName: string };
}

export async function loadPlaces({ people }: Pick<ScheduleParts, 'people'>, tx: Tx): Promise<Places> {
  const names = await placeNames({ people }, tx);
  const roles = await rolesById(tx);
  const nameOf = (roleId: string) => {
    const role = roles.get(roleId);
    return { roleName: role?.name ?? '', locationName: names.get(role?.locationId ?? '') ?? '' };
  };
  return { roles, nameOf };
}

/** A stretch of time as the API says it: in itself, and on the clock of a place. */
export function showSpan({ start, end }: Span, zone: string) {
  const [localStart, localEnd] = [localAt(zone, start), localAt(zone, end)];
  return { startsAt: isoAt(start), endsAt: isoAt(end), localStart, localEnd, zone };
}

/** "Mon 18 May 2026 09:00–17:00, Bar at Harbour". */
export function shiftWords(
  { nameOf }: Pick<Places, 'nameOf'>,
  { roleId, zone }: Pick<PlannedShift, 'roleId' | 'zone'>,
  span: Span,
): string {
  const { roleName, locationName } = nameOf(roleId);
  return `${whenWords({ zone }, span)}, ${roleName} at ${locationName}`;
}

/** "Mon 18 May 2026 09:00–17:00". */
export function whenWords({ zone }: Pick<PlannedShift, 'zone'>, span: Span): string {
  const local = showSpan(span, zone);
  return `${dayWords(local.localStart.slice(0, 10))} ${spanWords(local)}`;
}
