-- A dashboard asks for the clicks of some weeks, over all links: by this it reads those hours and no others, however long the history is.
-- The counters are left out on purpose: an index that held them would have to be written anew with every batch of clicks.
create index click_counts_by_hour on click_counts (org_id, hour_at);
