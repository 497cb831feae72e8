create table p_community (
    community  text  not null primary key,
    about      text  not null,
    mandate    text,
    places     text,
    admission  text  not null,
    spread     text  not null,
    review_on  text,
    founded_at {i64} not null,
    ended_at   {i64} not null,
    members    {i64} not null
) {strict};
create index p_community_listed on p_community (admission, ended_at, founded_at, community);
create table p_join_request (
    community  text  not null,
    person     text  not null,
    content_id text,
    at         {i64} not null,
    primary key (community, person)
) {strict};
create index p_join_request_waiting on p_join_request (community, at, person);
create index p_join_request_person on p_join_request (person, community);
