create table p_history_v1 (
    note       text  not null,
    revision   {i64} not null,
    by_person  text  not null,
    content_id text  not null,
    restores   {i64},
    added      {i64} not null,
    removed    {i64} not null,
    at         {i64} not null,
    primary key (note, revision)
) {strict};
