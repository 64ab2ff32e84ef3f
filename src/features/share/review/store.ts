import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { Approvals, ReviewEntry, ReviewStep } from './review.ts';

interface Tables {
  share_settings: { org_id: string; approvals: Approvals; changed_at: Date };
  share_composers: { org_id: string; request_id: string; person_id: string };
  share_reviews: {
    org_id: string;
    request_id: string;
    step: number;
    id: string;
    what: ReviewStep;
    person_id: string;
    words: string | null;
    send_at: Date | null;
    revision: number;
    at: Date;
  };
}

/** Whether requests need an approval before they go out. */
export async function readApprovals(tx: Tx): Promise<Approvals> {
  const row = await tx.on<Tables>().selectFrom('share_settings').select('approvals').executeTakeFirst();
  return row?.approvals ?? 'off';
}

export async function writeApprovals(tx: Tx, approvals: Approvals, now: Date): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('share_settings')
    .values({ org_id: orgOf(tx), approvals, changed_at: now })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ approvals, changed_at: now }))
    .execute();
  await announce(tx, 'requests');
}

/** Somebody has a part in what a request says, from now on. */
export async function insertComposer(tx: Tx, requestId: string, personId: string): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('share_composers')
    .values({ org_id: orgOf(tx), request_id: requestId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everybody who has a part in what a request says. */
export async function composersOf(tx: Tx, requestId: string): Promise<readonly string[]> {
  const all = tx.on<Tables>().selectFrom('share_composers').select('person_id').where('request_id', '=', requestId);
  return (await all.orderBy('person_id').execute()).map((row) => row.person_id);
}

/** Adds a step. Whoever does has locked the request, so that steps come one after the other. */
export async function insertReview(tx: Tx, requestId: string, entry: ReviewEntry): Promise<void> {
  const { id, what, personId, words, sendAt, revision, at } = entry;
  await tx
    .on<Tables>()
    .insertInto('share_reviews')
    .values({
      ...{ org_id: orgOf(tx), request_id: requestId, id, what, person_id: personId },
      step: sql`(select coalesce(max(step), 0) + 1 from share_reviews where request_id = ${requestId})`,
      ...{ words, send_at: sendAt, revision, at },
    })
    .execute();
}

/** What became of a request on its way to approval, oldest first. */
export async function reviewsOf(tx: Tx, requestId: string): Promise<readonly ReviewEntry[]> {
  const all = tx.on<Tables>().selectFrom('share_reviews').selectAll().where('request_id', '=', requestId);
  return (await all.orderBy('step').execute()).map((row) => ({
    ...{ id: row.id, what: row.what, personId: row.person_id, words: row.words },
    ...{ sendAt: row.send_at, revision: row.revision, at: row.at },
  }));
}

/** What somebody said and decided about requests, for their own copy of what is held about them. */
export async function reviewsBy(tx: Tx, personId: string): Promise<readonly object[]> {
  const own = tx.on<Tables>().selectFrom('share_reviews').where('person_id', '=', personId).orderBy('at');
  return own.select(['request_id as requestId', 'what', 'words', 'at']).execute();
}

/**
 * Approval is required from now on: what is scheduled goes out as it was planned.
 * @returns what is approved with that
 */
export async function approveScheduled(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly revision: number; readonly sendAt: Date | null }[]> {
  const { rows } = await sql<{ id: string; revision: number; send_at: Date | null }>`
    update share_requests set approved_revision = revision where state = 'scheduled'
    returning id, revision, send_at`.execute(tx.on());
  return rows.map(({ id, revision, send_at: sendAt }) => ({ id, revision, sendAt }));
}
