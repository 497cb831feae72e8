-- A stream that grows is loaded from here, then from its last events. A cache:
-- another `schema` is not read, and the whole table may be emptied at any time.
create table snapshots (
    aggregate_type text   not null,
    aggregate_id   text   not null,
    sequence       {i64}  not null,
    schema         {i64}  not null,
    state          {json} not null,
    primary key (aggregate_type, aggregate_id)
) {strict};

-- The hash chain of the log: one row for each run of events, in order. `marks`
-- holds the first eight bytes of the hash of each event of the run.
create table seals (
    last  {i64}  not null primary key,
    first {i64}  not null unique,
    hash  text   not null,
    marks {blob} not null,
    at    {i64}  not null
) {strict};

-- Events an operator told a projection to leave out, and why.
create table projection_skips (
    name     text  not null,
    version  {i64} not null,
    position {i64} not null,
    reason   text  not null,
    at       {i64} not null,
    primary key (name, version, position)
) {strict};
