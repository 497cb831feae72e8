//! Leaving: one's name taken away (`/moi/nom`), everything erased (`/moi/depart`).

use std::collections::BTreeSet;

use app::exchange::departure::Kept;
use domain::core::ids::PersonId;
use domain::people::person::Asker;
use maud::html;
use poem::http::StatusCode;
use projections::notes::note;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::visitor::Visitor;

/// `/moi/nom`: what it is to have one's name taken away.
pub async fn name(Known { visitor, .. }: Known) -> Answer {
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-leave-name")) }
        p.lead { (voice.say("unsign-lead")) }
        ul { li { (voice.say("unsign-texts")) } li { (voice.say("unsign-others")) } li { (voice.say("unsign-again")) } }
        (field::form(&visitor, &address::name_withdrawal(), html! {
            button.primary type="submit" { (voice.say("unsign-button")) }
            a.button.quiet href=(address::own_data()) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("own-leave-name"), content).kind(Kind::Step).show(&visitor))
}

/// `POST /moi/nom`.
pub async fn withdraw_name(Known { visitor, person }: Known, form: Form) -> Answer {
    visitor.site.app.exchange().withdraw_name(&person, form.command_id()).await?;
    Ok(go(&format!("{}?fait=nom", address::own_data())))
}

/// `/moi/depart`: what goes, what stays, until when one can come back.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    if visitor.site.app.exchange().departure(&person).await?.is_some() {
        return Ok(go(address::own_data()));
    }
    choices(&visitor, &person, None).await
}

/// The page of choices; `form`: what was sent without the box being ticked.
async fn choices(visitor: &Visitor, person: &PersonId, form: Option<&Form>) -> Answer {
    let app = &visitor.site.app;
    let mut notes = note::all_written_by(&app.db, person).await?;
    notes.retain(|note| note.is_shared() && note.others == 0);
    let voice = &visitor.voice;
    let chosen = form.map_or("rien", |form| form.get("textes"));
    let is_kept = |note: &str| form.is_some_and(|form| form.all("note").any(|id| id == note));
    let choice = |value: &str, key: &str| {
        html! {
            label.check {
                input type="radio" name="textes" value=(value) checked[chosen == value];
                span { (voice.say(key)) }
            }
        }
    };
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-leave-all")) }
        p.lead { (voice.say("leave-lead")) }
        ul {
            li { (voice.say("leave-goes")) }
            li { (voice.say("leave-stays")) }
            li { (voice.say("leave-days")) }
        }
        form novalidate method="post" action=(address::departure()) data-forget=(voice.say("sign-out-sure")) {
            (field::key(visitor))
            fieldset {
                legend { (voice.say("leave-texts")) }
                (choice("rien", "leave-texts-none"))
                (choice("tout", "leave-texts-all"))
                @if !notes.is_empty() { (choice("choix", "leave-texts-some")) }
            }
            @if !notes.is_empty() {
                fieldset {
                    legend { (voice.say("leave-texts-which")) }
                    @for note in &notes {
                        label.check {
                            input type="checkbox" name="note" value=(note.note) checked[is_kept(note.note.as_str())];
                            span { (note.title) }
                        }
                    }
                }
            }
            @if form.is_some() { p.notice role="alert" { (voice.say("leave-confirm")) } }
            label.check {
                input type="checkbox" name="sur" value="1" required;
                span { (voice.say("leave-sure")) }
            }
            button.primary type="submit" { (voice.say("leave-button")) }
            a.button.quiet href=(address::own_data()) { (voice.say("edit-cancel")) }
        }
    };
    let status = if form.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(voice.say("own-leave-all"), content).kind(Kind::Step);
    Ok(page.status(status).show(visitor))
}

/// `POST /moi/depart`.
pub async fn leave(Known { visitor, person }: Known, form: Form) -> Answer {
    if form.maybe("sur").is_none() {
        return choices(&visitor, &person, Some(&form)).await;
    }
    let kept = match form.get("textes") {
        "tout" => Kept::Everything,
        "choix" => {
            let chosen = form.all("note").filter_map(|id| id.parse().ok());
            Kept::Notes(chosen.collect::<BTreeSet<_>>())
        }
        _ => Kept::Nothing,
    };
    let exchange = visitor.site.app.exchange();
    exchange.ask_to_leave(&person, &kept, (Asker::Person, ""), form.command_id()).await?;
    Ok(go(address::own_data()))
}

/// `POST /moi/depart/retour`: stays after all.
pub async fn stay(Known { visitor, person }: Known, form: Form) -> Answer {
    match visitor.site.app.exchange().stay(&person, form.command_id()).await {
        // Pressed twice.
        Ok(()) | Err(app::Failure::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("{}?fait=reste", address::own_data())))
}
