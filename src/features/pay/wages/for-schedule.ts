import type { RateOf, Wages } from '../../schedule/index.ts';
import type { PayParts } from '../parts.ts';
import { recordLooks } from './looking.ts';
import { openWages } from './sealing.ts';
import { rateOfPay, wagesOf } from './wage.ts';

type Parts = Pick<PayParts, 'vault' | 'audit' | 'people'>;

/** What the schedule reckons labour cost with; the composition root hands it down. */
export function wagesForSchedule(parts: Parts): Wages {
  return {
    ratesOf: async (tx, personIds): Promise<RateOf> => {
      const entries = await openWages(parts, tx, personIds);
      const byPerson = new Map(
        [...Map.groupBy(entries, ({ personId }) => personId)].map(([id, of]) => [id, wagesOf(of)]),
      );
      return (personId, roleId, day) => {
        const wage = byPerson.get(personId)?.(roleId, day) ?? null;
        return wage && rateOfPay(wage.pay, wage.id);
      };
    },
    recordLooks: (tx, actor, personIds, look) => recordLooks(parts, tx, actor, personIds, look),
  };
}
