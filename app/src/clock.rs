//! The time of day, in one place, so that tests can choose the hour.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::Utc;

/// Microseconds in a second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds in an hour.
pub const HOUR: i64 = 3600 * SECOND;
/// Microseconds in a day.
pub const DAY: i64 = 24 * HOUR;

/// A clock: the world's, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// A clock that says what it is told, in microseconds since 1970.
    pub fn set_at(now: i64) -> Self {
        Self { set: Some(Arc::new(AtomicI64::new(now))) }
    }

    /// Now, in microseconds since 1970, UTC.
    pub fn now(&self) -> i64 {
        match &self.set {
            Some(now) => now.load(Ordering::SeqCst),
            #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
            None => Utc::now().timestamp_micros(),
        }
    }

    /// Moves a clock that was set; the world's does not listen.
    pub fn advance(&self, micros: i64) {
        if let Some(now) = &self.set {
            now.fetch_add(micros, Ordering::SeqCst);
        }
    }
}
