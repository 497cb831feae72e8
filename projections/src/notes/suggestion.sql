create table p_suggestion (
    note       text  not null,
    suggestion text  not null,
    by_person  text  not null,
    base       {i64} not null,
    content_id text  not null,
    at         {i64} not null,
    answer     text  not null,
    primary key (note, suggestion)
) {strict};
create index p_suggestion_waiting on p_suggestion (note, answer, at);
