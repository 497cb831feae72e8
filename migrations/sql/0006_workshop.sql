-- Someone who comes back on another device goes on there: the older sessions say so.
alter table sessions add column moved_at {i64} not null default 0;
-- Whoever writes for the person of this session, on the device of their own.
alter table sessions add column scribe text;

-- Links that give a role in one workshop, once. Only their hash is kept.
create table role_links (
    token_hash text  not null primary key,
    workshop   text  not null,
    role       text  not null,
    expires_at {i64} not null
) {strict};

-- Where phones are, as they last said it: telemetry of a session, never in anyone's
-- stream, gone after ninety days.
create table presence (
    workshop  text  not null,
    person    text  not null,
    seen_at   {i64} not null,
    input_at  {i64} not null,
    step      text  not null,
    step_at   {i64} not null,
    flips     {i64} not null,
    flips_at  {i64} not null,
    unsent    {i64} not null,
    asked_at  {i64} not null,
    quiet_to  {i64} not null,
    primary key (workshop, person)
) {strict};
create index presence_seen on presence (seen_at);

-- Photos of flipcharts and pages, made small before they came.
create table photos (
    photo      text   not null primary key,
    workshop   text   not null,
    person     text   not null,
    kind       text   not null,
    bytes      {blob} not null,
    created_at {i64}  not null
) {strict};
create index photos_workshop on photos (workshop, created_at);

-- Which news of their note someone was sent, so that none is sent twice.
create table letters (
    workshop text  not null,
    person   text  not null,
    kind     text  not null,
    sent_at  {i64} not null,
    primary key (workshop, person, kind)
) {strict};
