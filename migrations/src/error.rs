//! What can go wrong between us and a database, sorted by what one does next.

/// A statement that did not go through.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// A unique key is taken: someone was faster. Look again, then decide again.
    #[error("a unique key is already taken")]
    Taken(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Two transactions met; the same one may go through when retried.
    #[error("the transaction met another one")]
    Retry(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database cannot be reached, or not in time.
    #[error("the database is away")]
    Away(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Anything else: a mistake of ours, a full disk, a torn file.
    #[error("the database refused the statement")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database was made by a later version of this program.
    #[error(
        "this database is at schema {found}, this program knows {known}: start a newer sillage, or restore an older copy of the data"
    )]
    Newer {
        /// The schema number in the database.
        found: i64,
        /// The last schema number this program knows.
        known: i64,
    },
}

impl DbError {
    /// A column whose text is not one we ever wrote there.
    pub fn unreadable(column: usize, text: &str) -> Self {
        Self::Broken(format!("column {column} holds an unknown word ({} bytes)", text.len()).into())
    }

    /// Whether retrying the same transaction may succeed.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Taken(_) | Self::Retry(_))
    }

    /// Whether the connection was lost, so that nothing is known of the last commit.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Away(_))
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        let code = match &error {
            sqlx::Error::Database(database) => database.code().map(std::borrow::Cow::into_owned),
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Protocol(_)
            | sqlx::Error::Tls(_) => return Self::Away(Box::new(error)),
            _ => None,
        };
        match code.as_deref() {
            Some("23505") => Self::Taken(Box::new(error)),
            Some("40001" | "40P01") => Self::Retry(Box::new(error)),
            // The server is starting, stopping, full, has ended our session, or lost
            // patience; or it is a replica that has not been promoted yet.
            Some(
                "25006" | "53100" | "57P01" | "57P02" | "57P03" | "08006" | "08003" | "53300"
                | "57014" | "55P03" | "25P03",
            ) => Self::Away(Box::new(error)),
            // 08: the connection, ours or the one behind a pooler.
            Some(code) if code.starts_with("08") || code == "58030" || code == "57P05" => {
                Self::Away(Box::new(error))
            }
            _ => Self::Broken(Box::new(error)),
        }
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error().map(|it| (it.code, it.extended_code)) {
            // 1555: primary key, 2067: unique index.
            Some((Code::ConstraintViolation, 1555 | 2067)) => Self::Taken(Box::new(error)),
            Some((Code::DatabaseLocked, _)) => Self::Retry(Box::new(error)),
            // Busy: ten seconds were spent waiting for another process.
            Some((
                Code::DatabaseBusy | Code::DiskFull | Code::SystemIoFailure | Code::CannotOpen,
                _,
            )) => Self::Away(Box::new(error)),
            _ => Self::Broken(Box::new(error)),
        }
    }
}
