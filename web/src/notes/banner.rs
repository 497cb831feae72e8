//! What a note says at its head: what just happened to it, and what changed since one's
//! last reading.

use app::access::{self, Standing};
use app::engine::blocking::aside;
use domain::core::ids::{ReaderId, VariantId};
use domain::notes::visibility::Visibility;
use domain::prose::diff::page::{Fate, compare};
use maud::{Markup, html};
use projections::groups::{community, meeting};
use projections::notes::audience;
use projections::notes::note::Note;
use projections::notes::{history, last_read, variant};

use super::history::seen_change;
use super::undo;
use crate::shell::address;
use crate::shell::parts::withdrawn::withdrawn as withdrawn_why;
use crate::shell::parts::{drawing, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How long a save can be undone from the page it leads to, in microseconds.
const FRESH: i64 = 10 * 60 * 1_000_000;

/// What just happened, and the texts of one's own that wait.
pub(super) async fn show(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let (voice, query) = (&visitor.voice, &visitor.query);
    let app = &visitor.site.app;
    let aside = match visitor.viewer.person() {
        Some(person) => variant::waiting_on(&app.db, &note.note, person.as_str()).await?,
        None => vec![],
    };
    let saved = match query.number("enregistre").or_else(|| query.number("fusion")) {
        Some(revision) => mine(visitor, note, revision).await?,
        None => None,
    };
    let result = match (saved, query.maybe("fusion")) {
        (Some(revision), Some(_)) if revision > access::first_visible(standing) => {
            let found = super::history::seen_one(visitor, note, standing, revision - 1).await?;
            Some(super::history::who(voice, &found))
        }
        _ => None,
    };
    let withdrawn = if standing.owns() && !note.is_shared() {
        history::withdrawals(&app.db, &note.note).await?.into_iter().find(|it| !it.is_over)
    } else {
        None
    };
    // What one began to change of a note that others read, and left.
    let unsaved = note.is_shared()
        && access::may_revise(note, standing)
        && saved.is_none()
        && match visitor.viewer.person() {
            Some(person) => app.notes().unsaved(&note.note, person.as_str()).await?.is_some(),
            None => false,
        };
    Ok(html! {
        @if let Some(withdrawal) = &withdrawn {
            p.notice { (withdrawn_why(voice, withdrawal)) " " (voice.say("withdraw-yours")) }
        }
        @if let Some(revision) = saved {
            div.banner role="status" {
                p {
                    @match &result {
                        Some(name) => { (voice.fill("saved-merged", &[("name", name.as_str().into())])) }
                        None => { (voice.say(if note.is_shared() { "saved-published" } else { "saved-draft" })) }
                    }
                    " " a href=(seen_change(&note.note, revision - 1, revision)) { (voice.say("saved-see")) }
                }
                (undo::whole(visitor, note, revision, if result.is_some() { "saved-undo-merge" } else { "saved-undo" }))
            }
        }
        @if unsaved {
            p.banner {
                (voice.say("unsaved-waits")) " "
                a href=(address::editor(&note.note)) { (voice.say("unsaved-go-on")) }
            }
        }
        @if query.maybe("nouvelle").is_some() && standing.owns() && !note.is_published() {
            p.banner role="status" {
                (voice.say("new-kept")) " "
                a href=(address::editor(&note.note)) { (voice.say("new-go-on")) } " · "
                a href="#publication" { (voice.say("publish-title")) }
            }
        }
        @if query.maybe("partie").is_some() && standing.writer && note.is_published() {
            section.underway role="status" {
                div.across { (drawing::sailing(drawing::boat_of(note.writer.as_str()))) }
                p.underway-line { (voice.say("new-left")) }
                p { (voice.say(match note.visibility {
                    Visibility::Everyone => "new-left-everyone",
                    Visibility::Workshop | Visibility::Writer => "new-left-group",
                })) }
            }
        }
        @if query.maybe("inchange").is_some() { p.banner role="status" { (voice.say("saved-nothing")) } }
        @if let Some(variant) = query.maybe("renonce").filter(|id| id.parse::<VariantId>().is_ok()) {
            p.banner role="status" {
                (voice.say("variant-left")) " "
                a href=(address::variant(&note.note, variant)) { (voice.say("variant-read-again")) }
            }
        }
        @if query.maybe("propose").is_some() { p.banner role="status" { (voice.say("typo-proposed")) } }
        @match query.maybe("signale") {
            Some("connu") => p.banner role="status" { (voice.say("report-note-sent")) },
            Some(_) => p.banner role="status" { (voice.say("report-note-sent-unknown")) },
            None => {}
        }
        @for variant in &aside {
            p.notice {
                (voice.say("variant-waits")) " "
                a href=(address::variant(&note.note, &variant.variant)) { (voice.say("variant-open")) }
            }
        }
    })
}

/// `revision`, if this visitor made it a moment ago.
async fn mine(visitor: &Visitor, note: &Note, revision: i64) -> Result<Option<i64>, Problem> {
    let app = &visitor.site.app;
    let found = history::find(&app.db, &note.note, revision).await?;
    let is_mine = found.is_some_and(|found| {
        Some(&found.by) == visitor.viewer.person() && app.clock.now() - found.at <= FRESH
    });
    Ok((is_mine && revision > 1).then_some(revision))
}

/// The strip: how many passages changed since this reader read the note.
pub(super) async fn since(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    reader: Option<&ReaderId>,
) -> Result<Markup, Problem> {
    let Some(reader) = reader.filter(|_| !standing.writer && note.is_shared()) else {
        return Ok(html! {});
    };
    let app = &visitor.site.app;
    let Some((revision, at)) = last_read::last(&app.db, &note.note, reader).await? else {
        return Ok(html! {});
    };
    let first = access::first_visible(standing);
    if revision >= note.revision || revision < first {
        return Ok(html! {});
    }
    // A hidden text is not compared with.
    let Ok(before) = app.notes().words_for(note, standing, revision).await else {
        return Ok(html! {});
    };
    let (then, now) = (before.body, note.body.clone());
    let comparison = aside(move || compare(&then, &now)).await?;
    let changed = comparison.rows.iter().filter(|row| row.fate != Fate::Same).count();
    let changed = i64::try_from(changed).unwrap_or(i64::MAX);
    if changed == 0 {
        return Ok(html! {});
    }
    let voice = &visitor.voice;
    Ok(html! {
        div.banner.strip role="status" {
            p {
                (voice.fill("since-reading", &[
                    ("n", changed.into()),
                    ("count", voice.number(changed).into()),
                    ("when", voice.day(at).into()),
                ]))
                " " a href=(seen_change(&note.note, revision, note.revision)) { (voice.say("since-see")) }
            }
            (field::form(visitor, &address::reading(&note.note), html! {
                input type="hidden" name="retour" value="1";
                input type="hidden" name="version" value=(note.revision);
                button.quiet type="submit" { (voice.say("since-dismiss")) }
            }))
        }
    })
}

/// The meeting that a note tells of, for those of its community.
pub(super) async fn meeting(visitor: &Visitor, note: &Note) -> Result<Markup, Problem> {
    // Shared with a group, outside of workshops: no other note asks anything more.
    let person =
        visitor.viewer.person().filter(|_| note.workshop.is_none() && note.communities > 0);
    let Some(person) = person else { return Ok(html! {}) };
    let db = &visitor.site.app.db;
    let Some(found) = meeting::of_note(db, &note.note).await? else { return Ok(html! {}) };
    if community::place_of(db, &found.community, person).await? < community::Place::Member {
        return Ok(html! {});
    }
    let voice = &visitor.voice;
    Ok(html! {
        p.by {
            (voice.say("note-of-meeting")) " "
            a dir="auto" href=(address::meeting(&found.meeting)) { (found.title) } " · "
            (moment::day(voice, found.starts_at))
        }
    })
}

/// How many communities a note names.
const COMMUNITIES: i64 = 5;

/// The communities a note is shared with, for those who may know of them: where it is talked about.
pub(super) async fn communities(visitor: &Visitor, note: &Note) -> Result<Markup, Problem> {
    if note.communities == 0 {
        return Ok(html! {});
    }
    let public = note.visibility == Visibility::Everyone;
    let reader = (visitor.viewer.id(), public);
    let db = &visitor.site.app.db;
    let found = audience::communities_known(db, &note.note, reader, COMMUNITIES).await?;
    let voice = &visitor.voice;
    Ok(html! {
        @for it in &found {
            p.by {
                (voice.say(if it.is_in { "note-in-community" } else { "note-of-community" })) " "
                a dir="auto" href=(address::community(&it.community)) { (it.name) }
            }
        }
    })
}
