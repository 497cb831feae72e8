create table p_coauthor (
    note   text  not null,
    person text  not null,
    since  {i64} not null,
    primary key (note, person)
) {strict};
create index p_coauthor_person on p_coauthor (person);
create table p_authorship_asked (
    note   text  not null,
    person text  not null,
    since  {i64} not null,
    waits  {i64} not null,
    primary key (note, person)
) {strict};
create index p_authorship_asked_person on p_authorship_asked (person);
