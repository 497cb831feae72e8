-- Whose words these are, whether the log ever took them or not. Older rows have none: what is
-- theirs among them is found by the log.
alter table content add column person text;
create index content_person on content (person);

-- Who has asked for everything about themselves to be erased, and can still stay: the name they
-- had, what stays of their texts without it, and the notes that were taken back meanwhile.
create table departures (
    person    text  not null primary key,
    name      text  not null,
    kept      text  not null,
    withdrawn text  not null,
    asked_by  text  not null,
    asked_at  {i64} not null,
    due_at    {i64} not null
) {strict};
create index departures_due on departures (due_at);

-- Texts as they were before a passage was erased from them, for the seven days in which it can
-- be put back.
create table sealed (
    erasure    text  not null,
    content_id text  not null,
    title      text  not null,
    body       text  not null,
    summary    text  not null,
    sealed_at  {i64} not null,
    primary key (erasure, content_id)
) {strict};
create index sealed_content on sealed (content_id);

-- Guests who never came back are found by how long they have been here; letters by their age.
create index people_guests on people (account, created_at);
create index photos_person on photos (person, created_at);
create index letters_sent on letters (sent_at);
