import { orgOf, type Tx } from '../../../../../platform/db/index.ts';
import type { Change, Scope } from '../../../calendar/change.ts';
import type { Owner, Payload, StoredSeries } from '../series-rows.ts';

/** What somebody did to an occurrence: changed it, or took it out (`change` is null). */
export interface SeriesAct {
  readonly on: string;
  readonly scope: Scope;
  readonly change: Change<Payload> | null;
  /** Id for the series of the following ones, where one was split off. */
  readonly tailId: string;
}

/** A change of a calendar that can be taken back. */
export interface StoredEdit {
  readonly id: string;
  readonly owner: Owner;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** The series that were there; none where one was made. */
  readonly before: readonly StoredSeries[];
  /** What took their place. */
  readonly after: readonly { readonly id: string; readonly revision: number }[];
  /** Null where a series was made. */
  readonly act: SeriesAct | null;
}

interface Tables {
  series_edits: {
    org_id: string;
    id: string;
    role_id: string | null;
    owner_id: string | null;
    made_by: string;
    made_at: Date;
    before: unknown;
    after: unknown;
    act: unknown;
  };
}

/** Keeps an edit, and forgets those that are too old to be taken back. */
export async function insertEdit(tx: Tx, edit: StoredEdit, oldest: Date): Promise<void> {
  const { id, owner, madeBy, madeAt, before, after, act } = edit;
  const table = tx.on<Tables>();
  await table.deleteFrom('series_edits').where('made_at', '<', oldest).execute();
  await table
    .insertInto('series_edits')
    .values({
      ...{ org_id: orgOf(tx), id, made_by: madeBy, made_at: madeAt },
      ...('roleId' in owner ? { role_id: owner.roleId, owner_id: null } : { role_id: null, owner_id: owner.personId }),
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      act: act === null ? null : JSON.stringify(act),
    })
    .execute();
}

/** An edit that can still be taken back, by who made it; it is kept from others until the end. */
export async function lockEdit(tx: Tx, id: string, madeBy: string, oldest: Date): Promise<StoredEdit | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('series_edits')
    .selectAll()
    .where('id', '=', id)
    .where('made_by', '=', madeBy)
    .where('made_at', '>=', oldest)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...{ id: row.id, madeBy: row.made_by, madeAt: row.made_at },
    owner: row.role_id === null ? { personId: row.owner_id ?? '' } : { roleId: row.role_id },
    before: row.before as StoredEdit['before'],
    after: row.after as StoredEdit['after'],
    act: row.act as StoredEdit['act'],
  };
}

export async function deleteEdit(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('series_edits').where('id', '=', id).execute();
}
