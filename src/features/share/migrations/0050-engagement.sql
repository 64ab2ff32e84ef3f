-- Requests about a post that exists: where it is and what is asked for. Null for those that are to be shared.
alter table share_requests add column engagement jsonb;
