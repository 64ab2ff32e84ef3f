import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { EventValues, Repricing, Worth } from './values.ts';

interface WorthColumns {
  currency: string;
  awareness: number;
  share: number;
  click: number;
  liked: number;
  reshared: number;
  commented: number;
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

interface Tables {
  event_values: { org_id: string; valid_from: Date } & WorthColumns;
  event_repricings: {
    org_id: string;
    turn: number;
    from_day: string;
    until_day: string;
    made_at: Date;
  } & Nullable<WorthColumns>;
}

const worthOf = (row: WorthColumns): Worth => ({
  ...{ currency: row.currency, awareness: row.awareness, share: row.share, click: row.click },
  ...{ like: row.liked, reshare: row.reshared, comment: row.commented },
});

const columnsOf = ({ currency, awareness, share, click, like, reshare, comment }: Worth): WorthColumns => ({
  ...{ currency, awareness, share, click },
  ...{ liked: like, reshared: reshare, commented: comment },
});

/** Sets what events are worth from a moment on; what was to begin within the stretch that follows it is replaced. */
export async function putEventValues(tx: Tx, { validFrom, ...worth }: EventValues, until: Date): Promise<void> {
  await removeEventValues(tx, validFrom, until);
  await tx
    .on<Tables>()
    .insertInto('event_values')
    .values({ org_id: orgOf(tx), valid_from: validFrom, ...columnsOf(worth) })
    .execute();
}

/** Removes the values that begin within a stretch. @returns whether there were any */
export async function removeEventValues(tx: Tx, from: Date, until: Date): Promise<boolean> {
  const removed = await tx
    .on<Tables>()
    .deleteFrom('event_values')
    .where('valid_from', '>=', from)
    .where('valid_from', '<', until)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** All values with the moment from which they hold, the oldest first. */
export async function listEventValues(tx: Tx): Promise<EventValues[]> {
  const rows = await tx.on<Tables>().selectFrom('event_values').selectAll().orderBy('valid_from').execute();
  return rows.map((row) => ({ ...worthOf(row), validFrom: row.valid_from }));
}

export async function insertRepricing(tx: Tx, { from, until, worth, madeAt }: Repricing): Promise<void> {
  const nothing = { currency: null, awareness: null, share: null, click: null };
  const columns = worth === null ? { ...nothing, liked: null, reshared: null, commented: null } : columnsOf(worth);
  await tx
    .on<Tables>()
    .insertInto('event_repricings')
    .values({
      org_id: orgOf(tx),
      turn: sql<number>`(select count(*)::int + 1 from event_repricings)`,
      from_day: from,
      until_day: until,
      ...columns,
      made_at: madeAt,
    })
    .execute();
}

/** All re-pricings, in the order in which they were made. */
export async function listRepricings(tx: Tx): Promise<Repricing[]> {
  const rows = await tx.on<Tables>().selectFrom('event_repricings').selectAll().orderBy('turn').execute();
  return rows.map(({ from_day: from, until_day: until, made_at: madeAt, ...row }) => {
    return { from, until, worth: isPriced(row) ? worthOf(row) : null, madeAt };
  });
}

/** All of its columns are filled, or none: the table sees to that. */
function isPriced(row: Nullable<WorthColumns>): row is WorthColumns {
  return row.currency !== null;
}
