//! `/notes/{note}/fichiers/{file}/place`: a file of a note, put at the end of its text.

use app::notes::Words;
use app::notes::revise::Saved;
use domain::core::ids::FileId;
use domain::files::file::Of;

use super::coauthors::not_for_another;
use super::write::after;
use crate::files::{is_in_text, mark};
use crate::notes::rights::Revises;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;

/// `POST`: puts it there, unless it is in the text already.
pub async fn place(at: Revises, form: Form) -> Answer {
    let Revises { visitor, person, note, standing, .. } = &at;
    not_for_another(visitor)?;
    let app = &visitor.site.app;
    let id: FileId = visitor.id("file")?;
    let (file, _) = app.file_for(&visitor.viewer, &id).await?.ok_or(Problem::NotFound)?;
    if file.of != Of::Note(note.note.clone()) || file.is_put_away() {
        return Err(Problem::NotFound);
    }
    if is_in_text(&note.body, &file) {
        return Ok(after(note, &Saved::Unchanged));
    }
    let body = format!("{}\n\n{}\n", note.body.trim_end(), mark(&visitor.voice, &file));
    let summary = visitor.voice.say("file-placed");
    let words = Words { title: note.title.clone(), body, summary };
    let key = form.command_id();
    let saved = app.notes().revise(note, *standing, person, note.revision, &words, key).await?;
    Ok(after(note, &saved))
}
