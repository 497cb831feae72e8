//! What its authors say of a note beside its text.

use domain::core::ids::PersonId;
use domain::notes::details::{Details, Status};
use domain::notes::note::{self, Command};
use projections::notes::note::Note;

use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::notes::Notes;

impl Notes<'_> {
    /// Says `details` of `note`, in the place of what was said.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not theirs.
    pub async fn describe(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        details: Details,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !access::may_describe(standing) {
            return Err(Failure::NotFound);
        }
        let command = Command::Describe { by: by.clone(), details };
        let envelope = Envelope::from(by, command_id);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Says, or says no more, that `note` is in progress; what else is said of it stays.
    ///
    /// # Errors
    /// As [`Self::describe`].
    pub async fn set_in_progress(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        in_progress: bool,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let is = note.details.status == Some(Status::InProgress);
        if is != in_progress {
            let status = in_progress.then_some(Status::InProgress);
            let details = Details { status, ..note.details };
            self.describe(note, standing, by, details, command_id).await?;
        }
        Ok(())
    }
}
