-- A letter of news is leased to one node, sent, then marked: a crash loses none.
-- `sent_at` is when it was first taken.

-- Until when one node alone may send it.
alter table letters add column leased_to {i64} not null default 0;
-- How many times it was taken.
alter table letters add column tries {i64} not null default 0;
-- When the mail server accepted it; 0 while it has not. A row without one comes from an
-- older program, which wrote it before sending and never sent it again: it counts as sent.
alter table letters add column left_at {i64} not null default 1;
-- When it was given up, refused for good or tried too often; 0 otherwise.
alter table letters add column given_up_at {i64} not null default 0;

update letters set left_at = sent_at;
