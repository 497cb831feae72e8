//! `POST …/lecture` and `POST …/appreciation`: reading and liking, with an
//! account or without.

use app::access::Viewer;
use app::envelope::{CommandId, Envelope};
use domain::reading::{Command, ReaderKind, Reading};
use poem::http::StatusCode;
use poem::web::Path;
use poem::{IntoResponse as _, handler};

use super::reader;
use crate::form::Form;
use crate::pages::{Answer, go, readable};
use crate::problem::{Problem, plain};
use crate::visitor::Visitor;

/// How long one reading lasts, in microseconds: a page opened twice over one
/// coffee is one reading.
const WINDOW: i64 = 30 * 60 * 1_000_000;

fn kind(viewer: &Viewer) -> ReaderKind {
    match &viewer.someone {
        Some(someone) if someone.account => ReaderKind::Account,
        Some(_) => ReaderKind::Guest,
        None => ReaderKind::Device,
    }
}

/// It was read. A script says so after a while on the page; a button says so too.
#[handler]
pub async fn open(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    let back = form.maybe("retour").is_some();
    // One's own note, and a device nobody vouches for, are not readings.
    let reader = reader(&visitor, &note).await?.filter(|_| !standing.writer && note.is_published());
    if let Some(reader) = reader {
        let app = &visitor.site.app;
        let stream = format!("{}.{reader}", note.note);
        let command = Command::Open {
            note: note.note.clone(),
            reader: reader.clone(),
            kind: kind(&visitor.viewer),
            window: app.clock.now() / WINDOW,
            // A page kept open says which version was before someone's eyes.
            revision: form
                .number("version")
                .filter(|read| (1..=note.revision).contains(read))
                .unwrap_or(note.revision),
        };
        // The reader and the half hour are the key: the page, the button and a
        // retry are one reading.
        let envelope = Envelope::from_reader(&reader, key(&form, "open"));
        // Nobody looks at the figures after a beacon: what counts is that it is kept.
        if back {
            app.execute::<Reading>(&stream, command, envelope).await.map_err(plain)?;
        } else {
            app.record::<Reading>(&stream, command, envelope).await.map_err(plain)?;
        }
    }
    if back {
        return Ok(go(&format!("/notes/{}#figures", note.note)));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// It is liked, or not any more.
#[handler]
pub async fn like(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    let reader = reader(&visitor, &note).await?;
    let Some(reader) = reader.filter(|_| !standing.writer && note.is_published()) else {
        return Err(Problem::Refused("note-cannot-like".to_owned()));
    };
    let stream = format!("{}.{reader}", note.note);
    let (note_id, kind) = (note.note.clone(), kind(&visitor.viewer));
    let command = match form.get("gesture") {
        "unlike" => Command::Unlike { note: note_id, reader: reader.clone() },
        _ => Command::Like { note: note_id, reader: reader.clone(), kind },
    };
    let envelope = Envelope::from_reader(&reader, key(&form, "like"));
    visitor.site.app.execute::<Reading>(&stream, command, envelope).await.map_err(plain)?;
    Ok(go(&format!("/notes/{}#figures", note.note)))
}

fn key(form: &Form, what: &str) -> CommandId {
    form.command_id().then(what)
}
