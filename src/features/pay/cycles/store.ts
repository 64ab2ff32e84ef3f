import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { RaiseState } from '../raises/raise.ts';
import type { Cycle, CycleState } from './cycle.ts';

interface CycleRow {
  org_id: string;
  id: string;
  name: string;
  from_day: string;
  budget: number;
  currency: string;
  weekly_minutes: number;
  guidelines: string;
  state: CycleState;
  revision: number;
  created_by: string;
  created_at: Date;
}

interface LineRow {
  org_id: string;
  id: string;
  cycle_id: string;
  person_id: string;
  version: number;
  sealed: Uint8Array | null;
  chosen_by: string | null;
  chosen_at: Date | null;
  going_by: string | null;
  raise_id: string | null;
}

interface Tables {
  pay_cycles: CycleRow;
  pay_cycle_lines: LineRow;
  pay_cycle_shares: { org_id: string; cycle_id: string; manager_id: string; budget: number };
  pay_cycle_overrides: { org_id: string; id: string; cycle_id: string; by_id: string; at: Date; sealed: Uint8Array };
}

/** A line as it is kept: what is chosen is sealed. */
export interface StoredLine {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
  readonly sealed: Uint8Array | null;
  readonly chosenBy: string | null;
  readonly chosenAt: Date | null;
  readonly goingBy: string | null;
  readonly raise: { readonly id: string; readonly state: RaiseState } | null;
}

interface Share {
  readonly managerId: string;
  readonly budget: number;
}

const columns = sql<Cycle>`id, name, from_day::text as "from", budget::float8 as budget, currency,
  weekly_minutes as "weeklyMinutes", guidelines, state, revision`;

/** Every cycle, the last first. */
export async function listCycles(tx: Tx): Promise<readonly Cycle[]> {
  const { rows } =
    await sql<Cycle>`select ${columns} from pay_cycles order by created_at desc, id desc limit 200`.execute(tx.on());
  return rows;
}

/** One cycle. `hold` keeps others from setting it up or submitting it until the transaction ends; `share` from doing so while one chooses. */
export async function findCycle(tx: Tx, id: string, lock: 'hold' | 'share' | null = null): Promise<Cycle | null> {
  const held = lock === null ? sql`` : lock === 'hold' ? sql`for update` : sql`for share`;
  const { rows } = await sql<Cycle>`select ${columns} from pay_cycles where id = ${id} ${held}`.execute(tx.on());
  return rows[0] ?? null;
}

/** Keeps what a cycle is set up as, a fresh one or in place of what it was. */
export async function putCycle(tx: Tx, cycle: Cycle, { by, at }: { by: string; at: Date }): Promise<void> {
  const { id, name, from: from_day, budget, currency, weeklyMinutes: weekly_minutes, state, revision } = cycle;
  const change = {
    ...{ name, from_day, budget, currency, weekly_minutes, state, revision },
    guidelines: JSON.stringify(cycle.guidelines),
  };
  await tx
    .on<Tables>()
    .insertInto('pay_cycles')
    .values({ ...change, org_id: orgOf(tx), id, created_by: by, created_at: at })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(change))
    .execute();
}

/** The lines of a cycle with how their proposals stand. `lock` keeps others from choosing until the transaction ends. */
export async function listLines(tx: Tx, cycleId: string, lock = false): Promise<readonly StoredLine[]> {
  const held = lock ? sql`for update of line` : sql``;
  type Row = LineRow & { raise_state: RaiseState | null };
  const { rows } = await sql<Row>`select line.*, raises.state as raise_state from pay_cycle_lines line
    left join raises on raises.org_id = line.org_id and raises.id = line.raise_id
    where line.cycle_id = ${cycleId} order by line.id ${held}`.execute(tx.on());
  return rows.map((row) => ({
    ...{ id: row.id, personId: row.person_id, version: row.version, sealed: row.sealed },
    ...{ chosenBy: row.chosen_by, chosenAt: row.chosen_at, goingBy: row.going_by },
    raise: row.raise_id === null || row.raise_state === null ? null : { id: row.raise_id, state: row.raise_state },
  }));
}

/** One line, kept from others until the transaction ends. */
export async function holdLine(
  tx: Tx,
  id: string,
): Promise<Pick<LineRow, 'id' | 'sealed' | 'going_by' | 'raise_id'> | null> {
  const query = tx.on<Tables>().selectFrom('pay_cycle_lines').select(['id', 'sealed', 'going_by', 'raise_id']);
  return (await query.where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Whose lines there are, of every cycle. */
export async function peopleByCycle(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.on<Tables>().selectFrom('pay_cycle_lines').select(['cycle_id', 'person_id']).execute();
  const byCycle = Map.groupBy(rows, ({ cycle_id }) => cycle_id);
  return new Map([...byCycle].map(([id, of]) => [id, of.map(({ person_id }) => person_id)]));
}

/** Adds people to a cycle; who is in it already stays as they are. */
export async function addLines(
  tx: Tx,
  cycleId: string,
  lines: readonly { readonly id: string; readonly personId: string }[],
): Promise<void> {
  const rows = lines.map(({ id, personId }) => ({
    ...{ org_id: orgOf(tx), id, cycle_id: cycleId, person_id: personId, version: 1, sealed: null },
    ...{ chosen_by: null, chosen_at: null, going_by: null, raise_id: null },
  }));
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .on<Tables>()
      .insertInto('pay_cycle_lines')
      .values(rows.slice(from, from + 500))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Takes people out of a cycle, of whom nothing is proposed or about to be. */
export async function dropLines(tx: Tx, cycleId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const lines = tx.on<Tables>().deleteFrom('pay_cycle_lines').where('cycle_id', '=', cycleId);
  await lines.where('person_id', 'in', personIds).where('raise_id', 'is', null).where('going_by', 'is', null).execute();
}

/** Moves a line on. */
export async function updateLine(
  tx: Tx,
  id: string,
  change: Partial<Pick<LineRow, 'version' | 'sealed' | 'chosen_by' | 'chosen_at' | 'going_by' | 'raise_id'>>,
): Promise<void> {
  await tx.on<Tables>().updateTable('pay_cycle_lines').set(change).where('id', '=', id).execute();
}

export async function listShares(tx: Tx, cycleId: string): Promise<readonly Share[]> {
  const { rows } = await sql<Share>`select manager_id as "managerId", budget::float8 as budget from pay_cycle_shares
    where cycle_id = ${cycleId} order by manager_id`.execute(tx.on());
  return rows;
}

/** Keeps what managers have of the budget, in place of what they had. */
export async function putShares(tx: Tx, cycleId: string, shares: readonly Share[]): Promise<void> {
  await tx.on<Tables>().deleteFrom('pay_cycle_shares').where('cycle_id', '=', cycleId).execute();
  if (shares.length === 0) return;
  const row = ({ managerId: manager_id, budget }: Share) => ({
    org_id: orgOf(tx),
    cycle_id: cycleId,
    manager_id,
    budget,
  });
  await tx.on<Tables>().insertInto('pay_cycle_shares').values(shares.map(row)).execute();
}

interface StoredOverride {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly sealed: Uint8Array;
}

export async function listOverrides(tx: Tx, cycleId: string): Promise<readonly StoredOverride[]> {
  const query = tx.on<Tables>().selectFrom('pay_cycle_overrides').select(['id', 'by_id as by', 'at', 'sealed']);
  return query.where('cycle_id', '=', cycleId).orderBy('at').orderBy('id').execute();
}

export async function insertOverride(
  tx: Tx,
  cycleId: string,
  { by: by_id, ...override }: StoredOverride,
): Promise<void> {
  const row = { ...override, by_id, org_id: orgOf(tx), cycle_id: cycleId };
  await tx.on<Tables>().insertInto('pay_cycle_overrides').values(row).execute();
}

/** Two records of one human become one: of two lines in a cycle the kept record's stays. */
export async function moveCycles(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await sql`delete from pay_cycle_lines line using pay_cycle_lines mine where line.person_id = ${otherId}
    and mine.person_id = ${keptId} and mine.cycle_id = line.cycle_id`.execute(tx.on());
  await sql`delete from pay_cycle_shares share using pay_cycle_shares mine where share.manager_id = ${otherId}
    and mine.manager_id = ${keptId} and mine.cycle_id = share.cycle_id`.execute(tx.on());
  const cycles = tx.on<Tables>();
  const [kept, other] = [keptId, otherId];
  await cycles.updateTable('pay_cycle_lines').set({ person_id: kept }).where('person_id', '=', other).execute();
  await cycles.updateTable('pay_cycle_lines').set({ chosen_by: kept }).where('chosen_by', '=', other).execute();
  await cycles.updateTable('pay_cycle_lines').set({ going_by: kept }).where('going_by', '=', other).execute();
  await cycles.updateTable('pay_cycle_shares').set({ manager_id: kept }).where('manager_id', '=', other).execute();
  await cycles.updateTable('pay_cycle_overrides').set({ by_id: kept }).where('by_id', '=', other).execute();
  await cycles.updateTable('pay_cycles').set({ created_by: kept }).where('created_by', '=', other).execute();
}
