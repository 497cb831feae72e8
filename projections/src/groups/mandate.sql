create table p_mandate (
    mandate     text  not null primary key,
    within_kind text  not null,
    within      text  not null,
    person      text  not null,
    task        text  not null,
    from_day    text  not null,
    until_day   text,
    hours       {i64} not null,
    amount      {i64} not null,
    content_id  text  not null,
    ended       {i64} not null,
    at          {i64} not null,
    minutes     {i64} not null
) {strict};
create index p_mandate_within on p_mandate (within, at desc, mandate);
create index p_mandate_person on p_mandate (person, at desc, mandate);
create table p_mandate_time (
    mandate text  not null,
    time    text  not null,
    on_day  text  not null,
    minutes {i64} not null,
    primary key (mandate, time)
) {strict};
create index p_mandate_time_order on p_mandate_time (mandate, on_day desc, time);
