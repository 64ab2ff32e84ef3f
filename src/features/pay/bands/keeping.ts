import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import type { Refusal } from '../wages/entering.ts';
import { type Band, overlapping, sameScope, titleKey } from './band.ts';
import type { WantedBand } from './shapes.ts';
import { deleteBand, listBands, lockBands, putBand } from './store.ts';

type Parts = Pick<PayParts, 'clock' | 'audit' | 'people'>;
type Kept = { readonly id: string; readonly ended: string | null };

/**
 * Keeps a band, a fresh one or what takes the place of one. One of the same title and place that is open and began before ends
 * the day before; any other day in common is refused.
 * @param id of the band that is changed; null for a fresh one
 */
export async function keepBand(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  id: string | null,
  wanted: WantedBand,
): Promise<Kept | Refusal | null> {
  await lockBands(tx);
  const bands = await listBands(tx);
  const before = bands.find((one) => one.id === id) ?? null;
  if (id !== null && before === null) return null;
  const refusal = await refusalOf(parts, tx, wanted, before);
  if (refusal !== null) return refusal;
  const others = sameScope(bands, wanted, id);
  const open = id === null ? openBefore(others, wanted.from) : null;
  const met = overlapping(
    others.filter((one) => one !== open),
    wanted,
  );
  if (met !== null) return { fields: { from: overlapSentence(met) } };
  const by = { by: actor.personId, at: parts.clock.now() };
  if (open !== null) await putBand(tx, { ...open, until: dayBefore(wanted.from) }, by);
  const { title, weeklyMinutes = null, ...said } = { weeklyMinutes: undefined, ...wanted };
  const band: Band = { ...said, title: spelt(bands, title), weeklyMinutes, id: id ?? newId(parts.clock) };
  await putBand(tx, band, by);
  await record(parts, tx, actor, 'pay.band_kept', band.id);
  return { id: band.id, ended: open?.id ?? null };
}

/** Removes a band that was a mistake. False where there is none. */
export async function removeBand(parts: Parts, tx: Tx, actor: Actor, id: string): Promise<boolean> {
  await lockBands(tx);
  if (!(await listBands(tx)).some((one) => one.id === id)) return false;
  await deleteBand(tx, id);
  await record(parts, tx, actor, 'pay.band_removed', id);
  return true;
}

/** A title as it is spelt already. */
const spelt = (bands: readonly Band[], title: string) =>
  bands.find((one) => titleKey(one.title) === titleKey(title))?.title ?? title;

const openBefore = (others: readonly Band[], from: string) =>
  others.find((one) => one.until === null && one.from < from) ?? null;

const overlapSentence = ({ from, until }: Band) =>
  `There is a band of this title and place from ${from}${until === null ? ' on' : ` until ${until}`} already. Change that one, or choose other days.`;

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

async function refusalOf(
  { people }: Parts,
  tx: Tx,
  { locationId }: WantedBand,
  before: Band | null,
): Promise<Refusal | null> {
  if (locationId === null || locationId === before?.locationId) return null;
  const { locations } = await people.places(tx);
  if (locations.some(({ id, archived }) => id === locationId && !archived)) return null;
  return { fields: { locationId: 'There is no such location.' } };
}

async function record(
  { audit }: Parts,
  tx: Tx,
  { personId, orgId }: Actor,
  action: 'pay.band_kept' | 'pay.band_removed',
  band: string,
): Promise<void> {
  await audit.append(tx, {
    ...{ actor: { kind: 'person', id: personId }, action },
    ...{ target: { type: 'organisation', id: orgId }, detail: { band } },
  });
}
