-- An index over all organisations could not be spread by organisation; two tokens of 256 random bits are not alike.
alter table connect_attempts drop constraint connect_attempts_token_hash_key;
create index connect_attempts_by_token on connect_attempts (token_hash);
