-- Which phrase of somebody is good: another one is drawn each time this is raised.
alter table people add column resume_turn {i64} not null default 0;
-- What somebody types to sign in. An address is theirs (`email`) once a code sent to it came
-- back; until then it is only what they typed, and others may have typed it too.
alter table people add column login text;
update people set login = email;
update people set email = null where email_proved = 0;
create index people_login on people (login);

-- The workshop that a session of somebody who writes for another is for; the kind of device
-- a session is on, in one word.
alter table sessions add column workshop text;
alter table sessions add column device text not null default '';

-- Codes sent by e-mail: to sign in, to begin an account, to change an address. Bound to the
-- browser that asked, whose secret `asked_hash` stands for. Rows without a code are there
-- too: whoever asks for an address that has no account is answered the same.
create table mailed_codes (
    asked_hash    text  not null primary key,
    purpose       text  not null,
    person        text,
    name          text  not null,
    login         text  not null,
    password_hash text,
    code_hash     text,
    tries         {i64} not null,
    expires_at    {i64} not null
) {strict};
create index mailed_codes_expires on mailed_codes (expires_at);
delete from one_time_links where purpose = 'sign-in';

-- Devices that have signed in to an account before, so that a stranger who tries its
-- password does not keep its owner out.
create table known_devices (
    person      text  not null,
    device_hash text  not null,
    seen_at     {i64} not null,
    primary key (person, device_hash)
) {strict};

-- What the whole site may still try: the theoretical arrival time of the next one.
create table budgets (
    budget text  not null primary key,
    due_at {i64} not null
) {strict};

-- Codes and links that a workshop had before, for those who are in it.
create table former_doors (
    secret   text  not null primary key,
    workshop text  not null,
    until    {i64} not null
) {strict};
create index former_doors_workshop on former_doors (workshop);

-- How many texts somebody has not saved is counted.
create index drafts_person on drafts (person);

-- Who is taking a role with a link, so that two people cannot.
alter table role_links add column taken_by text;
