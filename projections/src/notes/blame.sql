create table p_blame (
    note       text  not null,
    revision   {i64} not null,
    content_id text  not null,
    donors     text  not null,
    spans      text  not null,
    primary key (note, revision)
) {strict};
create table p_cemetery (
    note  text  not null,
    mark  {i64} not null,
    spans text  not null,
    primary key (note, mark)
) {strict};
