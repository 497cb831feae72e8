create table p_item (
    item      text  not null primary key,
    workshop  text  not null,
    kind      text  not null,
    under     text,
    by_person text  not null,
    of_person text,
    source    text  not null,
    content_id text not null,
    captured  {i64} not null,
    at        {i64} not null,
    gone      {i64} not null,
    merged    text,
    position  {i64} not null
) {strict};
create index p_item_workshop on p_item (workshop, captured);
create index p_item_position on p_item (workshop, position);
