//! A message of a conversation.

use maud::{Markup, html};

use crate::shell::parts::moment;
use crate::shell::voice::Voice;

/// Whose it is (`None`: one's own), when it was sent (in microseconds), what it says: nothing, once
/// erased.
pub fn show(voice: &Voice, id: Option<&str>, name: Option<&str>, at: i64, words: &str) -> Markup {
    html! {
        div.card.message-own[name.is_none()] id=[id] {
            p.by {
                strong { (name.map_or_else(|| voice.say("conversation-you"), str::to_owned)) }
                " · " (moment::moment(voice, at))
            }
            @if words.is_empty() { p.empty { (voice.say("conversation-erased")) } }
            @for line in words.lines().filter(|line| !line.is_empty()) { p dir="auto" { (line) } }
        }
    }
}
