//! `…/modifier`, `…/modification`, `…/brouillon`: changing a note, and keeping
//! what is being written.

use app::access;
use app::execute::CommandError;
use app::notes::{NoteError, UNSAVED_MAX, Words, aside};
use domain::diff;
use domain::note::Error as Refusal;
use maud::html;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{IntoResponse as _, handler};
use projections::note::Note;

use crate::form::Form;
use crate::layout::{Kind, Page};
use crate::pages::{Answer, go, readable};
use crate::parts::field::{self, Line};
use crate::problem::Problem;
use crate::visitor::Visitor;
use crate::voice::{SOURCES, french_spaces};

/// The names of the three boxes of a first note.
pub(crate) const PARTS: [&str; 3] = ["context", "done", "learnt"];

/// The body a form holds: in one piece, or in the three boxes put together.
pub(crate) fn body_of(visitor: &Visitor, form: &Form) -> String {
    if let Some(body) = form.maybe("body") {
        return body.to_owned();
    }
    let heading = |part: &str| visitor.voice.say(&format!("draft-{part}-heading"));
    let told = PARTS.iter().filter_map(|part| {
        let text = form.get(part).trim();
        (!text.is_empty()).then(|| format!("## {}\n\n{text}\n", heading(part)))
    });
    told.collect::<Vec<_>>().join("\n")
}

/// A body cut back into the three boxes, if it holds nothing else.
pub(crate) fn split(visitor: &Visitor, body: &str) -> Option<[String; 3]> {
    let mut parts: [String; 3] = Default::default();
    let mut at: Option<usize> = None;
    for line in body.lines() {
        let heading = line.strip_prefix("## ").map(str::trim);
        let found = heading.and_then(|heading| part_of(visitor, heading));
        match (found, at) {
            (Some(found), _) => at = Some(found),
            (None, _) if heading.is_some() => return None,
            (None, Some(at)) => {
                parts[at].push_str(line);
                parts[at].push('\n');
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => return None,
        }
    }
    Some(parts.map(|part| part.trim().to_owned()))
}

/// Which box a heading belongs to, in any of our languages.
fn part_of(visitor: &Visitor, heading: &str) -> Option<usize> {
    PARTS.iter().position(|part| {
        let key = format!("draft-{part}-heading");
        let written = |(_, source): &(&str, &str)| {
            let line = source.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
            line.is_some_and(|text| text == heading || french_spaces(text) == heading)
        };
        visitor.voice.say(&key) == heading || SOURCES.iter().any(written)
    })
}

/// The form.
#[handler]
pub async fn edit(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    if !access::may_revise(note.visibility, standing) {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    let found = app.unsaved(&note.note, visitor.viewer.id()).await?;
    // Written from an older text, and not the same as today's: both are shown.
    if let Some(old) = found.as_ref().filter(|kept| kept.base < note.revision) {
        let (title, body) = (old.title.clone(), old.body.clone());
        if body.trim() != note.body.trim() {
            return conflict(&visitor, &note, &Words { title, body, summary: String::new() }).await;
        }
    }
    let kept = found.as_ref().map_or(0, |unsaved| unsaved.saved_at);
    let words = match &found {
        Some(unsaved) => Words {
            title: unsaved.title.clone(),
            body: unsaved.body.clone(),
            summary: String::new(),
        },
        None => {
            Words { title: note.title.clone(), body: note.body.clone(), summary: String::new() }
        }
    };
    let notice = found.map(|_| visitor.voice.say("state-found"));
    Ok(form_page(&visitor, &note, &words, kept, notice.as_deref(), StatusCode::OK))
}

fn form_page(
    visitor: &Visitor,
    note: &Note,
    words: &Words,
    kept: i64,
    notice: Option<&str>,
    status: StatusCode,
) -> poem::Response {
    let voice = &visitor.voice;
    let address = format!("/notes/{}", note.note);
    let title = voice.say("draft-title-label");
    let summary = voice.say("edit-summary");
    let help = voice.say("edit-summary-help");
    let summary = Line {
        optional: true,
        help: Some(&help),
        ..Line::new("summary", &summary, &words.summary)
    };
    let content = html! {
        h1 { (voice.say("edit-title")) }
        (field::notice("edit", notice))
        form novalidate method="post" action={ (address) "/modification" }
            data-autosave={ (address) "/brouillon" } {
            (field::key(visitor))
            input type="hidden" name="base" value=(note.revision);
            input type="hidden" name="kept" value=(kept);
            (Line { optional: true, ..Line::new("title", &title, &words.title) }.show())
            (field::area("body", &voice.say("draft-body"), Some(&voice.say("edit-body-help")), &words.body, 18))
            (summary.show())
            button.primary type="submit" { (voice.say("edit-save")) }
            a.button href=(address) { (voice.say("edit-cancel")) }
        }
        p.state #etat role="status" data-saved=(voice.say("state-saved"))
            data-here=(voice.say("state-here")) data-offline=(voice.say("state-offline"))
            data-back=(voice.say("state-back")) data-found=(voice.say("state-found")) {}
    };
    Page::new(voice.say("edit-title"), content).status(status).show(visitor)
}

/// Saves.
#[handler]
pub async fn save(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?.clone();
    let (note, standing) = readable(&visitor, &id).await?;
    let words = Words {
        title: form.get("title").to_owned(),
        body: body_of(&visitor, &form),
        summary: form.get("summary").to_owned(),
    };
    if form.broken {
        let notice = visitor.voice.say("form-broken");
        return Ok(form_page(&visitor, &note, &words, -1, Some(&notice), StatusCode::BAD_REQUEST));
    }
    let base = form.number("base").unwrap_or(note.revision);
    let app = visitor.site.app.clone();
    let saved = app.revise(&note, standing, &person, base, &words, form.command_id()).await;
    match saved {
        Ok(_) => {
            app.forget_unsaved(&note.note, &person).await?;
            Ok(go(&format!("/notes/{}", note.note)))
        }
        Err(NoteError::Command(CommandError::ByRule(Refusal::Stale))) => {
            conflict(&visitor, &note, &words).await
        }
        Err(error) => {
            let too_long = matches!(error, NoteError::Body(_));
            let reason = match Problem::from(error) {
                Problem::Refused(reason) => reason,
                other => return Err(other),
            };
            app.keep_unsaved(&note.note, &person, base, (&words.title, &words.body), None).await?;
            let status = if too_long {
                StatusCode::PAYLOAD_TOO_LARGE
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let notice = visitor.voice.say(&reason);
            Ok(form_page(&visitor, &note, &words, -1, Some(&notice), status))
        }
    }
}

/// Somebody else saved in the meantime: both texts, and one button.
pub(crate) async fn conflict(visitor: &Visitor, note: &Note, words: &Words) -> Answer {
    let app = &visitor.site.app;
    let person = visitor.person()?;
    // The text that was just sent is safe before anything is decided.
    app.keep_unsaved(&note.note, person, note.revision, (&words.title, &words.body), None).await?;
    let voice = &visitor.voice;
    let address = format!("/notes/{}", note.note);
    let (theirs, ours) = (note.body.clone(), words.body.clone());
    let blocks = aside(move || diff::blocks(&theirs, &ours)).await?;
    let content = html! {
        h1 { (voice.say("conflict-title")) }
        p.lead { (voice.say("conflict-lead")) }
        section.panel aria-labelledby="between" {
            h2 #between { (voice.say("conflict-between")) }
            p { (voice.say("conflict-between-help")) }
            (crate::parts::diff::show(voice, &blocks))
        }
        form novalidate method="post" action={ (address) "/modification" } {
            (field::key(visitor))
            input type="hidden" name="base" value=(note.revision);
            (Line { optional: true, ..Line::new("title", &voice.say("draft-title-label"), &words.title) }.show())
            (field::area("body", &voice.say("conflict-yours"), None, &words.body, 16))
            input type="hidden" name="summary" value=(words.summary);
            button.primary type="submit" { (voice.say("conflict-save")) }
            a.button href=(address) { (voice.say("conflict-keep")) }
        }
    };
    let page = Page::new(voice.say("conflict-title"), content).kind(Kind::Site);
    Ok(page.status(StatusCode::CONFLICT).show(visitor))
}

/// `POST …/brouillon`: keeps what is being written. Answers what the page must show
/// next time (`kept`), so that a script can say "saved" and mean it.
#[handler]
pub async fn keep(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?;
    let (note, standing) = readable(&visitor, &id).await?;
    if !access::may_revise(note.visibility, standing) {
        return Err(Problem::NotFound);
    }
    let (title, body) = (form.get("title"), body_of(&visitor, &form));
    if title.len() + body.len() > UNSAVED_MAX {
        return Err(Problem::TooLarge);
    }
    let base = form.number("base").unwrap_or(note.revision);
    let (app, seen) = (&visitor.site.app, form.number("kept"));
    let kept = app.keep_unsaved(&note.note, person, base, (title, &body), seen).await?;
    // Another page of theirs keeps other words: this one keeps its own on its device.
    let Some(kept) = kept else { return Ok(StatusCode::CONFLICT.into_response()) };
    Ok(kept.to_string().into_response())
}
