import type { Tx } from '../src/platform/db/index.ts';
import type { Vault } from '../src/platform/vault/index.ts';
import { insertRows, type Row } from './history-rows.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { type Worker, workers } from './team-company.ts';
import { jobNamed } from './team-plan.ts';

interface Setting {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
  readonly begun: Date;
}

const dayMs = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** What somebody earns by the hour: what their first role begins with, and more for those who have been there longer. */
function hourOf({ knows }: Worker, index: number): number {
  const [first = ''] = knows;
  return jobNamed(first).rate + (index % 5) * 45;
}

/** What somebody who is paid by the hour earns today. */
export function earnsOf(name: string): number {
  const index = workers.findIndex((one) => one.name === name);
  const one = workers[index];
  if (one === undefined) throw new Error(`Nobody of the sample company is ${name}.`);
  return hourOf(one, index) + (index % 3 === 0 ? 60 : 0);
}

/** A raise for every third of them, one salary, and a slip of the keyboard that was corrected. */
export async function writePay(
  { tx, chance, now, begun }: Setting,
  vault: Vault,
  idOf: (name: string) => string,
): Promise<void> {
  const by = idOf('Tom Okafor');
  const rows: Row[] = [];
  const enter = async (name: string, from: Date, pay: object, why: string, corrects: string | null = null) => {
    const id = seededId(chance, from);
    const told = JSON.stringify({ says: 'pay', pay: { currency: 'USD', ...pay }, why });
    const sealed = await vault.seal(tx, { table: 'wages', column: 'sealed', rowId: id }, told);
    // What was wrong is found some days later.
    const entered = corrects === null ? from : new Date(from.getTime() + 4 * dayMs);
    const at = { entered_by: by, entered_at: entered, decided_by: by, decided_at: entered, approved: true };
    rows.push({ ...{ id, person_id: idOf(name), role_id: null, from_day: dayOf(from), sealed, corrects }, ...at });
    return id;
  };
  const hourly = (minor: number) => ({ kind: 'hourly', minor });
  for (const [index, one] of workers.entries()) {
    const minor = hourOf(one, index);
    if (one.name === 'Dora Novak') {
      await enter(one.name, begun, { kind: 'yearly', minor: 4_450_000, weeklyMinutes: 2400 }, 'As agreed');
      continue;
    }
    // 91.50 in place of 19.50.
    const slip = index === 1 ? await enter(one.name, begun, hourly(minor * 5), 'As agreed') : null;
    await enter(one.name, begun, hourly(minor), slip === null ? 'As agreed' : 'A slip of the keyboard', slip);
    const raised = new Date(now.getTime() - (150 - (index % 4) * 21) * dayMs);
    if (index % 3 === 0) await enter(one.name, raised, hourly(minor + 60), 'Yearly review');
  }
  await insertRows(tx, 'wages', rows);
}
