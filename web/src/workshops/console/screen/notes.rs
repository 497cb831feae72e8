//! The scenes of the notes: the wall, those that wait for a word, and the end.
//!
//! Titles are those whose writers put them on the wall; never in order of likes.

use maud::{Markup, html};
use projections::notes::note::Note;
use projections::workshops::workshop::{Stage, Workshop};

use super::figure;
use crate::shell::address;
use crate::shell::parts::moment;
use crate::shell::qr;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How many notes the wall shows at once.
const ON_THE_WALL: usize = 8;

/// How many titles stand beside something else.
const BESIDE: usize = 4;

fn titles<'a>(notes: impl Iterator<Item = &'a Note>, most: usize) -> Markup {
    let wall: Vec<&Note> = notes.filter(|note| note.wall).take(most).collect();
    html! {
        @if !wall.is_empty() {
            ul.wall-titles { @for note in &wall { li data-key=(note.note) { q { (note.title) } } } }
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The notes, the newest first. While nothing arrives, each is seen large in turn.
pub(super) fn wall(voice: &Voice, notes: &[Note]) -> Markup {
    html! {
        p.big { (voice.say("wall-title")) }
        @if notes.iter().any(|note| note.wall) {
            div data-in-turn { (titles(notes.iter(), ON_THE_WALL)) }
        } @else {
            p { (voice.say("wall-empty")) }
        }
    }
}

/// Who has a word for whom: the notes that nobody answered yet.
pub(super) fn review(voice: &Voice, notes: &[Note]) -> Markup {
    let waiting: Vec<&Note> = notes.iter().filter(|note| note.thanks == 0).collect();
    let key = if notes.is_empty() { "screen-published" } else { "screen-left" };
    html! {
        p.huge { (voice.say("screen-review")) }
        p { (voice.say("screen-review-how")) }
        p.big data-aloud { (figure(voice, key, number(waiting.len()))) }
        (titles(waiting.into_iter(), BESIDE))
    }
}

/// The end. Once the workshop is over, its notes are one picture away.
pub(super) fn thanks(visitor: &Visitor, workshop: &Workshop, notes: &[Note]) -> Markup {
    let voice = &visitor.voice;
    let answers: i64 = notes.iter().map(|note| note.thanks).sum();
    let left = notes.iter().filter(|note| note.thanks == 0).count();
    let over = workshop.stage == Stage::Closed;
    let hosting = &visitor.site.hosting;
    let page = address::wall(&workshop.code);
    html! {
        div.wall-end.wall-entrance[over] {
            @if over {
                div.wall-qr {
                    (qr::svg(&format!("{}{page}", hosting.public_url), &voice.say("screen-notes-qr")))
                }
            }
            div {
                p.huge { (voice.say("screen-thanks")) }
                @if over { p { (voice.say("screen-over")) } }
                p.big data-aloud { (figure(voice, "screen-notes", number(notes.len()))) }
                p { (figure(voice, "screen-answers", answers)) }
                @if !notes.is_empty() && !over {
                    p { (figure(voice, "screen-left", number(left))) }
                }
                @if let Some(next) = workshop.live.conclusion.next_at {
                    p { (moment::sentence(voice, "next-session", &[], next)) }
                }
                @if over { p.wall-small { (voice.say("screen-notes-here")) } }
            }
        }
        @if !over { (titles(notes.iter(), BESIDE)) }
    }
}
