//! What the attackers did, and what they were answered.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Shared by all of them. A status of 0 is a connection that was closed without a word, or
/// a client that left.
#[derive(Default)]
pub struct Tally(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    statuses: BTreeMap<u16, usize>,
    kinds: BTreeMap<&'static str, BTreeMap<u16, usize>>,
    under_way: BTreeMap<&'static str, usize>,
}

fn list(statuses: &BTreeMap<u16, usize>) -> String {
    let told = statuses.iter().map(|(status, count)| format!("{status}={count}"));
    told.collect::<Vec<_>>().join(", ")
}

impl Tally {
    pub fn begins(&self, kind: &'static str) {
        let mut inner = self.0.lock().unwrap();
        *inner.under_way.entry(kind).or_default() += 1;
        inner.kinds.entry(kind).or_default();
    }

    pub fn ends(&self, kind: &'static str) {
        *self.0.lock().unwrap().under_way.entry(kind).or_default() -= 1;
    }

    pub fn answered(&self, kind: &'static str, status: u16) {
        let mut inner = self.0.lock().unwrap();
        *inner.statuses.entry(status).or_default() += 1;
        *inner.kinds.entry(kind).or_default().entry(status).or_default() += 1;
    }

    /// What is being done right now.
    pub fn under_way(&self) -> String {
        let inner = self.0.lock().unwrap();
        let told = inner.under_way.iter().filter(|(_, count)| **count > 0);
        told.map(|(kind, count)| format!("{kind}×{count}")).collect::<Vec<_>>().join(" ")
    }

    /// `N requests (M refused: 403=…)`.
    pub fn summary(&self) -> String {
        let inner = self.0.lock().unwrap();
        let refused: BTreeMap<u16, usize> =
            inner.statuses.iter().filter(|one| *one.0 >= 400).map(|one| (*one.0, *one.1)).collect();
        let all: usize = inner.statuses.values().sum();
        let sum: usize = refused.values().sum();
        let silent = inner.statuses.get(&0).unwrap_or(&0);
        format!("{all} requests ({sum} refused: {}; {silent} without an answer)", list(&refused))
    }

    /// One line for each kind.
    pub fn by_kind(&self) -> String {
        let inner = self.0.lock().unwrap();
        let told =
            inner.kinds.iter().map(|(kind, statuses)| format!("  {kind}: {}", list(statuses)));
        told.collect::<Vec<_>>().join("\n")
    }
}
