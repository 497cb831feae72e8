//! A million events told again: one counting projection, then all of them, beside the
//! fastest way there is to read the same rows.

use std::time::Instant;

use app::App;
use app::engine::clock::Clock;
use async_trait::async_trait;
use domain::core::registry::Fact;
use domain::notes::reading::Event;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx};
use projections::core::declare::About;
use projections::{Projection, Recorded};

use crate::measure::{Compared, Outcome, ROUNDS, compare};
use crate::place::{Engine, Place};
use crate::report::Report;
use crate::{data, memory};

/// How many events.
pub const EVENTS: i64 = 1_000_000;

/// How many notes they are about.
pub const NOTES: i64 = 20_000;

/// Readings of each note.
pub struct Counts;

#[async_trait]
impl Projection for Counts {
    fn about(&self) -> About {
        About {
            name: "counts",
            version: 1,
            readable: &[],
            tables: &["p_counts"],
            schema: "create table p_counts (note text not null primary key, n {i64} not null) {strict};",
            subscribes_to: &["reading"],
        }
    }
    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut counts: std::collections::HashMap<&str, i64> = std::collections::HashMap::new();
        for recorded in batch {
            if let Fact::Reading(Event::Opened { note, .. }) = &recorded.fact {
                *counts.entry(note.as_str()).or_default() += 1;
            }
        }
        let sql = "insert into p_counts (note, n) {rows}
            on conflict (note) do update set n = p_counts.n + excluded.n";
        let rows = counts.into_iter().map(|(note, n)| vec![note.into(), n.into()]);
        tx.many(sql, &[Kind::Text, Kind::Int], rows.collect()).await
    }
}

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (name, address) = place.fresh().await?;
    let settings = place.settings(&address);
    // Makes the tables; nothing is told yet.
    drop(App::open_with(&settings, Clock::default(), vec![]).await?);
    let db = Db::open(&address).await?;
    data::fill(&db, EVENTS, NOTES).await?;
    if place.engine == Engine::Postgres {
        place.cluster.tool("psql", &name, &["-qc", "vacuum analyze events"])?;
    }
    let one = App::open_with(&settings, Clock::default(), vec![Box::new(Counts)]).await?;
    let engine = place.engine.word();
    let (least, other) = match place.engine {
        Engine::Postgres => ("≥ 1", "`COPY events TO STDOUT`"),
        Engine::Sqlite => ("≥ 0.7", "a plain scan by rusqlite of the same rows"),
    };
    let mut pairs = vec![];
    for _ in 0..ROUNDS {
        pairs.push((rebuilt(&one).await?, read(place, &name, &address)?));
    }
    drop(one);
    let what = format!("one counting projection, 1 M events, events/s; {other}");
    report.add(&format!("7.{engine} one projection"), least, "/s", compare(&pairs), &what)?;

    let all = App::open(&settings, Clock::default()).await?;
    let mut pairs = vec![];
    for _ in 0..ROUNDS {
        pairs.push((rebuilt(&all).await?, read(place, &name, &address)?));
    }
    drop(all);
    let what = format!("all projections together, 1 M events, events/s; {other}");
    report.add(&format!("7.{engine} all projections"), "≥ 0.25", "/s", compare(&pairs), &what)?;

    let (before, most) = memory::of(&address)?;
    let told = Compared { ours: most, theirs: before, ratio: most - before };
    let what = "resident memory of a process while it rebuilds 1 M events, at most; before (the ratio column is the difference, in MiB)";
    report.add(&format!("8.{engine} memory"), "≤ 64", "MiB", told, what)?;
    place.erase(&address);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a million")]
async fn rebuilt(app: &App) -> Outcome<f64> {
    let begun = Instant::now();
    app.projector.rebuild(&mut |_, _, _| {}).await?;
    Ok(EVENTS as f64 / begun.elapsed().as_secs_f64())
}

#[expect(clippy::cast_precision_loss, reason = "a million")]
fn read(place: &Place<'_>, name: &str, address: &str) -> Outcome<f64> {
    let begun = Instant::now();
    match place.engine {
        Engine::Postgres => {
            let copy = "copy events to stdout";
            place.cluster.tool("psql", name, &["-qc", copy, "-o", "/dev/null"])?;
        }
        Engine::Sqlite => {
            let file = rusqlite::Connection::open(address)?;
            let sql = "select position, aggregate_type, aggregate_id, sequence, event_type,
                event_version, payload, metadata, recorded_at from events order by position";
            let mut statement = file.prepare(sql)?;
            let mut rows = statement.query([])?;
            let mut bytes = 0;
            while let Some(row) = rows.next()? {
                for column in 0..9 {
                    bytes += match row.get_ref(column)? {
                        rusqlite::types::ValueRef::Text(text) => text.len(),
                        _ => 8,
                    };
                }
            }
            std::hint::black_box(bytes);
        }
    }
    Ok(EVENTS as f64 / begun.elapsed().as_secs_f64())
}
