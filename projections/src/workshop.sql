create table p_workshop_v1 (
    workshop       text  not null primary key,
    facilitator    text  not null,
    content_id     text  not null,
    script         text  not null,
    script_version {i64} not null,
    places         {i64} not null,
    tone           text  not null,
    on_date        text,
    stage          text  not null,
    entered        {i64} not null,
    prepared_at    {i64} not null,
    opened_at      {i64} not null,
    closed_at      {i64} not null
) {strict};
create index p_workshop_v1_facilitator on p_workshop_v1 (facilitator, prepared_at);
