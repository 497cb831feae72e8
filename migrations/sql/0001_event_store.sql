-- The log. Columns 2 to 8 are the ones postgres-es reads and writes; `position`
-- and `recorded_at` are ours. Nothing here is ever updated or deleted, except
-- the counters of log_head and projections.
create table log_meta (
    one        {i64} not null primary key check (one = 1),
    log_id     text  not null,
    created_at {i64} not null
) {strict};

-- One row: the position of the last event. Updating it is the lock that makes
-- positions dense and readers safe.
create table log_head (
    log      {i64} not null primary key,
    position {i64} not null
) {strict};
insert into log_head (log, position) values (0, 0);

create table events (
    position       {i64}  not null primary key,
    aggregate_type text   not null,
    aggregate_id   text   not null,
    sequence       {i64}  not null check (sequence > 0),
    event_type     text   not null,
    event_version  text   not null,
    payload        {json} not null,
    metadata       {json} not null,
    recorded_at    {i64}  not null,
    unique (aggregate_type, aggregate_id, sequence)
) {strict};

-- What was already done under which idempotency key, written with its events.
create table commands (
    actor        text  not null,
    command_id   text  not null,
    request_hash text  not null,
    position     {i64} not null,
    at           {i64} not null,
    primary key (actor, command_id)
) {strict};

create table projections (
    name       text  not null,
    version    {i64} not null,
    position   {i64} not null,
    status     text  not null,
    updated_at {i64} not null,
    primary key (name, version)
) {strict};

create table projection_failures (
    name     text  not null,
    version  {i64} not null,
    position {i64} not null,
    error    text  not null,
    at       {i64} not null,
    primary key (name, version, position)
) {strict};
