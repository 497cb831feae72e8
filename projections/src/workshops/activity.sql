create table p_act (
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
create index p_act_workshop on p_act (workshop, did, position);
create index p_act_person on p_act (person, did, position);
create index p_act_note on p_act (note, did, position);
