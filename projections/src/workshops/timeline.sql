create table p_timeline_v2 (
    workshop text  not null,
    position {i64} not null,
    at       {i64} not null,
    person   text,
    moment   text  not null,
    detail   text  not null,
    primary key (workshop, position)
) {strict};
create table p_timeline_note_v2 (
    note     text not null primary key,
    workshop text not null,
    person   text not null
) {strict};
