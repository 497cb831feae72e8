create table p_variant (
    note       text  not null,
    variant    text  not null,
    by_person  text  not null,
    base       {i64} not null,
    against    {i64} not null,
    content_id text  not null,
    at         {i64} not null,
    settled    {i64} not null,
    primary key (note, variant)
) {strict};
create index p_variant_by on p_variant (by_person, settled, at);
