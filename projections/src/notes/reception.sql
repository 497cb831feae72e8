create table p_reception (
    note          text  not null primary key,
    readers       {i64} not null,
    reads         {i64} not null,
    likes         {i64} not null,
    likes_guests  {i64} not null,
    thanks        {i64} not null
) {strict};
create table p_liking (
    note   text  not null,
    reader text  not null,
    guest  {i64} not null,
    likes  {i64} not null,
    primary key (note, reader)
) {strict};
create table p_thanks (
    note       text  not null,
    by_person  text  not null,
    to_person  text  not null,
    content_id text  not null,
    at         {i64} not null,
    primary key (note, by_person)
) {strict};
