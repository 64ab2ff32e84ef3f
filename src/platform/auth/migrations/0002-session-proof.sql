-- What a session has proved, and on what kind of device it is: the names of browser and system alone, so that a person
-- can tell their sessions apart. Addresses of networks and whole user agents are not kept.
alter table sessions add column second_factor boolean not null default false;
alter table sessions add column stepped_up_at timestamptz;
alter table sessions add column browser text not null default '';
alter table sessions add column system text not null default '';
update sessions set user_agent = '', ip_address = '';
