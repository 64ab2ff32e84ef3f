-- Named sets of UTM parameters that publishers begin with. What a request goes out with stands in the request itself.
create table utm_templates (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  utm jsonb not null,
  is_default boolean not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, name_key)
);
select coact_tenant_table('utm_templates');
create unique index utm_templates_default on utm_templates (org_id) where is_default;
