-- What an update may change: of which roles, by whom (null: all, everybody), and whether also what people were told.
alter table plan_updates add column role_ids uuid[];
alter table plan_updates add column person_ids uuid[];
alter table plan_updates add column change_published boolean not null default false;
