//! `/style`: every part of the pages, in every state. Tests take pictures of it; whoever draws a page
//! chooses from it.

use std::collections::BTreeSet;

use domain::core::region::Region;
use domain::notes::details::{Details, Licence, Spoken, Status};
use domain::notes::visibility::Visibility;
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::wake::{Mark, Ripple, Wake};

use crate::shell::extract::Anyone;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::field::{Line, area};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{card, details, drawing, leaf, message, moment, wake};

/// The colours that have a name, with what stands on each.
const COLOURS: [&str; 13] = [
    "swatch-paper",
    "swatch-card",
    "swatch-ink",
    "swatch-soft",
    "swatch-lake",
    "swatch-lake-wash",
    "swatch-foam",
    "swatch-foam-deep",
    "swatch-lantern",
    "swatch-sun-wash",
    "swatch-more-wash",
    "swatch-less-wash",
    "swatch-ember",
];

/// A part, under its name.
#[expect(clippy::needless_pass_by_value, reason = "`html!` stands where it is given")]
fn part(name: &str, content: Markup) -> Markup {
    html! { section.panel { h2 { (name) } (content) } }
}

/// The page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let voice = &visitor.voice;
    let say = |key: &str| voice.say(key);
    let content = html! {
        h1 { (say("style-title")) }
        p.lead { (say("style-lead")) }
        (part(&say("style-type"), html! {
            h2 { (say("home-first")) }
            h3 { (say("notes-title")) }
            p { (say("home-lead")) }
            div.prose { p { (say("home-lead")) " " em { (say("style-em")) } } }
            p.small { (say("publish-undo")) }
            p.over { (say("notes-title")) }
        }))
        (part(&say("style-colours"), html! {
            ul.swatches { @for colour in COLOURS { li.swatch.(colour) { (colour.trim_start_matches("swatch-")) } } }
        }))
        (part(&say("style-buttons"), html! {
            div.row {
                button.primary type="button" { (say("path-continue")) }
                button type="button" { (say("search-button")) }
                button.on type="button" aria-pressed="true" { (icon::draw(Icon::Heart)) (say("note-liked")) }
                button.danger type="button" { (say("erase-button")) }
                button.quiet type="button" { (say("edit-cancel")) }
                button type="button" disabled { (say("note-like")) }
            }
            div.doors {
                button.door type="button" { (icon::draw(Icon::Pen)) span { strong { (say("home-all")) } span { (say("home-lead")) } } }
                button.door.primary.door-chosen type="button" { (icon::draw(Icon::Group)) span { strong { (say("publish-workshop")) } span { (say("underway-group")) } } }
            }
        }))
        (part(&say("style-fields"), html! {
            (Line { help: Some(&say("code-help")), ..Line::new("vide", &say("code-label"), "") }.show())
            (Line { notice: Some(&say("words-blank")), ..Line::new("refuse", &say("search-label"), "…") }.show())
            (area("texte", &say("draft-body"), Some(&say("edit-body-help")), "", 3))
            label.check { input type="checkbox" checked; span { (say("publish-wall")) } }
            label.choice { input type="radio" name="choix" checked; span { strong { (say("home-all")) } span { (say("home-lead")) } } }
            label.choice { input type="radio" name="choix"; span { strong { (say("home-random")) } span { (say("notes-empty")) } } }
        }))
        (part(&say("style-said"), html! {
            p.notice { (say("words-blank")) }
            p.banner { (say("path-over")) }
            p.empty { (say("notes-empty")) }
            p.promise { (say("draft-help")) }
        }))
        (part(&say("style-drawn"), html! {
            p { @for which in 0..drawing::BOATS { (drawing::boat(which)) } }
            div.across { (drawing::fleet(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 10)) }
            div.across { (drawing::sailing(2)) }
            div.across { (drawing::departure()) }
            div.across { (drawing::pairs(&[1, 3, 5, 7, 9], 5)) }
        }))
        (part(&say("style-wall"), html! {
            (drawing::map(&[(0, 0), (1, 0), (2, 1), (3, 0)], "M40 150C150 120 250 120 380 60", &BTreeSet::from([1, 3])))
            ul.floats { @for (at, size) in [(1, 1), (3, 3), (5, 2)] {
                li.{ "float-" (size) } { (say(&format!("interest-{at}"))) }
            } }
        }))
        (part(&say("style-notes"), html! {
            div.cards { @for note in &notes() { (card::note(voice, note, card::Under::Section)) } }
            @for note in &notes() { (details::line(voice, note)) }
            section.cards aria-label=(voice.say("conversation-messages")) {
                (message::show(voice, None, Some("Rosalie"), 1_782_000_000_000_000, &voice.say("style-message")))
                (message::show(voice, None, None, 1_782_000_060_000_000, &voice.say("style-answer")))
                (message::show(voice, None, Some("Omar"), 1_782_000_120_000_000, ""))
            }
            p.phrase { "https://exemple.org/lire/0123456789abcdef" }
        }))
        (part(&say("style-days"), html! {
            ul.leaves {
                @for at in [1_771_000_000_000_000, 1_782_000_000_000_000] {
                    li {
                        (leaf::show(voice, at))
                        div {
                            a href="#contenu" { (say("home-all")) }
                            p.by { (voice.weekday(at)) " " (moment::moment(voice, at)) }
                        }
                    }
                }
            }
        }))
        (part(&say("style-wakes"), html! {
            @for sample in [young(), lively(), old()] { (wake::show(voice, &sample)) }
        }))
    };
    Ok(Page::new(say("style-title"), content).kind(Kind::Site).show(&visitor))
}

/// A note of each reach, and of each status.
fn notes() -> Vec<Note> {
    use Visibility::{Everyone, Workshop, Writer};
    let sample = |visibility, (chosen, by_link, others), status, licence| Note {
        communities: i64::from(chosen > 2),
        note: "0".parse().expect("an id"),
        writer: "0".parse().expect("an id"),
        writer_name: "Léa".to_owned(),
        workshop: None,
        door: None,
        content: "0".parse().expect("an id"),
        title: "Bien accueillir une nouvelle personne".to_owned(),
        body: "Une personne du groupe est chargée de l’accueil.".to_owned(),
        revision: 1,
        words: 9,
        visibility,
        wall: false,
        everyone_from: 1,
        by_group: false,
        closed: true,
        details: Details {
            status,
            licence,
            language: Some(Spoken::Fr),
            region: Some(Region::Estrie),
        },
        chosen,
        by_link,
        others,
        published_at: 1_782_000_000_000_000,
        modified_at: 1_782_000_000_000_000,
        thanks: 0,
    };
    vec![
        sample(Writer, (0, false, 0), None, None),
        sample(Writer, (0, false, 2), Some(Status::InProgress), None),
        sample(Writer, (2, false, 0), None, Some(Licence::Reserved)),
        sample(Writer, (3, false, 0), None, None),
        sample(Workshop, (0, false, 0), Some(Status::ToUpdate), Some(Licence::By)),
        sample(Writer, (0, true, 0), None, Some(Licence::Zero)),
        sample(Everyone, (0, false, 1), Some(Status::Stable), Some(Licence::BySa)),
    ]
}

/// So many acts of a kind in a part of the time.
fn mark(part: i64, ripple: Ripple, count: i64) -> Mark {
    Mark { part, ripple, count }
}

/// A note of yesterday.
fn young() -> Wake {
    Wake {
        first: 20_400 * 86_400_000_000,
        marks: vec![mark(18, Ripple::Published, 1), mark(19, Ripple::Read, 2)],
    }
}

/// A note that a group lives with.
fn lively() -> Wake {
    let mut marks = vec![mark(0, Ripple::Published, 1)];
    for at in 0..wake::PARTS {
        marks.push(mark(at, Ripple::Read, (at * 7 + 3) % 12 + 1));
        if at % 3 == 1 {
            marks.push(mark(at, Ripple::Edited, at % 5 + 1));
        }
        if at % 4 == 2 {
            marks.push(mark(at, Ripple::Liked, at % 3 + 1));
        }
        if at % 6 == 3 {
            marks.push(mark(at, Ripple::Thanked, 1));
        }
    }
    marks.push(mark(11, Ripple::Linked, 1));
    Wake { first: 20_300 * 86_400_000_000, marks }
}

/// A note of long ago, that somebody came back to.
fn old() -> Wake {
    let marks = [
        (0, Ripple::Published, 1),
        (1, Ripple::Read, 30),
        (2, Ripple::Read, 9),
        (3, Ripple::Thanked, 4),
    ];
    let late = [(15, Ripple::Read, 1), (16, Ripple::Edited, 6), (17, Ripple::Read, 3)];
    let marks =
        marks.into_iter().chain(late).map(|(part, ripple, count)| mark(part, ripple, count));
    Wake { first: 19_000 * 86_400_000_000, marks: marks.collect() }
}
