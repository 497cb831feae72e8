-- What is emptied as it expires, and who may look after the commons, are found by an index.
create index sessions_expires on sessions (expires_at);
create index sessions_scribe on sessions (scribe);
create index known_devices_seen on known_devices (seen_at);
create index commands_at on commands (at);
create index people_facilitator on people (facilitator);
