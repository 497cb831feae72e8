create table p_room_v2 (
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
create index p_room_v2_position on p_room_v2 (workshop, position);
create index p_room_v2_note on p_room_v2 (note);
create index p_room_v2_person on p_room_v2 (person);
create table p_room_stage_v2 (
    workshop text  not null primary key,
    closed   {i64} not null
) {strict};
