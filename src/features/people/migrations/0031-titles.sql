-- What somebody is called in their work ("Head baker"). Colleagues of the directory see it as they see seniority.
alter table profiles add column title text check (length(title) between 1 and 100);
