//! "I complete a note": a note somebody else wrote, and what one would add to it. It is
//! proposed to whoever may change the note, in the name of whoever added it.

use app::notes::Words;
use app::notes::suggest::Proposer;
use domain::workshops::script::Step;
use maud::html;
use poem::http::StatusCode;
use projections::notes::note;

use super::{Panel, Walk};
use crate::shell::form::Form;
use crate::shell::markdown;
use crate::shell::page::{Answer, go, readable};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;

/// How many notes are offered.
const OFFERED: i64 = 12;

pub(super) async fn panel(walk: &Walk, refused: Option<(&str, &Form)>) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let db = &walk.visitor.site.app.db;
    let chosen = match refused {
        Some((_, form)) => form.get("note"),
        None => walk.visitor.query.get("note"),
    };
    if walk.visitor.query.maybe("ajout").is_some() && refused.is_none() {
        let content = html! {
            p.banner role="status" { (voice.say("complete-sent")) }
            p { a.button.primary href=(walk.after(Step::Publish)) { (voice.say("path-continue")) } }
            p { a href=(walk.address(Step::Idea)) { (voice.say("complete-another")) } }
        };
        return Ok(Panel::new(voice.say("complete-title"), content));
    }
    if chosen.is_empty() {
        let newest = note::newest(db, walk.person().as_str(), OFFERED).await?;
        let others = newest.iter().filter(|note| note.writer != *walk.person());
        let notes: Vec<_> = others.collect();
        let content = html! {
            p.lead { (voice.count("complete-lead", i64::try_from(notes.len()).unwrap_or(0))) }
            div.cards {
                @for note in &notes {
                    article.card {
                        (card::title(card::Under::Title,
                            &format!("{}?note={}", walk.address(Step::Idea), note.note), &note.title))
                        p dir="auto" { (markdown::excerpt(&note.body, 160)) }
                        p.by { (card::signature(voice, note)) }
                    }
                }
            }
            p { a href=(walk.address(Step::Door)) { (voice.say("path-back")) } }
        };
        return Ok(Panel::new(voice.say("complete-title"), content));
    }
    let (note, _) = readable(&walk.visitor, chosen).await?;
    let (notice, words) =
        refused.map_or((None, ""), |(why, form)| (Some(why), form.get("addition")));
    let content = html! {
        article.paper aria-label=(voice.say("complete-note")) {
            h2 { (note.title) }
            div.prose { (markdown::rendered(&note.body).await?) }
            p.by { (card::signature(voice, &note)) }
        }
        (field::notice("addition", notice))
        form novalidate method="post" action=(walk.address(Step::Idea)) data-replaces="waiting" {
            (field::key(&walk.visitor))
            input type="hidden" name="note" value=(note.note);
            input type="hidden" name="base" value=(note.revision);
            (field::area("addition", &voice.say("complete-words"), Some(&voice.say("complete-help")), words, 5))
            button.primary type="submit" { (voice.say("complete-button")) }
        }
        p { a href=(walk.address(Step::Idea)) { (voice.say("complete-another")) } }
    };
    let mut panel = Panel::new(voice.say("complete-title"), content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(panel)
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = walk.visitor.site.app.clone();
    let (note, standing) = readable(&walk.visitor, form.get("note")).await?;
    let addition = form.get("addition").trim();
    if addition.is_empty() {
        let notice = walk.visitor.voice.say("words-blank");
        let panel = panel(&walk, Some((&notice, form))).await?;
        return Ok(walk.page(Step::Idea, panel));
    }
    let base = form.number("base").unwrap_or(note.revision);
    let old = app.notes().words_for(&note, standing, base).await?;
    let body = format!("{}\n\n{addition}\n", domain::prose::section::sealed(old.body.trim_end()));
    let words = Words { title: old.title, body, summary: String::new() };
    let by = Proposer::Person(walk.person().clone());
    app.notes().correct(&note, standing, &by, base, &words, form.command_id()).await?;
    Ok(go(&format!("{}?ajout=1", walk.address(Step::Idea))))
}
