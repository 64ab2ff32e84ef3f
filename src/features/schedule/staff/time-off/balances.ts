import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Worker } from '../../../people/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { dayIn } from '../../work/settings/read-settings.ts';
import { grantsDue } from './balance.ts';
import { insertGrants, listKinds, type StoredKind, type Sums, sumsOf } from './balances/store.ts';
import { askedMinutes } from './store.ts';

/** How much time off of a kind somebody has. */
export interface Balance extends Sums {
  readonly kind: StoredKind;
  /** What is left; null where the kind is not counted. */
  readonly minutes: number | null;
  /** Asked for and not decided on; not taken away yet. */
  readonly asked: number;
}

type Parts = Pick<ScheduleParts, 'clock' | 'people'>;

/** Writes down what has come due since anybody looked. */
export async function grantDue(
  { clock, people }: Parts,
  tx: Tx,
  workers: readonly Worker[],
  kinds: readonly StoredKind[],
): Promise<void> {
  const { timeZone } = await people.organisation(tx);
  const today = dayIn(timeZone, clock.now());
  const grants = workers.flatMap((worker) =>
    kinds
      .filter(({ archived }) => !archived)
      .flatMap((kind) => {
        const days = { since: dayIn(timeZone, kind.since), joined: dayIn(timeZone, worker.joinedAt), today };
        return grantsDue(kind, days).map((grant) => ({
          ...grant,
          ...{ id: newId(clock), personId: worker.id, kindId: kind.id },
        }));
      }),
  );
  await insertGrants(tx, grants, clock.now());
}

/** The balances of a person by kind, with all that has come due; archived kinds only while they have a ledger. */
export async function balancesOf(parts: Parts, tx: Tx, worker: Worker): Promise<readonly Balance[]> {
  const kinds = await listKinds(tx);
  await grantDue(parts, tx, [worker], kinds);
  const sums = await sumsOf(tx, worker.id);
  const asked = await askedMinutes(tx, worker.id);
  return kinds
    .filter(({ archived, id }) => !archived || sums.has(id))
    .map((kind) => {
      const { granted, used, corrected } = sums.get(kind.id) ?? { granted: 0, used: 0, corrected: 0 };
      const minutes = kind.accrual === 'none' ? null : granted + used + corrected;
      return { kind, granted, used, corrected, minutes, asked: asked.get(kind.id) ?? 0 };
    });
}
