//! How the row of a step says what it looks like; the rows are in `path.rs`, and what a step is
//! in `domain/src/workshops/script/step.rs`.

use super::{Panel, Walk};

/// What a phone keeps of a step, for when there is no network.
pub(super) enum Kept {
    /// Its page, as it is before there is a note.
    Page,
    /// A form of its own, which can be filled without network and sent later.
    Form(fn(&Walk) -> Panel),
    /// Nothing: it shows what others wrote, and would be untrue by then.
    Nothing,
}

/// From one row a step: `panel` shows it, `act` takes its form.
macro_rules! panels {
    ($($step:ident => $module:ident at $slug:literal keeps $kept:expr,)*) => {
        /// The word of a step in addresses.
        pub fn slug(step: Step) -> &'static str {
            match step { $(Step::$step => $slug,)* }
        }

        /// The step that a word of an address stands for.
        fn from_slug(word: &str) -> Option<Step> {
            match word { $($slug => Some(Step::$step),)* _ => None }
        }

        /// What a phone keeps of it.
        fn kept_of(step: Step) -> Kept {
            match step { $(Step::$step => $kept,)* }
        }

        /// Its panel; none when it has nothing to show before something else is made.
        async fn panel_of(step: Step, walk: &Walk) -> Result<Option<Panel>, Problem> {
            match step { $(Step::$step => $module::panel(walk).await,)* }
        }

        /// The one act of it.
        async fn act_of(step: Step, walk: Walk, form: &Form) -> Answer {
            match step { $(Step::$step => Box::pin($module::act(walk, form)).await,)* }
        }
    };
}
pub(super) use panels;
