//! `…/signalement`: saying that something is wrong with a note, in two taps; `/signalements`: what
//! waits for those who look after the commons; `/registre`: what was erased, without its words.

use app::access;
use domain::core::ids::{NoteId, ReportId};
use domain::notes::moderation::Outcome;
use domain::notes::note::Reason;
use maud::html;
use poem::Response;
use poem::http::StatusCode;
use projections::notes::moderation;
use projections::notes::note::Note;
use strum::VariantArray as _;

use super::moderate::reasons;
use crate::notes::rights::Reads;
use crate::shell::address;
use crate::shell::extract::{Anyone, Known};
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// No reason: whoever reports says which, and none is said for them.
const UNSAID: &str = "-";

/// What is wrong with it.
pub async fn show(Reads { visitor, note, .. }: Reads) -> Answer {
    Ok(page(&visitor, &note, None))
}

fn page(visitor: &Visitor, note: &Note, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::note(&note.note)) { (note.title) } }
        h1 { (voice.say("report-note-title")) }
        p.lead { (voice.say("report-note-lead")) }
        (field::notice("reason", notice))
        (field::form(visitor, &address::note_report(&note.note), html! {
            (reasons(visitor, UNSAID))
            button.primary type="submit" { (voice.say("report-note-button")) }
            a.button.quiet href=(address::note(&note.note)) { (voice.say("edit-cancel")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(voice.say("report-note-title"), content).kind(Kind::Step);
    page.status(status).show(visitor)
}

/// `POST`: says so.
pub async fn send(Reads { visitor, note, .. }: Reads, form: Form) -> Answer {
    if !visitor.site.limits.allow(Counted::Suggestion, &visitor.address) {
        return Err(Problem::TooMany);
    }
    let Ok(reason) = form.get("reason").parse::<Reason>() else {
        return Ok(page(&visitor, &note, Some(&visitor.voice.say("report-note-unsaid"))));
    };
    let by = visitor.viewer.person();
    visitor.site.app.notes().report(&note, by, reason, form.command_id()).await?;
    let known = if by.is_some() { "connu" } else { "inconnu" };
    Ok(go(&format!("{}?signale={known}", address::note(&note.note))))
}

/// Those who look after the commons, or after a workshop, see what waits for them.
fn steward(visitor: &Visitor) -> Result<(), Problem> {
    let viewer = &visitor.viewer;
    if viewer.is_moderator() || viewer.is_facilitator() { Ok(()) } else { Err(Problem::NotFound) }
}

/// The title of `note`, if they look after it.
async fn looked_after(visitor: &Visitor, note: &NoteId) -> Result<Option<String>, Problem> {
    let found = visitor.site.app.note_for(&visitor.viewer, note).await?;
    Ok(found
        .filter(|(note, standing)| access::may_moderate(note, *standing))
        .map(|(note, _)| note.title))
}

/// `/signalements`: reports, and erasures that wait for a second person.
pub async fn waiting(Known { visitor, person }: Known) -> Answer {
    steward(&visitor)?;
    let app = &visitor.site.app;
    let mut reports = vec![];
    for report in
        moderation::reports_waiting(&app.db, &person, visitor.viewer.is_moderator()).await?
    {
        if let Some(title) = looked_after(&visitor, &report.note).await? {
            reports.push((report, title));
        }
    }
    let mut erasures = vec![];
    for erasure in moderation::erasures_waiting(&app.db, &person).await? {
        if let Some(title) = looked_after(&visitor, &erasure.note).await? {
            erasures.push((erasure, title));
        }
    }
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("reports-title")) }
        @if reports.is_empty() && erasures.is_empty() { p.empty { (voice.say("reports-empty")) } }
        @for (report, title) in &reports {
            section.panel {
                h2 { a href=(address::note(&report.note)) { (title) } }
                p {
                    (voice.say(&format!("reason-{}", report.reason))) " · "
                    (moment::moment(voice, report.at))
                }
                p { (voice.say("reports-then")) }
                (field::form(&visitor, &address::reports(), html! {
                    input type="hidden" name="note" value=(report.note);
                    input type="hidden" name="signalement" value=(report.report);
                    @for outcome in Outcome::VARIANTS {
                        button type="submit" name="suite" value=(outcome.word()) {
                            (voice.say(&format!("report-outcome-{}", outcome.word())))
                        }
                    }
                }))
            }
        }
        @for (erasure, title) in &erasures {
            section.panel {
                h2 { a href=(address::erasure_of(&erasure.note, &erasure.erasure)) { (title) } }
                p { (voice.say("erase-banner")) }
            }
        }
        p { a href=(address::register()) { (voice.say("register-title")) } }
        @if visitor.viewer.is_moderator() {
            p { a href=(address::moderators()) { (voice.say("moderators-title")) } }
        }
    };
    Ok(Page::new(voice.say("reports-title"), content).show(&visitor))
}

/// `POST /signalements`: says what became of one.
pub async fn close(Known { visitor, person }: Known, form: Form) -> Answer {
    steward(&visitor)?;
    let (Ok(note), Ok(report), Ok(outcome)) = (
        form.get("note").parse::<NoteId>(),
        form.get("signalement").parse::<ReportId>(),
        form.get("suite").parse::<Outcome>(),
    ) else {
        return Err(Problem::NotFound);
    };
    let app = &visitor.site.app;
    // Nobody answers what is said of their own note.
    let found = app.note_for(&visitor.viewer, &note).await?;
    if found
        .is_none_or(|(note, standing)| standing.writer || !access::may_moderate(&note, standing))
    {
        return Err(Problem::NotFound);
    }
    app.notes().answer_report((&note, &report), &person, outcome, form.command_id()).await?;
    Ok(go(address::reports()))
}

/// `/moi/signalements`: the versions of one's own that are hidden, which one can answer, and what
/// became of what one reported.
pub async fn mine(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let mut reports = vec![];
    for report in moderation::reports_of(&app.db, &person).await? {
        // A note that was taken back is not named any more.
        let title = app.note_for(&visitor.viewer, &report.note).await?.map(|(note, _)| note.title);
        reports.push((report, title));
    }
    let hidden = moderation::hidden_of(&app.db, &person).await?;
    let voice = &visitor.voice;
    let label = voice.say("hide-reply");
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("reports-mine-title")) }
        @if reports.is_empty() && hidden.is_empty() { p.empty { (voice.say("reports-mine-empty")) } }
        @if visitor.query.maybe("repondu").is_some() {
            p.banner role="status" { (voice.say("hide-replied")) }
        }
        @for hidden in &hidden {
            section.panel {
                p {
                    (moment::sentence(voice, "hide-yours", &[
                        ("n", hidden.revision.into()),
                        ("reason", voice.say(&format!("reason-{}", hidden.reason)).into()),
                    ], hidden.at))
                    " " a href=(address::version(&hidden.note, hidden.revision)) { (voice.say("erase-look")) }
                }
                (field::form(&visitor, &address::hiding_answer(&hidden.note, hidden.revision), html! {
                    (field::Line {
                        ..field::Line::new("reponse", &label, "")
                    }.show())
                    button type="submit" { (voice.say("hide-reply-button")) }
                }))
            }
        }
        @if !reports.is_empty() {
            section.panel aria-labelledby="signalements" {
                h2 #signalements { (voice.say("reports-mine")) }
                ul.plain { @for (report, title) in &reports {
                    li {
                        @if let Some(title) = title {
                            a href=(address::note(&report.note)) { (title) } " · "
                        }
                        (moment::day(voice, report.at)) " · "
                        (voice.say(&format!("report-outcome-{}", report.outcome)))
                    }
                } }
            }
        }
    };
    Ok(Page::new(voice.say("reports-mine-title"), content).show(&visitor))
}

/// `/registre`: what was erased, or put back, and why; never what, nor from which note.
pub async fn register(Anyone(visitor): Anyone) -> Answer {
    let before = visitor.query.number("avant").unwrap_or(i64::MAX);
    let found = moderation::register(&visitor.site.app.db, before).await?;
    let more = i64::try_from(found.len()).is_ok_and(|count| count == moderation::PAGE);
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("register-title")) }
        p.lead { (voice.say("register-lead")) }
        @if found.is_empty() { p.empty { (voice.say("register-empty")) } }
        ul.plain { @for erasure in &found {
            @let alone = erasure.agreed_by.as_ref() == Some(&erasure.by);
            li {
                (moment::day(voice, erasure.stage_at)) " · "
                (voice.say(if erasure.stage == "undone" { "register-undone" } else { "register-erased" })) " · "
                (voice.say(&format!("reason-{}", erasure.reason))) " · "
                (voice.say(if alone { "register-alone" } else { "register-two" }))
            }
        } }
        @if let Some(last) = found.last().filter(|_| more) {
            p { a.button href={ (address::register()) "?avant=" (last.stage_at) } { (voice.say("own-more")) } }
        }
    };
    Ok(Page::new(voice.say("register-title"), content).show(&visitor))
}
