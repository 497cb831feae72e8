create table p_timeline (
    workshop text  not null,
    position {i64} not null,
    at       {i64} not null,
    person   text,
    moment   text  not null,
    detail   text  not null,
    primary key (workshop, position)
) {strict};
create table p_timeline_note (
    note     text not null primary key,
    workshop text not null,
    person   text not null
) {strict};
