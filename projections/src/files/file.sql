create table p_file (
    file       text  not null primary key,
    of_kind    text  not null,
    of_id      text  not null,
    person     text  not null,
    kind       text  not null,
    faces      text  not null,
    content_id text  not null,
    objections {i64} not null,
    at         {i64} not null
) {strict};
create index p_file_of on p_file (of_id, at, file);
create index p_file_person on p_file (person, at desc, file);
create table p_file_objection (
    file   text not null,
    person text not null,
    primary key (file, person)
) {strict};
