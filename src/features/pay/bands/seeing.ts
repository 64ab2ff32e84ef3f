import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings } from '../settings/store.ts';
import type { Pay } from '../wages/wage.ts';
import { bandNote } from './note.ts';

type Reader = Pick<Asking, 'orgId' | 'allowed'>;

/** Whether who is shown somebody's pay may read bands: whoever sees wage and position can reckon the band. */
export async function seesBands(tx: Tx, { allowed, orgId }: Reader): Promise<boolean> {
  if (allowed('pay.bands', { type: 'Organisation', id: orgId, orgId })) return true;
  return (await readPaySettings(tx)).peopleSeeBands;
}

/** What would hold from a day on; a title that stays is the one of before. */
interface Proposed {
  readonly personId: string;
  readonly from: string;
  readonly title: string | null;
  readonly pay: { readonly roleId: string | null; readonly pay: Pay } | null;
}

/** That proposed pay for all work lies outside the band of its title; null for who may not read bands, or with nothing to say. */
export async function noteFor(
  parts: Pick<PayParts, 'people'>,
  tx: Tx,
  reader: Reader,
  { personId, from, title, pay: proposed }: Proposed,
): Promise<string | null> {
  if (proposed === null || proposed.roleId !== null || title === null || !(await seesBands(tx, reader))) return null;
  const note = await bandNote(parts, tx, { personId, from, title, pay: proposed.pay });
  return note?.sentence ?? null;
}
