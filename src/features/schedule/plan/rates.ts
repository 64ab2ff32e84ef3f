import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { openRates } from '../work/roles/rates.ts';
import type { RateOf } from './wages.ts';

type Parts = Pick<ScheduleParts, 'vault' | 'wages' | 'people'>;

/** What work costs: by the wage of who does it, or else by the starting rate of the role. Never told as it is: see `cost.ts`. */
export async function loadRates(parts: Parts, tx: Tx): Promise<RateOf> {
  const wageOf = await parts.wages.ratesOf(tx);
  const starting = await openRates(parts, tx);
  const { currency } = await parts.people.organisation(tx);
  return (personId, roleId, day) => {
    const wage = wageOf(personId, roleId, day);
    if (wage !== null) return wage;
    const minor = starting.get(roleId);
    return minor === undefined
      ? null
      : { ...{ minor, currency }, minutes: 60, salaried: false, key: `${roleId} ${minor}` };
  };
}
