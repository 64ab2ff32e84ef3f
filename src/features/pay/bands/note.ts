import type { Tx } from '../../../platform/db/index.ts';
import type { PayParts } from '../parts.ts';
import type { Pay } from '../wages/wage.ts';
import { standingIn } from './band.ts';
import { bandOf, placeNames, placeOf } from './standing.ts';

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
  const standing = band && standingIn(band, pay);
  if (!band || !standing || standing.where === 'within') return null;
  const place = placeOf(band, await placeNames(parts, tx));
  const { where } = standing;
  const named = place === null ? band.title : `${band.title} at ${place}`;
  return { where, title: band.title, place, sentence: `This is ${where} the band of ${named}.` };
}
