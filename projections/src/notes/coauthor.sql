create table p_coauthor (
    note   text  not null,
    person text  not null,
    since  {i64} not null,
    primary key (note, person)
) {strict};
create index p_coauthor_person on p_coauthor (person);
