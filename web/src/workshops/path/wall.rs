//! `/a/{code}/mur`: the page of our group: its notes, its synthesis, what comes next.

use domain::files::file::Of;
use domain::workshops::participation::Act;
use maud::{Markup, html};
use projections::notes::note;

use super::{Walk, dictate};
use crate::files::section::section;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;

/// How many notes one page shows.
const SHOWN: i64 = 40;

/// Whether the projected wall may show their note, when somebody asked.
pub(super) async fn question(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let Some(id) = &walk.participant.wall_asked else { return Ok(html! {}) };
    if dictate::writes_for_another(walk) {
        return Ok(html! {});
    }
    let Some(note) = note::find(&walk.visitor.site.app.db, id).await? else { return Ok(html! {}) };
    Ok(html! {
        (field::form_in("banner question", &walk.visitor, &address::wall(&walk.workshop.code), html! {
            input type="hidden" name="note" value=(note.note);
            p { strong { (voice.fill("wall-asked", &[("title", note.title.as_str().into())])) } }
            button type="submit" name="answer" value="oui" { (voice.say("wall-agree")) }
            button type="submit" name="answer" value="non" { (voice.say("wall-decline")) }
        }))
    })
}

/// `POST /a/{code}/mur`: their answer.
pub async fn answer(walk: Walk, form: Form) -> Answer {
    let (app, _id) = (&walk.visitor.site.app, &walk.workshop.workshop);
    let back = go(&address::path(&walk.workshop.code));
    let mine = !dictate::writes_for_another(&walk);
    let id = walk.participant.wall_asked.clone().filter(|_| mine);
    let Some(id) = id.filter(|it| it.as_str() == form.get("note")) else {
        return Ok(back);
    };
    let agreed = form.get("answer") == "oui";
    let key = form.command_id();
    if agreed && let Some(note) = note::find(&app.db, &id).await?.filter(note::Note::is_published) {
        app.notes().publish(&note, walk.person(), note.visibility, true, key.then("wall")).await?;
    }
    walk.take_part(Act::AnswerForWall { note: id.clone(), agreed }, key).await?;
    Ok(back)
}

/// The notes, the newest first; never sorted by likes.
pub async fn show(walk: Walk) -> Answer {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    let id = &walk.workshop.workshop;
    let page = walk.visitor.query.number("page").unwrap_or(1).clamp(1, 10_000);
    let who = walk.person().as_str();
    let range = ((page - 1).saturating_mul(SHOWN), SHOWN);
    let notes = note::page_of_workshop(&app.db, id, who, range).await?;
    let all = note::count_of_workshop(&app.db, id).await?;
    let synthesis = match &walk.workshop.live.synthesis {
        Some(note) => app.note_for(&walk.visitor.viewer, note).await?.map(|(note, _)| note),
        None => None,
    };
    let next = walk.workshop.live.conclusion.next_at;
    let content = html! {
        p.over { (walk.workshop.title) }
        h1 { (voice.say("wall-title")) }
        @if let Some(synthesis) = synthesis.filter(note::Note::is_published) {
            p.banner {
                (voice.say("wall-synthesis")) " "
                a href=(address::note(&synthesis.note)) { (synthesis.title) }
            }
        }
        @if let Some(next) = next {
            p {
                (moment::sentence(voice, "next-session", &[], next)) " "
                a href=(address::calendar(&walk.workshop.code)) { (voice.say("next-session-add")) }
            }
        }
        @if notes.is_empty() { p.empty { (voice.say("wall-empty")) } }
        div.cards { @for note in &notes { (card::note(voice, note, card::Under::Title)) } }
        @if page > 1 || all > page * SHOWN {
            nav.row aria-label=(voice.say("wall-pages")) {
                @if page > 1 {
                    a.button href={ (address::wall(&walk.workshop.code)) "?page=" (page - 1) } { (voice.say("wall-newer")) }
                }
                @if all > page * SHOWN {
                    a.button href={ (address::wall(&walk.workshop.code)) "?page=" (page + 1) } { (voice.say("wall-older")) }
                }
            }
        }
        @if !dictate::writes_for_another(&walk) {
            (section(&walk.visitor, &Of::Workshop(id.clone())).await?)
        }
        p {
            a.button href=(address::path(&walk.workshop.code)) { (voice.say("wall-back")) } " "
            a.button href=(address::replay(id)) { (voice.say("replay-title")) }
        }
    };
    Ok(Page::new(voice.say("wall-title"), content).show(&walk.visitor))
}
