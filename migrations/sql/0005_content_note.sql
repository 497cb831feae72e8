-- Which note words are about, so that a passage can be erased from every text that was
-- ever sent about it, kept or not. Texts that are older, or about something else, have none.
alter table content add column note text;
create index content_note on content (note);
