create table p_search_v4 (
    note  text  not null,
    term  text  not null,
    word  text  not null,
    shown text  not null,
    rank  {i64} not null,
    primary key (note, term, word)
) {strict};
create index p_search_v4_term on p_search_v4 (term, rank);
create index p_search_v4_word on p_search_v4 (word);
