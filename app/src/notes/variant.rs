//! Texts kept aside: they met another one, and only their writer can say what stays.

use domain::core::ids::{PersonId, VariantId};
use domain::core::registry::Refusal;
use domain::notes::note::{self, Command};
use projections::core::content::{self, Content};
use projections::notes::note::Note;
use projections::notes::variant::{self, Variant};

use super::Words;
use super::revise::{Joined, Saved, current};
use crate::Failure;
use crate::access::Standing;
use crate::engine::blocking::aside;
use crate::engine::envelope::{CommandId, Envelope};
use crate::notes::Notes;

impl Notes<'_> {
    /// The text that a form of `by` would be kept aside as.
    pub(super) fn variant_of(&self, by: &PersonId, command_id: &CommandId) -> VariantId {
        self.derived_id("variant", by.as_str(), command_id)
    }

    /// Keeps a text aside until its writer has looked.
    pub(super) async fn park(
        &self,
        note: &Note,
        by: &PersonId,
        (base, against): (i64, i64),
        mine: &Content,
        command_id: &CommandId,
    ) -> Result<Saved, Failure> {
        let variant = self.variant_of(by, command_id);
        let (_, content) = self.content_of(by, command_id, mine);
        let park =
            Command::Park { variant: variant.clone(), by: by.clone(), base, against, content };
        let envelope = Envelope::from(by, command_id.then("aside"))
            .because_of(command_id)
            .in_workshop(note.workshop.clone());
        self.execute::<note::Note>(note.note.as_str(), park, envelope).await?;
        Ok(Saved::Aside(variant))
    }

    /// Saves what becomes of a text kept aside, seen from revision `base`; it is aside no
    /// more, unless the note moved again and somebody should look again.
    pub async fn settle(
        &self,
        note: &Note,
        standing: Standing,
        variant: &Variant,
        base: i64,
        words: &Words,
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        let by = &variant.by;
        let saved = self.revise(note, standing, by, base, words, command_id.clone()).await?;
        let revision = match &saved {
            Saved::Written(revision) | Saved::Merged(revision) => Some(*revision),
            Saved::Unchanged | Saved::Aside(_) => None,
        };
        self.let_go(note, variant, revision, command_id.then("settled")).await?;
        Ok(saved)
    }

    /// Says that a text kept aside went into `revision`, or was let go.
    pub async fn let_go(
        &self,
        note: &Note,
        variant: &Variant,
        revision: Option<i64>,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let by = variant.by.clone();
        let envelope = Envelope::from(&by, command_id).in_workshop(note.workshop.clone());
        let settle = Command::Settle { variant: variant.variant.clone(), by, revision };
        match self.execute::<note::Note>(note.note.as_str(), settle, envelope).await {
            // Settled already: the same form, sent again.
            Ok(_) | Err(Failure::Rule(Refusal::Note(note::Error::NotAside))) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// A text that `person` has aside: its row, its words, and how it stands with what
    /// the note says now: put together from a text they may read, whatever it was written from.
    pub async fn aside_of(
        &self,
        (note, standing): (&Note, Standing),
        variant: &VariantId,
        person: &PersonId,
    ) -> Result<Option<(Variant, Content, Joined)>, Failure> {
        let found = variant::find(&self.db, &note.note, variant, person).await?;
        let Some(found) = found else { return Ok(None) };
        let mine = content::find(&self.db, &found.content).await?;
        let base = self.base_for(note, standing, found.base).await?;
        let (head, mine_too) = (current(note), mine.clone());
        let joined = aside(move || Joined::of(&base, &head, &mine_too)).await?;
        Ok(Some((found, mine, joined)))
    }
}
