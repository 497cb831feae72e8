//! `/ateliers/{id}/recit`: a workshop as anyone may read it, once those who ran it let them: before,
//! during, what came out of it, what comes next. It names nobody but those who signed what everyone
//! reads, and counts nobody where few were there.

use domain::workshops::workshop::Act;
use maud::{Markup, html};
use projections::notes::note::{self, Note};
use projections::workshops::workshop::{self, Stage, Workshop};

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;
use crate::workshops::rights::Runs;

/// The most notes on one page; figures are of these.
const MOST: i64 = 60;

/// Below so many people, nobody is counted.
const FEW: i64 = 5;

/// The page, for anyone.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let id = visitor.id("id")?;
    let found = workshop::find(&visitor.site.app.db, &id).await?;
    let workshop = found.filter(|it| it.live.story && may_be_shown(it)).ok_or(Problem::NotFound)?;
    page(&visitor, &workshop, html! {}).await
}

/// The same before anyone may read it, for those who run it, with the choice.
pub async fn prepared(Runs { visitor, workshop, .. }: Runs) -> Answer {
    let voice = &visitor.voice;
    let is_shown = workshop.live.story;
    let choice = if may_be_shown(&workshop) {
        field::form_in(
            "panel",
            &visitor,
            &address::story_shown(&workshop.workshop),
            html! {
                p { (voice.say(if is_shown { "story-is-shown" } else { "story-is-hidden" })) }
                input type="hidden" name="shown" value=(if is_shown { "0" } else { "1" });
                button.primary[!is_shown] type="submit" {
                    (voice.say(if is_shown { "story-hide" } else { "story-show" }))
                }
                @if is_shown {
                    p { a href=(address::story(&workshop.workshop)) { (voice.say("story-see")) } }
                }
            },
        )
    } else {
        let is_minors = workshop.live.details.minors;
        html! { p.banner { (voice.say(if is_minors { "story-minors" } else { "story-too-soon" })) } }
    };
    page(&visitor, &workshop, choice).await
}

/// Once it is over; never where people under fourteen were: their names are not gathered anywhere.
fn may_be_shown(workshop: &Workshop) -> bool {
    workshop.stage == Stage::Closed && !workshop.live.details.minors
}

/// `POST`: lets anyone read it, or nobody else.
pub async fn choose(runs: Runs, form: Form) -> Answer {
    if !may_be_shown(&runs.workshop) {
        return Err(Problem::NotFound);
    }
    runs.run(Act::ShowStory(form.get("shown") == "1"), form.command_id()).await?;
    Ok(go(&address::story_prepared(&runs.workshop.workshop)))
}

async fn page(visitor: &Visitor, workshop: &Workshop, choice: Markup) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    // What nobody in particular may read is what everyone may. Not the wake of the workshop: it
    // counts what was done to notes that everyone may not read.
    let notes = note::page_of_workshop(&app.db, &workshop.workshop, "", (0, MOST)).await?;
    let count = i64::try_from(notes.len()).unwrap_or(0);
    let now = app.clock.now();
    let crowd = workshop.live.conclusion.present.map_or(workshop.entered, i64::from);
    let thanks: i64 = notes.iter().map(|note| note.thanks).sum();
    let title = voice.fill("story-title", &[("title", workshop.title.as_str().into())]);
    let content = html! {
        h1 { (title) }
        (choice)
        section aria-labelledby="before" {
            h2 #before { (voice.say("story-before")) }
            p { (prepared_when(voice, workshop)) }
            @if let Some(goal) = workshop.live.details.goal {
                p { (voice.count("story-goal", i64::from(goal))) }
            }
        }
        section aria-labelledby="during" {
            h2 #during { (voice.say("story-during")) }
            p {
                @if crowd >= FEW {
                    @let is_said = workshop.live.conclusion.present.is_some();
                    (voice.count(if is_said { "story-people-said" } else { "story-people" }, crowd))
                }
                @else { (voice.say("story-few")) }
            }
        }
        section aria-labelledby="out" {
            h2 #out { (voice.say("story-out")) }
            @if notes.is_empty() { p.empty { (voice.say("story-no-note")) } }
            @else {
                p { (voice.count(if count < MOST { "story-notes" } else { "story-notes-last" }, count)) }
                div.cards { @for note in &notes { (card::note(voice, note, card::Under::Section)) } }
            }
        }
        section aria-labelledby="next" {
            h2 #next { (voice.say("story-next")) }
            @if thanks > 0 { p { (voice.count("story-thanks", thanks)) } }
            @let changed = changed_since(&notes, workshop.closed_at);
            @if changed > 0 { p { (voice.count("story-changed", changed)) } }
            @match workshop.live.conclusion.next_at {
                Some(at) if at > now => p { (moment::sentence(voice, "next-session", &[], at)) },
                Some(_) | None => p { (voice.say("story-no-next")) },
            }
        }
    };
    Ok(Page::new(title, content).show(visitor))
}

fn prepared_when(voice: &Voice, workshop: &Workshop) -> Markup {
    match (&workshop.on, workshop.opened_at) {
        (Some(on), _) => html! { (voice.fill("story-on", &[("day", voice.date(on).into())])) },
        (None, 0) => html! { (voice.say("story-not-yet")) },
        (None, at) => moment::told_day(voice, "story-opened", &[], at),
    }
}

/// How many of them changed after it ended.
fn changed_since(notes: &[Note], end: i64) -> i64 {
    let changed = notes.iter().filter(|note| end > 0 && note.modified_at > end).count();
    i64::try_from(changed).unwrap_or(0)
}
