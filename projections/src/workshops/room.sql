create table p_room (
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
    helper      text,
    quote       {i64} not null,
    news        {i64} not null,
    scribe      text,
    merged_into text,
    sketch      text,
    farewell    text,
    gesture     text,
    blocks      text  not null,
    word        text,
    word_at     {i64} not null,
    shown       text,
    proposed    text,
    proposed_at {i64} not null,
    wall_asked  text,
    wall_declined text,
    primary key (workshop, person)
) {strict};
create index p_room_position on p_room (workshop, position);
create index p_room_note on p_room (note);
create index p_room_person on p_room (person);
create index p_room_scribe on p_room (scribe);
create table p_room_stage (
    workshop text  not null primary key,
    closed   {i64} not null
) {strict};
create table p_room_waiting (
    workshop text  not null,
    person   text  not null,
    since    {i64} not null,
    primary key (workshop, person)
) {strict};
create index p_room_waiting_person on p_room_waiting (person);
create table p_room_out (
    workshop text  not null,
    person   text  not null,
    since    {i64} not null,
    primary key (workshop, person)
) {strict};
create table p_room_reaction (
    workshop text  not null,
    person   text  not null,
    note     text  not null,
    reaction text  not null,
    at       {i64} not null,
    primary key (workshop, person, note)
) {strict};
