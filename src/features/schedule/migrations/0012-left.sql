-- Somebody who leaves ends what they were told; that publishes nothing for anybody else.
alter table publications drop constraint publications_kind_check;
alter table publications add constraint publications_kind_check check (kind in ('publish', 'trade', 'claim', 'left'));
update publications set kind = 'left', why = null where kind = 'publish' and why = 'left' and location_id is null;
