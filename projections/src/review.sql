create table p_review_v1 (
    note     text  not null primary key,
    workshop text  not null,
    writer   text  not null,
    asked    {i64} not null,
    asked_at {i64} not null,
    reviewer text,
    look     text,
    looker   text,
    content_id text,
    returned text not null,
    position {i64} not null
) {strict};
create index p_review_v1_workshop on p_review_v1 (workshop, asked, asked_at);
create index p_review_v1_reviewer on p_review_v1 (reviewer);
