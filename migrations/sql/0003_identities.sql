-- Who people are, apart from the log: everything here can be erased.
create table people (
    person        text  not null primary key,
    name          text  not null,
    email         text  unique,
    password_hash text,
    resume_hash   text  unique,
    language      text  not null,
    email_proved  {i64} not null,
    account       {i64} not null,
    facilitator   {i64} not null,
    created_at    {i64} not null
) {strict};

create table sessions (
    token_hash text  not null primary key,
    person     text  not null,
    created_at {i64} not null,
    expires_at {i64} not null
) {strict};
create index sessions_of on sessions (person);

-- Links and codes that work once: the first facilitator's, an invitation, a
-- code sent by e-mail. Only their hash is kept.
create table one_time_links (
    token_hash text  not null primary key,
    purpose    text  not null,
    person     text,
    tries      {i64} not null,
    expires_at {i64} not null
) {strict};

-- The ways into a workshop. Secrets, so never in the log.
create table workshop_doors (
    workshop      text not null primary key,
    code          text not null unique,
    link_secret   text not null unique,
    screen_secret text not null
) {strict};

-- Small secrets of this commons: the key that signs device cookies.
create table secrets (
    name  text not null primary key,
    value text not null
) {strict};
