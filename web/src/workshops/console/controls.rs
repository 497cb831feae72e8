//! What those who run the room decide: the door, the pace, the projected page.

use domain::workshops::script::{Item, Step, What};
use domain::workshops::workshop::Scene;
use maud::{Markup, html};
use projections::core::content;
use projections::workshops::workshop::Stage;
use strum::VariantArray as _;

use super::{Room, spoken};
use crate::shell::address;
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::workshops::path::poll::ends_at;

/// A form of one button.
fn button(room: &Room, to: &str, key: &str, primary: bool) -> Markup {
    html! {
        (field::form(&room.visitor, &to, html! {
            button.primary[primary] type="submit" { (room.visitor.voice.say(key)) }
        }))
    }
}

/// The code, what is needed at any moment, and the rest folded.
pub(super) fn top(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let workshop = &room.workshop;
    html! {
        div.controls {
            p.console-code {
                @if !room.is_over() {
                    span.unseen { (voice.say("console-code")) " " }
                    strong.code { (spoken(&workshop.code)) } " "
                }
                span.small { (voice.say(&format!("stage-{}", workshop.stage.word()))) }
            }
            @if room.duty.runs {
                @match workshop.stage {
                    Stage::Prepared => { (button(room, &address::opening(&workshop.workshop), "console-open", true)) }
                    Stage::Open => {}
                    Stage::Closed => {
                        a.button.primary href=(address::closing(&room.workshop.workshop)) { (voice.say("report-to-do")) }
                    }
                }
                a.button href={ (address::screen(&workshop.code)) "?cle=" (workshop.screen_secret) } target="_blank" {
                    (voice.say("console-screen"))
                }
            }
        }
        (more(room))
    }
}

/// What is seldom needed.
fn more(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let workshop = &room.workshop;
    html! {
        details.console-more {
            summary { (voice.say("console-more")) }
            @if room.duty.runs {
                div.controls {
                    @match workshop.stage {
                        Stage::Prepared => {}
                        Stage::Open => {
                            (button(room, &address::places(&workshop.workshop), "console-places", false))
                            a.button href=(address::closing(&room.workshop.workshop)) { (voice.say("console-close")) }
                        }
                        Stage::Closed => (button(room, &address::opening(&workshop.workshop), "console-reopen", false)),
                    }
                    @if workshop.script.has(Step::Round) {
                        a.button href=(address::introductions(&room.workshop.workshop)) { (voice.say("step-round")) }
                    }
                    @if room.duty.notes {
                        a.button href=(address::sheet(&room.workshop.workshop)) { (voice.say("sheet-capture")) }
                    }
                }
            }
            (without_phone(room))
            (super::door::controls(room))
        }
    }
}

/// Someone who is here without a phone takes a place too.
fn without_phone(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        @if room.duty.runs && room.workshop.stage == Stage::Open {
            details {
                summary { (voice.say("console-without-phone")) }
                (field::form_in("row", &room.visitor, &address::presence(&room.workshop.workshop), html! {
                    label for="absent" { (voice.say("scribe-name")) }
                    input #absent type="text" name="name" autocomplete="off";
                    button type="submit" { (voice.say("console-add")) }
                }))
                p.small {
                    (voice.say("console-scribe-how")) " "
                    a href=(address::scribe(&room.workshop.code)) { (voice.say("scribe-title")) }
                }
            }
        }
    }
}

/// Now and next: what is under way, until when, and the gesture that goes on.
pub(super) async fn now(room: &Room) -> Result<Markup, Problem> {
    if !room.duty.runs || room.workshop.stage != Stage::Open {
        return Ok(html! {});
    }
    let voice = &room.visitor.voice;
    Ok(html! {
        section.now-bar aria-label=(voice.say("console-now")) {
            (clock(room).await?)
            @let is_up = room.workshop.live.scene == Scene::EyesUp;
            @let scene = if is_up { Scene::Together } else { Scene::EyesUp };
            @if is_up { p.small { (voice.say("scene-eyes-up-now")) } }
            (field::form(&room.visitor, &address::scene(&room.workshop.workshop), html! {
                input type="hidden" name="de" value="haut";
                button type="submit" name="scene" value=(scene.word()) {
                    (voice.say(if is_up { "scene-eyes-down" } else { "scene-eyes-up" }))
                }
            }))
        }
    })
}

/// The pace, words for everyone, and the projected page.
pub(super) fn pace(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    if !room.duty.runs {
        return html! { p.empty { (voice.say("console-not-yours")) } };
    }
    // Once it is over, only its wall is left to choose: the end, or the notes.
    let has_round = room.workshop.script.has(Step::Round);
    let scenes = Scene::VARIANTS
        .iter()
        .filter(|scene| !room.is_over() || after_the_end(**scene))
        .filter(|scene| has_round || **scene != Scene::Round);
    html! {
        (field::form(&room.visitor, &address::scene(&room.workshop.workshop), html! {
            fieldset.chips {
                legend { (voice.say("console-scene")) }
                @for scene in scenes {
                    button.on[*scene == room.workshop.live.scene] type="submit" name="scene" value=(scene.word())
                        aria-pressed=(if *scene == room.workshop.live.scene { "true" } else { "false" }) {
                        (voice.say(&format!("scene-{}", scene.word())))
                    }
                }
            }
        }))
        @if !room.is_over() { (together(room)) }
    }
}

/// Whether a scene still means something once the workshop is over.
fn after_the_end(scene: Scene) -> bool {
    matches!(scene, Scene::Wall | Scene::Thanks)
}

/// Words for everyone, the pace, and who leads.
fn together(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        (field::form(&room.visitor, &address::announcement(&room.workshop.workshop), html! {
            div.field {
                label for="say" { (voice.say("console-say")) }
                input #say type="text" name="words" maxlength="140" autocomplete="off";
            }
            button type="submit" { (voice.say("console-say-button")) }
        }))
        (field::form(&room.visitor, &address::pace(&room.workshop.workshop), html! {
            div.field {
                label for="until" { (voice.say("console-pace")) }
                select #until name="until" {
                    option value="" selected[room.workshop.live.pace.is_none()] { (voice.say("console-pace-none")) }
                    @for step in room.workshop.script.steps() {
                        option value=(step.word()) selected[room.workshop.live.pace == Some(step)] {
                            (room.step(step))
                        }
                    }
                }
            }
            button type="submit" { (voice.say("console-pace-button")) }
        }))
        p { a href=(address::roles(&room.workshop.workshop)) { (voice.say("console-hat")) } }
    }
}

/// The item under way, and which one to begin.
async fn clock(room: &Room) -> Result<Markup, Problem> {
    let id = &room.workshop.workshop;
    let voice = &room.visitor.voice;
    let items: Vec<&Item> = room.workshop.script.shown().collect();
    let mut titles = Vec::with_capacity(items.len());
    for item in &items {
        let own = match &item.words {
            Some(id) => content::find(&room.visitor.site.app.db, id).await?,
            None => content::Content::default(),
        };
        let title = if own.title.is_empty() { voice.say(&item.what.word()) } else { own.title };
        titles.push((title, own.body));
    }
    let under_way = room.workshop.live.under_way.as_ref();
    let at = under_way.and_then(|it| items.iter().position(|item| item.what == it.item));
    let next = at.map_or(0, |at| at + 1);
    let label = |at: usize| (items.get(at).map(|item| item.what.word()), titles.get(at));
    let (start, extend) = (address::pace_item(id), address::pace_extended(id));
    // What was under way for whoever taps.
    let seen = at.map(|at| items[at].what.word()).unwrap_or_default();
    let seen = html! { input type="hidden" name="seen" value=(seen); };
    Ok(html! {
        @if let (Some(at), Some(under_way)) = (at, under_way) {
            @let ends = ends_at(items[at].lasts(), under_way);
            div.now-what {
                p { strong { (titles[at].0) } ", " (voice.say("pulse-until")) " " (moment::until(voice, ends)) }
                @if matches!(items[at].what, What::Card(_)) { p.small { (voice.say("overview-card")) } }
                @if !titles[at].1.trim().is_empty() { p.spoken { (titles[at].1) } }
            }
        }
        div.row {
            @if let (Some(word), Some((title, _))) = label(next) {
                (field::form(&room.visitor, &start, html! {
                    (seen)
                    input type="hidden" name="item" value=(word);
                    button.primary type="submit" {
                        (voice.fill(if at.is_some() { "console-go-on" } else { "console-start" }, &[("what", title.as_str().into())]))
                    }
                }))
            }
            @if at.is_some() {
                (field::form(&room.visitor, &extend, html! {
                    (seen)
                    button type="submit" { (voice.say("console-extend")) }
                }))
            }
        }
        details {
            summary { (voice.say("console-other-item")) }
            (field::form_in("row", &room.visitor, &start, html! {
                label.unseen for="item" { (voice.say("console-other-item")) }
                select #item name="item" {
                    @for (item, (title, _)) in items.iter().zip(&titles) {
                        option value=(item.what.word()) { (title) }
                    }
                }
                button type="submit" { (voice.say("console-begin")) }
            }))
        }
    })
}
