create table p_note (
    note         text  not null primary key,
    writer       text  not null,
    workshop     text,
    door         text,
    content_id   text  not null,
    revision     {i64} not null,
    words        {i64} not null,
    visibility   text  not null,
    wall         {i64} not null,
    everyone_from {i64} not null,
    drafted_at   {i64} not null,
    published_at {i64} not null,
    modified_at  {i64} not null,
    by_group     {i64} not null,
    closed       {i64} not null,
    chosen       {i64} not null,
    communities  {i64} not null,
    by_link      {i64} not null,
    status       text,
    language     text,
    licence      text,
    region       text
) {strict};
create index p_note_newest on p_note (visibility, published_at desc, note);
create index p_note_workshop on p_note (workshop, visibility, published_at desc, note);
create index p_note_writer on p_note (writer, visibility, published_at desc, note);
create index p_note_drafted on p_note (writer, drafted_at);
