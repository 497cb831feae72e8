//! One sentence; or, through the door "Transposer", a text that exists already;
//! or, through "observer", two notes to read.

use app::Failure;
use app::notes::Words;
use app::notes::bring;
use domain::notes::note::Door;
use domain::prose::text::TextError;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::note;
use projections::notes::note::Note;

use super::{Panel, Walk, complete, dictate};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::{card, kept};
use crate::shell::problem::Problem;
use crate::workshops::path::thank::is_only_begun;
use crate::workshops::path::upload;

/// How many notes an observer is shown.
const FEW: usize = 2;

fn door_of(walk: &Walk) -> Door {
    walk.participant.door.unwrap_or(Door::Tell)
}

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let idea = walk.note.as_ref().map(|note| note.title.clone()).unwrap_or_default();
    Ok(Some(match door_of(walk) {
        Door::Tell | Door::Capture => sentence(walk, &idea, None),
        Door::Transpose => paste(walk, ("", false), None, None).await?,
        Door::Observe => observe(walk).await?,
        Door::Dictate => match dictate::panel(walk).await? {
            Some(panel) => panel,
            None => sentence(walk, &idea, None),
        },
        Door::Complete => complete::panel(walk, None).await?,
    }))
}

/// The revision this form is about, when the note was begun: a form sent again on
/// poor wifi asks for the same thing.
fn base(walk: &Walk) -> Markup {
    html! {
        @if let Some(note) = &walk.note { input type="hidden" name="base" value=(note.revision); }
    }
}

fn sentence(walk: &Walk, idea: &str, notice: Option<&str>) -> Panel {
    let voice = &walk.visitor.voice;
    let label = voice.say("idea-label");
    let help = voice.say("idea-help");
    let line = Line { help: Some(&help), notice, focus: true, ..Line::new("idea", &label, idea) };
    let content = html! {
        form novalidate method="post" action=(walk.address(Step::Idea)) data-replaces {
            (field::key(&walk.visitor))
            (base(walk))
            (line.show())
            div.starters data-fill="idea" hidden {
                @for at in 1..=4 {
                    button type="button" { (voice.say(&format!("idea-starter-{at}"))) }
                }
            }
            button.primary type="submit" { (voice.say("path-continue")) }
        }
    };
    let mut panel = Panel::new(voice.say("idea-title"), content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    panel
}

/// Whether the text of a form is Markdown, and no plain text to be made so: a script says it
/// once it has pasted some.
pub(super) fn is_markdown(form: &Form) -> bool {
    form.get("markdown") == "1"
}

/// The same step again with the text there is by now (and whether it is Markdown), once
/// something was brought; `notice` says why when it could not be taken.
pub(super) async fn brought(walk: Walk, text: (&str, bool), notice: Option<&str>) -> Answer {
    let mut panel = paste(&walk, text, None, notice).await?;
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(walk.page(Step::Idea, panel))
}

async fn paste(
    walk: &Walk,
    (text, is_markdown): (&str, bool),
    notice: Option<&str>,
    brought: Option<&str>,
) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let content = html! {
        (field::notice("text", notice))
        (field::notice("photo", brought))
        (upload::photos(walk).await?)
        form novalidate method="post" action=(walk.address(Step::Idea)) data-photo data-replaces {
            (field::key(&walk.visitor))
            (base(walk))
            @if is_markdown { input type="hidden" name="markdown" value="1"; }
            (field::area_in_focus("text", &voice.say("paste-label"), Some(&voice.say("paste-help")), text, 10))
            button.primary type="submit" { (voice.say("path-continue")) }
            @if !dictate::writes_for_another(walk) { (upload::fields(walk, brought.is_some())) }
        }
    };
    let mut panel = Panel::new(voice.say("paste-title"), content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(panel)
}

async fn observe(walk: &Walk) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    let newest = note::newest(&app.db, walk.person().as_str(), 20).await?;
    let by_others = |note: &&Note| note.writer != *walk.person();
    let notes: Vec<_> = newest.iter().filter(by_others).take(FEW).collect();
    let content = html! {
        p.lead { (voice.count("observe-lead", i64::try_from(notes.len()).unwrap_or(0))) }
        div.cards { @for note in &notes { (card::note(voice, note, card::Under::Title)) } }
        @if !notes.is_empty() { (to_thanks(walk)) }
        p { a href=(walk.address(Step::Door)) { (voice.say("observe-write")) } }
    };
    Ok(Panel::new(voice.say("observe-title"), content))
}

fn to_thanks(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    html! { p { a.button.primary href=(walk.address(Step::Thank)) { (voice.say("observe-thank")) } } }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    match door_of(&walk) {
        Door::Complete | Door::Dictate if form.broken => {
            Err(Problem::Refused("form-broken".to_owned()))
        }
        Door::Transpose => bring_in(walk, form).await,
        Door::Complete => complete::act(walk, form).await,
        Door::Dictate if form.maybe("scribe").is_some() => dictate::act(walk, form).await,
        Door::Tell | Door::Capture | Door::Observe | Door::Dictate => begin(walk, form).await,
    }
}

async fn begin(walk: Walk, form: &Form) -> Answer {
    let idea = form.get("idea").to_owned();
    if let Some(key) = (form.broken).then_some("form-broken") {
        let notice = walk.visitor.voice.say(key);
        let mut panel = sentence(&walk, &idea, Some(&notice));
        panel.status = StatusCode::BAD_REQUEST;
        return Ok(walk.page(Step::Idea, panel));
    }
    let begun = begun_by(&walk, form);
    let kept = walk.note.as_ref().filter(|note| note.note.as_str() != begun);
    let (_, body, seen) = match kept {
        Some(note) => being_written(&walk, note).await?,
        None => (String::new(), String::new(), None),
    };
    let words = Words { title: idea.clone(), body, summary: String::new() };
    let is_begun = is_only_begun(&walk.visitor.voice, &idea, "idea", 4);
    let key = if idea.trim().is_empty() {
        Some("idea-blank")
    } else {
        is_begun.then_some("idea-only-begun")
    };
    if let Some(key) = key {
        let notice = walk.visitor.voice.say(key);
        let panel = sentence(&walk, &idea, Some(&notice));
        return Ok(walk.page(Step::Idea, panel));
    }
    match keep(&walk, form, &words, seen).await {
        Ok(()) => Ok(go(&walk.after(Step::Idea))),
        Err(Failure::Words("title", TextError::Blank) | Failure::Refused(app::notes::EMPTY)) => {
            let notice = walk.visitor.voice.say("idea-blank");
            let panel = sentence(&walk, &idea, Some(&notice));
            Ok(walk.page(Step::Idea, panel))
        }
        Err(Failure::Words("title", TextError::TooLong)) => {
            let notice = walk.visitor.voice.say("idea-long");
            let panel = sentence(&walk, &idea, Some(&notice));
            Ok(walk.page(Step::Idea, panel))
        }
        Err(error) => Err(error.into()),
    }
}

async fn bring_in(walk: Walk, form: &Form) -> Answer {
    let text = form.get("text").to_owned();
    let refuse = async |walk: Walk, key: &str, status: StatusCode| {
        let notice = walk.visitor.voice.say(key);
        let mut panel = paste(&walk, (&text, is_markdown(form)), Some(&notice), None).await?;
        panel.status = status;
        Ok(walk.page(Step::Idea, panel))
    };
    if form.broken {
        return refuse(walk, "form-broken", StatusCode::BAD_REQUEST).await;
    }
    // A file was chosen, and not brought: its name alone came.
    if !form.get("photo").trim().is_empty() {
        let notice = walk.visitor.voice.say("matter-not-brought");
        return brought(walk, (&text, is_markdown(form)), Some(&notice)).await;
    }
    if text.trim().is_empty() {
        return refuse(walk, "paste-blank", StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let read = if is_markdown(form) { bring::as_it_is } else { bring::transpose };
    let brought = read(&text);
    let words = Words { title: brought.title, body: brought.body.clone(), summary: String::new() };
    match keep(&walk, form, &words, None).await {
        Ok(()) if bring::furniture(&brought.body).is_empty() => Ok(go(&walk.after(Step::Idea))),
        Ok(()) => Ok(go(&address::clean_up(&walk.workshop.code))),
        Err(Failure::Words("body", _)) => {
            refuse(walk, "body-too-long", StatusCode::PAYLOAD_TOO_LARGE).await
        }
        Err(Failure::Refused(app::notes::EMPTY) | Failure::Words("title", _)) => {
            refuse(walk, "paste-blank", StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The title and the text as they are being written in the draft, saved or not, and when
/// they were kept if they are not: what another step changes must not undo them.
pub(super) async fn being_written(
    walk: &Walk,
    note: &Note,
) -> Result<(String, String, Option<i64>), Problem> {
    let app = &walk.visitor.site.app;
    let unsaved = app.notes().unsaved(&note.note, walk.person().as_str()).await?;
    Ok(match unsaved {
        Some(unsaved) => (unsaved.title, unsaved.body, Some(unsaved.saved_at)),
        None => (note.title.clone(), note.body.clone(), Some(0)),
    })
}

/// The id of the note this very form begins, so that a form sent again on poor
/// wifi is known for what it is.
fn begun_by(walk: &Walk, form: &Form) -> String {
    walk.visitor.site.app.derived_id("note", walk.person().as_str(), &form.command_id())
}

/// Begins the note, or changes the one that was begun; `seen` says which unsaved words went
/// into `words`.
async fn keep(walk: &Walk, form: &Form, words: &Words, seen: Option<i64>) -> Result<(), Failure> {
    let app = &walk.visitor.site.app;
    let key = form.command_id();
    let begun = begun_by(walk, form);
    match walk.note.as_ref().filter(|note| note.note.as_str() != begun) {
        None => {
            let place = (&walk.workshop.workshop, door_of(walk));
            app.notes().draft(walk.person(), Some(place), words, key).await?;
        }
        Some(note) => {
            let standing = app.standing(&walk.visitor.viewer, note).await?;
            let base = form.number("base").unwrap_or(note.revision);
            let sent = kept::sendings(form);
            app.notes()
                .revise_from((note, standing), walk.person(), (base, &sent), words, key)
                .await?;
            let words = (words.title.as_str(), words.body.as_str());
            app.notes().forget_unsaved(&note.note, walk.person(), seen, words).await?;
        }
    }
    Ok(())
}
