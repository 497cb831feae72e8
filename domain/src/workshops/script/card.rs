//! Exercises of a whole room, to be put between the steps of a script.

use crate::core::closed_list::words;

words! {
    /// An exercise the facilitator leads. Stored by its name.
    Card {
        /// Everyone comes in, the screen is tried, what is recorded is said.
        Welcome,
        /// Each says what they expect, in one sentence.
        Expectations,
        /// Two by two: one tells, the other listens, then they swap.
        Pairs,
        /// Alone, then two by two, then all together.
        OneTwoAll,
        /// Everyone reads in silence.
        SilentReading,
        /// Written ideas go around the table, each adds to the one before.
        Brainwriting,
        /// Each sub-group says what it found.
        Plenary,
        /// Dots, hands or feet: what matters most to the group.
        Priorities,
        /// Nobody works.
        Break,
        /// Who does what, by when.
        NextSteps,
        /// An exercise of the facilitator's own.
        Own,
    }
}

impl Card {
    /// How long it usually takes, in seconds.
    pub fn usually(self) -> u32 {
        60 * match self {
            Self::Welcome | Self::SilentReading | Self::NextSteps => 5,
            Self::Expectations | Self::Break | Self::Pairs | Self::Priorities | Self::Own => 10,
            Self::OneTwoAll | Self::Brainwriting | Self::Plenary => 15,
        }
    }
}
