-- What was erased, without a word of it: a copy of the log that is put back is made to forget
-- the same things again. Kept with the keys, which no backup of the log holds.
create table erasures (
    erasure text  not null primary key,
    what    text  not null,
    subject text  not null,
    detail  text  not null,
    at      {i64} not null
) {strict};
create index erasures_at on erasures (at, erasure);
