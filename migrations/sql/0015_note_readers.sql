-- The link of a note that its authors made for whoever they give it to: its secret, as they see it
-- again on their page. It is changed by being written over.
create table note_links (
    note    text not null primary key,
    token   text not null
) {strict};
create unique index note_links_token on note_links (token);
-- An invitation to read, and not to write.
alter table note_invitations add column reads {i64} not null default 0;
