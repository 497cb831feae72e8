//! `/ateliers/{id}/cloture`: what is left to do before the end, how it went, when the next
//! session is. Closing can be undone for a day.

use domain::workshops::script::Step;
use domain::workshops::workshop::{Act, Conclusion, Mood};
use maud::{Markup, html};
use projections::core::content;
use projections::groups::item;
use projections::notes::note;
use projections::workshops::room;
use projections::workshops::workshop::{Stage, Workshop};
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line, Paste};
use crate::shell::parts::moment;
use crate::shell::parts::summary::capital;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::console::actions::asked_again;
use crate::workshops::rights::Runs;

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    page(&visitor, &workshop, None).await
}

async fn page(visitor: &Visitor, workshop: &Workshop, notice: Option<&str>) -> Answer {
    let voice = &visitor.voice;
    let words = &workshop.live.conclusion;
    let memo = match &words.content {
        Some(id) => content::find(&visitor.site.app.db, id).await?.body,
        None => String::new(),
    };
    let labels =
        ["closing-present", "closing-next-on", "closing-next-hour"].map(|key| voice.say(key));
    let present = words.present.map(|present| present.to_string()).unwrap_or_default();
    let number = |name: &'static str, label, value| Line {
        kind: "number",
        optional: true,
        ..Line::new(name, label, value)
    };
    let on = Line { kind: "date", optional: true, ..Line::new("next_on", &labels[1], "") };
    let zone = capital(&voice.zone_name());
    let hour = Line { kind: "time", optional: true, ..Line::new("next_hour", &labels[2], "") };
    let hour = Line { help: Some(&zone), ..hour };
    let over = workshop.stage == Stage::Closed;
    let title = voice.say(if over { "report-to-do" } else { "closing-title" });
    let content = html! {
        p.over { a href=(address::console(&workshop.workshop)) { (voice.say("console-title")) } }
        h1 { (title) }
        p.lead { (voice.say(if over { "closing-over" } else { "closing-lead" })) }
        (checklist(visitor, workshop, over).await?)
        @if over { (next(visitor, workshop)) }
        (field::notice("closing", notice))
        (field::form(visitor, &address::closing(&workshop.workshop), html! {
            (number("present", &labels[0], &present).show())
            fieldset.chips {
                legend { (voice.say("closing-mood")) }
                @for mood in Mood::VARIANTS {
                    label.chip {
                        input type="radio" name="mood" value=(mood.word()) checked[words.mood == Some(*mood)];
                        span { (voice.say(&format!("mood-{}", mood.word()))) }
                    }
                }
            }
            (field::area_for(Paste::Words, ("memo", &voice.say("closing-memo"), Some(&voice.say("closing-memo-help"))), &memo, 4))
            @if let Some(next) = words.next_at {
                p { (moment::sentence(voice, "next-session", &[], next)) }
            }
            div.row.pair { (on.show()) (hour.show()) }
            @if workshop.stage == Stage::Open {
                button.primary type="submit" formaction=(address::closed(&workshop.workshop)) { (voice.say("closing-button")) }
            }
            button type="submit" {
                (voice.say(if over { "closing-save" } else { "closing-keep" }))
            }
        }))
        p.small { (voice.say("closing-undo")) }
    };
    Ok(Page::new(title, content).status(asked_again(notice)).show(visitor))
}

/// What is left, each with the way to it.
async fn checklist(visitor: &Visitor, workshop: &Workshop, over: bool) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let db = &visitor.site.app.db;
    let id = &workshop.workshop;
    let notes = note::of_workshop(db, id, workshop.facilitator.as_str()).await?;
    let people = room::present(db, id).await?;
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    let unanswered = number(notes.iter().filter(|note| note.thanks == 0).count());
    let is_draft = |it: &&room::Participant| it.note.is_some() && !it.done.contains(&Step::Publish);
    let drafts = number(people.iter().filter(is_draft).count());
    let hands = number(people.iter().filter(|it| it.hand.is_some()).count());
    let waiting = number(room::waiting(db, id).await?.len());
    let lines = number(item::outline(&item::of_workshop(db, id).await?).len());
    let line = |left: i64, key: &str, to: String| {
        html! {
            li.left[left > 0] {
                (if left > 0 { "○ " } else { "✓ " })
                a href=(to) { (voice.count(key, left)) }
            }
        }
    };
    Ok(html! {
        ul.checklist {
            (line(unanswered, "closing-unanswered", format!("{}#notes-onglet", address::console(id))))
            // Hands came down with the end.
            @if !over { (line(hands, "closing-hands", format!("{}#mains", address::console(id)))) }
            (line(waiting, "closing-waiting", format!("{}#salle", address::console(id))))
            li { (voice.count("closing-drafts", drafts)) }
            li { a href=(address::sheet(id)) { (voice.count("closing-lines", lines)) } }
        }
    })
}

/// Where one goes from the end.
fn next(visitor: &Visitor, workshop: &Workshop) -> Markup {
    let voice = &visitor.voice;
    let id = &workshop.workshop;
    let link = |to: String, key: &str| {
        html! { li { a.button href=(to) { (voice.say(key)) } } }
    };
    html! {
        ul.links {
            @match &workshop.live.synthesis {
                Some(note) => li { a.button href=(address::note(note)) { (voice.say("overview-synthesis")) } },
                None => { (link(address::sheet(id), "synthesis-make")) }
            }
            (link(address::newsletter(id), "follow-title"))
            (link(address::report(id), "report-title"))
            (link(address::story_prepared(id), "story-open"))
        }
    }
}

/// `POST …/cloture`: keeps what is said of the workshop.
pub async fn keep(runs: Runs, form: Form) -> Answer {
    match conclude(&runs, &form).await? {
        Some(refused) => Ok(refused),
        None => Ok(go(&address::console(&runs.workshop.workshop))),
    }
}

/// `POST …/cloture/fin`: keeps it, and closes the workshop.
pub async fn close(runs: Runs, form: Form) -> Answer {
    if let Some(refused) = conclude(&runs, &form).await? {
        return Ok(refused);
    }
    runs.run(Act::Close, form.command_id()).await?;
    Ok(go(&address::closing(&runs.workshop.workshop)))
}

/// Keeps what a form says of the workshop; the page again, when it could not be taken.
async fn conclude(
    Runs { visitor, person, workshop, .. }: &Runs,
    form: &Form,
) -> Result<Option<poem::Response>, Problem> {
    let zone = visitor.voice.zone;
    let (on, hour) = (form.get("next_on"), form.get("next_hour"));
    let next = zone.written(on, hour).or_else(|| zone.start_of_day(on, 0));
    let present = form.number("present").and_then(|present| u32::try_from(present).ok());
    let conclusion = Conclusion {
        present,
        mood: form.get("mood").parse().ok(),
        content: workshop.live.conclusion.content.clone(),
        // A date left empty keeps the one that was said.
        next_at: next.or(workshop.live.conclusion.next_at),
    };
    let app = &visitor.site.app;
    let key = form.command_id().then("conclusion");
    let concluded = app
        .workshops()
        .conclude_workshop(workshop, person, conclusion, form.get("memo"), key)
        .await;
    if let Err(error) = concluded {
        return match Problem::from(error) {
            Problem::Refused(reason) => {
                let notice = visitor.voice.say(&reason);
                page(visitor, workshop, Some(&notice)).await.map(Some)
            }
            other => Err(other),
        };
    }
    Ok(None)
}
