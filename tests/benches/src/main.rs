//! How fast, always beside something else: `bin/bench` runs it and writes
//! `tests/benches/RESULTS.md`. Nothing here is asserted; read the ratios.

mod append;
mod board;
mod commons;
mod data;
mod editing;
mod grow;
mod history;
mod measure;
mod members;
mod memory;
mod pages;
mod place;
mod rebuild;
mod report;
mod texts;
mod weight;

use measure::Outcome;

#[tokio::main]
async fn main() -> Outcome<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let [child, database] = wanted.as_slice()
        && child == "--memory"
    {
        return memory::child(database).await;
    }
    let mut report = report::Report::open();
    let wants =
        |name: &str| wanted.is_empty() || wanted.iter().any(|one| name.contains(one.as_str()));
    if wants("editing") {
        editing::all(&mut report)?;
    }
    if wanted.iter().all(|name| name == "editing") && !wanted.is_empty() {
        return report.write();
    }
    let cluster = place::Postgres::start()?;
    for engine in [place::Engine::Postgres, place::Engine::Sqlite] {
        // `bin/bench pages sqlite`: one part on one engine.
        let engines = ["postgresql", "sqlite"];
        let named = |word: &str| wanted.iter().any(|one| one == word);
        if engines.iter().any(|word| named(word)) && !named(&engine.word().to_lowercase()) {
            continue;
        }
        let place = place::Place { engine, cluster: &cluster };
        if wants("append") {
            append::all(&place, &mut report).await?;
        }
        if wants("board") {
            board::all(&place, &mut report).await?;
        }
        if wants("pages") {
            pages::all(&place, &mut report).await?;
            weight::all(&place, &mut report).await?;
        }
        if wants("rebuild") {
            rebuild::all(&place, &mut report).await?;
        }
        if wants("history") {
            history::all(&place, &mut report).await?;
        }
        if wants("commons") {
            commons::all(&place, &mut report).await?;
        }
        if wants("members") {
            members::all(&place, &mut report).await?;
        }
        if wants("grow") {
            grow::all(&place, &mut report).await?;
        }
    }
    report.write()
}
