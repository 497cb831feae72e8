//! The steps of a guided path: what each is, and the events that complete it.
//!
//! A step is one row of `steps!` and one row of `panels!` in `web/src/workshops/path.rs`, which
//! says what it looks like. Where a step is named besides, it is one that does something of its
//! own there (what a rehearsal's people say, what the console counts); a new one need not be.

use crate::core::closed_list::words;
use crate::core::ids::{PersonId, WorkshopId};
use crate::core::registry::Fact;
use crate::notes::link::Event::Linked;
use crate::notes::note::Event::Drafted;
use crate::notes::thanks::Event::Given;
use crate::workshops::participation::Event::{
    DoorChosen, FarewellSaid, ReactionGiven, Sketched, StepCompleted,
};

/// From one row a step: the enum, and a `match` for each thing a row says.
///
/// - `needs`: the step without which this one has nothing to show: a facilitator cannot put it
///   before, and in a rehearsal whoever only reads passes over it.
/// - `writes`: whether people write here; silence may then mean that they are stuck.
/// - `together`: whether the room does it together, so that it ends with the room. One's own
///   note is finished whenever one likes; thanking and linking are said of notes, whose own
///   pages take them for ever.
/// - `done_by`: an event of its own that completes it, and which parts of it are the workshop and
///   the person. Every step is completed by [`StepCompleted`] too.
macro_rules! steps {
    ($(
        $(#[$doc:meta])*
        $step:ident {
            needs: $needs:expr, writes: $writes:literal, together: $together:literal
            $(, done_by: $event:pat => ($workshop:ident, $person:ident))?
        }
    )*) => {
        words! {
            /// One step of a guided path. Stored by its name.
            Step { $($(#[$doc])* $step,)* }
        }

        impl Step {
            /// The step without which this one has nothing to show.
            pub fn needs(self) -> Option<Self> {
                match self { $(Self::$step => $needs,)* }
            }

            /// Whether people write here: silence may then mean that they are stuck.
            pub fn is_writing(self) -> bool {
                match self { $(Self::$step => $writes,)* }
            }

            /// Whether it is something the room does together, and ends with it.
            pub fn is_together(self) -> bool {
                match self { $(Self::$step => $together,)* }
            }

            /// Which step `fact` completes, for whom, and where.
            pub fn completed_by(fact: &Fact) -> Option<(WorkshopId, PersonId, Self)> {
                $($(if let $event = fact {
                    return Some(($workshop.clone(), $person.clone(), Self::$step));
                })?)*
                if let Fact::Participation(StepCompleted { workshop, person, step }) = fact {
                    return Some((workshop.clone(), person.clone(), *step));
                }
                None
            }
        }
    };
}

steps! {
    /// Say in a few taps where one comes from and what brings one here.
    Round {
        needs: None, writes: false, together: true,
        done_by: Fact::Participation(Sketched { workshop, person, .. }) => (workshop, person)
    }
    /// Read one short note and answer it with one word.
    React {
        needs: None, writes: false, together: true,
        done_by: Fact::Participation(ReactionGiven { workshop, person, .. }) => (workshop, person)
    }
    /// Choose how to begin.
    Door {
        needs: None, writes: false, together: false,
        done_by: Fact::Participation(DoorChosen { workshop, person, .. }) => (workshop, person)
    }
    /// One sentence. A draft without a door is a synthesis: nobody's first note.
    Idea {
        needs: None, writes: true, together: false,
        done_by: Fact::Note(Drafted { workshop: Some(workshop), by, door: Some(_), .. })
            => (workshop, by)
    }
    /// The text.
    Draft { needs: Some(Self::Idea), writes: true, together: false }
    /// Blocks of writing, each with an objective stated before and told after.
    Blocks { needs: Some(Self::Idea), writes: true, together: false }
    /// Look at what it will be; ask for someone else's look.
    Look { needs: Some(Self::Idea), writes: false, together: false }
    /// Offer it, to the group or to everyone. A publication does not say its workshop: `room`
    /// knows where the note was written.
    Publish { needs: Some(Self::Idea), writes: false, together: false }
    /// Thank one note nobody has answered yet.
    Thank {
        needs: None, writes: false, together: false,
        done_by: Fact::Thanks(Given { workshop: Some(workshop), by, .. }) => (workshop, by)
    }
    /// Say which other note one's own goes with.
    Link {
        needs: None, writes: false, together: false,
        done_by: Fact::Link(Linked { workshop: Some(workshop), by, .. }) => (workshop, by)
    }
    /// Add what was learnt, needed, dreamt of to the sheet of the room.
    Gather { needs: None, writes: false, together: true }
    /// Describe one process, in a sub-group: stages, tools, brakes, leads.
    Canvas { needs: None, writes: false, together: true }
    /// One word, one small next gesture.
    Farewell {
        needs: None, writes: false, together: true,
        done_by: Fact::Participation(FarewellSaid { workshop, person, .. }) => (workshop, person)
    }
}
