//! `…/fichiers`: what goes with a note, a meeting or a workshop, and the form that adds to it.

use app::Failure;
use app::files::keep::Brought;
use app::files::{self as kept, MOST_OF_ONE};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::files::file::File;

use super::fields::Words;
use super::rights::Lists;
use super::{SIDE, about, body, home_of, list_of, room, why};
use crate::shell::form::{Form, Uploads};
use crate::shell::layout::Page;
use crate::shell::limits::Counted;
use crate::shell::page::Answer;
use crate::shell::parts::field;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::said::{Said, go_saying_at};
use crate::shell::problem::Problem;
use crate::shell::voice::Voice;

/// The page.
pub async fn show(lists: Lists) -> Answer {
    page(&lists, &Words::default(), None).await
}

/// `refused`: the key of why one could not be taken.
async fn page(lists: &Lists, said: &Words, refused: Option<(&str, StatusCode)>) -> Answer {
    let Lists { visitor, of, standing } = lists;
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let files = app.files_seen(&visitor.viewer, of, *standing).await?;
    let (home, name) = home_of(of, *standing);
    let title = voice.say("files-title");
    let is_full = files.len() >= usize::try_from(MOST_OF_ONE).unwrap_or(usize::MAX);
    let left = match visitor.viewer.person().filter(|_| standing.adds) {
        Some(person) => Some(app.files().room(person).await?),
        None => None,
    };
    let content = html! {
        p.over { a href=(home) { (voice.say(name)) } }
        h1 { (title) }
        @if files.is_empty() { p.empty { (voice.say("files-none")) } }
        div.files {
            @for file in &files { (card(voice, file, standing.keeps || visitor.viewer.person() == Some(&file.person))) }
        }
        @if is_full && standing.adds { p.notice { (why(voice, kept::MANY)) } }
        @if let Some(left) = left.filter(|_| !is_full) {
            (adding(lists, said, refused.map(|(key, _)| key)))
            (room(voice, left))
        }
    };
    let status = refused.map_or(StatusCode::OK, |(_, status)| status);
    Ok(Page::new(title, content).status(status).show(visitor))
}

/// One of them.
fn card(voice: &Voice, file: &File, keeps: bool) -> Markup {
    html! {
        figure #{ "f-" (file.file) } {
            (body(voice, file, SIDE))
            figcaption {
                @if file.is_put_away() { p.notice { (voice.say(why_away(file))) } }
                @if !file.description.is_empty() { p dir="auto" { (file.description) } }
                (about(voice, file, if keeps && file.description.is_empty() { "file-describe" } else { "file-about" }))
            }
        }
    }
}

/// Why others do not see it.
pub(super) fn why_away(file: &File) -> &'static str {
    if file.objections > 0 { "file-objected" } else { "file-unasked" }
}

fn adding(lists: &Lists, said: &Words, refused: Option<&str>) -> Markup {
    let Lists { visitor, of, .. } = lists;
    let voice = &visitor.voice;
    let of_words = refused == Some(kept::LONG);
    let say = |key: &str| why(voice, key);
    html! {
        form.panel #ajout novalidate method="post" action=(list_of(of)) enctype="multipart/form-data" data-photo="1600" {
            h2 { (voice.say("file-add")) }
            (field::key(visitor))
            div.field {
                label for="file" { (voice.say("file-choose")) }
                p.help #file-help { (voice.say("file-choose-help")) }
                (field::notice("file", refused.filter(|_| !of_words).map(say).as_deref()))
                input #file type="file" name="file" accept="image/jpeg,image/png,image/webp,image/gif,application/pdf,.pdf,audio/*"
                    aria-describedby={ "file-help" @if refused.is_some() && !of_words { " file-notice" } }
                    aria-invalid=[(refused.is_some() && !of_words).then_some("true")];
            }
            (said.show(voice, refused.filter(|_| of_words).map(say).as_deref()))
            button.primary type="submit" { (icon::draw(Icon::Add)) (voice.say("file-add-button")) }
        }
    }
}

/// `POST …/fichiers`: adds one; what could not be taken is shown again with what was said of it.
pub async fn add(lists: Lists, form: Form, files: Uploads) -> Answer {
    let Lists { visitor, of, standing } = &lists;
    if !standing.adds {
        return Err(Problem::NotFound);
    }
    let (app, by) = (&visitor.site.app, visitor.person()?);
    let said = Words::from(&form);
    let refused = async |key: &str, status| page(&lists, &said, Some((key, status))).await;
    let Some(file) = files.get("file") else {
        return refused(kept::EMPTY, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if !visitor.site.limits.allow(Counted::File, by.as_str()) {
        return refused("file-too-many", StatusCode::TOO_MANY_REQUESTS).await;
    }
    let brought = Brought {
        name: file.called.clone(),
        bytes: file.bytes.clone(),
        description: said.description.clone(),
        faces: said.faces,
    };
    match app.files().add_file(of, by, brought, form.command_id()).await {
        Ok(id) => Ok(go_saying_at(&list_of(of), Said::FileAdded, &format!("f-{id}"))),
        Err(Failure::Refused(key)) => {
            let status = match key {
                kept::TOO_LARGE | kept::TOO_MANY_PIXELS => StatusCode::PAYLOAD_TOO_LARGE,
                kept::OTHER_KIND | kept::OTHER_PICTURE | kept::FILM => {
                    StatusCode::UNSUPPORTED_MEDIA_TYPE
                }
                kept::STORE_AWAY => StatusCode::SERVICE_UNAVAILABLE,
                kept::COMMONS_FULL => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            refused(key, status).await
        }
        // A browser does not send a file twice by itself: the form asks for it again.
        Err(Failure::Busy) => refused("file-busy", StatusCode::SERVICE_UNAVAILABLE).await,
        Err(failure) => Err(failure.into()),
    }
}
