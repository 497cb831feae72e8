//! What was refused, by kind: counted for those who watch over the site, and logged
//! without saying who was refused.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How often one kind is logged at most: whoever floods the site must not flood its log.
const LOGGED_EVERY: Duration = Duration::from_mins(1);

/// One kind of refusal.
#[derive(Clone, Copy, Default)]
struct Count {
    in_all: u64,
    since_logged: u64,
    logged: Option<Instant>,
}

/// By kind; the kinds are words of ours, a few dozen.
static COUNTS: Mutex<BTreeMap<&'static str, Count>> = Mutex::new(BTreeMap::new());

/// Counts a refusal of this `kind`, such as `too-many-fields`.
pub fn record(kind: &'static str) {
    metrics::counter!("sillage_refused_total", "kind" => kind).increment(1);
    let mut counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    let count = counts.entry(kind).or_default();
    count.in_all += 1;
    count.since_logged += 1;
    if count.logged.is_none_or(|at| at.elapsed() >= LOGGED_EVERY) {
        tracing::warn!(kind, times = count.since_logged, "a limit was met");
        count.since_logged = 0;
        count.logged = Some(Instant::now());
    }
}

/// How many refusals of each kind since the program started.
pub fn counts() -> Vec<(&'static str, u64)> {
    let counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    counts.iter().map(|(kind, count)| (*kind, count.in_all)).collect()
}
