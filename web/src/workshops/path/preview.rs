//! What the note will be, before anyone else sees it; and a look asked of one neighbour,
//! in private, never a gate. `/a/{code}/regard` is the neighbour's side of it.
use app::Failure;
use domain::workshops::peer_review::Look;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::notes::note::{self, Note, Reach};
use projections::workshops::peer_review::{self, Review};
use strum::VariantArray as _;

use super::{Panel, Walk, publish};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let Some(note) = walk.note.as_ref() else { return Ok(None) };
    let voice = &walk.visitor.voice;
    let review = peer_review::find(&walk.visitor.site.app.db, &note.note).await?;
    let content = html! {
        p { (voice.say(whose(note, review.as_ref()))) }
        article.paper.paper-preview tabindex="0" aria-label=(voice.say("look-note")) {
            h2 { (note.title) }
            div.prose { (markdown::rendered(&note.body).await?) }
            @if note.body.trim().is_empty() { p.empty { (voice.say("look-short")) } }
        }
        (publish::at_once(walk))
        @let onward = if publish::can_be_at_once(walk) { "look-choose" } else { "path-continue" };
        (field::form(&walk.visitor, &walk.address(Step::Look), html! {
            button.primary[onward == "path-continue"] type="submit" { (voice.say(onward)) }
            a.button href=(walk.address(Step::Draft)) { (voice.say("look-change")) }
        }))
        (answered(walk, review.as_ref()))
    };
    Ok(Some(Panel::new(voice.say("look-title"), content)))
}

/// Who sees the note as it is, in one sentence.
fn whose(note: &Note, review: Option<&Review>) -> &'static str {
    match note.reach() {
        Reach::Everyone => "look-for-everyone",
        Reach::Workshop => "look-for-group",
        Reach::Link | Reach::Chosen | Reach::Community => "look-for-chosen",
        Reach::Authors if note.others > 0 => "look-for-authors",
        Reach::Authors if review.is_some_and(|review| review.asked) => "look-help-reviewed",
        Reach::Authors => "look-help",
    }
}

/// The look that was given, the one that is awaited, or the way to ask for one.
fn answered(walk: &Walk, review: Option<&Review>) -> Markup {
    let voice = &walk.visitor.voice;
    let ask = |key: &str| {
        html! {
            (field::form(&walk.visitor, &address::look_asked(&walk.workshop.code), html! {
                button type="submit" { (voice.say(key)) }
            }))
        }
    };
    html! {
        @match review {
            Some(review) if review.asked => {
                div.banner role="status" {
                    p { (voice.say("review-waiting")) }
                    (field::form(&walk.visitor, &address::look_withdrawn(&walk.workshop.code), html! {
                        button.quiet type="submit" {
                            (voice.say("review-withdraw"))
                        }
                    }))
                }
            }
            Some(review) => {
                @if let Some(look) = review.look {
                    section.panel aria-labelledby="review-title" {
                        h2 #review-title {
                            (voice.fill("review-answer", &[
                                ("name", card::author(voice, &review.looker).into()),
                            ]))
                        }
                        p { strong { (voice.say(&format!("look-{}", look.word()))) } " " (review.words) }
                    }
                }
                (ask("review-ask-again"))
            }
            None => { (ask("review-ask")) p.small { (voice.say("review-promise")) } }
        }
    }
}

/// The same before there is a note, for a phone that keeps it.
pub(super) fn blank(walk: &Walk) -> Panel {
    let voice = &walk.visitor.voice;
    let content = html! {
        p.lead { (voice.say("keep-look")) }
        (field::form(&walk.visitor, &walk.address(Step::Look), html! {
            button.primary type="submit" { (voice.say("path-continue")) }
        }))
    };
    Panel::new(voice.say("look-title"), content)
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    walk.complete(Step::Look, form.command_id()).await?;
    Ok(go(&walk.after(Step::Look)))
}

/// `POST …/regard/demande`: asks somebody to look at the note.
pub async fn ask(walk: Walk, form: Form) -> Answer {
    let note = walk.note.as_ref().ok_or(Problem::NotFound)?;
    walk.visitor.site.app.workshops().ask_for_look(note, walk.person(), form.command_id()).await?;
    Ok(go_saying(&walk.address(Step::Look), Said::Review))
}

/// `POST …/regard/retrait`: asks no more.
pub async fn withdraw(walk: Walk, form: Form) -> Answer {
    let note = &walk.note.as_ref().ok_or(Problem::NotFound)?.note;
    walk.visitor.site.app.workshops().withdraw_look(note, walk.person(), form.command_id()).await?;
    Ok(go(&walk.address(Step::Look)))
}

/// Whether someone has finished, and may be given a note to look at.
fn may_look(walk: &Walk) -> bool {
    walk.participant.done.contains(&Step::Publish)
}

/// The notes somebody could look at; none for whoever has not published.
async fn waiting(walk: &Walk) -> Result<Vec<Review>, Problem> {
    if !may_look(walk) {
        return Ok(vec![]);
    }
    let db = &walk.visitor.site.app.db;
    Ok(peer_review::waiting(db, &walk.workshop.workshop, walk.person()).await?)
}

/// For whoever has finished: somebody would like a look.
pub(super) async fn invitation(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let waiting = waiting(walk).await?;
    Ok(html! {
        @if !waiting.is_empty() {
            div.panel {
                p { (voice.say("review-invitation")) }
                p { a.button href=(address::look(&walk.workshop.code)) { (voice.say("review-go")) } }
            }
        }
    })
}

/// `/a/{code}/regard`: the note one was given, or the way to be given one.
pub async fn show(walk: Walk) -> Answer {
    let voice = &walk.visitor.voice;
    let waiting = waiting(&walk).await?;
    let action = address::look(&walk.workshop.code);
    let back = html! {
        p { a href=(address::path(&walk.workshop.code)) { (voice.say("hand-back")) } }
    };
    let app = &walk.visitor.site.app;
    let mut may_read = true;
    if let Some(first) = waiting.first() {
        may_read =
            app.workshops().may_look_at(&walk.visitor.viewer, &walk.workshop, &first.note).await?;
    }
    let given = waiting.first().filter(|it| it.reviewer.as_ref() == Some(walk.person()));
    let given = given.filter(|_| may_read);
    let content = if let Some(review) = given {
        let note = note::find(&walk.visitor.site.app.db, &review.note).await?;
        let note = note.ok_or(Problem::NotFound)?;
        html! {
            h1 { (voice.say("review-title")) }
            p { (voice.say("review-help")) }
            article.paper aria-label=(voice.say("look-note")) {
                h2 { (note.title) }
                div.prose { (markdown::rendered(&note.body).await?) }
                p.by { (card::signature(voice, &note)) }
            }
            (field::form(&walk.visitor, &action, html! {
                input type="hidden" name="note" value=(review.note);
                div.field {
                    label for="words" { (voice.say("review-words")) }
                    input #words type="text" name="words" autocomplete="off";
                }
                fieldset.reactions {
                    legend { (voice.say("review-legend")) }
                    @for look in Look::VARIANTS {
                        button.door type="submit" name="look" value=(look.word()) {
                            (voice.say(&format!("look-{}", look.word())))
                        }
                    }
                }
                button.quiet type="submit" name="look" value="return" { (voice.say("review-return")) }
            }))
        }
    } else if !may_read {
        html! {
            h1 { (voice.say("review-title")) }
            p.lead { (voice.say("review-enough")) }
            p { (voice.say("review-enough-help")) }
            (back)
        }
    } else if let Some(first) = waiting.first() {
        html! {
            h1 { (voice.say("review-title")) }
            p.lead { (voice.count("review-count", i64::try_from(waiting.len()).unwrap_or(0))) }
            (field::form(&walk.visitor, &action, html! {
                input type="hidden" name="note" value=(first.note);
                button.primary type="submit" name="look" value="take" { (voice.say("review-take")) }
            }))
            (back)
        }
    } else {
        html! {
            h1 { (voice.say("review-title")) }
            @if walk.visitor.query.maybe("merci").is_some() {
                p.banner role="status" { (voice.say("review-sent")) }
            }
            p.empty { (voice.say(if may_look(&walk) { "review-nobody" } else { "review-first" })) }
            (back)
        }
    };
    Ok(Page::new(voice.say("review-title"), content).kind(Kind::Step).show(&walk.visitor))
}

/// Takes a note, answers, or gives it back.
pub async fn answer(walk: Walk, form: Form) -> Answer {
    let id = form.get("note").parse().map_err(|_| Problem::NotFound)?;
    let result = waiting(&walk).await?.into_iter().find(|it| it.note == id);
    let here = address::look(&walk.workshop.code);
    // Answered already, or somebody was faster: the page says what is left.
    let Some(review) = result else { return Ok(go(&here)) };
    let (app, person) = (&walk.visitor.site.app, walk.person());
    let key = form.command_id();
    match form.get("look") {
        "take" => {
            let viewer = &walk.visitor.viewer;
            match app.workshops().take_look(viewer, &walk.workshop, &review.note, key).await {
                // Somebody else was faster: the page says what is left.
                Ok(_) | Err(Failure::Rule(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        "return" => {
            app.workshops().withdraw_look(&review.note, person, key).await?;
        }
        word => {
            let look: Look = word.parse().map_err(|_| Problem::NotFound)?;
            app.workshops().give_look(&review.note, person, (look, form.get("words")), key).await?;
            return Ok(go(&format!("{here}?merci=1")));
        }
    }
    Ok(go(&here))
}
