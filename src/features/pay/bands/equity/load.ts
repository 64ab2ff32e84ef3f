import type { Tx } from '../../../../platform/db/index.ts';
import type { PayParts } from '../../parts.ts';
import { openWages } from '../../wages/sealing.ts';
import { rateOfPay } from '../../wages/wage.ts';
import { type Band, bandOn, locationOf, minutesOf, titleKey } from '../band.ts';
import { wageForBand } from '../standing.ts';
import { listBands } from '../store.ts';
import type { Counted } from './groups.ts';

type Parts = Pick<PayParts, 'vault' | 'people'>;

/** Everybody who is in and whose pay of today is known, with what they are compared by. */
export async function loadCounted(parts: Parts, tx: Tx, today: string): Promise<readonly Counted[]> {
  const workers = await parts.people.workers(tx);
  const ids = workers.map(({ id }) => id);
  const wages = Map.groupBy(await openWages(parts, tx, ids), ({ personId }) => personId);
  const titles = await parts.people.titlesOf(tx, ids);
  const employments = await parts.people.employmentsOf(tx, ids);
  const bands = await listBands(tx);
  return workers.flatMap(({ id: personId, locations }) => {
    const wage = wageForBand(wages.get(personId) ?? [], today);
    if (wage === null) return [];
    const { minor, minutes, currency } = rateOfPay(wage.pay, wage.id);
    const title = titles.get(personId) ?? null;
    const location = locationOf(locations);
    const band = title === null ? null : bandOn(bands, { title, locationId: location }, today);
    const { seniority = null, kind = null } = employments.get(personId) ?? {};
    return [
      {
        ...{ personId, key: wage.id, minor, minutes, currency, location, seniority, kind },
        title: title === null ? null : titleKey(title),
        mid: midOf(band, currency),
      },
    ];
  });
}

function midOf(band: Band | null, currency: string): Counted['mid'] {
  return band?.currency === currency ? { minor: band.mid, minutes: minutesOf(band) } : null;
}

/** Words for what groups are called by: titles as they are spelt, places by their names. */
export async function loadLabels({ people }: Pick<Parts, 'people'>, tx: Tx): Promise<ReadonlyMap<string, string>> {
  const workers = (await people.workers(tx)).map(({ id }) => id);
  const titles = [...(await listBands(tx)).map(({ title }) => title), ...(await people.titlesOf(tx, workers)).values()];
  const { locations } = await people.places(tx);
  return new Map([
    ...titles.map((title): [string, string] => [`title ${titleKey(title)}`, title]),
    ...locations.map(({ id, name }): [string, string] => [`location ${id}`, name]),
  ]);
}
