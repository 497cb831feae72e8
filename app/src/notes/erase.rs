//! Erasing a passage for good, from every text that was ever sent about a note.
//!
//! The words are overwritten in the same transaction as the event that says so; then the
//! projections read what is left, and the database is told to forget the old bytes. What
//! PostgreSQL keeps in its own write-ahead log, and what backups hold, is the host's to
//! let expire.

use domain::ids::{ContentId, PersonId};
use domain::note::{self, Command, Reason};
use domain::redact::redact;
use projections::content::{self, Content};
use projections::note::Note;

use super::NoteError;
use crate::App;
use crate::access::{self, Standing};
use crate::envelope::{CommandId, Envelope, NewContent, Rewrite};

/// How many times texts are looked through again, for those saved meanwhile.
const TRIES: u32 = 5;

/// The tables whose rows held erased words.
const TABLES: [&str; 4] = ["content", "drafts", "p_search_v1", "p_cemetery_v1"];

/// A text in which a passage was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its row.
    pub content: ContentId,
    /// The revision it is, if it is one.
    pub revision: Option<i64>,
    /// How many times the passage is in it.
    pub times: usize,
}

/// Words without a passage, and how many times it was there.
fn without(words: &Content, passage: &str) -> Option<(Content, usize)> {
    let mut told = words.clone();
    let mut times = 0;
    for field in [&mut told.title, &mut told.body, &mut told.summary] {
        if let Some((left, found)) = redact(field, passage) {
            *field = left;
            times += found;
        }
    }
    (times > 0).then_some((told, times))
}

impl App {
    /// Where `passage` is, in every text about `note`.
    pub async fn find_passage(
        &self,
        note: &Note,
        standing: Standing,
        passage: &str,
    ) -> Result<Vec<Found>, NoteError> {
        if !access::may_moderate(note, standing) {
            return Err(NoteError::NotAllowed);
        }
        let mut found = vec![];
        for (content, revision, words) in content::about(&self.db, &note.note).await? {
            if let Some((_, times)) = without(&words, passage) {
                found.push(Found { content, revision, times });
            }
        }
        Ok(found)
    }

    /// Erases `passage` from every text about `note`, unsaved ones too: how many texts.
    ///
    /// # Errors
    /// [`NoteError::NoSuchPassage`] when it is nowhere.
    pub async fn erase_passage(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (passage, reason): (&str, Reason),
        command_id: CommandId,
    ) -> Result<usize, NoteError> {
        if !access::may_moderate(note, standing) {
            return Err(NoteError::NotAllowed);
        }
        let mut erased = 0;
        for again in 0..TRIES {
            let reached = *self.events.head().borrow();
            self.projector.wait_for(reached).await;
            let (rewrites, contents) = self.rewrites(note, passage).await?;
            if rewrites.is_empty() {
                break;
            }
            erased += rewrites.len();
            let (head, mut current) = self.head_of(&note.note).await?;
            current = without(&current, passage).map_or(current, |(left, _)| left);
            let revision = projections::history::find(&self.db, &note.note, head).await?;
            let revision = revision.ok_or(NoteError::NoSuchRevision)?;
            let (_, mut reference) =
                self.content(by.as_str(), &command_id, current.title, current.body, String::new());
            reference.id = revision.content;
            let command = Command::Erase { by: by.clone(), contents, reason, current: reference };
            let envelope = Envelope::from(by, command_id.then(&format!("erase-{again}")))
                .in_workshop(note.workshop.clone())
                .rewriting(rewrites);
            self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        }
        if erased == 0 {
            return Err(NoteError::NoSuchPassage);
        }
        self.primary.forget(&TABLES).await?;
        Ok(erased)
    }

    /// The texts that hold `passage`, without it, and the rows of those that are kept.
    async fn rewrites(
        &self,
        note: &Note,
        passage: &str,
    ) -> Result<(Vec<Rewrite>, Vec<ContentId>), NoteError> {
        let (mut rewrites, mut contents) = (vec![], vec![]);
        for (id, _, words) in content::about(&self.primary, &note.note).await? {
            if let Some((left, _)) = without(&words, passage) {
                contents.push(id.clone());
                rewrites.push(Rewrite { words: new(id, left), unsaved: None });
            }
        }
        for (person, unsaved) in content::all_unsaved(&self.primary, &note.note).await? {
            let words =
                Content { title: unsaved.title, body: unsaved.body, summary: String::new() };
            if let Some((left, _)) = without(&words, passage) {
                let id = note.content.clone();
                // The event says which rows; an unsaved text is none of them.
                contents.push(id.clone());
                let unsaved = Some((note.note.clone(), person));
                rewrites.push(Rewrite { words: new(id, left), unsaved });
            }
        }
        contents.sort();
        contents.dedup();
        Ok((rewrites, contents))
    }
}

fn new(id: ContentId, words: Content) -> NewContent {
    let Content { title, body, summary } = words;
    NewContent { id, title, body, summary }
}
