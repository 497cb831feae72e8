//! Four words to come back with, for guests.
//!
//! They are made from the person, the key of the site and a number that is raised whenever
//! other words are wanted. They open the place of a guest; for somebody with an account they
//! only say who it is, and the password or a code is asked besides.

use crate::Failure;
use crate::engine::secrets::hash;
use crate::people::People;
use crate::people::codes::{PHRASE_WORDS, as_phrase, phrase};
use domain::core::ids::PersonId;
use migrations::{DbError, values};

/// How many times other words are drawn when somebody has the same: one in 2^44 each.
const TRIES: i64 = 8;

/// Who comes back with four words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumed {
    pub person: PersonId,
    /// Whether they have an account: the words alone do not open it.
    pub account: bool,
}

impl People<'_> {
    pub(super) fn phrase_of(&self, person: &PersonId, turn: i64) -> String {
        match turn {
            0 => phrase(&self.secrets.derive("resume", &[person.as_str()])),
            _ => phrase(&self.secrets.derive("resume", &[person.as_str(), &turn.to_string()])),
        }
    }

    /// The four words with which `person` comes back on another device.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn resume_phrase(&self, person: &PersonId) -> Result<String, DbError> {
        let sql = "select resume_turn from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        Ok(self.phrase_of(person, row.map_or(0, |row| row.cells().int())))
    }

    /// Draws other words for `person`; the ones they had open nothing any more.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn renew_phrase(&self, person: &PersonId) -> Result<(), DbError> {
        let sql = "select resume_turn from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let turn = row.map_or(0, |row| row.cells().int());
        for next in turn + 1..=turn + TRIES {
            let resume = hash(&as_phrase(&self.phrase_of(person, next)));
            let sql = "update people set resume_turn = $2, resume_hash = $3
                where person = $1 and resume_turn < $2";
            match self.primary.exec(sql, values![person.as_str(), next, resume]).await {
                Err(DbError::Taken(_)) => {}
                done => return done.map(|_| ()),
            }
        }
        Err(DbError::Broken("no phrase is free".into()))
    }

    /// Who comes back with these four words.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn resumed_by(&self, typed: &str) -> Result<Option<Resumed>, DbError> {
        // Pasted with what stood before them: the words are the last ones.
        let typed = as_phrase(typed);
        let words: Vec<&str> = typed.split(' ').collect();
        let words = &words[words.len().saturating_sub(PHRASE_WORDS)..];
        let sql = "select person, account from people where resume_hash = $1";
        let row = self.primary.row(sql, values![hash(&words.join(" "))]).await?;
        row.map(|row| {
            let cells = row.cells();
            Ok(Resumed { person: cells.parsed()?, account: cells.yes() })
        })
        .transpose()
    }

    /// Whether `password` is that of `person`: the second thing, after four words.
    ///
    /// # Errors
    /// [`Failure::Busy`], or when the database is away.
    pub async fn has_password(&self, person: &PersonId, password: &str) -> Result<bool, Failure> {
        let sql = "select password_hash, coalesce(login, '') from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let (kept, login) = row.map_or_else(Default::default, |row| {
            let cells = row.cells();
            (cells.maybe_text(), cells.text())
        });
        Ok(self.opened(&login, password, vec![kept]).await?.is_some())
    }
}
