create table p_search_v1 (
    term   text  not null,
    note   text  not null,
    weight {i64} not null,
    primary key (term, note)
) {strict};
create index p_search_v1_note on p_search_v1 (note);
