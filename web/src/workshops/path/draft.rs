//! The text itself, in three optional parts or in one, kept as it is written.

use app::Failure;
use app::notes::Words;
use app::notes::bring;
use app::notes::revise::Saved;
use domain::notes::note::Door;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::notes::note::Note;

use super::{Panel, Walk};
use crate::notes::boxes::{self, PARTS};
use crate::notes::write;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts;
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    panel_at(walk, Step::Draft, &to_look(walk)).await
}

/// The one button of this step.
fn to_look(walk: &Walk) -> Markup {
    // It says where it leads, when that is the preview.
    let is_next = walk.workshop.script.after(Step::Draft) == Some(Step::Look);
    let label = if is_next { "draft-look" } else { "path-continue" };
    html! { button.primary type="submit" { (walk.visitor.voice.say(label)) } }
}

/// Writing, at `step`, with `end` at the end of the form.
pub(super) async fn panel_at(
    walk: &Walk,
    step: Step,
    end: &Markup,
) -> Result<Option<Panel>, Problem> {
    let Some(note) = &walk.note else { return Ok(None) };
    let app = &walk.visitor.site.app;
    // What was being written comes before what was saved.
    let unsaved = app.notes().unsaved(&note.note, walk.person().as_str()).await?;
    let kept = unsaved.as_ref().map_or(0, |unsaved| unsaved.saved_at);
    let (title, body, base) = match unsaved {
        // From an older text: saving it will show both, and lose neither.
        Some(unsaved) => (unsaved.title, unsaved.body, unsaved.base),
        None => (note.title.clone(), note.body.clone(), note.revision),
    };
    Ok(Some(shown(walk, note, (&title, &body), (base, kept), (step, end), None)))
}

fn shown(
    walk: &Walk,
    note: &Note,
    (title, body): (&str, &str),
    (base, kept): (i64, i64),
    (step, end): (Step, &Markup),
    notice: Option<&str>,
) -> Panel {
    let voice = &walk.visitor.voice;
    let label = voice.say("draft-title-label");
    let line = Line { optional: true, ..Line::new("title", &label, title) };
    let content = html! {
        p { (voice.say(help(walk))) }
        @if !bring::furniture(body).is_empty() {
            p { a href=(address::clean_up(&walk.workshop.code)) { (voice.say("draft-tidy")) } }
        }
        (field::notice("draft", notice))
        (parts::kept::found(&walk.visitor))
        form novalidate method="post" action=(walk.address(step))
            data-autosave=(address::unsaved(&note.note)) data-kept=(address::note(&note.note))
            data-who=(walk.visitor.mark()) data-seen=(kept) {
            (field::key(&walk.visitor))
            input type="hidden" name="base" value=(base);
            input type="hidden" name="kept" value=(kept);
            (line.show())
            (boxes(walk, body))
            p.encourage data-encourage=(voice.say("draft-enough")) role="status" {}
            (end)
        }
    };
    Panel::new(voice.say("draft-title"), content)
}

/// Who reads it: nobody else, or those who help while its writer shows it to them.
fn help(walk: &Walk) -> &'static str {
    if walk.participant.shown.is_some() { "hand-draft-shown" } else { "draft-help" }
}

/// The same before there is a note: what it holds joins the idea once both have arrived.
pub(super) fn blank(walk: &Walk) -> Panel {
    let voice = &walk.visitor.voice;
    let content = html! {
        p { (voice.say("draft-help")) }
        form novalidate method="post" action=(walk.address(Step::Draft)) data-replaces {
            (field::key(&walk.visitor))
            input type="hidden" name="base" value="1";
            input type="hidden" name="keep_title" value="1";
            (boxes(walk, ""))
            (to_look(walk))
        }
    };
    Panel::new(voice.say("draft-title"), content)
}

/// Three boxes to tell in, when the text still fits them; one otherwise.
fn boxes(walk: &Walk, body: &str) -> Markup {
    let voice = &walk.visitor.voice;
    let telling = matches!(walk.participant.door, Some(Door::Tell) | None);
    match boxes::split(body).filter(|_| telling) {
        Some(parts) => html! {
            @for (name, part) in PARTS.iter().zip(parts) {
                @let label = voice.say(&format!("draft-{name}"));
                @let help = voice.say(&format!("draft-{name}-help"));
                @if *name == PARTS[0] { (field::area_in_focus(name, &label, Some(&help), &part, 4)) }
                @else { (field::area(name, &label, Some(&help), &part, 4)) }
            }
        },
        None => field::area_in_focus(
            "body",
            &voice.say("draft-body"),
            Some(&voice.say("edit-body-help")),
            body,
            14,
        ),
    }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let end = to_look(&walk);
    if let Some(instead) = save(&walk, form, (Step::Draft, &end)).await? {
        return Ok(instead);
    }
    let key = form.command_id().then("step");
    walk.complete(Step::Draft, key).await?;
    Ok(go(&walk.after(Step::Draft)))
}

/// Saves what a form of this panel holds. Another page instead of going on, when there is
/// no note yet, when two texts met, or when the words do not fit.
pub(super) async fn save(
    walk: &Walk,
    form: &Form,
    (step, end): (Step, &Markup),
) -> Result<Option<Response>, Problem> {
    let Some(note) = walk.note.clone() else {
        let written = !boxes::body_of(&walk.visitor, form).trim().is_empty();
        // Words that came before their idea are shown again, never dropped.
        return if written {
            Err(Problem::Refused("idea-first".to_owned()))
        } else {
            Ok(Some(go(&walk.address(Step::Idea))))
        };
    };
    let keeps_title = form.get("keep_title") == "1";
    let words = Words {
        title: if keeps_title { note.title.clone() } else { form.get("title").to_owned() },
        body: boxes::body_of(&walk.visitor, form),
        summary: String::new(),
    };
    let base = form.number("base").unwrap_or(note.revision);
    let seen = form.number("kept");
    let again = |text: &str, kept: Option<i64>, status: StatusCode| {
        let words = (words.title.as_str(), words.body.as_str());
        let kept = kept.or(seen).unwrap_or(-1);
        let mut panel = shown(walk, &note, words, (base, kept), (step, end), Some(text));
        panel.status = status;
        Ok(Some(walk.clone().page(step, panel)))
    };
    if form.broken {
        return again(&walk.visitor.voice.say("form-broken"), None, StatusCode::BAD_REQUEST);
    }
    let app = &walk.visitor.site.app;
    let standing = app.standing(&walk.visitor.viewer, &note).await?;
    let texts = (words.title.as_str(), words.body.as_str());
    let (sent, key) = (parts::kept::sendings(form), form.command_id());
    match app
        .notes()
        .revise_from((&note, standing), walk.person(), (base, &sent), &words, key)
        .await
    {
        Ok(saved) => {
            app.notes().forget_unsaved(&note.note, walk.person(), seen, texts).await?;
            // Another of their windows saved other words: they say which ones stay.
            let aside = matches!(saved, Saved::Aside(_));
            Ok(aside.then(|| write::after(&note, &saved)))
        }
        Err(error) => {
            let too_long = matches!(error, Failure::Words("body", _));
            let reason = match Problem::from(error) {
                Problem::Refused(reason) => reason,
                other => return Err(other),
            };
            // What does not fit is kept all the same, while they cut.
            let kept =
                app.notes().keep_unsaved(&note.note, walk.person(), base, texts, seen).await?;
            let status = if too_long {
                StatusCode::PAYLOAD_TOO_LARGE
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            again(&walk.visitor.voice.say(&reason), kept, status)
        }
    }
}
