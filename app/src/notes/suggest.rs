//! Proposing a change, and answering one.

use domain::ids::{PersonId, ReaderId, SuggestionId};
use domain::note::{self, Command, RevisionKind};
use projections::content::{self, Content};
use projections::note::Note;
use projections::suggestion::{self, Suggestion};

use super::revise::{Joined, Saved, TRIES, change, current};
use super::{NoteError, Words, aside};
use crate::App;
use crate::access::{self, Standing};
use crate::envelope::{CommandId, Envelope};
use crate::execute::CommandError;

/// What became of a sentence somebody mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// It is in the note.
    Saved(Saved),
    /// It waits for somebody who may change the note.
    Proposed(SuggestionId),
}

/// Whoever proposes: someone known, or a reader under a pseudonym good for this note.
#[derive(Clone, Debug)]
pub enum Proposer {
    /// Someone known.
    Person(PersonId),
    /// A device.
    Reader(ReaderId),
}

impl App {
    /// Mends one sentence. Whoever may change the note changes it at once, when it is
    /// their own or when only slips are mended; anything else is proposed.
    pub async fn mend(
        &self,
        note: &Note,
        standing: Standing,
        by: &Proposer,
        base: i64,
        words: &Words,
        command_id: CommandId,
    ) -> Result<Mended, NoteError> {
        if base < access::first_visible(note, standing) {
            return Err(NoteError::NotAllowed);
        }
        let (title, body, _) = words.checked()?;
        let before = self.words_of(&note.note, base).await?;
        let after = Content { title, body, summary: String::new() };
        let (old, new) = (before, after.clone());
        let made = aside(move || change(&old, &new)).await?;
        if let Proposer::Person(person) = by
            && access::may_revise(note.visibility, standing)
            && (standing.owns() || made.is_only_typos())
        {
            let kind = if made.is_only_typos() { RevisionKind::Typo } else { RevisionKind::Edit };
            let saved = self.save(note, standing, person, base, words, kind, command_id).await?;
            return Ok(Mended::Saved(saved));
        }
        if !access::may_suggest(note, standing) {
            return Err(NoteError::NotAllowed);
        }
        let (actor, known) = match by {
            Proposer::Person(person) => (person.as_str(), Some(person.clone())),
            Proposer::Reader(reader) => (reader.as_str(), None),
        };
        let id = self.derived_id("suggestion", actor, &command_id);
        let suggestion: SuggestionId = id.parse().expect("hexadecimal is an identifier");
        let Content { title, body, summary } = after;
        let (content, reference) = self.content(actor, &command_id, title, body, summary);
        let command = Command::Suggest {
            suggestion: suggestion.clone(),
            by: known,
            base,
            content: reference,
        };
        let envelope = match by {
            Proposer::Person(person) => Envelope::from(person, command_id),
            Proposer::Reader(reader) => Envelope::from_reader(reader, command_id),
        };
        let envelope = envelope.in_workshop(note.workshop.clone()).with(content);
        let done = self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        let nothing = done.position == 0;
        Ok(if nothing { Mended::Saved(Saved::Unchanged) } else { Mended::Proposed(suggestion) })
    }

    /// The suggestions that wait on `note`, for those who may change it. One written from a
    /// text they may not read, or that was hidden since, is not theirs to see.
    pub async fn suggestions(
        &self,
        note: &Note,
        standing: Standing,
    ) -> Result<Vec<(Suggestion, Content)>, NoteError> {
        if !access::may_revise(note.visibility, standing) {
            return Ok(vec![]);
        }
        let mut told = vec![];
        for one in suggestion::waiting(&self.db, &note.note).await? {
            if self.words_for(note, standing, one.base).await.is_ok() {
                let words = content::find(&self.db, &one.content).await?;
                told.push((one, words));
            }
        }
        Ok(told)
    }

    /// A suggestion: its words, and how it stands with `head`, a text of the note.
    pub async fn suggested(
        &self,
        note: &Note,
        standing: Standing,
        id: &SuggestionId,
        head: &Content,
    ) -> Result<Option<(Suggestion, Content, Joined)>, NoteError> {
        if !access::may_revise(note.visibility, standing) {
            return Err(NoteError::NotAllowed);
        }
        let Some(found) = suggestion::find(&self.db, &note.note, id).await? else {
            return Ok(None);
        };
        let base = match self.words_for(note, standing, found.base).await {
            Ok(base) => base,
            Err(NoteError::NotAllowed | NoteError::Hidden) => return Ok(None),
            Err(error) => return Err(error),
        };
        let words = content::find(&self.db, &found.content).await?;
        let (head, theirs) = (head.clone(), words.clone());
        let joined = aside(move || Joined::of(&base, &head, &theirs)).await?;
        Ok(Some((found, words, joined)))
    }

    /// Takes a suggestion into the note: by itself when it can be merged, or as `settled`
    /// says (the whole text, seen from a revision). `None` when somebody has to choose
    /// between sentences first.
    pub async fn accept(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        id: &SuggestionId,
        settled: Option<(i64, &Words)>,
        command_id: CommandId,
    ) -> Result<Option<Saved>, NoteError> {
        if let Some(done) = self.done_before(by, &command_id).await? {
            return Ok(Some(made(self.revision_at(done).await?)));
        }
        for _ in 0..TRIES {
            let (head, theirs) = self.head_of(&note.note).await?;
            let found = self.suggested(note, standing, id, &theirs).await?;
            let (_, _, joined) = found.ok_or(NoteError::NoSuchRevision)?;
            let joined = match settled {
                // Chosen against an older text: put together with what was saved since.
                Some((seen, words)) => {
                    let (title, body, _) = words.checked()?;
                    let chosen = Content { title, body, summary: String::new() };
                    let base = self.words_for(note, standing, seen).await?;
                    let now = theirs.clone();
                    aside(move || Joined::of(&base, &now, &chosen)).await?
                }
                None => joined,
            };
            let Some((title, body)) = joined.title.clone().zip(joined.body.text()) else {
                return Ok(None);
            };
            let words = Content { title, body, summary: String::new() };
            let (old, new) = (theirs, words.clone());
            let change = aside(move || change(&old, &new)).await?;
            let row = command_id.then(&format!("from-{head}"));
            let (content, reference) = self.content_of(by, &row, &words);
            let command = Command::Accept {
                suggestion: id.clone(),
                by: by.clone(),
                base: head,
                content: reference,
                change,
            };
            let envelope = Envelope::from(by, command_id.clone())
                .in_workshop(note.workshop.clone())
                .with(content);
            match self.execute::<note::Note>(note.note.as_str(), command, envelope).await {
                Err(CommandError::ByRule(note::Error::Stale)) => {}
                done => return Ok(Some(made(self.revision_at(done?.position).await?))),
            }
        }
        Err(NoteError::Busy)
    }

    /// Leaves a suggestion out.
    pub async fn decline(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        id: &SuggestionId,
        command_id: CommandId,
    ) -> Result<(), NoteError> {
        if self.suggested(note, standing, id, &current(note)).await?.is_none() {
            return Err(NoteError::NoSuchRevision);
        }
        let command = Command::Decline { suggestion: id.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }
}

/// What an accepted suggestion became; 0 is no revision: the text said it already.
fn made(revision: i64) -> Saved {
    if revision > 0 { Saved::Written(revision) } else { Saved::Unchanged }
}
