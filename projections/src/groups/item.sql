create table p_item (
    item      text  not null primary key,
    sheet_kind text not null,
    sheet     text  not null,
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
create index p_item_sheet on p_item (sheet, captured);
