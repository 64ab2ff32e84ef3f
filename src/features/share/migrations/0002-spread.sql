-- An index over all organisations could not be spread by organisation; two random ids are not alike.
drop index pictures_by_id;
create index pictures_by_id on pictures (id);
