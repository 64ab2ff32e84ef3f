import { sql, type Tx } from '../../platform/db/index.ts';
import { carryDigest, findDigest } from './digest/store.ts';
import { reviewsBy } from './review/store.ts';

interface Tables {
  share_requests: { id: string; title: string; state: string; created_by: string; created_at: Date };
  share_composers: { request_id: string; person_id: string };
  share_feeds: { name: string; url: string; created_by: string; created_at: Date; deleted_at: Date | null };
}

/**
 * What the slice holds about somebody: how they publish and read totals. That they shared something is held by nobody, so
 * it stands in no copy. The key that ends their mails is left out: it opens something.
 */
export async function heldAboutPublisher(tx: Tx, personId: string): Promise<object> {
  const digest = await findDigest(tx, personId);
  const told = digest && {
    ...{ every: digest.every, weekday: digest.weekday, hour: digest.hour },
    ...{ mail: digest.mail, slack: digest.slack, toldFrom: digest.toldFrom },
  };
  return {
    digest: told,
    reviews: await reviewsBy(tx, personId),
    requests: await requestsOf(tx, personId),
    feeds: await feedsOf(tx, personId),
  };
}

/** Requests that they wrote or changed. */
function requestsOf(tx: Tx, personId: string): Promise<readonly object[]> {
  return tx
    .on<Tables>()
    .selectFrom('share_requests as r')
    .select(['r.id', 'r.title', 'r.state', 'r.created_at as createdAt'])
    .select(sql<boolean>`r.created_by = ${personId}`.as('begunByYou'))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('r.created_by', '=', personId),
        exists(
          selectFrom('share_composers as c')
            .select('c.request_id')
            .whereRef('c.request_id', '=', 'r.id')
            .where('c.person_id', '=', personId),
        ),
      ]),
    )
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute();
}

/** Feeds that they added. */
function feedsOf(tx: Tx, personId: string): Promise<readonly object[]> {
  const feeds = tx.on<Tables>().selectFrom('share_feeds').where('created_by', '=', personId).orderBy('created_at');
  return feeds.select(['name', 'url', 'created_at as createdAt', 'deleted_at as deletedAt']).execute();
}

/**
 * Two records of one human become one: what the other wrote, decided, added and asked for is the kept one's. Whoever has
 * written a request under the one name can't approve it under the other, nor what their feed brings.
 */
export async function carryPublisher(tx: Tx, kept: string, other: string): Promise<void> {
  await sql`insert into share_composers (org_id, request_id, person_id)
    select org_id, request_id, ${kept}::uuid from share_composers where person_id = ${other}
    on conflict do nothing`.execute(tx.on());
  await sql`delete from share_composers where person_id = ${other}`.execute(tx.on());
  await sql`update share_reviews set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`update share_requests set created_by = ${kept} where created_by = ${other}`.execute(tx.on());
  await sql`update share_feeds set created_by = ${kept} where created_by = ${other}`.execute(tx.on());
  await carryDigest(tx, kept, other);
}
