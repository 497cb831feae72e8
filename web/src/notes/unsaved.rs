//! `…/brouillon`: keeping what is being written, and putting words a browser kept together
//! with what the note has become.

use app::access::Standing;
use app::engine::blocking::aside;
use app::notes::Words;
use app::notes::unsaved::UNSAVED_MAX;
use domain::prose::merge::merge;
use domain::prose::section::replace;
use poem::IntoResponse as _;
use poem::http::StatusCode;
use projections::notes::note::Note;
use serde_json::{Map, Value};

use super::boxes::{PARTS, body_of, split};
use crate::notes::rights::Revises;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::parts::kept;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// `POST …/brouillon`: keeps what is being written. Answers what the page must show
/// next time (`kept`), so that a script can say "saved" and mean it.
///
/// With `action=reunir` nothing is kept: see `put_together`. With `action=arrive`, 200 when
/// the words sent under `command_id` are in the note already or kept aside, 204 when not.
pub async fn keep(Revises { visitor, person, note, standing, .. }: Revises, form: Form) -> Answer {
    kept::refuse_other(&form, &visitor.mark())?;
    let (title, body) = (form.get("title"), body_of(&visitor, &form));
    if title.len() + body.len() > UNSAVED_MAX {
        return Err(Problem::TooLarge);
    }
    let app = &visitor.site.app;
    match form.get("action") {
        "reunir" => return put_together(&visitor, (&note, standing), &form).await,
        "arrive" => {
            let summary = form.get("summary").to_owned();
            let words = Words { title: title.to_owned(), body, summary };
            let arrived = app.notes().has_arrived(&person, &form.command_id(), &words).await?;
            let status = if arrived { StatusCode::OK } else { StatusCode::NO_CONTENT };
            return Ok(status.into_response());
        }
        _ => {}
    }
    let base = form.number("base").unwrap_or(note.revision);
    let made = app.notes().revision_sent(&person, &kept::sendings(&form)).await?;
    let base = made.unwrap_or(base).max(base);
    let seen = form.number("kept");
    let kept = app.notes().keep_unsaved(&note.note, &person, base, (title, &body), seen).await?;
    // Another page of theirs keeps other words: this one keeps its own on its device.
    let Some(kept) = kept else { return Ok(StatusCode::CONFLICT.into_response()) };
    Ok(kept.to_string().into_response())
}

/// The fields of one line that stand beside a text.
const LINES: [&str; 2] = ["title", "summary"];

/// One of the three texts a browser sends to have them put together.
struct Side {
    form: Form,
    body: String,
}

/// Puts three texts together: what words were written from (fields `avant.…`), what the page
/// shows (fields as they are), and the words (fields `moi.…`). Answers the fields of the page
/// in JSON, with every word of the two last in them; 204 when the page cannot hold them so.
///
/// With `section` (its number from 0), the words are those of one section of revision `base`, and
/// were written from it.
async fn put_together(
    visitor: &Visitor,
    (note, standing): (&Note, Standing),
    form: &Form,
) -> Answer {
    let side = |prefix: &str| {
        let own = form.fields.iter().filter_map(|(name, value)| {
            name.strip_prefix(prefix).map(|name| (name.to_owned(), value.replace("\r\n", "\n")))
        });
        let form = Form::of(own.collect());
        let body = body_of(visitor, &form);
        Side { form, body }
    };
    let (mut before, here, mut mine) = (side("avant."), side(""), side("moi."));
    if let Some(at) = form.number("section").and_then(|at| usize::try_from(at).ok()) {
        let base = form.number("base").unwrap_or(note.revision);
        before.body = visitor.site.app.notes().words_for(note, standing, base).await?.body;
        // A long text takes a while to read.
        let (whole, part) = (before.body.clone(), mine.body);
        let put_back = aside(move || replace(&whole, at, &part)).await?;
        mine.body = put_back.ok_or(Problem::NotFound)?;
    }
    let answer = aside(move || {
        let sides = [&before, &here, &mine];
        let has = |name: &&&str| sides.iter().any(|side| side.form.maybe(name).is_some());
        let lines = LINES.iter().filter(|name| **name == "title" || has(name)).map(|name| {
            let line = |side: &Side| side.form.get(name).to_owned();
            let joined = one_line(&line(&before), &line(&here), &line(&mine));
            ((*name).to_owned(), Value::String(joined))
        });
        (lines.collect::<Map<_, _>>(), bodies(&before, &here, &mine))
    });
    let (mut fields, bodies) = answer.await?;
    match bodies {
        Bodies::Boxes(parts) => {
            fields.extend(
                PARTS.iter().zip(parts).map(|(name, text)| ((*name).to_owned(), text.into())),
            );
        }
        Bodies::Whole(text) if form.maybe("body").is_some() => {
            fields.insert("body".to_owned(), text.into());
        }
        // Boxes are on the page: the text must fit them.
        Bodies::Whole(text) => match split(&text) {
            Some(parts) => fields.extend(
                PARTS.iter().zip(parts).map(|(name, text)| ((*name).to_owned(), text.into())),
            ),
            None => return Ok(StatusCode::NO_CONTENT.into_response()),
        },
    }
    let body = Value::Object(fields).to_string();
    Ok(body.with_content_type("application/json").into_response())
}

/// A text put together: in boxes when all three sides have them.
enum Bodies {
    Boxes(Vec<String>),
    Whole(String),
}

fn bodies(before: &Side, here: &Side, mine: &Side) -> Bodies {
    let is_whole = |side: &&Side| side.form.maybe("body").is_some();
    if [before, here, mine].iter().any(is_whole) {
        return Bodies::Whole(together(&before.body, &here.body, &mine.body));
    }
    let part =
        |name: &&str| together(before.form.get(name), here.form.get(name), mine.form.get(name));
    Bodies::Boxes(PARTS.iter().map(part).collect())
}

/// Two texts written from `before`, with every word of both: where they disagree, one sentence
/// after the other. Whoever wrote them reads it before it is saved.
fn together(before: &str, here: &str, mine: &str) -> String {
    let (first, second) = (here.trim(), mine.trim());
    if before.trim().is_empty() && !first.is_empty() && !second.is_empty() {
        // Paragraph by paragraph, each once: an answer may have been lost on its way.
        let known: Vec<&str> = first.split("\n\n").map(str::trim).collect();
        if second.contains(first) {
            return mine.to_owned();
        }
        let new = second.split("\n\n").filter(|it| !known.contains(&it.trim()));
        return std::iter::once(first).chain(new).collect::<Vec<_>>().join("\n\n");
    }
    merge(before, here, mine).settled(&[])
}

/// The same for what is one line: who changed it has it as they left it, emptied too; where
/// both did, no word is lost.
fn one_line(before: &str, here: &str, mine: &str) -> String {
    let (before, here, mine) = (before.trim(), here.trim(), mine.trim());
    if here == mine || mine == before {
        return here.to_owned();
    }
    if here == before {
        return mine.to_owned();
    }
    [here, mine].iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" / ")
}
