import { type OrgId, orgId, orgOf, sql, type Tx } from '../../platform/db/index.ts';
import type { Account } from './standing.ts';
import type { Status, Subscription } from './subscription.ts';

interface AccountRow {
  org_id: string;
  trial_ends_at: Date;
  customer_id: string | null;
  checkout_id: string | null;
  subscription_id: string | null;
  status: Status | null;
  unpaid: boolean;
  item_id: string | null;
  price_id: string | null;
  people: number | null;
  period_ends_at: Date | null;
  cancels_at: Date | null;
  ended_at: Date | null;
  next_amount: number | null;
  next_currency: string | null;
  readings_begun: number;
  reading_stored: number;
  read_at: Date | null;
  reported_for: Date | null;
  told_failure: string | null;
}

interface Tables {
  billing_accounts: AccountRow;
  billing_events_seen: { org_id: string; event_id: string; seen_at: Date };
}

/** An organisation's account as it is kept here. */
export interface StoredAccount extends Account {
  readonly customerId: string | null;
  readonly checkoutId: string | null;
  /** In the currency's smallest unit. */
  readonly nextInvoice: { readonly amount: number; readonly currency: string } | null;
  /** When Stripe was last asked. */
  readonly readAt: Date | null;
  readonly reportedFor: Date | null;
  /** The failed attempt at a payment that owners were written to about last. */
  readonly toldFailure: string | null;
}

/** What was read at Stripe in one go. */
export interface Reading {
  readonly subscription: Subscription | null;
  readonly nextInvoice: StoredAccount['nextInvoice'];
}

/** The organisation's account, which begins with its trial when it is first asked for. */
export async function accountOf(tx: Tx, trialEndsAt: Date): Promise<StoredAccount> {
  const found = await findAccount(tx);
  if (found !== null) return found;
  await sql`insert into billing_accounts (org_id, trial_ends_at) values (${orgOf(tx)}, ${trialEndsAt})
    on conflict do nothing`.execute(tx.on());
  const made = await findAccount(tx);
  if (made === null) throw new Error('an account vanished while it was written');
  return made;
}

/** The account, where there is one already. */
export async function findAccount(tx: Tx): Promise<StoredAccount | null> {
  const row = await tx.on<Tables>().selectFrom('billing_accounts').selectAll().executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

function fromRow(row: AccountRow): StoredAccount {
  const { next_amount: amount, next_currency: currency } = row;
  return {
    ...{ trialEndsAt: row.trial_ends_at, customerId: row.customer_id, checkoutId: row.checkout_id },
    ...{ subscription: subscriptionIn(row), readAt: row.read_at, reportedFor: row.reported_for },
    toldFailure: row.told_failure,
    nextInvoice: amount === null || currency === null ? null : { amount: Number(amount), currency },
  };
}

function subscriptionIn(row: AccountRow): Account['subscription'] {
  const { subscription_id: id, status, item_id: itemId, price_id: priceId, people, period_ends_at: end } = row;
  if (id === null || status === null || itemId === null || priceId === null || people === null || end === null) {
    return null;
  }
  return {
    ...{ id, status, itemId, priceId, people, periodEndsAt: end, unpaid: row.unpaid },
    ...{ cancelsAt: row.cancels_at, endedAt: row.ended_at },
  };
}

/** Whose customer this is, asked before the organisation is known. */
export async function organisationOfCustomer(tx: Tx, customerId: string): Promise<OrgId | null> {
  const query = tx.on<Tables>().selectFrom('billing_accounts').select('org_id').where('customer_id', '=', customerId);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : orgId(row.org_id);
}

/** Keeps the customer that was made for the organisation. Of two at once the first counts. @returns the one that counts */
export async function keepCustomer(tx: Tx, customerId: string): Promise<string> {
  const { rows } = await sql<{ customer_id: string }>`
    update billing_accounts set customer_id = coalesce(customer_id, ${customerId}) returning customer_id`.execute(
    tx.on(),
  );
  return rows[0]?.customer_id ?? customerId;
}

export async function keepCheckout(tx: Tx, checkoutId: string): Promise<void> {
  await tx.on<Tables>().updateTable('billing_accounts').set({ checkout_id: checkoutId }).execute();
}

/** Of two readings that end at once the second sees what the first has stored. */
export async function lockAccount(tx: Tx): Promise<void> {
  await sql`select 1 from billing_accounts for update`.execute(tx.on());
}

/** The number of a reading that begins. */
export async function beginReading(tx: Tx): Promise<number> {
  const { rows } = await sql<{ readings_begun: number }>`
    update billing_accounts set readings_begun = readings_begun + 1 returning readings_begun`.execute(tx.on());
  const number = rows[0]?.readings_begun;
  if (number === undefined) throw new Error('there is no account to read for');
  return number;
}

/**
 * Stores what was read, unless a reading that began later is stored already.
 * @returns whether it was stored
 */
export async function storeReading(tx: Tx, number: number, reading: Reading, now: Date): Promise<boolean> {
  const { subscription, nextInvoice } = reading;
  const stored = await tx
    .on<Tables>()
    .updateTable('billing_accounts')
    .set({
      ...{ subscription_id: subscription?.id ?? null, status: subscription?.status ?? null },
      ...{ item_id: subscription?.itemId ?? null, price_id: subscription?.priceId ?? null },
      ...{ people: subscription?.people ?? null, unpaid: subscription?.unpaid ?? false },
      ...{ period_ends_at: subscription?.periodEndsAt ?? null, cancels_at: subscription?.cancelsAt ?? null },
      ...{ ended_at: subscription?.endedAt ?? null },
      ...{ next_amount: nextInvoice?.amount ?? null, next_currency: nextInvoice?.currency ?? null },
      ...{ reading_stored: number, read_at: now },
    })
    .where('reading_stored', '<', number)
    .executeTakeFirst();
  return stored.numUpdatedRows > 0n;
}

/** The number of people was reported for the cycle that ends then. */
export async function noteReported(tx: Tx, periodEndsAt: Date): Promise<void> {
  await tx.on<Tables>().updateTable('billing_accounts').set({ reported_for: periodEndsAt }).execute();
}

/** Owners have been written to about this attempt. */
export async function noteToldFailure(tx: Tx, key: string): Promise<void> {
  await tx.on<Tables>().updateTable('billing_accounts').set({ told_failure: key }).execute();
}

/** @returns false when it was seen before */
export async function markEventSeen(tx: Tx, eventId: string, now: Date): Promise<boolean> {
  const inserted = await tx
    .on<Tables>()
    .insertInto('billing_events_seen')
    .values({ org_id: orgOf(tx), event_id: eventId, seen_at: now })
    .onConflict((conflict) => conflict.columns(['org_id', 'event_id']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Forgets events that are not delivered again. */
export async function forgetEvents(tx: Tx, before: Date): Promise<void> {
  await tx.on<Tables>().deleteFrom('billing_events_seen').where('seen_at', '<', before).execute();
}
