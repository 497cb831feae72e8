create table p_link (
    note  text  not null,
    other text  not null,
    at    {i64} not null,
    primary key (note, other)
) {strict};
create index p_link_latest on p_link (note, at desc, other);
