//! Names of revisions, and what of them is hidden.

use super::revise::change;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::blocking::aside;
use crate::engine::envelope::{CommandId, Envelope};
use crate::notes::Notes;
use domain::core::ids::PersonId;
use domain::notes::note::{self, Command, Hiding, Reason};
use domain::prose::text::{self, TextError};
use projections::notes::history::{self, Filter};
use projections::notes::note::Note;

/// The longest name of a revision, in signs people see.
pub const REVISION_NAME_MAX: usize = 60;

impl Notes<'_> {
    /// Gives a revision a name; a blank one takes it away.
    pub async fn name_revision(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (revision, name): (i64, &str),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let allowed =
            access::may_revise(note, standing) && access::may_see_revision(standing, revision);
        if !allowed {
            return Err(Failure::NotFound);
        }
        let envelope = Envelope::from(by, command_id.clone()).in_workshop(note.workshop.clone());
        let (name, envelope) = match text::line(name, REVISION_NAME_MAX) {
            Err(TextError::Blank) => (None, envelope),
            name => {
                let name = name.map_err(Failure::summary)?;
                let blank = String::new;
                let (content, reference) =
                    self.content(by.as_str(), &command_id, name, blank(), blank());
                (Some(reference.id), envelope.with(content))
            }
        };
        let command = Command::Name { revision, by: by.clone(), name };
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Takes a published note back, and says why: it is its writer's alone again, who may
    /// change it and publish it anew.
    pub async fn withdraw(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        reason: Reason,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        // Asked again once it is done: nothing more happens.
        let done = self.done_before(by, &command_id).await?.is_some();
        if !done && !access::may_moderate(note, standing) {
            return Err(Failure::NotFound);
        }
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        let command = Command::Withdraw { by: by.clone(), reason: Some(reason) };
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Hides parts of a revision from readers, or shows them again. When it is what
    /// everyone reads, the last text before it that is not hidden takes its place.
    pub async fn hide(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (revision, parts, reason): (i64, Hiding, Reason),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let allowed =
            access::may_moderate(note, standing) && access::may_see_revision(standing, revision);
        if !allowed {
            return Err(Failure::NotFound);
        }
        let mut instead = None;
        let mut envelope =
            Envelope::from(by, command_id.clone()).in_workshop(note.workshop.clone());
        if parts.text && revision == note.revision {
            let from = access::first_visible(standing);
            let span = (from, revision);
            let before =
                history::filtered(&self.db, &note.note, span, &Filter::default(), 50).await?;
            if let Some(before) = before.iter().find(|it| !it.hidden.text) {
                let mut words = self.words_of(&note.note, before.revision).await?;
                words.summary.clear();
                let (old, new) = (self.words_of(&note.note, revision).await?, words.clone());
                let change = aside(move || change(&old, &new)).await?;
                let (content, reference) = self.content_of(by, &command_id, &words);
                envelope = envelope.with(content);
                instead = Some((before.revision, reference, change));
            }
        }
        let command = Command::Hide { revision, by: by.clone(), parts, reason, instead };
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }
}
