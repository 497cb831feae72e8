-- Invitations to write a note with its authors: each is a link that serves once, whose token is not
-- kept.
create table note_invitations (
    token_hash text  not null primary key,
    note       text  not null,
    by_person  text  not null,
    expires_at {i64} not null,
    taken_by   text
) {strict};
create index note_invitations_note on note_invitations (note);
create index note_invitations_by_person on note_invitations (by_person);
