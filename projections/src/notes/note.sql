create table p_note_v3 (
    note         text  not null primary key,
    writer       text  not null,
    workshop     text,
    door         text,
    content_id   text  not null,
    revision     {i64} not null,
    words        {i64} not null,
    visibility   text  not null,
    wall         {i64} not null,
    public_from  {i64} not null,
    everyone_from {i64} not null,
    drafted_at   {i64} not null,
    published_at {i64} not null,
    modified_at  {i64} not null,
    by_group     {i64} not null
) {strict};
create index p_note_v3_newest on p_note_v3 (visibility, published_at desc, note);
create index p_note_v3_workshop on p_note_v3 (workshop, visibility, published_at desc, note);
create index p_note_v3_writer on p_note_v3 (writer, visibility, published_at desc, note);
create index p_note_v3_drafted on p_note_v3 (writer, drafted_at);
