-- What an organisation has with the payment service, as it was last read there. Nothing of cards: those are at Stripe alone.
create table billing_accounts (
  org_id uuid not null,
  trial_ends_at timestamptz not null,
  -- Made at the first Checkout; events name it.
  customer_id text,
  -- The Checkout that was opened last: another one closes it, so that nobody subscribes twice.
  checkout_id text,
  subscription_id text,
  status text check (status in ('active', 'trialing', 'past_due', 'unpaid', 'paused', 'incomplete', 'incomplete_expired', 'canceled')),
  unpaid boolean not null default false,
  item_id text,
  price_id text,
  people integer,
  period_ends_at timestamptz,
  cancels_at timestamptz,
  ended_at timestamptz,
  next_amount bigint,
  next_currency text,
  -- Readings are numbered when they begin; one that began earlier never overwrites one that began later.
  readings_begun integer not null default 0,
  reading_stored integer not null default 0,
  read_at timestamptz,
  -- The end of the cycle for which the number of people was reported.
  reported_for timestamptz,
  primary key (org_id),
  check ((subscription_id is null) = (status is null))
);
select coact_tenant_table('billing_accounts');
create unique index billing_accounts_by_customer on billing_accounts (customer_id);

-- An event names its customer; the organisation is looked up by it.
grant select (org_id, customer_id) on billing_accounts to coact_directory;
create policy directory on billing_accounts for select to coact_directory using (true);
select coact_whole_table('billing_accounts', 'a customer of the payment service belongs to one organisation of all');

-- Stripe delivers an event again for up to three days, and more than once. Holds nothing of what happened.
create table billing_events_seen (
  org_id uuid not null,
  event_id text not null,
  seen_at timestamptz not null,
  primary key (org_id, event_id)
);
select coact_tenant_table('billing_events_seen');
create index billing_events_seen_by_time on billing_events_seen (org_id, seen_at);
