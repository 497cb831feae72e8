create table p_seen (
    note     text  not null,
    reader   text  not null,
    revision {i64} not null,
    at       {i64} not null,
    primary key (note, reader)
) {strict};
