-- Who looks after the whole commons, apart from who facilitates workshops. Those who facilitated
-- before did both: nothing is taken from them.
alter table people add column moderator {i64} not null default 0;
update people set moderator = facilitator;

-- Whose hours somebody reads, by the name of their zone; empty for those of the site.
alter table people add column zone text not null default '';
create index people_moderators on people (moderator, created_at, person);
