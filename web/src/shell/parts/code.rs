//! The field where the code of a workshop is typed.

use maud::{Markup, html};

use super::field::Line;
use crate::shell::address;
use crate::shell::voice::Voice;

/// The field for a code.
pub fn code_form(voice: &Voice, typed: &str, notice: Option<&str>) -> Markup {
    let label = voice.say("code-label");
    let help = voice.say("code-help");
    let line = Line { help: Some(&help), notice, ..Line::new("code", &label, typed) };
    html! {
        form.code-form novalidate method="get" action=(address::codes()) {
            (line.show())
            button.primary type="submit" { (voice.say("code-button")) }
        }
    }
}

/// A code in two groups, as one says it.
pub fn spoken(code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    format!("{first}\u{202f}{last}")
}
