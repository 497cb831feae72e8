-- One key a person; reader pseudonyms are made with it. Destroy the key, and
-- what someone read can never again be told apart. Kept in a database of its
-- own, so that no backup of the log holds both.
create table reader_keys (
    person text not null primary key,
    key    text not null
) {strict};
