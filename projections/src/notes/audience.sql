create table p_audience (
    object         text  not null,
    group_id       text  not null,
    first_revision {i64} not null,
    since          {i64} not null,
    primary key (object, group_id)
) {strict};
create index p_audience_group on p_audience (group_id, since desc, object);
create table p_audience_past (
    object         text  not null,
    group_id       text  not null,
    since          {i64} not null,
    until          {i64} not null,
    primary key (object, group_id, since)
) {strict};
create table p_audience_home (
    object   text not null primary key,
    workshop text not null
) {strict};
