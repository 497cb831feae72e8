//! `…/effacement`: a passage looked for, shown in every version it is in, and asked to be erased;
//! `…/effacement/{erasure}`: decided by whoever wrote the note or by a second person, and put back
//! during seven days.

use app::exchange::erasure::{SEALED, may_erase};
use domain::core::ids::ErasureId;
use domain::notes::note::Reason;
use domain::prose::redact::cuts;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::core::content::Content;
use projections::notes::moderation::{self, Erasure};
use projections::notes::note::Note;

use super::moderate::reasons;
use crate::notes::rights::Erases;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The shortest passage that can be erased: one sign would tear every text.
pub(crate) const SHORTEST: usize = 3;

/// How many lines of a version are shown around what goes.
const LINES: usize = 20;

/// Looks for a passage.
pub async fn show(Erases { visitor, note, .. }: Erases) -> Answer {
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

/// Shows where it is and what goes; once that was read and confirmed, asks for it to be erased:
/// what was looked for, and nothing else.
pub async fn ask(Erases { visitor, person, note, standing, .. }: Erases, form: Form) -> Answer {
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
        let exchange = app.exchange();
        let erasure =
            exchange.propose_erasure(&note, standing, &person, what, form.command_id()).await?;
        return Ok(go(&address::erasure_of(&note.note, &erasure)));
    }
    let found = app.notes().find_passage(&note, standing, passage).await?;
    let voice = &visitor.voice;
    let count = i64::try_from(found.len()).unwrap_or(0);
    let content = html! {
        h1 { (voice.say("erase-title")) }
        blockquote.sentence-said { (passage) }
        p.lead { (voice.count("erase-found", count)) }
        (what_goes(&visitor, &note, passage, &found).await?)
        p { (voice.say("erase-others")) }
        p { (voice.say(if standing.owns() { "erase-alone" } else { "erase-two" })) }
        @if confirms { p.notice role="alert" { (voice.say("erase-tick")) } }
        (field::form_in("panel", &visitor, &address::erasure(&note.note), html! {
            input type="hidden" name="passage" value=(passage);
            (reasons(&visitor, reason.into()))
            label.check { input type="checkbox" name="compris" value="1"; span { (voice.say("erase-understood")) } }
            button.danger type="submit" name="action" value="effacer" {
                (voice.say(if standing.owns() { "erase-button" } else { "erase-ask" }))
            }
            a.button href=(address::erasure(&note.note)) { (voice.say("erase-other")) }
            a.button.quiet href=(address::note(&note.note)) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("erase-title"), content).show(&visitor))
}

/// Every version that holds the passage and that they may see, with the words that go.
async fn what_goes(
    visitor: &Visitor,
    note: &Note,
    passage: &str,
    seen: &[i64],
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let found = visitor.site.app.exchange().what_goes(&note.note, passage).await?;
    Ok(
        html! { @for (revision, words) in found.iter().filter(|(revision, _)| seen.contains(revision)) {
            details open[*revision == note.revision] {
                summary { (voice.fill("history-n", &[("n", (*revision).into())])) }
                (goes(words, passage))
            }
        } },
    )
}

/// The lines of a text that hold the passage, the words that go marked.
fn goes(words: &Content, passage: &str) -> Markup {
    let texts = [&words.title, &words.body, &words.summary];
    let lines = texts.into_iter().flat_map(|text| text.lines());
    html! { @for line in lines.filter(|line| !cuts(line, passage).is_empty()).take(LINES) {
        @let cuts = cuts(line, passage);
        p {
            @for (at, cut) in cuts.iter().enumerate() {
                (line[if at == 0 { 0 } else { cuts[at - 1].end }..cut.start])
                del { (line[cut.clone()]) }
            }
            (line[cuts.last().map_or(0, |cut| cut.end)..])
        }
    } }
}

async fn found(visitor: &Visitor, note: &Note) -> Result<Erasure, Problem> {
    let id: ErasureId = visitor.id("erasure")?;
    let found = moderation::find(&visitor.site.app.db, &note.note, &id).await?;
    found.ok_or(Problem::NotFound)
}

/// Where an erasure stands, and what one may decide.
pub async fn decide(Erases { visitor, person, note, standing, .. }: Erases) -> Answer {
    let app = &visitor.site.app;
    let erasure = found(&visitor, &note).await?;
    let passage = app.exchange().passage_of(&erasure).await?;
    let voice = &visitor.voice;
    let second = standing.owns() || erasure.by != person;
    let seen = app.notes().find_passage(&note, standing, &passage).await?;
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (voice.say("erase-title")) }
        p { (voice.say("reason-legend")) " " (voice.say(&format!("reason-{}", erasure.reason))) }
        @match erasure.stage.as_str() {
            "waits" => {
                p.lead { (voice.say(if second { "erase-your-turn" } else { "erase-waits" })) }
                blockquote.sentence-said { (passage) }
                (what_goes(&visitor, &note, &passage, &seen).await?)
                @if second {
                    (field::form(&visitor, &address::erasure_agreed(&note.note, &erasure.erasure), html! {
                        button.danger type="submit" { (voice.say("erase-agree")) }
                    }))
                }
                (field::form(&visitor, &address::erasure_dropped(&note.note, &erasure.erasure), html! {
                    button type="submit" { (voice.say("erase-drop")) }
                }))
            }
            "sealed" => {
                p.lead { (moment::sentence(voice, "erase-sealed", &[], erasure.stage_at + SEALED)) }
                (field::form(&visitor, &address::erasure_undone(&note.note, &erasure.erasure), html! {
                    button type="submit" { (voice.say("erase-undo")) }
                }))
            }
            stage => p.lead { (voice.say(&format!("erase-is-{stage}"))) },
        }
    };
    Ok(Page::new(voice.say("erase-title"), content).show(&visitor))
}

/// `POST …/accord`: a second person agrees.
pub async fn agree(Erases { visitor, person, note, standing, .. }: Erases, form: Form) -> Answer {
    let erasure = found(&visitor, &note).await?.erasure;
    let exchange = visitor.site.app.exchange();
    exchange.agree_to_erasure(&note, standing, &person, &erasure, form.command_id()).await?;
    Ok(go(&address::erasure_of(&note.note, &erasure)))
}

/// `POST …/abandon`: the passage stays.
pub async fn let_be(Erases { visitor, person, note, standing, .. }: Erases, form: Form) -> Answer {
    let erasure = found(&visitor, &note).await?.erasure;
    let exchange = visitor.site.app.exchange();
    exchange.drop_erasure(&note, standing, &person, &erasure, form.command_id()).await?;
    Ok(go(&address::erasure_of(&note.note, &erasure)))
}

/// `POST …/retour`: what was erased is put back.
pub async fn undo(Erases { visitor, person, note, standing, .. }: Erases, form: Form) -> Answer {
    let erasure = found(&visitor, &note).await?.erasure;
    let exchange = visitor.site.app.exchange();
    exchange.undo_erasure(&note, standing, &person, &erasure, form.command_id()).await?;
    Ok(go(&address::erasure_of(&note.note, &erasure)))
}

/// What waits for those it concerns, at the head of the note.
pub(super) async fn banner(
    visitor: &Visitor,
    note: &Note,
    standing: app::access::Standing,
) -> Result<Markup, Problem> {
    if !may_erase(note, standing) {
        return Ok(html! {});
    }
    let voice = &visitor.voice;
    let waiting = moderation::erasures_of(&visitor.site.app.db, &note.note).await?;
    Ok(html! { @for erasure in &waiting {
        p.notice {
            (voice.say(if erasure.stage == "waits" { "erase-banner" } else { "erase-banner-sealed" })) " "
            a href=(address::erasure_of(&note.note, &erasure.erasure)) { (voice.say("erase-look")) }
        }
    } })
}
