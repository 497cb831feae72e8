create table p_search (
    note  text  not null,
    term  text  not null,
    word  text  not null,
    shown text  not null,
    rank  {i64} not null,
    primary key (note, term, word)
) {strict};
create index p_search_term on p_search (term, rank);
create index p_search_word on p_search (word);
