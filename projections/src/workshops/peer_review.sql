create table p_review (
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
create index p_review_workshop on p_review (workshop, asked, asked_at);
create index p_review_reviewer on p_review (reviewer);
create table p_review_taken (
    workshop text  not null,
    person   text  not null,
    note     text  not null,
    position {i64} not null,
    primary key (workshop, person, note)
) {strict};
