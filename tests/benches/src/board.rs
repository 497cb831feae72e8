//! One board, a hundred people voting at once: ours beside `execute` and retry.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::{CommandId, Envelope};
use cqrs_es::event_sink::EventSink;
use cqrs_es::persist::{PersistedEventRepository, PersistedEventStore};
use cqrs_es::{Aggregate, CqrsFramework, DomainEvent};
use domain::core::ids::PersonId;
use domain::notes::reading::Error as NoError;
use migrations::Db;
use postgres_es::{PostgresEventRepository, default_postgress_pool};
use serde::{Deserialize, Serialize};
use sqlite_es::SqliteEventRepository;

use crate::measure::{Outcome, ROUNDS, compare, per_second};
use crate::place::{Engine, Place};
use crate::report::Report;

/// A board where everyone votes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Board {
    votes: u64,
}

#[derive(Clone, Debug)]
struct Vote;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Event {
    Voted,
}

impl DomainEvent for Event {
    fn event_type(&self) -> String {
        "Voted".to_owned()
    }
    fn event_version(&self) -> String {
        "1".to_owned()
    }
}

impl Aggregate for Board {
    const TYPE: &'static str = "board";
    type Command = Vote;
    type Event = Event;
    // Refuses nothing, and what it refuses must be a refusal of Sillage.
    type Error = NoError;
    type Services = ();

    async fn handle(&mut self, _: Vote, (): &(), sink: &EventSink<Self>) -> Result<(), NoError> {
        sink.write(Event::Voted, self).await;
        Ok(())
    }

    fn apply(&mut self, event: Event) {
        match event {
            Event::Voted => self.votes += 1,
        }
    }
}

impl domain::core::event_sourced::Stream for Board {
    const SNAPSHOT: Option<i64> = Some(1);
}

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (_, address) = place.fresh().await?;
    let app = App::open_with(&place.settings(&address), Clock::default(), vec![]).await?;
    let (_, other) = place.fresh().await?;
    let table = "create table events (aggregate_type text not null, aggregate_id text not null,
        sequence bigint check (sequence >= 0) not null, event_type text not null,
        event_version text not null, payload json not null, metadata json not null,
        primary key (aggregate_type, aggregate_id, sequence))";
    match place.engine {
        Engine::Postgres => {
            Db::open(&other).await?.exec(table, &[]).await?;
            let pool = default_postgress_pool(&other).await;
            beside(&app, PostgresEventRepository::new(pool), place, report).await?;
        }
        Engine::Sqlite => {
            let options: sqlx::sqlite::SqliteConnectOptions =
                format!("sqlite://{other}").parse()?;
            let options = options
                .create_if_missing(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .busy_timeout(std::time::Duration::from_secs(10));
            let pool = sqlx::sqlite::SqlitePoolOptions::new().connect_with(options).await?;
            let text = table.replace("json", "text").replace("bigint", "integer");
            sqlx::raw_sql(&text).execute(&pool).await?;
            beside(&app, SqliteEventRepository::new(pool), place, report).await?;
        }
    }
    place.erase(&other);
    place.erase(&address);
    Ok(())
}

async fn beside<R: PersistedEventRepository + 'static>(
    app: &App,
    repository: R,
    place: &Place<'_>,
    report: &mut Report,
) -> Outcome<()> {
    let store = PersistedEventStore::<_, Board>::new_event_store(repository);
    let stock = Arc::new(CqrsFramework::new(store, vec![], ()));
    let mut pairs = vec![];
    for round in 0..ROUNDS {
        let board = format!("board{round}");
        let (app, id) = (app.clone(), board.clone());
        let mine = per_second(100, move |caller| {
            let (app, id) = (app.clone(), id.clone());
            async move {
                let person: PersonId = format!("p{caller}").parse().expect("an id");
                let envelope = Envelope::from(&person, CommandId::fresh());
                app.record::<Board>(&id, Vote, envelope).await.expect("it is written");
            }
        });
        let mine = mine.await;
        let stock = stock.clone();
        let done = Arc::new(AtomicU64::new(0));
        let seen = done.clone();
        let begun = std::time::Instant::now();
        per_second(100, move |_| {
            let (stock, board, done) = (stock.clone(), board.clone(), seen.clone());
            async move {
                // One try; a conflict is tried again by the next turn.
                if stock.execute(&board, Vote).await.is_ok() {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        })
        .await;
        #[expect(clippy::cast_precision_loss, reason = "a count of a few thousands")]
        let theirs = done.load(Ordering::Relaxed) as f64 / begun.elapsed().as_secs_f64();
        pairs.push((mine, theirs));
    }
    let what = "votes on one board, 100 callers; stock `execute` and retry";
    let name = format!("3.{} one board", place.engine.word());
    report.add(&name, "≥ 100", "/s", compare(&pairs), what)
}
