create table p_link_v1 (
    note  text  not null,
    other text  not null,
    at    {i64} not null,
    primary key (note, other)
) {strict};
