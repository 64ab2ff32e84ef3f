-- One row for each workspace that an organisation has connected. A reinstall bumps the generation of the same row, so
-- that what belongs to an older install (a late event, a refreshed token) is recognised.
create table slack_installations (
  org_id uuid not null,
  id uuid not null,
  team_id text not null,
  team_name text not null,
  enterprise_id text,
  app_id text not null,
  bot_user_id text not null,
  -- Sealed by the vault; null as soon as the installation has ended.
  bot_token bytea,
  refresh_token bytea,
  token_expires_at timestamptz,
  -- Whoever refreshes a rotating token holds this until then: a refresh token serves once.
  refreshing_until timestamptz,
  scopes text[] not null,
  installer_user_id text not null,
  generation integer not null check (generation > 0),
  installed_at timestamptz not null,
  state text not null check (state in ('active', 'revoked', 'uninstalled')),
  ended_at timestamptz,
  primary key (org_id, id),
  check (state = 'active' or (bot_token is null and refresh_token is null))
);
select coact_tenant_table('slack_installations');
-- A workspace belongs to one organisation, and an organisation has one workspace.
create unique index slack_installations_one_organisation on slack_installations (team_id) where state = 'active';
create unique index slack_installations_one_workspace on slack_installations (org_id) where state = 'active';
create unique index slack_installations_one_row on slack_installations (org_id, team_id);

-- A request names its workspace; the organisation is looked up by it.
grant select (org_id, id, team_id, generation, state) on slack_installations to coact_directory;
create policy directory on slack_installations for select to coact_directory using (true);

-- An installation begun in a browser: the state that Slack carries back serves once, for ten minutes, in that browser.
create table slack_install_states (
  org_id uuid not null,
  state_hash bytea not null,
  browser_hash bytea not null,
  user_id text not null,
  expires_at timestamptz not null,
  primary key (org_id, state_hash)
);
select coact_tenant_table('slack_install_states');

-- Slack delivers an event up to four times. Kept for a day; holds nothing about what happened or to whom.
create table slack_events_seen (
  org_id uuid not null,
  event_id text not null,
  seen_at timestamptz not null,
  primary key (org_id, event_id)
);
select coact_tenant_table('slack_events_seen');
create index slack_events_seen_by_time on slack_events_seen (org_id, seen_at);
