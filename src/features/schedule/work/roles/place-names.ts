import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { WorkRole } from './role.ts';

/** What departments and locations are called, by their ids. */
export async function placeNames(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
): Promise<ReadonlyMap<string, string>> {
  const { departments, locations } = await people.places(tx);
  return new Map([...departments, ...locations].map(({ id, name }) => [id, name]));
}

/** Where a role is, with what clocks show there. */
export async function placeOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  { locationId }: Pick<WorkRole, 'locationId'>,
): Promise<{ readonly name: string; readonly zone: string }> {
  const { locations } = await people.places(tx);
  const place = locations.find(({ id }) => id === locationId);
  return { name: place?.name ?? '', zone: place?.timeZone ?? 'UTC' };
}
