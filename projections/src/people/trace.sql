create table p_trace (
    person   text  not null,
    position {i64} not null,
    primary key (person, position)
) {strict};
