create table p_meeting (
    meeting    text  not null primary key,
    community  text  not null,
    kind       text  not null,
    starts_at  {i64} not null,
    ends_at    {i64} not null,
    zone       text  not null,
    places     {i64} not null,
    series     text  not null,
    content_id text  not null,
    by_person  text  not null,
    note       text,
    cancelled  {i64} not null,
    people     {i64} not null,
    changes    {i64} not null,
    changed_at {i64} not null,
    announced_at {i64} not null
) {strict};
create index p_meeting_community on p_meeting (community, ends_at, meeting);
create index p_meeting_announced on p_meeting (community, announced_at);
create index p_meeting_series on p_meeting (series, starts_at, meeting);
create index p_meeting_note on p_meeting (note);
create table p_attendance (
    meeting text  not null,
    person  text  not null,
    at      {i64} not null,
    aim     text,
    outcome text,
    primary key (meeting, person)
) {strict};
create index p_attendance_order on p_attendance (meeting, at, person);
create index p_attendance_person on p_attendance (person, meeting);
