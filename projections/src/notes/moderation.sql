create table p_report (
    note      text  not null,
    report    text  not null,
    by_person text  not null,
    reason    text  not null,
    at        {i64} not null,
    outcome   text  not null,
    closed_at {i64} not null,
    primary key (note, report)
) {strict};
create index p_report_waiting on p_report (outcome, at);
create index p_report_person on p_report (by_person, at);
create table p_erasure (
    note       text  not null,
    erasure    text  not null,
    by_person  text  not null,
    reason     text  not null,
    content_id text  not null,
    at         {i64} not null,
    stage      text  not null,
    agreed_by  text  not null,
    stage_at   {i64} not null,
    primary key (note, erasure)
) {strict};
create index p_erasure_stage on p_erasure (stage, stage_at);
create index p_erasure_at on p_erasure (stage_at, note, erasure);
create table p_hiding_answer (
    note       text  not null,
    revision   {i64} not null,
    by_person  text  not null,
    content_id text  not null,
    at         {i64} not null,
    primary key (note, revision)
) {strict};
create table p_hidden (
    note     text  not null,
    revision {i64} not null,
    reason   text  not null,
    at       {i64} not null,
    primary key (note, revision)
) {strict};
