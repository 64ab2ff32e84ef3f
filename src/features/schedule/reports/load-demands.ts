import type { Tx } from '../../../platform/db/index.ts';
import { firstMeasure } from '../forecast/forecast.ts';
import { needsOf } from '../forecast/needs.ts';
import { forecastsBetween, measuresOf } from '../forecast/store.ts';
import type { ScheduleParts } from '../parts.ts';
import type { Demand } from './coverage.ts';
import { datesOf } from './days.ts';
import type { Reported } from './load-report.ts';

/** What the reported roles need in these days by their forecasts, and when somebody is there. */
export async function loadDemands(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  { roles, shifts, earlier, from, to }: Reported,
): Promise<readonly Demand[]> {
  const ids = roles.map(({ id }) => id);
  const forecasts = await forecastsBetween(tx, ids, datesOf({ from, to }));
  const measures = await measuresOf(tx, [...forecasts.keys()]);
  const { locations } = await people.places(tx);
  const zones = new Map(locations.map(({ id, timeZone }) => [id, timeZone ?? 'UTC']));
  const byRole = Map.groupBy([...earlier, ...shifts], ({ shift }) => shift.role);
  return roles.map(({ id, locationId }) => ({
    roleId: id,
    needs: needsOf(forecasts.get(id) ?? [], zones.get(locationId) ?? 'UTC', measures.get(id) ?? firstMeasure),
    there: (byRole.get(id) ?? []).flatMap(({ assignments }) => assignments),
  }));
}
