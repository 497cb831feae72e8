//! What each step of the path looks like: its address, its panel, what a phone keeps of it.
//!
//! What a step is stands in `domain/src/workshops/script/step.rs`; here is the other row of it.

use domain::workshops::script::Step;

use super::{
    Panel, Walk, blocks, canvas, door, draft, farewell, gather, idea, introduction, link, preview,
    publish, react, thank,
};
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;

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
        pub(super) fn from_slug(word: &str) -> Option<Step> {
            match word { $($slug => Some(Step::$step),)* _ => None }
        }

        /// What a phone keeps of it.
        pub(super) fn kept(step: Step) -> Kept {
            match step { $(Step::$step => $kept,)* }
        }

        /// Its panel; none when it has nothing to show before something else is made.
        pub(super) async fn panel(step: Step, walk: &Walk) -> Result<Option<Panel>, Problem> {
            match step { $(Step::$step => $module::panel(walk).await,)* }
        }

        /// The one act of it.
        pub(super) async fn act(step: Step, walk: Walk, form: &Form) -> Answer {
            match step { $(Step::$step => Box::pin($module::act(walk, form)).await,)* }
        }
    };
}

panels! {
    Round => introduction at "tour-de-table" keeps Kept::Page,
    React => react at "lecture" keeps Kept::Nothing,
    Door => door at "porte" keeps Kept::Page,
    Idea => idea at "idee" keeps Kept::Page,
    Draft => draft at "brouillon" keeps Kept::Form(draft::blank),
    Blocks => blocks at "blocs" keeps Kept::Nothing,
    Look => preview at "apercu" keeps Kept::Form(preview::blank),
    Publish => publish at "publication" keeps Kept::Form(publish::blank),
    Thank => thank at "merci" keeps Kept::Nothing,
    Link => link at "relier" keeps Kept::Nothing,
    Gather => gather at "recolte" keeps Kept::Nothing,
    Canvas => canvas at "canevas" keeps Kept::Nothing,
    Farewell => farewell at "cloture" keeps Kept::Nothing,
}
