//! The steps of a guided path, and the facts that complete them.

use serde::{Deserialize, Serialize};

use crate::core::ids::{PersonId, WorkshopId};
use crate::core::registry::Fact;
use crate::notes::{link, note, thanks};
use crate::workshops::participation;

/// One step of a guided path. Stored by its name.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// Say in a few taps where one comes from and what brings one here.
    Round,
    /// Read one short note and answer it with one word.
    React,
    /// Choose how to begin.
    Door,
    /// One sentence.
    Idea,
    /// The text.
    Draft,
    /// Blocks of writing, each with an objective stated before and told after.
    Blocks,
    /// Look at what it will be; ask for someone else's look.
    Look,
    /// Offer it, to the group or to everyone.
    Publish,
    /// Thank one note nobody has answered yet.
    Thank,
    /// Say which other note one's own goes with.
    Link,
    /// Add what was learnt, needed, dreamt of to the sheet of the room.
    Gather,
    /// Describe one process, in a sub-group: stages, tools, brakes, leads.
    Canvas,
    /// One word, one small next gesture.
    Farewell,
}

impl Step {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The step without which this one has nothing to show.
    pub fn needs(self) -> Option<Self> {
        match self {
            Self::Draft | Self::Blocks | Self::Look | Self::Publish => Some(Self::Idea),
            Self::Round
            | Self::React
            | Self::Door
            | Self::Idea
            | Self::Thank
            | Self::Link
            | Self::Gather
            | Self::Canvas
            | Self::Farewell => None,
        }
    }

    /// Whether people write here: silence may then mean that they are stuck.
    pub fn is_writing(self) -> bool {
        match self {
            Self::Idea | Self::Draft | Self::Blocks => true,
            Self::Round
            | Self::React
            | Self::Door
            | Self::Look
            | Self::Publish
            | Self::Thank
            | Self::Link
            | Self::Gather
            | Self::Canvas
            | Self::Farewell => false,
        }
    }

    /// Which step `fact` completes, for whom, and where.
    pub fn completed_by(fact: &Fact) -> Option<(WorkshopId, PersonId, Self)> {
        use participation::Event as P;
        match fact {
            Fact::Participation(P::DoorChosen { workshop, person, .. }) => {
                Some((workshop.clone(), person.clone(), Self::Door))
            }
            Fact::Participation(P::StepCompleted { workshop, person, step }) => {
                Some((workshop.clone(), person.clone(), *step))
            }
            Fact::Participation(P::Sketched { workshop, person, .. }) => {
                Some((workshop.clone(), person.clone(), Self::Round))
            }
            Fact::Participation(P::ReactionGiven { workshop, person, .. }) => {
                Some((workshop.clone(), person.clone(), Self::React))
            }
            Fact::Participation(P::FarewellSaid { workshop, person, .. }) => {
                Some((workshop.clone(), person.clone(), Self::Farewell))
            }
            // Without a door it is a synthesis: nobody's first note.
            Fact::Note(note::Event::Drafted {
                workshop: Some(workshop),
                by,
                door: Some(_),
                ..
            }) => Some((workshop.clone(), by.clone(), Self::Idea)),
            Fact::Thanks(thanks::Event::Given { workshop: Some(workshop), by, .. }) => {
                Some((workshop.clone(), by.clone(), Self::Thank))
            }
            Fact::Link(link::Event::Linked { workshop: Some(workshop), by, .. }) => {
                Some((workshop.clone(), by.clone(), Self::Link))
            }
            // A publication does not say its workshop: `room` knows where the note was written.
            Fact::Note(
                note::Event::Drafted { .. }
                | note::Event::Revised { .. }
                | note::Event::Published { .. }
                | note::Event::Withdrawn { .. }
                | note::Event::VariantParked { .. }
                | note::Event::VariantSettled { .. }
                | note::Event::SuggestionMade { .. }
                | note::Event::SuggestionAccepted { .. }
                | note::Event::SuggestionDeclined { .. }
                | note::Event::RevisionNamed { .. }
                | note::Event::RevisionUnnamed { .. }
                | note::Event::RevisionHidden { .. }
                | note::Event::RevisionShown { .. }
                | note::Event::PassageErased { .. },
            )
            | Fact::Participation(
                P::HandRaised { .. }
                | P::HandLowered { .. }
                | P::HandPostponed { .. }
                | P::HelpClaimed { .. }
                | P::HelpReleased { .. }
                | P::ConsentRecorded { .. }
                | P::Encouraged { .. }
                | P::ScribeNamed { .. }
                | P::ScribeEnded { .. }
                | P::ObjectiveStated { .. }
                | P::ObjectiveTold { .. }
                | P::DraftShown { .. }
                | P::DraftHidden { .. }
                | P::StepProposed { .. }
                | P::WallAsked { .. }
                | P::WallAnswered { .. },
            )
            | Fact::Thanks(
                thanks::Event::Given { workshop: None, .. } | thanks::Event::RevisionThanked { .. },
            )
            | Fact::Reading(_)
            | Fact::Workshop(_)
            | Fact::Item(_)
            | Fact::Review(_)
            | Fact::Link(
                link::Event::Linked { workshop: None, .. } | link::Event::Unlinked { .. },
            )
            | Fact::Person(_) => None,
        }
    }
}
