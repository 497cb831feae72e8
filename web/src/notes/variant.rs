//! `…/variantes/{id}`: a text that met another one, and the sentences to choose.

use app::access;
use app::engine::blocking::aside;
use app::notes::Words;
use app::notes::revise::{Joined, Saved, current};
use domain::core::ids::VariantId;
use domain::prose::diff::page::compare;
use maud::html;

use crate::notes::rights::Acts;
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go, readable};
use crate::shell::parts::settle::{self, Sides};
use crate::shell::parts::{self, card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The two texts put together, and what is left to say.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let id = visitor.part("note");
    let variant: VariantId = visitor.id("variant")?;
    let app = &visitor.site.app;
    let (note, standing) = match readable(&visitor, id).await {
        Err(Problem::NotFound) => return own_words(&visitor, id, &variant).await,
        found => found?,
    };
    let found = app.notes().aside_of((&note, standing), &variant, &person).await?;
    let (found, mine, joined) = found.ok_or(Problem::NotFound)?;
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let head = current(&note);
    let (now, then) = (note.body.clone(), settle::proposed(&joined));
    let comparison = aside(move || compare(&now, &then)).await?;
    let moderator = access::may_moderate(&note, standing);
    let last = projections::notes::history::find(&app.db, &note.note, note.revision).await?;
    let last = last.map(|it| if moderator { it } else { it.masked() });
    let author = last.map_or_else(String::new, |it| card::author(voice, it.author_name()));
    let sides = Sides {
        head: voice.fill("settle-theirs", &[("name", author.as_str().into())]),
        mine: voice.say("settle-mine"),
    };
    let clean = joined.title.is_some() && joined.body.text().is_some();
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("variant-title")) }
        @if found.settled {
            p.notice { (voice.say("variant-settled")) }
        }
        p.lead { (voice.fill(if clean { "variant-close" } else { "variant-lead" }, &[("name", author.as_str().into())])) }
        (field::form(&visitor, &address::variant(&note.note, &variant), html! {
            input type="hidden" name="base" value=(note.revision);
            (settle::fields(voice, &joined, &head, &mine, &sides))
            h2 { (voice.say("variant-changes")) }
            (parts::diff::show(voice, &comparison))
            button.primary type="submit" name="action" value="garder" {
                (voice.say(if clean { "variant-good" } else { "variant-save" }))
            }
            @if !found.settled {
                a.button href=(address) { (voice.say("variant-later")) }
                button.quiet type="submit" name="action" value="laisser" { (voice.say("variant-let-go")) }
            }
        }))
        details.panel {
            summary { (voice.say("variant-whole")) }
            (field::area_for(field::Paste::Exact, ("copie", &voice.say("problem-your-text"), None), &format!("{}\n\n{}", mine.title, mine.body), 12))
        }
    };
    Ok(Page::new(voice.say("variant-title"), content).edition().show(&visitor))
}

/// One's own words, when the note they were for is not shared any more.
async fn own_words(visitor: &Visitor, id: &str, variant: &VariantId) -> Answer {
    let person = visitor.person()?;
    let note = id.parse().map_err(|_| Problem::NotFound)?;
    let db = &visitor.site.app.db;
    let found = projections::notes::variant::find(db, &note, variant, person).await?;
    let found = found.ok_or(Problem::NotFound)?;
    let mine = projections::core::content::find(db, &found.content).await?;
    let voice = &visitor.voice;
    let text = format!("{}\n\n{}", mine.title, mine.body);
    let content = html! {
        h1 { (voice.say("variant-title")) }
        p.lead { (voice.say("variant-alone")) }
        (field::area_for(field::Paste::Exact, ("copie", &voice.say("problem-your-text"), None), &text, 12))
    };
    Ok(Page::new(voice.say("variant-title"), content).show(visitor))
}

/// Saves what was chosen, or lets it go.
pub async fn act(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let variant: VariantId = visitor.id("variant")?;
    let app = &visitor.site.app;
    let address = address::note(&note.note);
    let found = app.notes().aside_of((&note, standing), &variant, &person).await?;
    let (found, mine, _) = found.ok_or(Problem::NotFound)?;
    if form.get("action") == "laisser" {
        app.notes().let_go(&note, &found, None, form.command_id()).await?;
        return Ok(go(&format!("{address}?renonce={variant}")));
    }
    // What was chosen was chosen between the sentences that were shown; what was saved since
    // is put together with it, like any other text.
    let base = form.number("base").unwrap_or(note.revision);
    let shown = app.notes().words_for(&note, standing, base).await?;
    let old = app.notes().base_for(&note, standing, found.base).await?;
    let (then, now) = (shown.clone(), mine.clone());
    let joined = aside(move || Joined::of(&old, &then, &now)).await?;
    let (title, body) = settle::settled(&joined, &shown, &mine, &form);
    let words = Words { title, body, summary: mine.summary };
    let saved =
        app.notes().settle(&note, standing, &found, base, &words, form.command_id()).await?;
    let saved = if let Saved::Written(revision) = saved { Saved::Merged(revision) } else { saved };
    Ok(super::write::after(&note, &saved))
}
