-- Whether publishers may have a language model of the operator's suggest other wordings.
alter table share_settings add column rewriting boolean not null default false;
