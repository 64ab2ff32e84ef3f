-- What acts on a post that exists are worth, beside shares and clicks. Whoever has values already begins with the usual ones.
alter table event_values
  add column liked int not null default 200 check (liked between 0 and 100000000),
  add column reshared int not null default 300 check (reshared between 0 and 100000000),
  add column commented int not null default 500 check (commented between 0 and 100000000);
alter table event_values alter column liked drop default, alter column reshared drop default, alter column commented drop default;

-- Days that were priced anew on purpose: with what events were worth when it was done, or (no currency) each day with its own
-- values again. Of two that share a day, the later one holds. Nothing is ever changed here, so that it can be told what was shown.
create table event_repricings (
  org_id uuid not null references organisations (org_id),
  -- In which order they were made.
  turn int not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  currency text check (currency ~ '^[A-Z]{3}$'),
  awareness int,
  share int,
  click int,
  liked int,
  reshared int,
  commented int,
  made_at timestamptz not null,
  primary key (org_id, turn),
  check (num_nulls(currency, awareness, share, click, liked, reshared, commented) in (0, 7))
);
select coact_tenant_table('event_repricings');
