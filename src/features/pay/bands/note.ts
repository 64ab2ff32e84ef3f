import type { Tx } from '../../../platform/db/index.ts';
import type { PayParts } from '../parts.ts';
import type { Pay } from '../wages/wage.ts';
import { type Band, bandOn, locationOf, standingIn } from './band.ts';
import { bandOf, placeNames, placeOf } from './standing.ts';
import { listBands } from './store.ts';

/** That a wage lies outside the band. No amount is in it. */
export interface BandNote {
  readonly where: 'below' | 'above';
  readonly title: string;
  readonly place: string | null;
  /** For who may read bands: whoever else is told it could find the band by trying. */
  readonly sentence: string;
}

/** A wage that is entered or proposed. */
export interface AskedNote {
  readonly personId: string;
  readonly pay: Pay;
  /** The first day that it is about. */
  readonly from: string;
  /** What they are to be from then on; their title of today unless told. */
  readonly title?: string;
}

/** What to say of a wage that lies outside the band of its day; null where there is nothing to say. */
export async function bandNote(
  parts: Pick<PayParts, 'people'>,
  tx: Tx,
  { personId, pay, from, title }: AskedNote,
): Promise<BandNote | null> {
  const band = await bandOf(parts, tx, personId, from, title);
  return band && noteOf(band, pay, await placeNames(parts, tx));
}

/** The same of many people at once, by their titles of today. */
export async function bandNotes(
  parts: Pick<PayParts, 'people'>,
  tx: Tx,
  personIds: readonly string[],
): Promise<(asked: Omit<AskedNote, 'title'>) => BandNote | null> {
  const bands = await listBands(tx);
  if (bands.length === 0) return () => null;
  const titles = await parts.people.titlesOf(tx, personIds);
  const locations = new Map((await parts.people.workers(tx)).map((worker) => [worker.id, worker.locations]));
  const names = await placeNames(parts, tx);
  return ({ personId, pay, from }) => {
    const title = titles.get(personId);
    if (title === undefined) return null;
    const band = bandOn(bands, { title, locationId: locationOf(locations.get(personId) ?? []) }, from);
    return band && noteOf(band, pay, names);
  };
}

function noteOf(band: Band, pay: Pay, names: ReadonlyMap<string, string>): BandNote | null {
  const standing = standingIn(band, pay);
  if (standing === null || standing.where === 'within') return null;
  const place = placeOf(band, names);
  const { where } = standing;
  const named = place === null ? band.title : `${band.title} at ${place}`;
  return { where, title: band.title, place, sentence: `This is ${where} the band of ${named}.` };
}
