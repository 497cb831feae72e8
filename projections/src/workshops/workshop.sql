create table p_workshop (
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
    closed_at      {i64} not null,
    minors         {i64} not null,
    story          {i64} not null,
    live           text  not null,
    position       {i64} not null
) {strict};
create index p_workshop_facilitator on p_workshop (facilitator, prepared_at);
create index p_workshop_closed on p_workshop (stage, closed_at, workshop);
create index p_workshop_story on p_workshop (story, closed_at desc, workshop);
create index p_workshop_minors on p_workshop (minors, workshop);
create table p_workshop_role (
    workshop text  not null,
    person   text  not null,
    role     text  not null,
    since    {i64} not null,
    primary key (workshop, person, role)
) {strict};
create index p_workshop_role_person on p_workshop_role (person, workshop);
