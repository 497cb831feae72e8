create table p_community_workshop (
    workshop  text  not null primary key,
    community text  not null,
    at        {i64} not null
) {strict};
create index p_community_workshop_order on p_community_workshop (community, at desc, workshop);
