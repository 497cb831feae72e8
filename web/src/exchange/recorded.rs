//! `/ce-qui-est-enregistre`: what is kept, how long, and how to have it erased.

use app::engine::clock::DAY;
use app::exchange::keeping::TIMES;
use maud::html;

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::page::Answer;

/// The page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("recorded-title")) }
        ul.plain {
            @for line in 1..=6 { li { (voice.say(&format!("recorded-{line}"))) } }
        }
        @if visitor.viewer.someone.is_some() {
            p { a.button href=(address::own_data()) { (voice.say("own-title")) } }
        }
        h2 { (voice.say("recorded-times")) }
        ul.plain { @for (what, time) in TIMES {
            li { (voice.count(&format!("recorded-time-{what}"), time / DAY)) }
        } }
        p { (voice.say("recorded-copies")) }
    };
    Ok(Page::new(voice.say("recorded-title"), content).show(&visitor))
}
