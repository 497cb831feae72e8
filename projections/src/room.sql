create table p_room_v1 (
    workshop    text  not null,
    person      text  not null,
    door        text,
    done        text  not null,
    note        text,
    hand        text,
    hand_at     {i64} not null,
    entered_at  {i64} not null,
    last_at     {i64} not null,
    position    {i64} not null,
    primary key (workshop, person)
) {strict};
create index p_room_v1_position on p_room_v1 (workshop, position);
create index p_room_v1_note on p_room_v1 (note);
create index p_room_v1_person on p_room_v1 (person);
