//! Why what was asked of the commons was not done: one answer for every wing, so that a page says
//! it in one place.

use std::sync::Arc;

use domain::core::registry::Refusal;
use domain::prose::text::TextError;
use migrations::DbError;

use crate::engine::event_store::{AppendError, LoadError};

/// Why it was not done; in every case nothing happened.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is not there, or is not for whoever asks.
    #[error("not there, or not for whoever asks")]
    NotFound,
    /// Words that do not fit: which ones (`title`, `body`, `summary`, `name`, `words`), and why.
    #[error("the {0} does not fit: {1}")]
    Words(&'static str, TextError),
    /// An aggregate says no.
    #[error(transparent)]
    Rule(#[from] Refusal),
    /// A rule beside the aggregates says no: the key of the text that explains, one of the
    /// constants of the wing.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// Its idempotency key was used for something else.
    #[error("this idempotency key was used for another command")]
    KeyReused,
    /// More was asked lately than one may ask.
    #[error("too many times")]
    TooMany,
    /// Too many people at once; trying again later will do.
    #[error("too many people at once")]
    Busy,
    /// An event of its stream cannot be read: nothing is written to it until somebody has
    /// looked.
    #[error("the stream is set aside")]
    SetAside,
    /// The database does not answer; trying again later will do.
    #[error("the database is away")]
    Away(#[source] Arc<DbError>),
    /// Something is broken on our side.
    #[error("something is broken")]
    Broken(#[source] Arc<DbError>),
}

impl Failure {
    /// A title that does not fit.
    pub fn title(reason: TextError) -> Self {
        Self::Words("title", reason)
    }

    /// A text that does not fit.
    pub fn body(reason: TextError) -> Self {
        Self::Words("body", reason)
    }

    /// A summary that does not fit.
    pub fn summary(reason: TextError) -> Self {
        Self::Words("summary", reason)
    }

    /// A name that does not fit.
    pub fn name(reason: TextError) -> Self {
        Self::Words("name", reason)
    }

    /// Other words that do not fit.
    pub fn words(reason: TextError) -> Self {
        Self::Words("words", reason)
    }

    /// The key of the text that explains, when it is a no: `title-blank`, `workshop-full`.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Words(field, reason) => Some(format!("{field}-{}", <&str>::from(reason))),
            Self::Rule(refusal) => Some(refusal.key()),
            Self::Refused(key) => Some((*key).to_owned()),
            Self::NotFound
            | Self::KeyReused
            | Self::TooMany
            | Self::Busy
            | Self::SetAside
            | Self::Away(_)
            | Self::Broken(_) => None,
        }
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::from(Arc::new(error))
    }
}

impl From<Arc<DbError>> for Failure {
    fn from(error: Arc<DbError>) -> Self {
        if error.is_away() { Self::Away(error) } else { Self::Broken(error) }
    }
}

impl From<AppendError> for Failure {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Busy => Self::Busy,
            AppendError::Db(error) => error.into(),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Torn(_) => Self::SetAside,
            LoadError::Db(error) => error.into(),
        }
    }
}
