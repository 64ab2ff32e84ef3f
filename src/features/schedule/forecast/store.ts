import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { type ForecastDay, firstMeasure, hundredths, type Measure, type Source } from './forecast.ts';

interface MeasureRow {
  org_id: string;
  role_id: string;
  unit: string;
  per_person: number;
  revision: number;
}

interface ForecastRow {
  org_id: string;
  role_id: string;
  day: string;
  amounts: (number | null)[];
  sources: (Source | null)[];
}

interface Tables {
  forecast_measures: MeasureRow;
  forecasts: ForecastRow;
}

/** What is kept of a role beside its days. */
export interface KeptMeasure extends Measure {
  readonly revision: number;
}

const unkept: KeptMeasure = { ...firstMeasure, revision: 0 };

/** The measures of these roles; of one that has none yet what all begin with. */
export async function measuresOf(tx: Tx, roleIds: readonly string[]): Promise<ReadonlyMap<string, KeptMeasure>> {
  if (roleIds.length === 0) return new Map();
  const query = tx.on<Tables>().selectFrom('forecast_measures').selectAll().where('role_id', 'in', roleIds);
  const rows = await query.execute();
  const kept = new Map(rows.map((row) => [row.role_id, row]));
  return new Map(
    roleIds.map((id) => {
      const row = kept.get(id);
      return [
        id,
        row === undefined ? unkept : { unit: row.unit, perPerson: row.per_person / 100, revision: row.revision },
      ];
    }),
  );
}

export async function measureOf(tx: Tx, roleId: string): Promise<KeptMeasure> {
  return (await measuresOf(tx, [roleId])).get(roleId) ?? unkept;
}

/** Writes a measure, with the number of the change that it is of. The role must be locked. */
export async function putMeasure(tx: Tx, roleId: string, { unit, perPerson, revision }: KeptMeasure): Promise<void> {
  const change = { unit, per_person: hundredths(perPerson), revision };
  await tx
    .on<Tables>()
    .insertInto('forecast_measures')
    .values({ org_id: orgOf(tx), role_id: roleId, ...change })
    .onConflict((conflict) => conflict.columns(['org_id', 'role_id']).doUpdateSet(change))
    .execute();
  await announce(tx, 'schedule');
}

/** What is forecast for a role between two days (both included), by day. */
export async function forecastsOf(
  tx: Tx,
  roleId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly ForecastDay[]> {
  return (await forecastsBetween(tx, [roleId], { from, to })).get(roleId) ?? [];
}

/** The same for several roles. */
export async function forecastsBetween(
  tx: Tx,
  roleIds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly ForecastDay[]>> {
  if (roleIds.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('forecasts')
    .selectAll()
    .where('role_id', 'in', roleIds)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  const byRole = Map.groupBy(rows, ({ role_id }) => role_id);
  return new Map([...byRole].map(([id, of]) => [id, of.map(fromRow)]));
}

/** The last day before another of which anything is forecast for a role. */
export async function lastForecastBefore(tx: Tx, roleId: string, day: string): Promise<string | null> {
  const query = tx.on<Tables>().selectFrom('forecasts').select('day').where('role_id', '=', roleId);
  const row = await query.where('day', '<', day).orderBy('day', 'desc').limit(1).executeTakeFirst();
  return row?.day ?? null;
}

const fromRow = ({ day, amounts, sources }: ForecastRow): ForecastDay => ({
  ...{ day, sources },
  amounts: amounts.map((amount) => (amount === null ? null : amount / 100)),
});

const daysAtOnce = 500;

/** Writes days of a role as they shall be; of one without any number nothing is kept. The role must be locked. */
export async function putForecasts(tx: Tx, roleId: string, days: readonly ForecastDay[]): Promise<void> {
  const isKnown = ({ amounts }: ForecastDay) => amounts.some((amount) => amount !== null);
  const gone = days.filter((day) => !isKnown(day)).map(({ day }) => day);
  const table = tx.on<Tables>();
  if (gone.length > 0)
    await table.deleteFrom('forecasts').where('role_id', '=', roleId).where('day', 'in', gone).execute();
  const rows = days.filter(isKnown).map(({ day, amounts, sources }) => ({
    ...{ org_id: orgOf(tx), role_id: roleId, day, sources: [...sources] },
    amounts: amounts.map((amount) => (amount === null ? null : hundredths(amount))),
  }));
  for (let at = 0; at < rows.length; at += daysAtOnce)
    await table
      .insertInto('forecasts')
      .values(rows.slice(at, at + daysAtOnce))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'role_id', 'day'])
          .doUpdateSet({ amounts: sql`excluded.amounts`, sources: sql`excluded.sources` }),
      )
      .execute();
}
