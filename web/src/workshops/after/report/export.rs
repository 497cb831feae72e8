//! `/ateliers/{id}/bilan.csv` and `.json`: the same figures, veiled in the same way, with
//! what it takes to say later what they meant: the day, the version of the definitions,
//! and the last seal of the log.

use domain::workshops::report::DEFINITIONS;
use domain::workshops::report::figures::{Final, Report};
use domain::workshops::report::veil::{Eyes, Shown};
use poem::http::header;
use poem::{IntoResponse as _, Response};
use projections::workshops::workshop::Workshop;
use serde::Serialize;

use super::{missed, of, say, until};
use crate::shell::page::Answer;
use crate::shell::parts::table::{Cell, Separator, Table};
use crate::shell::problem::Problem;
use crate::shell::voice::Voice;
use crate::workshops::rights::Sees;

/// One figure, as files have it.
#[derive(Serialize)]
struct Figure {
    /// Its name in every language and version.
    measure: String,
    label: String,
    /// The number, when it may be told and is known.
    count: Option<usize>,
    /// The same in words: a number, or what can be said instead.
    value: String,
    /// From which day on it is known, when it is not yet.
    known_from: Option<String>,
}

#[derive(Serialize)]
struct File {
    workshop: String,
    title: String,
    ended_at: String,
    as_of: String,
    /// The same two instants, in microseconds since 1970, UTC.
    #[serde(skip)]
    ended: i64,
    #[serde(skip)]
    at: i64,
    definitions: u32,
    /// `position:hash` of the last seal of the log.
    sealed: Option<String>,
    /// That acts may be missing from the figures, when they may.
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<String>,
    figures: Vec<Figure>,
}

fn figures(voice: &Voice, report: &Report) -> Vec<Figure> {
    let result = |measure: String, label: String, value: Final<Shown>| match value {
        Final::Is(shown) => {
            let value = say(voice, shown);
            Figure { measure, label, count: shown.exact(), value, known_from: None }
        }
        Final::At(at) => {
            let value = voice.fill("report-pending", &[("when", voice.day(at).into())]);
            Figure { measure, label, count: None, value, known_from: Some(voice.zone.date_of(at)) }
        }
    };
    let mut all = Vec::new();
    for row in &report.funnel {
        let word = row.stage.word();
        let label = voice.say(&format!("report-stage-{word}"));
        all.push(result(word.to_owned(), label, Final::Is(row.count)));
    }
    let everyone = Final::Is(report.everyone);
    all.push(result("everyone".to_owned(), voice.say("report-file-everyone"), everyone));
    for (segment, shown) in &report.segments {
        let word = segment.word();
        let label = voice.say(&format!("report-segment-{word}"));
        all.push(result(format!("segment-{word}"), label, Final::Is(*shown)));
    }
    all.push(result("answered-in-a-day".to_owned(), voice.say("report-answered"), report.answered));
    all.push(result("still-published".to_owned(), voice.say("report-still"), report.kept));
    for (which, value) in &report.returns {
        let word = which.word();
        let label = voice.say(&format!("report-{word}"));
        let (back, followed) = match value {
            Final::Is(value) => (Final::Is(value.back), Final::Is(value.followed)),
            Final::At(at) => (Final::At(*at), Final::At(*at)),
        };
        all.push(result(word.to_owned(), label.clone(), back));
        let label = voice.fill("report-file-followed", &[("label", label.into())]);
        all.push(result(format!("{word}-followed"), label, followed));
    }
    all
}

async fn file(Sees { visitor, workshop, .. }: &Sees) -> Result<File, Problem> {
    let Workshop { workshop, title, .. } = workshop.clone();
    let app = &visitor.site.app;
    let zone = visitor.voice.zone;
    let at = until(zone, visitor.query.get("au"), app.clock.now()).ok_or(Problem::NotFound)?;
    let report = of(visitor, &workshop, (at, Eyes::Others)).await?;
    let report = report.ok_or_else(|| Problem::Refused("report-not-ended".to_owned()))?;
    Ok(File {
        workshop: workshop.to_string(),
        title,
        ended_at: zone.machine_time(report.end),
        as_of: zone.machine_time(at),
        ended: report.end,
        at,
        definitions: DEFINITIONS,
        sealed: app.last_seal().await?,
        misses: missed(visitor),
        figures: figures(&visitor.voice, &report),
    })
}

fn answer(kind: &str, name: &str, body: Vec<u8>) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(body)
        .into_response()
}

/// `.json`.
pub async fn as_json(sees: Sees) -> Answer {
    let file = file(&sees).await?;
    let body = serde_json::to_vec_pretty(&file).map_err(|error| {
        tracing::error!(%error, "a report could not be written");
        Problem::Broken
    })?;
    Ok(answer("application/json; charset=utf-8", "bilan.json", body))
}

/// `.csv`, for the spreadsheets of here: UTF-8 with its mark, semicolons, the names of
/// columns in words and then as they stay.
pub async fn as_csv(sees: Sees) -> Answer {
    let file = file(&sees).await?;
    let body = table(&sees.visitor.voice, Separator::from_query(&sees.visitor), &file)?;
    Ok(answer("text/csv; charset=utf-8", "bilan.csv", body))
}

fn table(voice: &Voice, separator: Separator, file: &File) -> Result<Vec<u8>, Problem> {
    let names = ["measure", "label", "count", "value", "known-from"];
    let columns = names.map(|column| voice.say(&format!("report-column-{column}")));
    let mut table = Table::new(voice, separator, &columns)?;
    table.row(&["measure", "label", "count", "value", "known_from"].map(Cell::from))?;
    let number = |count: usize| i64::try_from(count).map_or(Cell::Empty, Cell::Number);
    for figure in &file.figures {
        table.row(&[
            figure.measure.as_str().into(),
            figure.label.as_str().into(),
            figure.count.map_or(Cell::Empty, number),
            figure.value.as_str().into(),
            figure.known_from.as_deref().map_or(Cell::Empty, Cell::from),
        ])?;
    }
    let mut about = vec![
        ("workshop", file.workshop.as_str().into()),
        ("title", file.title.as_str().into()),
        ("ended_at", Cell::Moment(file.ended)),
        ("as_of", Cell::Moment(file.at)),
        ("timezone", voice.zone.name().into()),
        ("definitions", Cell::Number(i64::from(file.definitions))),
        ("sealed", file.sealed.as_deref().map_or(Cell::Empty, Cell::from)),
    ];
    about.extend(file.misses.as_deref().map(|miss| ("misses", miss.into())));
    for (name, value) in about {
        table.row(&[name.into(), Cell::Empty, Cell::Empty, value, Cell::Empty])?;
    }
    table.finish()
}
