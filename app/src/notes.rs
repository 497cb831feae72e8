//! Writing: drafts, publication, thanks. Changing a note is in [`mod@revise`], taking
//! back passages in [`mod@undo`], texts kept aside in [`mod@variant`], proposing in [`mod@suggest`], names and hiding in
//! [`mod@moderation`], saying that two go together in [`mod@link`], erasing in [`mod@erase`], what is not saved yet in [`mod@unsaved`], what was sent several times in [`mod@sent`], what waits for somebody in [`mod@awaiting`], writing with others in [`mod@coauthors`],
//! writing to its authors in [`mod@conversations`], whom it is
//! shared with in [`mod@audience`].

pub mod audience;
pub mod awaiting;
pub mod bring;
pub mod coauthors;
pub mod conversations;
mod details;
pub mod erase;
pub mod fetch;
pub mod link;
pub mod moderation;
pub mod paste;
pub mod readers;
pub mod reading;
pub mod reports;
pub mod revise;
pub mod sent;
pub mod suggest;
pub mod undo;
pub mod unsaved;
pub mod variant;

crate::app::wing! {
    /// What is done to notes: written, published, read, moderated.
    Notes
}

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note::{self, Command, Door};
use domain::notes::thanks::{self, Thanks};
use domain::notes::visibility::Visibility;
use domain::prose::text::{self, TextError};
use projections::notes::history;
use projections::notes::note::Note;

use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;

/// The refusal: there is nothing in it yet.
pub const EMPTY: &str = "note-empty";

/// The refusal: the two days are over.
pub const TOO_LATE: &str = "note-too-late";

/// The refusal: the text of this revision is hidden from readers.
pub const HIDDEN: &str = "note-hidden";

/// Words as a form brings them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title; blank to have one proposed.
    pub title: String,
    pub body: String,
    /// Why it is changed; often blank.
    pub summary: String,
}

impl Words {
    /// Checks them at the door. A blank title is proposed from the text.
    pub(crate) fn checked(&self) -> Result<(String, String, String), Failure> {
        let body = text::body(&self.body).map_err(Failure::body)?;
        let title = match text::line(&self.title, text::TITLE_MAX) {
            Err(TextError::Blank) => text::proposed_title(&body).ok_or(Failure::Refused(EMPTY))?,
            other => other.map_err(Failure::title)?,
        };
        let summary = match text::line(&self.summary, text::SUMMARY_MAX) {
            Err(TextError::Blank) => String::new(),
            other => other.map_err(Failure::summary)?,
        };
        Ok((title, body, summary))
    }
}

/// How a note is offered to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Who may read it.
    pub visibility: Visibility,
    /// Whether the wall may show it.
    pub wall: bool,
    /// Whether the group of its workshop signs it, and not a name.
    pub group: bool,
    /// One line about it, for those who will read it; often blank.
    pub summary: String,
}

impl Notes<'_> {
    /// Begins a note; a form posted twice begins one.
    pub async fn draft(
        &self,
        by: &PersonId,
        place: Option<(&WorkshopId, Door)>,
        words: &Words,
        command_id: CommandId,
    ) -> Result<NoteId, Failure> {
        let (title, body, summary) = words.checked()?;
        let note: NoteId = self.derived_id("note", by.as_str(), &command_id);
        let (content, reference) = self.content(by.as_str(), &command_id, title, body, summary);
        let command = Command::Draft {
            note: note.clone(),
            by: by.clone(),
            workshop: place.map(|(workshop, _)| workshop.clone()),
            door: place.map(|(_, door)| door),
            content: reference,
        };
        let envelope = Envelope::from(by, command_id)
            .in_workshop(place.map(|(workshop, _)| workshop.clone()))
            .with(content);
        self.execute::<note::Note>(note.as_str(), command, envelope).await?;
        Ok(note)
    }

    /// Lets others read it, signed as it is, for its writer.
    pub async fn publish(
        &self,
        note: &Note,
        by: &PersonId,
        visibility: Visibility,
        wall: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let offer = Offer { visibility, wall, group: note.by_group, summary: String::new() };
        let standing = Standing { writer: note.writer == *by, ..Standing::default() };
        self.offer(note, standing, by, &offer, command_id).await
    }

    /// Lets others read it, as those it belongs to offer it.
    ///
    /// # Errors
    /// When it is not theirs; when its workshop is missing, or nobody would read it.
    pub async fn offer(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        offer: &Offer,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let Offer { visibility, wall, group, summary } = offer;
        let mut envelope =
            Envelope::from(by, command_id.clone()).in_workshop(note.workshop.clone());
        let summary = match text::line(summary, text::SUMMARY_MAX) {
            Err(TextError::Blank) => None,
            line => {
                let (line, blank) = (line.map_err(Failure::summary)?, String::new);
                let key = command_id.then("offer");
                let (content, reference) = self.content(by.as_str(), &key, blank(), blank(), line);
                envelope = envelope.with(content);
                Some(reference.id)
            }
        };
        let command = Command::Publish {
            by: by.clone(),
            team: standing.team,
            visibility: *visibility,
            wall: *wall,
            group: *group,
            summary,
        };
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Makes it a draft again, within two days.
    pub async fn take_back(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let late = note.is_published() && !access::may_take_back(note, standing, self.clock.now());
        if standing.writer && late {
            return Err(Failure::Refused(TOO_LATE));
        }
        let command = Command::Withdraw { by: by.clone(), reason: None };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Thanks whoever wrote `note`, once.
    pub async fn thank(
        &self,
        note: &Note,
        by: &PersonId,
        workshop: Option<WorkshopId>,
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = text::line(words, text::SUMMARY_MAX).map_err(Failure::summary)?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, String::new(), words, String::new());
        let command = thanks::Command::Give {
            note: note.note.clone(),
            to: note.writer.clone(),
            by: by.clone(),
            workshop: workshop.clone(),
            content: reference.id,
        };
        let envelope = Envelope::from(by, command_id).in_workshop(workshop).with(content);
        let stream = format!("{}.{by}", note.note);
        self.execute::<Thanks>(&stream, command, envelope).await
    }

    /// Thanks whoever the words of one revision are of, once.
    pub async fn thank_for_revision(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        revision: i64,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !access::may_see_revision(standing, revision) {
            return Err(Failure::NotFound);
        }
        let found = history::find(&self.db, &note.note, revision).await?;
        let found = found.ok_or(Failure::NotFound)?;
        // Thanking someone whose name is hidden would say who they are.
        if found.hidden.author {
            return Err(Failure::Refused(HIDDEN));
        }
        let command = thanks::Command::GiveForRevision {
            note: note.note.clone(),
            revision,
            to: found.author().clone(),
            by: by.clone(),
        };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        let stream = format!("{}.{by}", note.note);
        self.execute::<Thanks>(&stream, command, envelope).await
    }
}
