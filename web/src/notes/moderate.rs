//! `…/versions/{n}/masquage` and `…/moderation`: hiding a version, which its writer is told and can
//! answer, and taking a whole note back. Erasing is in `erasure.rs`.

use app::access::{self, Standing};
use domain::notes::note::{Hiding, Reason};
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::{history, moderation};
use strum::VariantArray as _;

use super::history::seen_one;
use super::version::number;
use crate::notes::rights::{Acts, Moderates};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::withdrawn::withdrawn;
use crate::shell::parts::{field, moment};
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
        (answered(&visitor, &note, found.revision).await?)
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

/// What whoever wrote a hidden version answered.
async fn answered(visitor: &Visitor, note: &Note, revision: i64) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let answers = moderation::answers(&visitor.site.app.db, &note.note).await?;
    Ok(html! { @for answer in answers.iter().filter(|answer| answer.revision == revision) {
        div.notice {
            p { (moment::sentence(voice, "hide-answered", &[], answer.at)) }
            blockquote { (answer.words) }
        }
    } })
}

/// `POST …/versions/{n}/reponse`: whoever wrote a hidden version answers.
pub async fn answer(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let version = number(visitor.part("number"))?;
    let app = &visitor.site.app;
    let words = (version, form.get("reponse"));
    app.notes().answer_hiding(&note, standing, &person, words, form.command_id()).await?;
    Ok(go(&format!("{}?repondu=1", address::own_reports())))
}
