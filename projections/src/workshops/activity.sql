create table p_act_v1 (
    position   {i64} not null primary key,
    at         {i64} not null,
    did        text  not null,
    person     text,
    workshop   text,
    note       text,
    other      text,
    words      {i64} not null,
    visibility text
) {strict};
create index p_act_v1_workshop on p_act_v1 (workshop, did, position);
create index p_act_v1_person on p_act_v1 (person, did, position);
create index p_act_v1_note on p_act_v1 (note, did, position);
