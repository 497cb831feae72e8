//! `…/versions/{n}/masquage` and `…/effacement`: hiding, which can be taken back, and
//! erasing, which cannot.

use app::access::{self, Standing};
use domain::notes::note::{Hiding, Reason};
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::notes::history;
use projections::notes::note::Note;
use strum::VariantArray as _;

use super::history::seen_one;
use super::version::number;
use crate::notes::rights::Moderates;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::parts::withdrawn::withdrawn;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// Why something is hidden or erased: one of them is always chosen.
pub(crate) fn reasons(visitor: &Visitor, chosen: &str) -> Markup {
    let voice = &visitor.voice;
    html! {
        fieldset.choices {
            legend { (voice.say("reason-legend")) }
            @for (at, reason) in Reason::VARIANTS.iter().enumerate() {
                @let word: &'static str = reason.into();
                label.check {
                    input type="radio" name="reason" value=(word) checked[word == chosen || (chosen.is_empty() && at == 0)];
                    span { (voice.say(&format!("reason-{word}"))) }
                }
            }
        }
    }
}

/// What of a version is hidden.
pub async fn hide(Moderates { visitor, note, standing, .. }: Moderates) -> Answer {
    let version = visitor.part("number");
    let found = seen_one(&visitor, &note, standing, number(version)?).await?;
    let voice = &visitor.voice;
    let address = address::version(&note.note, found.revision);
    let parts = [
        ("text", "hide-text", found.hidden.text),
        ("summary", "hide-summary", found.hidden.summary),
        ("author", "hide-author", found.hidden.author),
    ];
    let content = html! {
        p.over { a href=(address) { (voice.fill("history-n", &[("n", found.revision.into())])) } }
        h1 { (voice.say("hide-title")) }
        p.lead { (voice.say("hide-lead")) }
        p { (voice.say("hide-others")) }
        @if found.revision == note.revision { p.notice { (voice.say("hide-current")) } }
        (field::form(&visitor, &address::hiding(&note.note, found.revision), html! {
            fieldset.choices {
                legend { (voice.say("hide-legend")) }
                @for (name, key, is) in parts {
                    label.check { input type="checkbox" name=(name) value="1" checked[is]; span { (voice.say(key)) } }
                }
            }
            (reasons(&visitor, &found.hidden_reason))
            button.primary type="submit" { (voice.say("hide-button")) }
            a.button href=(address::history(&note.note)) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("hide-title"), content).show(&visitor))
}

/// Hides it, or shows it again.
pub async fn hide_it(
    Moderates { visitor, person, note, standing, .. }: Moderates,
    form: Form,
) -> Answer {
    let version = number(visitor.part("number"))?;
    let is = |name: &str| form.get(name) == "1";
    let parts = Hiding { text: is("text"), summary: is("summary"), author: is("author") };
    let reason = form.get("reason").parse().unwrap_or(Reason::Personal);
    let app = &visitor.site.app;
    let wanted = (version, parts, reason);
    app.notes().hide(&note, standing, &person, wanted, form.command_id()).await?;
    Ok(go(&format!("{}#v{version}", address::history(&note.note))))
}

/// Taking the whole note back.
pub async fn withdraw(Moderates { visitor, note, .. }: Moderates) -> Answer {
    let voice = &visitor.voice;
    let address = address::note(&note.note);
    let content = html! {
        p.over { a href=(address::history(&note.note)) { (voice.say("history-title")) } }
        h1 { (voice.say("withdraw-title")) }
        p.lead { (voice.say("withdraw-lead")) }
        (field::form_in("panel", &visitor, &address::moderation(&note.note), html! {
            (reasons(&visitor, ""))
            button.danger type="submit" { (voice.say("withdraw-button")) }
            a.button.quiet href=(address) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("withdraw-title"), content).show(&visitor))
}

/// Takes it back; whoever did may not read it any more.
pub async fn withdraw_it(
    Moderates { visitor, person, note, standing, .. }: Moderates,
    form: Form,
) -> Answer {
    let reason = form.get("reason").parse().unwrap_or(Reason::Personal);
    let app = &visitor.site.app;
    app.notes().withdraw(&note, standing, &person, reason, form.command_id()).await?;
    Ok(go(&format!("{}?retiree=1", address::notes())))
}

/// What the history of a note keeps of the times it was taken back: for those it belongs to,
/// and those who look after the commons.
pub(super) async fn withdrawals(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    if !standing.owns() && !access::may_moderate(note, standing) {
        return Ok(html! {});
    }
    let voice = &visitor.voice;
    let found = history::withdrawals(&visitor.site.app.db, &note.note).await?;
    Ok(html! { @for withdrawal in &found { p.notice { (withdrawn(voice, withdrawal)) } } })
}

/// The shortest passage that can be erased: one sign would tear every text.
pub(crate) const SHORTEST: usize = 3;

/// Looks for a passage.
pub async fn erase(Moderates { visitor, note, .. }: Moderates) -> Answer {
    Ok(search(&visitor, &note, "", None))
}

fn search(visitor: &Visitor, note: &Note, passage: &str, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::history(&note.note)) { (voice.say("history-title")) } }
        h1 { (voice.say("erase-title")) }
        p.lead { (voice.say("erase-lead")) }
        (field::notice("passage", notice))
        (field::form(visitor, &address::erasure(&note.note), html! {
            (field::area_for(Paste::Exact, ("passage", &voice.say("erase-passage"), Some(&voice.say("erase-passage-help"))), passage, 3))
            button.primary type="submit" name="action" value="chercher" { (voice.say("erase-search")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("erase-title"), content).status(status).show(visitor)
}

/// Shows where it is; once that was read and confirmed, erases it: what was looked for, and
/// nothing else.
pub async fn erase_it(
    Moderates { visitor, person, note, standing, .. }: Moderates,
    form: Form,
) -> Answer {
    let app = &visitor.site.app;
    let passage = form.get("passage").replace("\r\n", "\n");
    let passage = passage.trim();
    if passage.chars().count() < SHORTEST {
        let notice = visitor.voice.say("erase-short");
        return Ok(search(&visitor, &note, passage, Some(&notice)));
    }
    let reason: Reason = form.get("reason").parse().unwrap_or(Reason::Personal);
    let confirms = form.get("action") == "effacer";
    if confirms && form.maybe("compris").is_some() {
        let what = (passage, reason);
        app.exchange().erase_passage(&note, standing, &person, what, form.command_id()).await?;
        return Ok(go(&format!("{}?efface=1", address::note(&note.note))));
    }
    let found = app.notes().find_passage(&note, standing, passage).await?;
    let voice = &visitor.voice;
    let count = i64::try_from(found.len()).unwrap_or(0);
    let content = html! {
        h1 { (voice.say("erase-title")) }
        blockquote.sentence-said { (passage) }
        p.lead { (voice.count("erase-found", count)) }
        ul.plain { @for version in &found {
            li { a href=(address::version(&note.note, version)) { (voice.fill("history-n", &[("n", (*version).into())])) } }
        } }
        p { (voice.say("erase-others")) }
        @if confirms { p.notice role="alert" { (voice.say("erase-tick")) } }
        (field::form_in("panel", &visitor, &address::erasure(&note.note), html! {
            input type="hidden" name="passage" value=(passage);
            (reasons(&visitor, reason.into()))
            label.check { input type="checkbox" name="compris" value="1"; span { (voice.say("erase-understood")) } }
            button.danger type="submit" name="action" value="effacer" { (voice.say("erase-button")) }
            a.button href=(address::erasure(&note.note)) { (voice.say("erase-other")) }
            a.button.quiet href=(address::note(&note.note)) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("erase-title"), content).show(&visitor))
}
