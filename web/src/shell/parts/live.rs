//! What stands on a page that stays live, beside what changes: where the connection is, and
//! the one place from which anything is read aloud. The script is `live.js`.

use maud::{Markup, html};

use crate::shell::visitor::Visitor;

/// Both places. `way` is where a session that ended begins again; without one, the page is
/// only said to be closed.
pub fn places(visitor: &Visitor, way: Option<&str>) -> Markup {
    let voice = &visitor.voice;
    let ended = if way.is_some() { "live-ended" } else { "live-gone" };
    html! {
        p.banner #live-state hidden data-lost=(voice.say("console-lost"))
            data-ended=(voice.say(ended)) data-way=[way] data-way-label=(voice.say("live-way")) {}
        // One region, one short sentence: a table that is read whole tells nothing.
        p.unseen #said role="status" {}
    }
}

/// The script that a browser shares between its pages, so that they hold one connection.
pub fn shared(visitor: &Visitor) -> String {
    visitor.site.assets.shared.address()
}
