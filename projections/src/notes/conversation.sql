create table p_conversation (
    note     text  not null,
    reader   text  not null,
    messages {i64} not null,
    waits    text  not null,
    ended    {i64} not null,
    last_at  {i64} not null,
    primary key (note, reader)
) {strict};
create index p_conversation_reader on p_conversation (reader, last_at);
create index p_conversation_waits on p_conversation (note, waits);
create table p_message (
    note       text  not null,
    reader     text  not null,
    number     {i64} not null,
    by_person  text  not null,
    content_id text  not null,
    at         {i64} not null,
    primary key (note, reader, number)
) {strict};
