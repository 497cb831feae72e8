//! `/a/{code}/main`: raise a hand, say why if one wants, lower it.

use domain::workshops::participation::Act;
use domain::workshops::participation::HandReason;
use maud::{Markup, html};
use projections::workshops::room;
use strum::VariantArray as _;

use super::{Walk, dictate, poll};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{field, kept};
use crate::shell::problem::Problem;
use crate::workshops::path::offline;

/// How often a phone whose hand is up asks how it stands, in seconds.
const WAIT: u32 = 20;

/// The sheet.
pub async fn show(walk: Walk) -> Answer {
    if walk.is_over() {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    // Whoever waited, and was answered, goes on where they were.
    if walk.visitor.query.maybe("levee").is_some() && walk.participant.hand.is_none() {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    // A phone that waits here, or chooses, is here.
    let step = walk.workshop.script.current(&walk.participant.done);
    if let Some(step) = step {
        poll::beat(&walk, step, 0, 0);
    }
    let voice = &walk.visitor.voice;
    let action = address::hand(&walk.workshop.code);
    let back = address::path(&walk.workshop.code);
    let who = helper(&walk).await?;
    let who = who.as_str();
    let sign = walk.visitor.query.maybe("signe").is_some();
    let content = if sign {
        // Works with no network at all: the phone itself is held up.
        html! {
            h1 { (voice.say("hand-sign-title")) }
            p.hand-sign { (icon::draw(Icon::Hand)) }
            p.lead { (voice.say("hand-sign-help")) }
            p { a.button.primary href=(back) { (voice.say("hand-back")) } }
        }
    } else if walk.participant.hand.is_some() {
        let db = &walk.visitor.site.app.db;
        let before =
            room::hands_before(db, &walk.workshop.workshop, walk.participant.hand_at).await?;
        html! {
            h1 { (voice.say("hand-up-title")) }
            // Whoever comes said so; before that, who will is named.
            @if walk.participant.helper.is_some() {
                p.lead role="status" { (voice.fill("hand-coming", &[("name", who.into())])) }
            } @else {
                p.lead role="status" { (voice.fill("hand-seen", &[("name", who.into())])) }
                p { (voice.count("hand-before", before)) }
            }
            p.hand-sign { (icon::draw(Icon::Hand)) }
            p { a.button.primary href=(back) { (voice.say("hand-back")) } }
            (shown_draft(&walk))
            (field::form(&walk.visitor, &address::hand_lowered(&walk.workshop.code), html! {
                button.quiet type="submit" { (voice.say("hand-lower")) }
            }))
        }
    } else {
        html! {
            h1 { (voice.say("hand-title")) }
            p.lead { (voice.say("hand-lead")) }
            (field::form_in("doors", &walk.visitor, &action, html! {
                @for reason in HandReason::VARIANTS {
                    @let word: &str = reason.into();
                    button.door type="submit" name="reason" value=(word) {
                        (voice.say(&format!("hand-{word}")))
                    }
                }
            }))
            p { a href=(back) { (voice.say("hand-back")) } }
        }
    };
    let next = match walk.participant.hand {
        None if !sign => format!("{action}?signe=1"),
        _ => back,
    };
    let content = html! {
        @if let Some(step) = step { div hidden data-pouls=(poll::address(&walk, step)) {} }
        div data-outbox data-next=(next) data-who=(offline::whose(&walk)) { (content) }
        (kept::state(&walk.visitor, &address::door(&walk.workshop.code)))
    };
    let mut page = Page::new(voice.say("hand-title"), content).kind(Kind::Step).walking();
    if walk.participant.hand.is_some() && !sign {
        // How many are before, and "it is settled", reach the phone by themselves.
        page = page.refresh(WAIT);
    }
    Ok(page.show(&walk.visitor))
}

/// Who comes, or whoever runs the room while nobody said so.
async fn helper(walk: &Walk) -> Result<String, Problem> {
    let facilitator = || walk.workshop.facilitator_name.clone();
    let Some(helper) = &walk.participant.helper else { return Ok(facilitator()) };
    if *helper == walk.workshop.facilitator {
        return Ok(facilitator());
    }
    let someone = walk.visitor.site.app.people().someone(helper).await?;
    Ok(someone.map(|it| it.name).filter(|name| !name.is_empty()).unwrap_or_else(facilitator))
}

/// A draft is its writer's alone, unless they show it to whoever comes, for as long as the
/// hand is up.
fn shown_draft(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    // It is its writer's to show, not the hand's that writes for them.
    let mine = !dictate::writes_for_another(walk);
    let draft = walk.note.as_ref().filter(|note| mine && !note.is_published());
    let shown = walk.participant.shown.is_some();
    html! {
        @if draft.is_some() {
            @let code = &walk.workshop.code;
            @let action = if shown { address::draft_hidden(code) } else { address::draft_shown(code) };
            (field::form(&walk.visitor, &action, html! {
                @if shown { p.banner role="status" { (voice.say("hand-draft-shown")) } }
                button type="submit" {
                    (voice.say(if shown { "hand-draft-hide" } else { "hand-draft-show" }))
                }
            }))
        }
    }
}

/// `POST …/main/brouillon`: shows it.
pub async fn show_draft(walk: Walk, form: Form) -> Answer {
    let note = walk.note.as_ref().filter(|_| !dictate::writes_for_another(&walk));
    let note = &note.ok_or(Problem::NotFound)?.note;
    let key = form.command_id();
    walk.take_part(Act::ShowDraft(note.clone()), key).await?;
    Ok(go(&address::hand(&walk.workshop.code)))
}

/// `POST …/main/brouillon/retrait`: shows it no more.
pub async fn hide_draft(walk: Walk, form: Form) -> Answer {
    let key = form.command_id();
    walk.take_part(Act::HideDraft, key).await?;
    Ok(go(&address::hand(&walk.workshop.code)))
}

/// Up.
pub async fn raise(walk: Walk, form: Form) -> Answer {
    // Nobody would come: the room is over.
    if walk.is_over() {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    let reason = form.get("reason").parse().unwrap_or(HandReason::Other);
    walk.take_part(Act::RaiseHand(reason), form.command_id()).await?;
    Ok(go(&format!("{}?levee=1", address::hand(&walk.workshop.code))))
}

/// Down.
pub async fn lower(walk: Walk, form: Form) -> Answer {
    walk.take_part(Act::LowerHand, form.command_id()).await?;
    Ok(go(&address::path(&walk.workshop.code)))
}
