//! Durable acts: ours beside the frameworks as they come, beside `pgbench`, and one
//! gesture beside two bare commits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::{CommandId, Envelope};
use cqrs_es::CqrsFramework;
use cqrs_es::persist::{PersistedEventRepository, PersistedEventStore};
use domain::core::ids::{NoteId, ReaderId};
use domain::notes::reading::{Command, ReaderKind, Reading};
use migrations::{Db, values};
use postgres_es::{PostgresEventRepository, default_postgress_pool};
use sqlite_es::SqliteEventRepository;

use crate::data;
use crate::measure::{Outcome, ROUNDS, compare, p95, per_second};
use crate::place::{Engine, Place};
use crate::report::Report;

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A like by someone who never liked anything: a stream of its own.
fn like() -> (String, ReaderId, Command) {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let note: NoteId = format!("note{}", number % 1000).parse().expect("an id");
    let reader: ReaderId = format!("reader{number}").parse().expect("an id");
    let stream = format!("{note}.{reader}");
    (stream, reader.clone(), Command::Like { note, reader, kind: ReaderKind::Device })
}

async fn ours(app: &App) {
    let (stream, reader, command) = like();
    let envelope = Envelope::from_reader(&reader, CommandId::fresh());
    app.record::<Reading>(&stream, command, envelope).await.expect("it is written");
}

type Stock<R> = Arc<CqrsFramework<Reading, PersistedEventStore<R, Reading>>>;

async fn theirs<R: PersistedEventRepository + 'static>(stock: &Stock<R>) {
    let (stream, _, command) = like();
    stock.execute(&stream, command).await.expect("it is written");
}

fn stock<R: PersistedEventRepository>(repository: R) -> Stock<R> {
    let store = PersistedEventStore::new_event_store(repository);
    Arc::new(CqrsFramework::new(store, vec![], ()))
}

/// The table of the frameworks, as their documentation gives it.
const TABLE: &str = "create table events (aggregate_type text not null, aggregate_id text not null,
    sequence bigint check (sequence >= 0) not null, event_type text not null,
    event_version text not null, payload json not null, metadata json not null,
    primary key (aggregate_type, aggregate_id, sequence))";

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    // Without projections: the frameworks have none either.
    let (_, address) = place.fresh().await?;
    let app = App::open_with(&place.settings(&address), Clock::default(), vec![]).await?;
    let (name, other) = place.fresh().await?;
    match place.engine {
        Engine::Postgres => {
            let db = Db::open(&other).await?;
            db.exec(TABLE, &[]).await?;
            let pool = default_postgress_pool(&other).await;
            let stock = stock(PostgresEventRepository::new(pool));
            beside(&app, &stock, place, report).await?;
            beside_pgbench(&app, place, &name, report).await?;
        }
        Engine::Sqlite => {
            let options: sqlx::sqlite::SqliteConnectOptions =
                format!("sqlite://{other}").parse()?;
            let options = options
                .create_if_missing(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10));
            let pool = sqlx::sqlite::SqlitePoolOptions::new().connect_with(options).await?;
            let text = TABLE.replace("json", "text").replace("bigint", "integer");
            sqlx::raw_sql(&text).execute(&pool).await?;
            beside(&app, &stock(SqliteEventRepository::new(pool)), place, report).await?;
        }
    }
    place.erase(&other);
    place.erase(&address);
    one_gesture(place, report).await
}

async fn beside<R: PersistedEventRepository + 'static>(
    app: &App,
    stock: &Stock<R>,
    place: &Place<'_>,
    report: &mut Report,
) -> Outcome<()> {
    let engine = place.engine.word();
    let mine = |callers| {
        let app = app.clone();
        per_second(callers, move |_| {
            let app = app.clone();
            async move { ours(&app).await }
        })
    };
    let other = |callers| {
        let stock = stock.clone();
        per_second(callers, move |_| {
            let stock = stock.clone();
            async move { theirs(&stock).await }
        })
    };
    // Where the framework is at its best.
    let mut best = (1, 0.0);
    for callers in [1, 8, 32] {
        let speed = other(callers).await;
        best = if speed > best.1 { (callers, speed) } else { best };
    }
    let (mut at_32, mut at_256) = (vec![], vec![]);
    for _ in 0..ROUNDS {
        at_32.push((mine(32).await, other(if engine == "SQLite" { best.0 } else { 32 }).await));
        at_256.push((mine(256).await, other(best.0).await));
    }
    let (least, most, crate_name) = match place.engine {
        Engine::Postgres => ("≥ 5", "≥ 12", "postgres-es"),
        Engine::Sqlite => ("≥ 12", "≥ 20", "sqlite-es"),
    };
    let what = format!("durable likes, 32 callers; stock {crate_name} `execute`");
    report.add(&format!("1.{engine} 32 callers"), least, "/s", compare(&at_32), &what)?;
    let what =
        format!("durable likes, 256 callers; stock {crate_name} at its best ({} callers)", best.0);
    report.add(&format!("1.{engine} 256 callers"), most, "/s", compare(&at_256), &what)
}

async fn beside_pgbench(
    app: &App,
    place: &Place<'_>,
    database: &str,
    report: &mut Report,
) -> Outcome<()> {
    let table =
        "create table log_like (position bigserial primary key, aggregate_type text not null,
        aggregate_id text not null, sequence bigint not null check (sequence > 0),
        event_type text not null, event_version text not null, payload json not null,
        metadata json not null, recorded_at bigint not null,
        unique (aggregate_type, aggregate_id, sequence))";
    let url = place.cluster.url(database);
    Db::open(&url).await?.exec(table, &[]).await?;
    let insert = "insert into log_like (aggregate_type, aggregate_id, sequence, event_type,
        event_version, payload, metadata, recorded_at) values ('reading',
        'note1.' || gen_random_uuid(), 1, 'Liked', '1',
        '{\"Liked\":{\"note\":\"note1\",\"reader\":\"reader1\",\"kind\":\"Device\"}}',
        '{\"actor\":\"reader1\",\"command_id\":\"0\",\"correlation\":\"0\",\"occurred_at\":\"0\"}', 0);";
    let file = place.cluster.file("insert.sql", &insert.replace('\n', " "))?;
    let pgbench = |clients: u32| -> Outcome<f64> {
        let clients = clients.to_string();
        let args = ["-n", "-M", "prepared", "-c", &clients, "-j", "2", "-T", "2", "-f", &file];
        let told = place.cluster.tool("pgbench", database, &args)?;
        let line = told.lines().find(|line| line.starts_with("tps = ")).ok_or("no tps")?;
        Ok(line.split_whitespace().nth(2).ok_or("no tps")?.parse()?)
    };
    let mut best = (8, 0.0);
    for clients in [8, 32, 64] {
        let speed = pgbench(clients)?;
        best = if speed > best.1 { (clients, speed) } else { best };
    }
    let mut pairs = vec![];
    for _ in 0..ROUNDS {
        let app = app.clone();
        let mine = per_second(256, move |_| {
            let app = app.clone();
            async move { ours(&app).await }
        });
        pairs.push((mine.await, pgbench(best.0)?));
    }
    let what = format!(
        "durable likes, 256 callers; pgbench single-row commits at its best ({} clients)",
        best.0
    );
    report.add("2.PostgreSQL beside pgbench", "≥ 2", "/s", compare(&pairs), &what)
}

/// A note published, from the command to the tables that show it, p95.
async fn one_gesture(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (_, address) = place.fresh().await?;
    let app = App::open(&place.settings(&address), Clock::default()).await?;
    let marie = data::facilitator(&app).await?;
    let workshop = data::workshop(&app, &marie).await?;
    let db = Db::open(&address).await?;
    db.exec(
        "create table bare (one {i64} not null primary key, n {i64} not null) {strict}"
            .replace("{i64}", "bigint")
            .replace("{strict}", "")
            .as_str(),
        &[],
    )
    .await?;
    db.exec("insert into bare (one, n) values (1, 0)", &[]).await?;
    let mut pairs = vec![];
    for round in 0..ROUNDS {
        let (mut mine, mut bare) = (vec![], vec![]);
        for number in 0..120 {
            let note =
                data::note(&app, &marie, &workshop, &format!("Note {round}.{number}")).await?;
            let begun = Instant::now();
            data::publish(&app, &marie, &note).await?;
            mine.push(begun.elapsed());
            let begun = Instant::now();
            for _ in 0..2 {
                db.exec("update bare set n = n + $1 where one = 1", values![1]).await?;
            }
            bare.push(begun.elapsed());
        }
        pairs.push((p95(&mut mine), p95(&mut bare)));
    }
    let what = "a note published, from the command to the tables, p95; two bare commits, p95";
    report.add(
        &format!("6.{} one gesture", place.engine.word()),
        "≤ 3",
        "ms",
        compare(&pairs),
        what,
    )?;
    place.erase(&address);
    Ok(())
}
