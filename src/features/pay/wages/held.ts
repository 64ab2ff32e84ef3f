import type { OnMerging, PersonalDataSource } from '../../people/index.ts';
import { moveBands } from '../bands/store.ts';
import { moveCycles } from '../cycles/store.ts';
import type { PayParts } from '../parts.ts';
import { moveRaises } from '../raises/store.ts';
import { showTold } from '../raises/told.ts';
import { openWages } from './sealing.ts';
import { moveWages } from './store.ts';
import { standings } from './wage.ts';

/** What is held about somebody's pay, for their own copy: what holds and what was corrected. What waits is not said yet. */
export function payHeld(parts: Pick<PayParts, 'vault' | 'people'>): PersonalDataSource {
  return {
    title: 'Your pay',
    read: async (tx, personId) => {
      const entries = await openWages(parts, tx, [personId]);
      const standing = standings(entries);
      return {
        wages: entries
          .filter(({ approved }) => approved === true)
          .map(({ id, roleId, from, told, enteredAt }) => {
            const { why, ...says } = told;
            const pay = says.says === 'pay' ? says.pay : null;
            return { from, roleId, ...pay, says: says.says, why, enteredAt, stands: standing.get(id) };
          }),
        // Of proposals what they have been told of, and nothing of any other.
        raises: (await showTold(parts, tx, personId)).raises,
      };
    },
  };
}

/** Two records of one human become one. */
export const carryPay: OnMerging = async (tx, keptId, otherId) => {
  await moveWages(tx, keptId, otherId);
  await moveRaises(tx, keptId, otherId);
  await moveBands(tx, keptId, otherId);
  await moveCycles(tx, keptId, otherId);
};
