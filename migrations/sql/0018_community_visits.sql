-- When somebody last looked at a community they are in: `at` is the visit under way, `before` the one
-- before it, since which their page says what is new. Nobody else is shown it.
create table community_visits (
    community text  not null,
    person    text  not null,
    at        {i64} not null,
    before    {i64} not null,
    primary key (community, person)
) {strict};
create index community_visits_person on community_visits (person);
