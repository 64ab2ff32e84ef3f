import { z } from 'zod';
import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { PayParts } from '../../parts.ts';
import { type Candidate, measures } from './groups.ts';
import { insertTold, listTold, lockTold } from './store.ts';
import { newsAmong, type Told } from './telling.ts';

type Parts = Pick<PayParts, 'vault' | 'clock'>;

const placeOf = (rowId: string) => ({ table: 'pay_equity_told', column: 'sealed', rowId });

const unknown = z
  .object({ personId: z.string(), key: z.string(), weight: z.tuple([z.number(), z.number()]).optional() })
  .transform(({ weight, ...rest }) => (weight === undefined ? rest : { ...rest, weight }));
const toldShape = z.object({
  ...{ group: z.string(), measure: z.enum(measures), currency: z.string(), value: z.number(), on: z.string() },
  ...{ of: z.array(unknown), middle: z.array(unknown) },
});

/** Tells what may be told of these figures, and keeps it. Gives all that was ever told. */
export async function tell(parts: Parts, tx: Tx, candidates: readonly Candidate[]): Promise<readonly Told[]> {
  const now = parts.clock.now();
  const on = now.toISOString().slice(0, 10);
  const told = await openTold(parts, tx);
  const found = newsAmong(told, candidates, on);
  if (found.length === 0) return told;
  await lockTold(tx);
  // Somebody else may have looked in the meantime.
  const known = await openTold(parts, tx);
  const news = known.length === told.length ? found : newsAmong(known, candidates, on);
  for (const one of news) {
    const id = newId(parts.clock);
    const sealed = await parts.vault.seal(tx, placeOf(id), JSON.stringify(one));
    await insertTold(tx, { id, told_at: now, sealed });
  }
  return [...known, ...news];
}

async function openTold({ vault }: Pick<Parts, 'vault'>, tx: Tx): Promise<readonly Told[]> {
  const opened = [];
  for (const { id, sealed } of await listTold(tx))
    opened.push(toldShape.parse(JSON.parse(await vault.openText(tx, placeOf(id), sealed))));
  return opened;
}
