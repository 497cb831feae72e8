//! The words someone may choose among while they take part.

crate::core::closed_list::words! {
    /// What would help.
    HandReason {
        /// "I don't know what to write."
        Words,
        /// "I can't find the button."
        Button,
        /// "My connection."
        Connection,
        /// Anything else, or nothing said.
        Other,
    }
}

crate::core::closed_list::words! {
    /// What a note does to whoever reads it.
    Reaction {
        /// It makes them think.
        Think,
        /// It inspires them.
        Inspire,
        /// It raises a question.
        Question,
    }
}

crate::core::closed_list::words! {
    /// What someone may agree to, each apart from the others, each off by default.
    Consent {
        /// To be quoted, by the name they go by, in the synthesis.
        Quote,
        /// To be written to about their note.
        News,
    }
}

crate::core::closed_list::words! {
    /// How far an objective was reached, says whoever stated it.
    Reached {
        /// It is done.
        Yes,
        /// In part.
        Partly,
        /// Not this time.
        NotYet,
    }
}

crate::core::closed_list::words! {
    /// One small thing to do next.
    Gesture {
        /// Read a note of someone in the room.
        Read,
        /// Thank someone.
        Thank,
        /// Add one sentence to one's note.
        Add,
        /// Show one's note to a colleague.
        Show,
        /// Come to the next session.
        Return,
    }
}
