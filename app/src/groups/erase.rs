//! Erasing a passage from what was said at a meeting: what it says of itself, what people are there
//! for, the lines of its sheet, what its files show.

use domain::core::ids::{ContentId, MeetingId, PersonId};
use domain::files::file::Of;
use domain::groups::item::Sheet;
use domain::groups::meeting::{Command, Meeting};
use domain::notes::note::Reason;
use migrations::{DbError, Value};
use projections::core::content::Content;
use projections::files::file;
use projections::groups::item;

use super::Groups;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::files::MOST_OF_ONE;

impl Groups<'_> {
    /// What was said at `meeting` that holds `passage`, in the words it was said in.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn find_words(
        &self,
        meeting: &MeetingId,
        passage: &str,
    ) -> Result<Vec<(ContentId, Content)>, DbError> {
        let mut streams: Vec<Vec<Value>> = vec![vec!["meeting".into(), meeting.as_str().into()]];
        for line in item::of_sheet(&self.primary, &Sheet::Meeting(meeting.clone())).await? {
            streams.push(vec!["item".into(), line.item.as_str().into()]);
        }
        for it in file::of_one(&self.primary, &Of::Meeting(meeting.clone()), MOST_OF_ONE).await? {
            streams.push(vec!["file".into(), it.file.as_str().into()]);
        }
        let said = self.words_of_streams(streams).await?;
        self.notes().that_hold(said, passage).await
    }

    /// Erases `passage` from it; how many texts held it. Bytes are let go of by whoever calls.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn erase_words(
        &self,
        meeting: &MeetingId,
        by: &PersonId,
        (passage, reason): (&str, Reason),
        key: CommandId,
    ) -> Result<usize, Failure> {
        let found = self.find_words(meeting, passage).await?;
        let contents = self.notes().cut_from(found, passage).await?;
        let count = contents.len();
        let command = Command::EraseWords { by: by.clone(), contents, reason };
        let envelope = Envelope::from(by, key);
        self.execute::<Meeting>(meeting.as_str(), command, envelope).await?;
        Ok(count)
    }
}
