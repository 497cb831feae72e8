//! Simulated phones that walk the whole path over HTTP, against a running site.
//!
//! Facilitators rehearse with it; we load-test with it. Each phone keeps its
//! cookies, sends every form under its own idempotency key, and sends it again
//! when the wifi, or the server, fails it. At the end each looks for its own note:
//! there once, or lost.

mod phone;
mod report;
mod watch;

use std::sync::Arc;

use tokio::sync::Mutex;
use tokio::task::JoinSet;

use phone::Phone;
pub use report::Report;
pub use watch::Console;

/// What a page is to a rehearsal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// No open workshop where somebody new can come in.
    None,
    /// That of a workshop of real people: simulated ones would stay on its wall.
    Real,
    /// That of a workshop made for a rehearsal.
    Rehearsal,
}

/// What `url` is: asked for before any phone sets out.
pub async fn door(url: &str) -> Door {
    let client = reqwest::Client::builder().timeout(std::time::Duration::from_secs(20)).build();
    let Ok(client) = client else { return Door::None };
    let Ok(answer) = client.get(url).send().await else { return Door::None };
    let is_well = answer.status().is_success();
    let page = answer.text().await.unwrap_or_default();
    if !is_well || !page.contains("action=\"/a/") || !page.contains("name=\"command_id\"") {
        return Door::None;
    }
    if page.contains(MARK) { Door::Rehearsal } else { Door::Real }
}

/// What the door of a rehearsal says of itself, in its page.
const MARK: &str = " data-rehearsal=\"1\"";

/// Walks `participants` phones through the workshop at `url`, all at once.
pub async fn run(url: &str, participants: usize) -> Report {
    walk_all(url, participants, None).await
}

/// The same, with a console whose stream is watched: how long a step takes to reach it.
pub async fn run_watched(url: &str, participants: usize, console: Console) -> Report {
    walk_all(url, participants, Some(console)).await
}

async fn walk_all(url: &str, participants: usize, console: Option<Console>) -> Report {
    let watched = console.map(watch::follow);
    let report = Arc::new(Mutex::new(Report::new(participants)));
    let mut phones = JoinSet::new();
    for number in 0..participants {
        let (url, report) = (url.to_owned(), Arc::clone(&report));
        phones.spawn(async move {
            let mut phone = Phone::new(&url, number);
            let ended = phone.walk().await;
            report.lock().await.add(phone, ended);
        });
    }
    while phones.join_next().await.is_some() {}
    let mut report = report.lock().await;
    if let Some(watched) = watched {
        report.seen(&watched.end().await);
    }
    report.end();
    report.clone()
}
