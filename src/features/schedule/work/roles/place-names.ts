import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';

/** What departments and locations are called, by their ids. */
export async function placeNames(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
): Promise<ReadonlyMap<string, string>> {
  const { departments, locations } = await people.places(tx);
  return new Map([...departments, ...locations].map(({ id, name }) => [id, name]));
}
