//! What the benches fill a commons with.

use app::App;
use app::engine::envelope::CommandId;
use app::notes::Words;
use app::workshops::Plan;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use migrations::value::Kind;
use migrations::{Db, Value, values};
use web::shell::state::Hosting;

use crate::measure::Outcome;

/// A site on this machine, whose pages nobody is refused.
pub fn hosting() -> Hosting {
    Hosting {
        public_url: "http://localhost".to_owned(),
        source_url: String::new(),
        behind_proxy: false,
        metrics_token: None,
        devices: 1000,
        zone: web::shell::hours::Zone::default(),
        fetcher: None,
    }
}

/// Someone who runs workshops.
pub async fn facilitator(app: &App) -> Outcome<PersonId> {
    Ok(app.people().claim_account(None, "Marie", "m@exemple.org", "un sillage sur le lac").await?)
}

/// An open workshop.
pub async fn workshop(app: &App, by: &PersonId) -> Outcome<WorkshopId> {
    let plan = Plan { title: "Atelier".into(), places: 400, ..Plan::default() };
    let id = app.workshops().prepare_workshop(by, &plan, CommandId::fresh()).await?;
    app.workshops().run_workshop(&id, by, Act::Open, CommandId::fresh()).await?;
    Ok(id)
}

/// A draft.
pub async fn note(app: &App, by: &PersonId, workshop: &WorkshopId, title: &str) -> Outcome<NoteId> {
    let body = "Nous avons appris à attendre.\n\nCela se voit dans la salle.".to_owned();
    let words = Words { title: title.to_owned(), body, summary: String::new() };
    Ok(app.notes().draft(by, Some((workshop, Door::Tell)), &words, CommandId::fresh()).await?)
}

/// Lets everyone read it.
pub async fn publish(app: &App, by: &PersonId, note: &NoteId) -> Outcome<()> {
    let found = projections::notes::note::find(&app.db, note).await?.ok_or("the note is there")?;
    app.notes().publish(&found, by, Visibility::Everyone, false, CommandId::fresh()).await?;
    Ok(())
}

const KINDS: [Kind; 9] = [
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Json,
    Kind::Json,
    Kind::Int,
];

const INSERT: &str = "insert into events (position, aggregate_type, aggregate_id, sequence,
    event_type, event_version, payload, metadata, recorded_at) {rows}";

/// Writes `count` events straight into the log: of 100, 2 drafts, 2 publications, 66
/// readings, 26 likes and 4 likes taken back, on `notes` notes.
pub async fn fill(db: &Db, count: i64, notes: i64) -> Outcome<()> {
    let head = db.row("select position from log_head", &[]).await?.map_or(0, |row| row.int(0));
    let mut at = 0;
    while at < count {
        let page = 10_000.min(count - at);
        let (mut events, mut texts) = (vec![], vec![]);
        for number in at..at + page {
            let position = head + number + 1;
            let (kind, id, name, payload) = event(number, notes);
            if name == "Drafted" {
                let body = format!("Texte de la note {number}, avec quelques mots.");
                let title = format!("Note {number}");
                texts.push(vec![
                    format!("c{number}").into(),
                    title.into(),
                    body.into(),
                    "".into(),
                    0.into(),
                ]);
            }
            let metadata = format!(
                "{{\"actor\":\"reader{number}\",\"command_id\":\"{number:032x}\",\"correlation\":\"{number:032x}\",\"occurred_at\":\"1795366800000000\"}}"
            );
            let sequence = if name == "Published" { 2 } else { 1 };
            events.push(vec![
                position.into(),
                kind.into(),
                id.into(),
                sequence.into(),
                name.into(),
                "1".into(),
                payload.into(),
                Value::Text(metadata),
                (1_795_366_800_000_000 + number * 1000).into(),
            ]);
        }
        let mut tx = db.begin().await?;
        tx.exec("update log_head set position = position + $1 where log = 0", values![page])
            .await?;
        tx.many(INSERT, &KINDS, events).await?;
        let text = "insert into content (content_id, title, body, summary, created_at) {rows}
            on conflict (content_id) do nothing";
        let kinds = [Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::Int];
        tx.many(text, &kinds, texts).await?;
        tx.commit().await?;
        at += page;
    }
    Ok(())
}

/// Kind, stream, name and payload of the event `number`.
fn event(number: i64, notes: i64) -> (&'static str, String, &'static str, String) {
    // The notes of the first hundreds are drafted first.
    let (hundred, of) = (number / 100, number % 100);
    let drafted = (hundred * 2 + i64::from(of % 2 == 1)) % notes;
    match of {
        0 | 1 if hundred * 2 < notes => (
            "note",
            format!("n{drafted}"),
            "Drafted",
            format!(
                "{{\"Drafted\":{{\"note\":\"n{drafted}\",\"by\":\"p{}\",\"workshop\":null,\"door\":null,\"content\":{{\"id\":\"c{number}\",\"words\":9,\"bytes\":50,\"commit\":\"{number:x}\"}}}}}}",
                drafted % 500
            ),
        ),
        2 | 3 if hundred * 2 < notes => (
            "note",
            format!("n{}", hundred * 2 + of - 2),
            "Published",
            format!(
                "{{\"Published\":{{\"note\":\"n{}\",\"by\":\"p{}\",\"visibility\":\"Everyone\",\"wall\":false,\"revision\":1}}}}",
                hundred * 2 + of - 2,
                (hundred * 2 + of - 2) % 500
            ),
        ),
        _ => {
            let note = (number * 7919) % (hundred * 2 + 2).min(notes);
            let (stream, reader) = (format!("n{note}.r{number}"), format!("r{number}"));
            let (name, rest) = match of {
                70..96 => ("Liked", ",\"kind\":\"Device\""),
                96..100 => ("Unliked", ""),
                _ => ("Opened", ",\"kind\":\"Device\",\"window\":7,\"first\":true"),
            };
            let payload =
                format!("{{\"{name}\":{{\"note\":\"n{note}\",\"reader\":\"{reader}\"{rest}}}}}");
            ("reading", stream, name, payload)
        }
    }
}
