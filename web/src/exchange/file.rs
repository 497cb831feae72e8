//! Everything about oneself as a file: JSON for programs, a page for people. Written as it is sent,
//! a hundred acts at a time: its memory does not grow with what somebody did.

use chrono::{DateTime, SecondsFormat};
use domain::core::ids::PersonId;
use futures_util::stream;
use maud::{DOCTYPE, html};
use migrations::Value;
use poem::http::header;
use poem::{Body, Response};
use projections::core::content::Content;
use serde_json::json;
use tokio::sync::mpsc;

use super::acts::sentence;
use crate::shell::extract::Known;
use crate::shell::limits::Counted;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// How many pieces wait for whoever takes the file away.
const PIECES: usize = 2;

/// The way pieces leave by.
type Out = mpsc::Sender<Result<Vec<u8>, std::io::Error>>;

/// `/moi/donnees/fichier`: for programs.
pub async fn json(Known { visitor, person }: Known) -> Answer {
    send(visitor, person, "application/json", "sillage-mes-donnees.json", Format::Json)
}

/// `/moi/donnees/page`: to be read.
pub async fn page(Known { visitor, person }: Known) -> Answer {
    send(visitor, person, "text/html; charset=utf-8", "sillage-mes-donnees.html", Format::Page)
}

#[derive(Clone, Copy)]
enum Format {
    Json,
    Page,
}

fn send(visitor: Visitor, person: PersonId, kind: &str, name: &str, format: Format) -> Answer {
    if !visitor.site.limits.allow(Counted::OwnData, person.as_str()) {
        return Err(Problem::TooMany);
    }
    let (out, body) = mpsc::channel(PIECES);
    tokio::spawn(async move {
        let result = match format {
            Format::Json => write_json(&visitor, &person, &out).await,
            Format::Page => write_page(&visitor, &person, &out).await,
        };
        if let Err(problem) = result {
            // Whoever takes it sees a file that was cut, never one that seems whole.
            let _ = out.send(Err(std::io::Error::other(format!("{problem:?}")))).await;
        }
    });
    let pieces = stream::unfold(body, |mut body| async move { Some((body.recv().await?, body)) });
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from_bytes_stream(pieces)))
}

async fn put(out: &Out, text: String) -> Result<(), Problem> {
    // Whoever asked may have left.
    out.send(Ok(text.into_bytes())).await.map_err(|_| Problem::NotFound)
}

/// An instant as ISO 8601, UTC.
fn instant(micros: i64) -> String {
    DateTime::from_timestamp_micros(micros)
        .map(|at| at.to_rfc3339_opts(SecondsFormat::Micros, true))
        .unwrap_or_default()
}

fn words(content: &Content) -> serde_json::Value {
    let Content { title, body, summary } = content;
    json!({ "title": title, "body": body, "summary": summary })
}

fn cell(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Int(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Bytes(bytes) => {
            use base64::Engine as _;
            base64::engine::general_purpose::STANDARD.encode(bytes).into()
        }
    }
}

async fn write_json(visitor: &Visitor, person: &PersonId, out: &Out) -> Result<(), Problem> {
    let exchange = visitor.site.app.exchange();
    let mut beside = serde_json::Map::new();
    for held in exchange.held(person).await? {
        let rows = held.rows.iter().map(|row| {
            let named = held.of.shown.iter().zip(row);
            named.map(|(name, value)| ((*name).to_owned(), cell(value))).collect()
        });
        let rows: Vec<serde_json::Map<_, _>> = rows.collect();
        beside.insert(held.of.table.to_owned(), json!(rows));
    }
    let texts = exchange.texts(person).await?;
    let texts: Vec<_> = texts
        .iter()
        .map(|(at, text)| json!({ "at": instant(*at), "words": words(text) }))
        .collect();
    let (head, mut first) = (json!(person), true);
    put(out, format!("{{\"format\":1,\"person\":{head},\"beside_the_log\":")).await?;
    put(out, serde_json::Value::Object(beside).to_string()).await?;
    put(out, format!(",\"texts\":{},\"acts\":[", json!(texts))).await?;
    let mut before = i64::MAX;
    loop {
        let acts = exchange.acts(person, before).await?;
        let mut piece = String::new();
        for act in &acts {
            let line = json!({
                "at": instant(act.at),
                "kind": act.kind,
                "event": act.event,
                "sentence": sentence(&visitor.voice, act),
                "details": act.details,
                "words": act.words.as_ref().map(words),
            });
            piece.push_str(if first { "" } else { "," });
            piece.push_str(&line.to_string());
            first = false;
        }
        put(out, piece).await?;
        match acts.last() {
            Some(last) => before = last.position,
            None => break,
        }
    }
    put(out, "],\"readings\":[".to_owned()).await?;
    let (mut after, mut first) = (String::new(), true);
    loop {
        let (readings, next) = exchange.readings(person, &after).await?;
        let mut piece = String::new();
        for reading in readings {
            let (note, revision) = (reading.note, reading.revision);
            piece.push_str(if first { "" } else { "," });
            let reading = json!({ "note": note, "revision": revision, "at": instant(reading.at) });
            piece.push_str(&reading.to_string());
            first = false;
        }
        put(out, piece).await?;
        let Some(next) = next else { break };
        after = next.to_string();
    }
    put(out, "]}\n".to_owned()).await
}

async fn write_page(visitor: &Visitor, person: &PersonId, out: &Out) -> Result<(), Problem> {
    let exchange = visitor.site.app.exchange();
    let voice: &Voice = &visitor.voice;
    let title = voice.say("own-title");
    let head = html! {
        (DOCTYPE)
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) }
        h1 { (title) }
        @for held in exchange.held(person).await? {
            @let count = i64::try_from(held.rows.len()).unwrap_or(i64::MAX);
            h2 { (voice.count(&format!("own-held-{}", held.of.table.replace('_', "-")), count)) }
            @for row in &held.rows {
                ul { @for (name, value) in held.of.shown.iter().zip(row) {
                    @if let Some(text) = readable(voice, name, value) {
                        li { (voice.say(&format!("own-column-{}", name.replace('_', "-")))) (text) }
                    }
                } }
            }
        }
        h2 { (voice.say("own-acts-title")) }
    };
    put(out, head.into_string()).await?;
    let mut before = i64::MAX;
    loop {
        let acts = exchange.acts(person, before).await?;
        let piece = html! {
            @for act in &acts {
                p { (voice.moment(act.at)) " · " (sentence(voice, act)) }
                @if let Some(said) = &act.words {
                    @for text in [&said.title, &said.body, &said.summary] {
                        @if !text.is_empty() { blockquote { pre { (text) } } }
                    }
                }
            }
        };
        put(out, piece.into_string()).await?;
        match acts.last() {
            Some(last) => before = last.position,
            None => return Ok(()),
        }
    }
}

/// What a column holds, as one says it; nothing for what is empty, or is a picture.
fn readable(voice: &Voice, name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Int(at) if (name.ends_with("_at") || name.ends_with("_to")) && *at > 0 => {
            Some(voice.moment(*at))
        }
        Value::Int(number) => Some(voice.number(*number)),
        Value::Text(text) if !text.is_empty() => Some(text.clone()),
        Value::Real(_) | Value::Null | Value::Bytes(_) | Value::Text(_) => None,
    }
}
