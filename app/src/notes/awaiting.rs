//! What waits for somebody among the notes: texts of theirs to put together, changes proposed to
//! what they wrote, and what changed since they read it.

use domain::core::ids::PersonId;
use migrations::DbError;
use projections::notes::note::Note;
use projections::notes::{
    coauthor, conversation, history, last_read, moderation, note, suggestion, variant,
};

use super::readers::pseudonym;
use crate::notes::Notes;
use crate::people::identities::Someone;

/// Among how many notes, the newest ones, changes are looked for.
const LOOKED_AT: i64 = 100;

/// How many changed notes are named.
const NAMED: usize = 5;

impl Notes<'_> {
    /// Whether something said of the notes that `someone` looks after waits for them.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn report_awaits(&self, someone: &Someone) -> Result<bool, DbError> {
        Ok((someone.moderator || someone.facilitator)
            && moderation::any_waiting(&self.db, &someone.person, someone.moderator).await?)
    }

    /// Whether a text of `someone`'s waits to be put together with another, or a change proposed to
    /// what they wrote, or somebody who asks to write it too, or a message, or something said of
    /// a note they look after, waits for an answer.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn awaits(&self, someone: &Someone) -> Result<bool, DbError> {
        let person = &someone.person;
        Ok(variant::any_waiting(&self.db, person).await?
            || suggestion::any_to_answer(&self.db, person).await?
            || coauthor::any_to_grant(&self.db, person).await?
            || conversation::any_waiting(&self.db, person).await?
            || self.report_awaits(someone).await?)
    }

    /// The published notes that changed since `person` read them, the newest first, at most five:
    /// among their own and the hundred newest they may read.
    ///
    /// # Errors
    /// When a database is away.
    pub async fn changed_since_read(&self, person: &PersonId) -> Result<Vec<Note>, DbError> {
        let Some(key) = self.reader_key(person).await? else { return Ok(vec![]) };
        let mut notes = note::newest(&self.db, person.as_str(), LOOKED_AT).await?;
        notes.sort_by_key(|note| std::cmp::Reverse(note.modified_at));
        let pairs: Vec<_> =
            notes.iter().map(|it| (it.note.clone(), pseudonym(&key, &it.note))).collect();
        let read = last_read::of_pairs(&self.db, &pairs).await?;
        let is_newer = |it: &Note| {
            read.iter().any(|(note, revision, _)| *note == it.note && *revision < it.revision)
        };
        let mut changed = vec![];
        for note in notes.into_iter().filter(is_newer) {
            // Whoever wrote the last words knows them.
            let last = history::find(&self.db, &note.note, note.revision).await?;
            if last.is_none_or(|last| last.by != *person) {
                changed.push(note);
            }
            if changed.len() == NAMED {
                break;
            }
        }
        Ok(changed)
    }
}
