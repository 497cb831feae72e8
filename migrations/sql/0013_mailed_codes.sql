-- What was mailed to somebody who leaves is found by an index. Those who ran a program between two
-- releases may have it already.
create index if not exists mailed_codes_login on mailed_codes (login);
