create table p_search_v2 (
    note  text  not null,
    term  text  not null,
    word  text  not null,
    shown text  not null,
    rank  {i64} not null,
    primary key (note, term, word)
) {strict};
create index p_search_v2_term on p_search_v2 (term, rank);
create index p_search_v2_word on p_search_v2 (word);
