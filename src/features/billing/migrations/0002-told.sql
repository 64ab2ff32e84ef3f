-- The failed attempt at a payment that owners were written to about last, so that each is told once. Holds no amount.
alter table billing_accounts add column told_failure text;
