//! The cost of an append in a long log beside a short one, in turns.

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::{CommandId, Envelope};
use domain::core::ids::PersonId;
use domain::people::person::{Command, Person};
use migrations::Db;

use crate::data;
use crate::measure::{Outcome, ROUNDS, compare, per_second};
use crate::place::{Engine, Place};
use crate::report::Report;

/// A short log.
const SHORT: i64 = 10_000;

/// A long one; `SILLAGE_BENCH_LENGTH` gives another length.
fn length() -> i64 {
    let asked = std::env::var("SILLAGE_BENCH_LENGTH").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(10_000_000)
}

/// Every measure of this kind.
pub async fn all(place: &Place<'_>, report: &mut Report) -> Outcome<()> {
    let (mut logs, mut addresses) = (vec![], vec![]);
    let long = length();
    for length in [SHORT, long] {
        let (name, address) = place.fresh().await?;
        let settings = place.settings(&address);
        drop(App::open_with(&settings, Clock::default(), vec![]).await?);
        data::fill(&Db::open(&address).await?, length, 20_000).await?;
        if place.engine == Engine::Postgres {
            place.cluster.tool(
                "psql",
                &name,
                &["-qc", "vacuum analyze events", "-c", "checkpoint"],
            )?;
        }
        logs.push(App::open_with(&settings, Clock::default(), vec![]).await?);
        addresses.push(address);
    }
    let mut pairs = vec![];
    for _ in 0..ROUNDS {
        let short = spent(&logs[0]).await;
        pairs.push((spent(&logs[1]).await, short));
    }
    let what = format!("time for an append, 32 callers, {long} events in the log; {SHORT}");
    let name = format!("9.{} long log", place.engine.word());
    report.add(&name, "≤ 1.1", "µs", compare(&pairs), &what)?;
    drop(logs);
    for address in &addresses {
        place.erase(address);
    }
    Ok(())
}

/// Microseconds an append.
async fn spent(app: &App) -> f64 {
    let app = app.clone();
    let speed = per_second(32, move |_| {
        let app = app.clone();
        async move {
            let person: PersonId = CommandId::fresh().as_str().parse().expect("an id");
            let envelope = Envelope::from(&person, CommandId::fresh());
            let command = Command::Arrive { person: person.clone() };
            app.record::<Person>(person.as_str(), command, envelope).await.expect("it is written");
        }
    });
    1_000_000.0 / speed.await
}
