//! The revisions of a note: who, when, why, how much, under which name, what of it is
//! hidden, who said thank you.
//!
//! How events are applied is here; what pages read is in `revisions.rs` and `withdrawal.rs`.

mod revisions;
mod withdrawal;

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId};
use domain::notes::note::{Change, ContentRef, Event, Hiding, RevisionKind};
use domain::notes::thanks;
use domain::notes::visibility::Visibility;
use migrations::{DbError, Tx, values};

use crate::core::columns::columns;
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};
pub use revisions::{
    Filter, before, filtered, find, last, page, people_between, several, signed_by, thanked_by,
};
pub use withdrawal::{Withdrawal, withdrawals, withdrawn_of};

/// Why a revision was made.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// The note began.
    Draft,
    /// Someone changed the text.
    Edit,
    /// Someone corrected a slip.
    Typo,
    /// An earlier revision was put back.
    Restore,
    /// Passages of an earlier revision were taken back.
    Undo,
    /// Two texts were put together.
    Merge,
    /// A suggestion was accepted.
    Suggestion,
}

/// One revision, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number in the note, from 1.
    pub revision: i64,
    pub by: PersonId,
    /// The name they go by; empty once erased.
    pub by_name: String,
    /// Whoever proposed it, if it is a suggestion of someone known: the words are theirs.
    pub from: Option<PersonId>,
    /// The name they go by.
    pub from_name: String,
    /// The row of its words.
    pub content: ContentId,
    /// Why, in the words of whoever made it; often empty.
    pub summary: String,
    /// What was said of it when it was published; often empty.
    pub offer: String,
    /// To whom that was said.
    pub offered_to: Option<Visibility>,
    pub kind: Kind,
    /// The revision put back, undone or written from; 0 when there is none.
    pub of: i64,
    /// How much it changed.
    pub change: Change,
    /// When, in microseconds.
    pub at: i64,
    /// The name it was given; often empty.
    pub name: String,
    /// What of it is hidden from readers.
    pub hidden: Hiding,
    /// Why, in one word.
    pub hidden_reason: String,
    /// How many people said thank you for it.
    pub thanks: i64,
}

impl Revision {
    /// Whoever the words are of: whoever proposed them, or made the revision.
    pub fn author(&self) -> &PersonId {
        self.from.as_ref().unwrap_or(&self.by)
    }

    /// The name they go by; empty once erased, or hidden.
    pub fn author_name(&self) -> &str {
        if self.from.is_some() { &self.from_name } else { &self.by_name }
    }

    /// The revision as a reader may see it: what is hidden is left out.
    #[must_use]
    pub fn masked(mut self) -> Self {
        if self.hidden.author {
            self.by_name.clear();
            self.from_name.clear();
        }
        if self.hidden.summary {
            self.summary.clear();
            self.offer.clear();
            self.name.clear();
        }
        self
    }
}

columns! {
    /// A revision as its table holds it: what is empty is not known, or was never said.
    pub struct Stored in "p_history"
    by { note: NoteId, revision: i64 }
    has blank {
        by_person: String,
        from_person: String,
        content_id: String,
        kind: String,
        of_revision: i64,
        added: u32,
        removed: u32,
        blocks_added: u32,
        blocks_removed: u32,
        blocks_changed: u32,
        moved: u32,
        formatted: u32,
        links: u32,
        levels: u32,
        typos: u32,
        link_titles: u32,
        checked: u32,
        unchecked: u32,
        titles: u32,
        sources: u32,
        words: u32,
        joined: u32,
        split: u32,
        images: u32,
        headed: u32,
        unheaded: u32,
        only_typos: bool,
        at: i64,
        name_id: String,
        hidden_text: bool,
        hidden_summary: bool,
        hidden_author: bool,
        hidden_reason: String,
        thanks: i64,
        offer_id: String,
        offer_to: String,
    }
}

projection! {
    /// The history projection.
    pub struct History = "history" version 6;
    tables ["p_history", "p_revision_thanks", "p_withdrawal"] in "history.sql";
    hears Heard { Note, Thanks }
}

#[async_trait]
impl Projection for History {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut rows = Vec::new();
        for (heard, recorded) in Heard::of(batch) {
            let at = recorded.at;
            match heard {
                Heard::Note(event) => match event {
                    Event::Drafted { note, by, content, .. } => {
                        let change = Change { added: content.words, ..Change::default() };
                        let result = Written { note, by, from: "", content, change, at };
                        rows.push(result.row(1, Kind::Draft, 0));
                    }
                    Event::Revised { note, by, revision, content, kind, change, .. } => {
                        let (from, kind, of) = named(kind);
                        let result = Written { note, by, from, content, change: *change, at };
                        rows.push(result.row(*revision, kind, of));
                    }
                    Event::RevisionNamed { note, revision, name, .. } => {
                        write(tx, &mut rows).await?;
                        call(tx, note, *revision, name.as_str()).await?;
                    }
                    Event::RevisionUnnamed { note, revision, .. } => {
                        write(tx, &mut rows).await?;
                        call(tx, note, *revision, "").await?;
                    }
                    Event::RevisionHidden { note, revision, parts, reason, .. } => {
                        write(tx, &mut rows).await?;
                        hide(tx, note, *revision, *parts, reason.into()).await?;
                    }
                    Event::RevisionShown { note, revision, .. } => {
                        write(tx, &mut rows).await?;
                        hide(tx, note, *revision, Hiding::default(), "").await?;
                    }
                    Event::Published { note, revision, visibility, summary, .. } => {
                        write(tx, &mut rows).await?;
                        offer(tx, note, *revision, (*visibility, summary.as_ref())).await?;
                    }
                    Event::Withdrawn { note, by, reason: Some(reason) } => {
                        withdraw(tx, note, at, (by.as_str(), reason.into())).await?;
                    }
                    // The text did not change; what was erased is in the content.
                    Event::Withdrawn { reason: None, .. }
                    | Event::VariantParked { .. }
                    | Event::VariantSettled { .. }
                    | Event::SuggestionMade { .. }
                    | Event::SuggestionAccepted { .. }
                    | Event::SuggestionDeclined { .. }
                    | Event::PassageErased { .. }
                    | Event::PassageRestored { .. }
                    | Event::AuthorJoined { .. }
                    | Event::Shared { .. }
                    | Event::Unshared { .. }
                    | Event::Opened { .. }
                    | Event::Closed { .. }
                    | Event::Described { .. }
                    | Event::AuthorshipAsked { .. }
                    | Event::AuthorshipDeclined { .. }
                    | Event::AuthorLeft { .. } => {}
                },
                Heard::Thanks(thanks::Event::RevisionThanked { note, revision, by, .. }) => {
                    write(tx, &mut rows).await?;
                    thank(tx, note, *revision, by.as_str(), at).await?;
                }
                Heard::Thanks(thanks::Event::Given { .. }) => {}
            }
        }
        write(tx, &mut rows).await
    }
}

/// Who proposed it, why it was made, and the revision that is about.
fn named(kind: &RevisionKind) -> (&str, Kind, i64) {
    match kind {
        RevisionKind::Edit => ("", Kind::Edit, 0),
        RevisionKind::Typo => ("", Kind::Typo, 0),
        RevisionKind::Restore { of } => ("", Kind::Restore, *of),
        RevisionKind::Undo { of, .. } => ("", Kind::Undo, *of),
        RevisionKind::Merge { of } => ("", Kind::Merge, *of),
        RevisionKind::Suggestion { from, .. } => {
            (from.as_ref().map_or("", |from| from.as_str()), Kind::Suggestion, 0)
        }
    }
}

struct Written<'e> {
    note: &'e NoteId,
    by: &'e PersonId,
    from: &'e str,
    content: &'e ContentRef,
    change: Change,
    at: i64,
}

impl Written<'_> {
    fn row(&self, revision: i64, kind: Kind, of: i64) -> Stored {
        // Named one by one: a count that is added to a change does not compile until it is kept.
        let Change {
            added,
            removed,
            blocks_added,
            blocks_removed,
            blocks_changed,
            moved,
            formatted,
            links,
            levels,
            typos,
            link_titles,
            checked,
            unchecked,
            titles,
            sources,
            words,
            joined,
            split,
            images,
            headed,
            unheaded,
        } = self.change;
        Stored {
            by_person: self.by.to_string(),
            from_person: self.from.to_owned(),
            content_id: self.content.id.to_string(),
            kind: <&'static str>::from(kind).to_owned(),
            of_revision: of,
            added,
            removed,
            blocks_added,
            blocks_removed,
            blocks_changed,
            moved,
            formatted,
            links,
            levels,
            typos,
            link_titles,
            checked,
            unchecked,
            titles,
            sources,
            words,
            joined,
            split,
            images,
            headed,
            unheaded,
            only_typos: kind == Kind::Typo || self.change.is_only_typos(),
            at: self.at,
            ..Stored::new(self.note.clone(), revision)
        }
    }
}

async fn write(tx: &mut Tx, rows: &mut Vec<Stored>) -> Result<(), DbError> {
    let values = std::mem::take(rows).iter().map(Stored::values).collect();
    tx.many(&Stored::upsert(), Stored::KINDS, values).await
}

async fn call(tx: &mut Tx, note: &NoteId, revision: i64, name: &str) -> Result<(), DbError> {
    let sql = "update p_history set name_id = $3 where note = $1 and revision = $2";
    tx.exec(sql, values![note.as_str(), revision, name]).await?;
    Ok(())
}

async fn hide(
    tx: &mut Tx,
    note: &NoteId,
    revision: i64,
    parts: Hiding,
    reason: &str,
) -> Result<(), DbError> {
    let sql = "update p_history set hidden_text = $3, hidden_summary = $4, hidden_author = $5,
        hidden_reason = $6 where note = $1 and revision = $2";
    let Hiding { text, summary, author } = parts;
    tx.exec(sql, values![note.as_str(), revision, text, summary, author, reason]).await?;
    Ok(())
}

/// What is said of a revision to those who may read it from now on. Nothing said leaves what
/// was said before, for those it was said to.
async fn offer(
    tx: &mut Tx,
    note: &NoteId,
    revision: i64,
    (to, summary): (Visibility, Option<&ContentId>),
) -> Result<(), DbError> {
    let sql = "update p_withdrawal set is_over = 1 where note = $1";
    tx.exec(sql, values![note.as_str()]).await?;
    let Some(summary) = summary else { return Ok(()) };
    let sql = "update p_history set offer_id = $3, offer_to = $4
        where note = $1 and revision = $2";
    tx.exec(sql, values![note.as_str(), revision, summary.as_str(), to.word()]).await?;
    Ok(())
}

async fn withdraw(
    tx: &mut Tx,
    note: &NoteId,
    at: i64,
    (by, reason): (&str, &str),
) -> Result<(), DbError> {
    let sql = "insert into p_withdrawal (note, at, by_person, reason, is_over)
        values ($1, $2, $3, $4, 0) on conflict (note, at) do nothing";
    tx.exec(sql, values![note.as_str(), at, by, reason]).await?;
    Ok(())
}

async fn thank(
    tx: &mut Tx,
    note: &NoteId,
    revision: i64,
    by: &str,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_revision_thanks (note, revision, by_person, at)
        values ($1, $2, $3, $4)";
    tx.exec(sql, values![note.as_str(), revision, by, at]).await?;
    let sql = "update p_history set thanks = thanks + 1 where note = $1 and revision = $2";
    tx.exec(sql, values![note.as_str(), revision]).await?;
    Ok(())
}
