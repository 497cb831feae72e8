-- A photo someone took of their own page is theirs to look at while they write, and
-- nobody else's.
alter table photos add column own {i64} not null default 0;
