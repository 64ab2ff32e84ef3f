-- By what a user proves to be themselves, besides links. Nothing here opens anything to whoever reads it alone: hashes
-- are peppered, secrets sealed, codes keyed, under a secret that the vault keeps apart.
create table passwords (
  user_id uuid primary key references users (id) on delete cascade,
  -- Argon2id in PHC form.
  hash text not null,
  -- Long enough to be the only proof: what must hold before the last second factor may go.
  stands_alone boolean not null,
  changed_at timestamptz not null
);
select coact_global_table('passwords', 'belongs to a user, not to one of their organisations');

create table code_generators (
  user_id uuid primary key references users (id) on delete cascade,
  secret bytea,
  confirmed_at timestamptz,
  -- The last step of 30 seconds whose code was used: each works once (RFC 6238, section 5.2).
  last_step bigint not null default 0,
  -- A secret that was shown and awaits its first code; the one above holds until then.
  shown_secret bytea,
  shown_at timestamptz
);
select coact_global_table('code_generators', 'belongs to a user, not to one of their organisations');

create table recovery_codes (
  user_id uuid not null references users (id) on delete cascade,
  code_mac text not null,
  created_at timestamptz not null,
  primary key (user_id, code_mac)
);
select coact_global_table('recovery_codes', 'belongs to a user, not to one of their organisations');

create table passkeys (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_user on passkeys (user_id);
select coact_global_table('passkeys', 'belongs to a user, not to one of their organisations');

create table identities (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  issuer text not null,
  -- A keyed hash of what the issuer calls its person: some issuers take the address for it.
  subject_mac text not null,
  linked_at timestamptz not null,
  unique (issuer, subject_mac)
);
create index identities_of_user on identities (user_id);
select coact_global_table('identities', 'belongs to a user, not to one of their organisations');

create table tickets (
  secret_hash bytea primary key,
  purpose text not null,
  user_id uuid references users (id) on delete cascade,
  -- Challenges, ids and keyed hashes, as the purpose needs them.
  subject jsonb not null,
  tries_left integer not null check (tries_left >= 0),
  expires_at timestamptz not null
);
create index tickets_by_end on tickets (expires_at);
create index tickets_of_user on tickets (user_id);
select coact_global_table('tickets', 'what a browser has begun to prove, before any organisation is known');
