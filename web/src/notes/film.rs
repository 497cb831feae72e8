//! `…/film`: a note growing, save after save. A slider with scripts, a list without.

use app::Failure;
use app::access;
use app::engine::blocking::aside;
use domain::prose::diff::page::compare;
use maud::{Markup, html};
use poem::IntoResponse as _;
use projections::notes::history::{Filter, Revision};
use projections::notes::note::Note;

use super::history::{Group, grouped, hidden, none, seen, seen_one, who};
use crate::notes::rights::Reads;
use crate::notes::show::page_about;
use crate::shell::address;
use crate::shell::page::Answer;
use crate::shell::parts::{self, moment, summary};
use crate::shell::problem::Problem;
use crate::shell::typography;
use crate::shell::visitor::Visitor;

/// How many revisions one reel holds; what came before is on the reel before.
const REEL: i64 = 200;

/// One image, and the way to the others.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let first = access::first_visible(standing);
    let number = visitor.query.number("v").unwrap_or(first);
    if !access::may_see_revision(standing, number) || number > note.revision {
        return Err(none(&visitor, &note));
    }
    // The reel that holds the image asked for: its end is a round number.
    let end = ((number - first) / REEL + 1) * REEL + first;
    let revisions = seen(&visitor, &note, standing, end, &Filter::default(), REEL).await?;
    let mut groups = grouped(revisions);
    groups.reverse();
    let at = groups.iter().position(|it| it.newest().revision >= number).unwrap_or(0);
    let shown = groups.get(at).ok_or(Problem::NotFound)?;
    let image = image(&visitor, &note, standing, shown, first).await?;
    if visitor.query.maybe("image").is_some() {
        return Ok(typography::curl(image).into_response());
    }
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let film = |revision: i64| format!("{}?v={revision}", address::film(&note.note));
    let last = groups.len() - 1;
    // Scripts move these along; without them they are links like any others.
    let step = |key: &str, name: &str, place: usize| {
        let off = place == at;
        html! {
            // Where one is already, there is nowhere to go: a link that says so leads nowhere.
            a.button.film-off[off] href=[(!off).then(|| film(groups[place].newest().revision))]
                data-step=(name) role=[off.then_some("link")] aria-disabled=[off.then_some("true")] {
                (voice.say(key))
            }
        }
    };
    let frames: Vec<String> = groups.iter().map(|it| it.newest().revision.to_string()).collect();
    let labels: Vec<String> = groups.iter().map(|it| label(&visitor, it.newest())).collect();
    let labels = serde_json::to_string(&labels).unwrap_or_default();
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("note-film")) }
        (moment::whose(voice))
        @if first < shown.newest().revision - REEL || end - REEL > first {
            p { a href=(film(end - REEL - 1)) { (voice.say("film-before")) } }
        }
        div.film data-film=(address::film(&note.note)) data-frames=(frames.join(",")) data-labels=(labels) {
            nav.controls aria-label=(voice.say("film-controls")) {
                (step("film-first", "first", 0))
                (step("film-previous", "previous", at.saturating_sub(1)))
                (step("film-next", "next", (at + 1).min(last)))
                (step("film-last", "last", last))
                button type="button" hidden data-play=(voice.say("film-play")) data-pause=(voice.say("film-pause")) {
                    (voice.say("film-play"))
                }
            }
            label.unseen for="film-slider" { (voice.say("film-slider")) }
            input #film-slider type="range" hidden min="0" max=(last) value=(at);
            div #image { (image) }
        }
        @if end <= note.revision { p { a href=(film(end)) { (voice.say("film-after")) } } }
        details #moments open[groups.len() <= 12] {
            summary { (voice.say("film-list")) }
            ol.plain {
                @for (place, group) in groups.iter().enumerate() {
                    @let revision = group.newest();
                    li {
                        a href=(film(revision.revision)) aria-current=[(place == at).then_some("true")] { (label(&visitor, revision)) }
                    }
                }
            }
        }
    };
    Ok(page_about(voice, &note, voice.say("note-film"), content).edition().show(&visitor))
}

fn label(visitor: &Visitor, revision: &Revision) -> String {
    let voice = &visitor.voice;
    let result = voice.fill(
        "film-frame",
        &[
            ("n", revision.revision.into()),
            ("who", who(voice, revision).into()),
            ("when", voice.short_moment(revision.at).into()),
        ],
    );
    let result =
        if revision.name.is_empty() { result } else { format!("{result} — {}", revision.name) };
    // Scripts say it aloud: no page goes over it.
    typography::words(&result).into_owned()
}

/// A note after one group of saves, what they changed marked.
async fn image(
    visitor: &Visitor,
    note: &Note,
    standing: access::Standing,
    group: &Group,
    first: i64,
) -> Result<Markup, Problem> {
    let (app, voice) = (&visitor.site.app, &visitor.voice);
    let revision = group.newest();
    let words = match app.notes().words_for(note, standing, revision.revision).await {
        Ok(words) => words,
        Err(Failure::Refused(app::notes::HIDDEN)) => {
            return Ok(
                html! { p.by { (label(visitor, revision)) } p.notice { (hidden(voice, revision)) } },
            );
        }
        Err(error) => return Err(error.into()),
    };
    // Before the first image there is nothing; after a hidden one, nothing to compare with.
    let before = group.before();
    let (then, is_hidden) = if before < first {
        (String::new(), false)
    } else {
        match app.notes().words_for(note, standing, before).await {
            Ok(before) => (before.body, false),
            Err(Failure::Refused(app::notes::HIDDEN)) => (words.body.clone(), true),
            Err(error) => return Err(error.into()),
        }
    };
    let now = words.body.clone();
    let comparison = aside(move || compare(&then, &now)).await?;
    let made = seen_one(visitor, note, standing, revision.revision).await?;
    Ok(html! {
        p.by { (label(visitor, revision)) " · " (summary::why(voice, &made)) }
        @if is_hidden { p.notice { (voice.say("film-hidden-before")) } }
        h2 { (words.title) }
        (parts::diff::whole(voice, &comparison))
        p {
            a href=(address::version(&note.note, revision.revision)) { (voice.say("film-from-here")) }
            @if revision.revision < note.revision {
                " · " a href={ (address::comparison(&note.note)) "?de=" (revision.revision) "&a=" (note.revision) } { (voice.say("version-compare")) }
            }
        }
    })
}
