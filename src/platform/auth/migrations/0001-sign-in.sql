-- Sign-in, kept by better-auth under names of ours. These tables have no organisation: one person may be a member of
-- several. They hold nothing that names a person: names and addresses stand sealed with the members.
create table users (
  id uuid primary key,
  name text not null,
  -- A keyed hash of the address ("<hash>@sealed.invalid"), or the id where no address is known.
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select coact_global_table('users', 'a person may be a member of several organisations');

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  -- SHA-256 of the secret in the cookie: who reads this table can sign in as nobody.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_of_user on sessions (user_id);
select coact_global_table('sessions', 'a session belongs to a user, not to one of their organisations');

create table sign_in_methods (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id),
  -- Tokens of others have no place here: the library would keep them in clear text.
  check (access_token is null and refresh_token is null and id_token is null)
);
create index sign_in_methods_of_user on sign_in_methods (user_id);
select coact_global_table('sign_in_methods', 'belongs to a user, not to one of their organisations');

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);
select coact_global_table('verifications', 'pending proofs of the sign-in library, before any organisation is known');

create table sign_in_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign_in', 'owner', 'invitation', 'slack_confirmation')),
  -- Whom the link concerns: ids, and an address only sealed.
  subject jsonb not null,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_links_by_end on sign_in_links (expires_at);
select coact_global_table('sign_in_links', 'a link is redeemed before any organisation is known');
