create table p_link_v2 (
    note  text  not null,
    other text  not null,
    at    {i64} not null,
    primary key (note, other)
) {strict};
create index p_link_v2_latest on p_link_v2 (note, at desc, other);
