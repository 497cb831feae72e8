//! The tables that hold something about somebody, outside of the log: what they are shown of each,
//! and what is deleted with them. A test compares the two lists with the tables there are: a new
//! table is in one of them or nothing passes.

/// A table with rows about people.
#[derive(Clone, Copy, Debug)]
pub struct Personal {
    pub table: &'static str,
    /// The columns that say whose a row is: any of them is enough.
    pub whose: &'static [&'static str],
    /// What whoever it is about is given of it. Hashes of secrets are not.
    pub shown: &'static [&'static str],
}

const fn personal(
    table: &'static str,
    whose: &'static [&'static str],
    shown: &'static [&'static str],
) -> Personal {
    Personal { table, whose, shown }
}

/// The tables of the commons that hold something about people. Words (`content`) are apart: some
/// of them stay, unsigned, when whoever wrote them wants it so.
pub const PERSONAL: [Personal; 14] = [
    personal(
        "people",
        &["person"],
        &[
            "name",
            "email",
            "login",
            "language",
            "email_proved",
            "account",
            "facilitator",
            "moderator",
            "zone",
            "created_at",
        ],
    ),
    personal(
        "sessions",
        &["person", "scribe"],
        &["created_at", "moved_at", "expires_at", "device", "workshop"],
    ),
    personal("one_time_links", &["person"], &["purpose", "expires_at"]),
    personal("mailed_codes", &["person"], &["purpose", "name", "login", "expires_at"]),
    personal("known_devices", &["person"], &["seen_at"]),
    personal("community_visits", &["person"], &["community", "at", "before"]),
    personal("role_links", &["taken_by"], &["workshop", "role", "expires_at"]),
    personal("note_invitations", &["by_person", "taken_by"], &["note", "reads", "expires_at"]),
    personal(
        "presence",
        &["person"],
        &[
            "workshop", "seen_at", "step", "step_at", "input_at", "unsent", "flips", "flips_at",
            "asked_at", "quiet_to",
        ],
    ),
    personal("photos", &["person"], &["photo", "workshop", "kind", "own", "created_at", "bytes"]),
    personal("files", &["person"], &["file", "media_type", "length", "created_at"]),
    personal("letters", &["person"], &["workshop", "kind", "sent_at", "left_at", "given_up_at"]),
    personal("drafts", &["person"], &["note", "base", "title", "body", "saved_at"]),
    personal("commands", &["actor"], &["command_id", "at"]),
];

/// The tables that hold nothing about anybody but opaque ids, each with the reason, and those that
/// are looked after by hand. Tables of projections come from the log, and hold what it holds.
pub const OTHERS: [(&str, &str); 26] = [
    ("content", "words: what stays of them is chosen"),
    ("file_parts", "sizes of files: opaque ids, and hashes of what the store holds"),
    ("blobs", "objects of the store, by their hash; those that wait for it go there, or with it"),
    ("files_total", "a number"),
    ("sealed", "words of an erasure, seven days: they go with the texts they are of"),
    ("departures", "deleted last, when all the rest is"),
    ("reader_keys", "a secret, destroyed with the readings"),
    ("erasures", "the ledger: opaque ids, never words"),
    ("events", "opaque ids, for ever"),
    ("log_meta", "the commons itself"),
    ("log_head", "a position"),
    ("projections", "positions"),
    ("projection_failures", "errors, without words"),
    ("projection_skips", "what operators said"),
    ("streams_set_aside", "opaque ids"),
    ("events_left_out", "opaque ids"),
    ("snapshots", "states of aggregates: opaque ids"),
    ("seals", "hashes"),
    ("secrets", "of the site"),
    ("note_links", "links of notes, which name nobody"),
    ("community_links", "links of communities, which name nobody"),
    ("workshop_doors", "codes of workshops"),
    ("former_doors", "codes of workshops"),
    ("budgets", "counts of the whole site"),
    ("schema_migrations", "the schema"),
    ("schema_migrations_keys", "the schema"),
];
