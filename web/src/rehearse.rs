//! Simulated phones that walk the whole path over HTTP, against a running site.
//!
//! Facilitators rehearse with it; we load-test with it. Each phone keeps its
//! cookies, sends every form under its own idempotency key, and sends it again
//! when the wifi, or the server, fails it. At the end each looks for its own note:
//! there once, or lost.

mod phone;
mod report;

use std::sync::Arc;

use tokio::sync::Mutex;
use tokio::task::JoinSet;

use phone::Phone;
pub use report::Report;

/// Walks `participants` phones through the workshop at `url`, all at once.
pub async fn run(url: &str, participants: usize) -> Report {
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
    report.end();
    report.clone()
}
