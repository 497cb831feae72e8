-- Files that go with notes, meetings and workshops: what they are, beside the log. Their bytes stand
-- in a store of objects, each under the hash of what it holds; what they are called and what is said of
-- them is in `content`.
create table files (
    file       text  not null primary key,
    person     text  not null,
    media_type text  not null,
    length     {i64} not null,
    created_at {i64} not null,
    -- The hash of what was sent, so that another file under the same key is known for one.
    source     text  not null,
    -- It is being removed: what is interrupted is taken up.
    leaving    {i64} not null default 0
) {strict};
create index files_person on files (person, created_at, file);
create index files_leaving on files (file) where leaving = 1;

-- A picture is kept in several sizes (its longest side, in pixels), anything else in one, size 0.
create table file_parts (
    file   text  not null,
    size   {i64} not null,
    hash   text  not null,
    length {i64} not null,
    width  {i64} not null,
    height {i64} not null,
    primary key (file, size)
) {strict};
create index file_parts_hash on file_parts (hash);

-- The objects of the store. `kept_until`: until when one is kept for whoever writes it, for ever (the
-- largest number) once a file has it. `leaving`: it is being removed, and nobody may claim it until it
-- is. `bytes`: those the store could not take yet, kept here so that nothing is lost; they go there as
-- soon as it answers.
create table blobs (
    hash       text  not null primary key,
    length     {i64} not null,
    kept_until {i64} not null,
    leaving    {i64} not null,
    bytes      {blob}
) {strict};
create index blobs_kept_until on blobs (kept_until, hash);
create index blobs_waiting on blobs (hash) where bytes is not null;

-- What all files take together, in bytes.
create table files_total (
    one    {i64} not null primary key,
    length {i64} not null
) {strict};
insert into files_total (one, length) values (1, 0);
