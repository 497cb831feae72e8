-- Streams in which an event cannot be read: every projection leaves them out from that
-- event on, and nobody can command them, until somebody has looked. `retried` is 1 while
-- projections are told the stream again, beside the tables that answer.
create table streams_set_aside (
    aggregate_type text  not null,
    aggregate_id   text  not null,
    position       {i64} not null,
    reason         text  not null,
    at             {i64} not null,
    retried        {i64} not null default 0,
    primary key (aggregate_type, aggregate_id)
) {strict};

-- Events an operator left out for good, of every projection and of their stream, and why.
create table events_left_out (
    position       {i64} not null primary key,
    aggregate_type text  not null,
    aggregate_id   text  not null,
    sequence       {i64} not null,
    reason         text  not null,
    at             {i64} not null
) {strict};
