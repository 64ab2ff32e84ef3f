-- A keyed hash of how somebody is called in Slack, as last heard: so that a name follows Slack where it came from there, and
-- stays where they are called something else here.
alter table people add column slack_name_key bytea;
