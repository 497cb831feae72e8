-- The words people wrote, append-only: events point here and never hold them.
-- Only an erasure may empty a row, and it leaves the row.
create table content (
    content_id text  not null primary key,
    title      text  not null,
    body       text  not null,
    summary    text  not null,
    created_at {i64} not null,
    erased_at  {i64}
) {strict};

-- What someone is writing and has not saved yet: theirs alone, overwritten at
-- each autosave, gone when they save. Never an event: nobody is held to a
-- sentence they were still looking for.
create table drafts (
    note     text  not null,
    person   text  not null,
    title    text  not null,
    body     text  not null,
    base     {i64} not null,
    saved_at {i64} not null,
    primary key (note, person)
) {strict};
