//! Buttons that only a script can make do something: they show once it is there.

use maud::{Markup, html};

use crate::shell::voice::Voice;

/// Prints the page.
pub fn print(voice: &Voice) -> Markup {
    html! { button.unprinted type="button" data-print hidden { (voice.say("print")) } }
}
