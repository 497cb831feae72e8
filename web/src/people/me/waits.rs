//! What waits for somebody among notes, with the titles of these in one query.

use std::collections::BTreeMap;

use app::App;
use domain::core::ids::{CommunityId, NoteId, PersonId};
use migrations::DbError;
use projections::core::content;
use projections::groups::community;
use projections::notes::conversation::{self, Conversation};
use projections::notes::history::{self, Withdrawal};
use projections::notes::note::{self, Note};
use projections::notes::variant::{self, Variant};
use projections::notes::{coauthor, suggestion};

/// How many of each kind are shown; five times as many notes are asked for at once.
const EACH: i64 = 12;

/// What waits, at most [`EACH`] of each kind.
pub(super) struct Waits {
    /// Texts of theirs to put together with a note.
    pub aside: Vec<Variant>,
    /// Notes of theirs to which changes are proposed, with how many.
    pub to_answer: Vec<(NoteId, i64)>,
    /// Notes of theirs that others ask to write, with how many.
    pub requests: Vec<(NoteId, i64)>,
    /// Conversations about notes that wait for them.
    pub conversations: Vec<Conversation>,
    /// Communities they look after, their names, and how many ask to come in.
    pub joining: Vec<(CommunityId, String, i64)>,
    /// Notes of theirs that others took back.
    pub withdrawn: Vec<Withdrawal>,
    /// Those that they began to change.
    changing: Vec<NoteId>,
    /// All of these that they may read.
    notes: BTreeMap<NoteId, Note>,
}

impl Waits {
    /// What waits for `person`.
    pub async fn of(app: &App, person: &PersonId) -> Result<Self, DbError> {
        let db = &app.db;
        let aside = variant::waiting(db, person.as_str(), EACH).await?;
        let to_answer = suggestion::to_answer(db, person, EACH).await?;
        let requests = coauthor::to_grant(db, person, EACH).await?;
        let conversations = conversation::waiting(db, person, EACH).await?;
        let joining = community::waiting(db, person, EACH).await?;
        let withdrawn = history::withdrawn_of(db, person, EACH).await?;
        let changing = content::unsaved_of(db, person, EACH).await?;
        let mut named: Vec<NoteId> = aside.iter().map(|it| it.note.clone()).collect();
        named.extend(to_answer.iter().chain(&requests).map(|(note, _)| note.clone()));
        named.extend(withdrawn.iter().map(|it| it.note.clone()));
        named.extend(changing.iter().cloned());
        named.sort_unstable();
        named.dedup();
        let notes = note::those(db, person.as_str(), &named).await?;
        let notes = notes.into_iter().map(|note| (note.note.clone(), note)).collect();
        Ok(Self { aside, to_answer, requests, conversations, joining, withdrawn, changing, notes })
    }

    /// What `note` is called, if they may read it.
    pub fn title(&self, note: &NoteId) -> Option<String> {
        self.notes.get(note).map(|note| note.title.clone())
    }

    /// The notes that others read too, and that they began to change and left.
    pub fn unsaved(&self) -> impl Iterator<Item = &Note> {
        self.changing.iter().filter_map(|note| self.notes.get(note)).filter(|note| note.is_shared())
    }
}
