import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import type { Exception, Rule } from '../../calendar/series.ts';
import type { AvailabilityPayload, Owner, Payload, ShiftPayload, StoredSeries } from './series-rows.ts';

interface SeriesRow {
  org_id: string;
  id: string;
  role_id: string | null;
  person_id: string | null;
  zone: string;
  starts: string;
  minutes: number;
  rule: unknown;
  exceptions: unknown;
  colour: string | null;
  payload: unknown;
  revision: number;
  created_at: Date;
  changed_at: Date;
}

interface Tables {
  calendar_series: SeriesRow;
}

const select = (tx: Tx) => tx.on<Tables>().selectFrom('calendar_series').selectAll();

/** The series of these roles, or of all, in the order in which they were made. */
export async function seriesOfRoles(tx: Tx, roleIds?: readonly string[]): Promise<StoredSeries<ShiftPayload>[]> {
  if (roleIds?.length === 0) return [];
  const query = select(tx);
  const narrowed =
    roleIds === undefined ? query.where('role_id', 'is not', null) : query.where('role_id', 'in', roleIds);
  const rows = await narrowed.orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => fromRow<ShiftPayload>(row));
}

/** What these people said of their time. */
export async function seriesOfPeople(
  tx: Tx,
  personIds: readonly string[],
): Promise<StoredSeries<AvailabilityPayload>[]> {
  if (personIds.length === 0) return [];
  const rows = await select(tx).where('person_id', 'in', personIds).orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => fromRow<AvailabilityPayload>(row));
}

/** One import of people's times at a time in an organisation: the second finds what the first did. */
export async function lockTimes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar_series ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

/** One series, or null, kept from others until the transaction ends. */
export async function lockSeries(tx: Tx, id: string): Promise<StoredSeries | null> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : fromRow<Payload>(row);
}

export async function insertSeries(tx: Tx, series: StoredSeries, now: Date): Promise<void> {
  const row = { ...columnsOf(series), org_id: orgOf(tx), id: series.id, created_at: now, changed_at: now };
  await tx.on<Tables>().insertInto('calendar_series').values(row).execute();
}

export async function updateSeries(tx: Tx, series: StoredSeries, now: Date): Promise<void> {
  const change = { ...columnsOf(series), changed_at: now };
  await tx.on<Tables>().updateTable('calendar_series').set(change).where('id', '=', series.id).execute();
}

export async function deleteSeries(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('calendar_series').where('id', '=', id).execute();
}

/** How many series each role has. */
export async function seriesCounts(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('calendar_series')
    .select((is) => ['role_id', is.fn.countAll<number>().as('count')])
    .where('role_id', 'is not', null)
    .groupBy('role_id')
    .execute();
  return new Map(rows.flatMap(({ role_id: id, count }) => (id === null ? [] : [[id, count] as const])));
}

function columnsOf(series: StoredSeries): Omit<SeriesRow, 'org_id' | 'id' | 'created_at' | 'changed_at'> {
  const { zone, start, minutes, rule, exceptions, colour, payload, revision, owner } = series;
  return {
    ...('roleId' in owner ? { role_id: owner.roleId, person_id: null } : { role_id: null, person_id: owner.personId }),
    ...{ zone, starts: start, minutes, colour, revision },
    rule: rule === null ? null : JSON.stringify(rule),
    exceptions: JSON.stringify(exceptions),
    payload: JSON.stringify(payload),
  };
}

/** What was written by {@link columnsOf}, after it was checked at the edge. */
function fromRow<Said extends Payload>(row: SeriesRow): StoredSeries<Said> {
  const owner: Owner = row.role_id === null ? { personId: row.person_id ?? '' } : { roleId: row.role_id };
  return {
    ...{ id: row.id, zone: row.zone, start: row.starts, minutes: row.minutes, colour: row.colour },
    rule: row.rule as Rule | null,
    exceptions: row.exceptions as readonly Exception<Said>[],
    payload: row.payload as Said,
    ...{ owner, revision: row.revision },
  };
}
