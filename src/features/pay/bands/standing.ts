import type { Tx } from '../../../platform/db/index.ts';
import type { PayParts } from '../parts.ts';
import { type WageEntry, wagesOf } from '../wages/wage.ts';
import type { BandAnswer } from './answer.ts';
import { type Band, bandOn, locationOf, standingIn } from './band.ts';
import { listBands } from './store.ts';

type Parts = Pick<PayParts, 'people'>;

/** The wage that is held against a band: the one for all work, or, of who has none, the only one of a role. */
export function wageForBand(entries: readonly WageEntry[], day: string): ReturnType<ReturnType<typeof wagesOf>> {
  const wageOn = wagesOf(entries);
  const overall = wageOn(null, day);
  if (overall !== null) return overall;
  const roles = [...new Set(entries.flatMap(({ roleId }) => roleId ?? []))];
  const found = roles.flatMap((roleId) => wageOn(roleId, day) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The band of somebody on a day, by their title, or the one that they are to have, and their place. */
export async function bandOf(
  { people }: Parts,
  tx: Tx,
  personId: string,
  day: string,
  wanted?: string,
): Promise<Band | null> {
  const title = wanted ?? (await people.titlesOf(tx, [personId])).get(personId);
  if (title === undefined) return null;
  const locations = (await people.worker(tx, personId))?.locations ?? [];
  return bandOn(await listBands(tx), { title, locationId: locationOf(locations) }, day);
}

/** A band's place by its name. */
export async function placeNames({ people }: Parts, tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await people.places(tx)).locations.map(({ id, name }) => [id, name]));
}

export const placeOf = ({ locationId }: Pick<Band, 'locationId'>, names: ReadonlyMap<string, string>): string | null =>
  locationId === null ? null : (names.get(locationId) ?? 'A former location');

/** A band as it is shown. */
export function shownBand(band: Band, names: ReadonlyMap<string, string>) {
  const { title, min, mid, max, currency, per, weeklyMinutes, from, until } = band;
  return { title, place: placeOf(band, names), min, mid, max, currency, per, weeklyMinutes, from, until };
}

/**
 * Title and position in the band, as somebody's pay is told with them.
 * @param shows whether who is told may read bands
 */
export async function bandAnswerOf(
  parts: Parts,
  tx: Tx,
  personId: string,
  {
    entries,
    today,
    shows,
  }: { readonly entries: readonly WageEntry[]; readonly today: string; readonly shows: boolean },
): Promise<BandAnswer> {
  const title = (await parts.people.titlesOf(tx, [personId])).get(personId) ?? null;
  const band = shows ? await bandOf(parts, tx, personId, today) : null;
  if (band === null) return { title, band };
  const wage = wageForBand(entries, today);
  const standing = wage === null ? null : standingIn(band, wage.pay);
  return { title, band: { ...shownBand(band, await placeNames(parts, tx)), standing } };
}
