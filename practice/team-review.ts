import type { Tx } from '../src/platform/db/index.ts';
import type { Vault } from '../src/platform/vault/index.ts';
import { insertRows, type Row } from './history-rows.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { workers } from './team-company.ts';
import { earnsOf } from './team-pay.ts';

interface Setting {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
}

const dayMs = 86_400_000;
const range = (suggested: number, min: number, max: number) => ({ suggested, min, max });
const guidelines = {
  ...{ below: range(50, 30, 80), lower: range(40, 30, 60), middle: range(30, 20, 40) },
  ...{ upper: range(20, 10, 30), above: range(0, 0, 10), unbanded: range(30, 20, 40) },
};

/** What is chosen so far: cents more an hour, and the words for who gets more than usual. */
const chosen: Readonly<Record<string, { readonly more: number; readonly why: string | null }>> = {
  'Freya Holm': { more: 60, why: null },
  'Gus Almeida': { more: 55, why: null },
  'Hana Sato': { more: 75, why: null },
  'Jonas Weber': { more: 60, why: null },
  'Quentin Moreau': { more: 45, why: null },
  'Rosa Marín': { more: 130, why: 'Runs the shop on Sundays, and trains who is new' },
  'Yusuf Aydın': { more: 40, why: null },
  'Aroha Ngata': { more: 50, why: null },
  'Bilal Khan': { more: 55, why: null },
  'Hugo Silva': { more: 0, why: null },
  'Katya Orlova': { more: 45, why: null },
};

/** The yearly review of everybody's pay: open, with some raises chosen, and a share of the budget for the workshop. */
export async function writeReview(
  { tx, chance, now }: Setting,
  vault: Vault,
  idOf: (kind: string, name: string) => string,
): Promise<void> {
  const begun = new Date(now.getTime() - 4 * dayMs);
  const [id, by] = [seededId(chance, begun), idOf('person', 'Dora Novak')];
  const from = Temporal.PlainDate.from(now.toISOString().slice(0, 10)).with({ day: 1 }).add({ months: 2 });
  await insertRows(tx, 'pay_cycles', [
    {
      ...{ id, name: 'Yearly review', from_day: from.toString(), budget: 3_800_000, currency: 'USD' },
      ...{ weekly_minutes: 2400, guidelines: JSON.stringify(guidelines), state: 'open', revision: 2 },
      ...{ created_by: by, created_at: begun },
    },
  ]);
  await insertRows(tx, 'pay_cycle_shares', [{ cycle_id: id, manager_id: by, budget: 1_600_000 }]);
  const rows: Row[] = [];
  for (const [index, { name }] of workers.entries()) {
    const line = { id: seededId(chance, begun), cycle_id: id, person_id: idOf('person', name) };
    const choice = chosen[name];
    if (choice === undefined) {
      rows.push({ ...line, version: 1, sealed: null, chosen_by: null, chosen_at: null });
      continue;
    }
    const before = { kind: 'hourly', minor: earnsOf(name), currency: 'USD' };
    const told = { before, minor: before.minor + choice.more, why: choice.why, suggested: 30 };
    const place = { table: 'pay_cycle_lines', column: 'sealed', rowId: line.id };
    const sealed = await vault.seal(tx, place, JSON.stringify(told));
    rows.push({ ...line, version: 2, sealed, chosen_by: by, chosen_at: new Date(begun.getTime() + index * 3_600_000) });
  }
  await insertRows(tx, 'pay_cycle_lines', rows);
}
