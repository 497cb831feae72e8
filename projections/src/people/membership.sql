create table p_membership (
    group_id text  not null,
    person   text  not null,
    role     text  not null,
    since    {i64} not null,
    primary key (group_id, person, role)
) {strict};
create index p_membership_role on p_membership (group_id, role, since, person);
create index p_membership_person on p_membership (person, group_id);
create index p_membership_holder on p_membership (person, role, group_id);
create table p_membership_past (
    group_id text  not null,
    person   text  not null,
    role     text  not null,
    since    {i64} not null,
    until    {i64} not null,
    primary key (group_id, person, role, since)
) {strict};
create index p_membership_past_person on p_membership_past (person);
create table p_membership_out (
    group_id text  not null,
    person   text  not null,
    was_in   {i64} not null,
    primary key (group_id, person)
) {strict};
create index p_membership_out_person on p_membership_out (person);
