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

/// A clock: the world's, one that a test sets, or one that is behind for a while.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    kind: Kind,
}

#[derive(Clone, Debug, Default)]
enum Kind {
    #[default]
    World,
    Set(Arc<AtomicI64>),
    /// The world's, and so many microseconds.
    Shifted(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that says what it is set to, in microseconds since 1970.
    pub fn set_at(now: i64) -> Self {
        Self { kind: Kind::Set(Arc::new(AtomicI64::new(now))) }
    }

    /// The world's clock, late by so many microseconds until it is advanced.
    pub fn late_by(micros: i64) -> Self {
        Self { kind: Kind::Shifted(Arc::new(AtomicI64::new(-micros))) }
    }

    /// Now, in microseconds since 1970, UTC.
    pub fn now(&self) -> i64 {
        #[expect(clippy::disallowed_methods, reason = "this is the Clock")]
        let world = || Utc::now().timestamp_micros();
        match &self.kind {
            Kind::World => world(),
            Kind::Set(now) => now.load(Ordering::SeqCst),
            Kind::Shifted(shift) => world() + shift.load(Ordering::SeqCst),
        }
    }

    /// Moves a clock that was set or is late; the world's does not listen.
    pub fn advance(&self, micros: i64) {
        match &self.kind {
            Kind::World => {}
            Kind::Set(time) | Kind::Shifted(time) => {
                time.fetch_add(micros, Ordering::SeqCst);
            }
        }
    }
}
