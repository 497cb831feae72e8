//! Codes typed at doors: slow to guess, quick to type.
//!
//! A code has eight signs of thirty-one (2^39.6). Wrong ones are counted for each address
//! and for the whole site (a hundred, six hundred, then one every few seconds). Once a
//! count is spent, *no* code typed by somebody unknown is looked at, right or wrong, until
//! it has room again: the page says so and comes back by itself. That is one useful try in
//! two seconds for all guessers together, whatever they hold.
//!
//! It must not slow a hall. Four ways pass by the counts: the long secret of the QR code; a
//! session of somebody who is in the room or runs it; and the right code of a workshop that
//! the address is known for already, because its facilitator's console or somebody who came
//! in is behind it (a *hall*). So sixty people may mistype at once, and guessers elsewhere
//! close no door to them. Guessers inside the hall, behind the same address, can: then the
//! QR code is left.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::core::ids::WorkshopId;
use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::DefaultKeyedStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

/// Wrong codes of one address at once: a hall of sixty of whom most mistype.
const TRIES: u32 = 100;

/// One more, for an address.
const ONE_MORE: Duration = Duration::from_secs(4);

/// Wrong codes of the whole site at once; the same is a budget of all nodes
/// (`app::engine::budget::WRONG_CODES`).
const TRIES_OF_ALL: u32 = 600;

/// One more, for the whole site.
const ONE_MORE_OF_ALL: Duration = Duration::from_secs(2);

/// How long an address is known for a workshop after its last sign of life.
const KNOWN_FOR: Duration = Duration::from_hours(3);

/// The most addresses, and the most halls, remembered: beyond, the oldest are forgotten.
const REMEMBERED: usize = 20_000;

/// What is known of doors on this node.
pub struct Doors {
    hasher: RandomState,
    by_address: RateLimiter<u64, DefaultKeyedStateStore<u64>, DefaultClock>,
    of_all: RateLimiter<NotKeyed, InMemoryState, DefaultClock>,
    /// Until when an address has no try left; 0 stands for the whole site.
    spent: Mutex<HashMap<u64, Instant>>,
    /// An address and a workshop it is known for, and until when.
    halls: Mutex<HashMap<(u64, u64), Instant>>,
}

impl Default for Doors {
    fn default() -> Self {
        let quota = |burst, period| {
            let quota = Quota::with_period(period).expect("no period here is zero");
            quota.allow_burst(NonZeroU32::new(burst).expect("no burst here is zero"))
        };
        Self {
            hasher: RandomState::new(),
            by_address: RateLimiter::keyed(quota(TRIES, ONE_MORE)),
            of_all: RateLimiter::direct(quota(TRIES_OF_ALL, ONE_MORE_OF_ALL)),
            spent: Mutex::default(),
            halls: Mutex::default(),
        }
    }
}

/// The key of the whole site among addresses.
const ALL: u64 = 0;

impl Doors {
    fn key(&self, address: &str) -> u64 {
        self.hasher.hash_one(address).max(1)
    }

    /// Whether a code typed at `address` by somebody unknown is looked at now. `known`: it
    /// is the right one of a workshop the address is known for.
    pub fn may_try(&self, address: &str, known: bool) -> bool {
        let spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let is_spent = |key: &u64| spent.get(key).is_some_and(|until| *until > now);
        !is_spent(&self.key(address)) && (known || !is_spent(&ALL))
    }

    /// Counts a wrong code typed at `address`; whether it may be said that it is wrong.
    pub fn was_wrong(&self, address: &str) -> bool {
        let key = self.key(address);
        let clock = DefaultClock::default();
        let wait = match self.by_address.check_key(&key) {
            Ok(()) => match self.of_all.check() {
                Ok(()) => return true,
                Err(not_yet) => (ALL, not_yet.wait_time_from(clock.now())),
            },
            Err(not_yet) => (key, not_yet.wait_time_from(clock.now())),
        };
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut spent);
        spent.insert(wait.0, Instant::now() + wait.1);
        false
    }

    /// Says that no wrong code of the site may be told from a right one for a while: the
    /// budget of all nodes is spent.
    pub fn is_spent_for_all(&self) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        spent.insert(ALL, Instant::now() + ONE_MORE_OF_ALL);
    }

    /// Says that somebody who is in `workshop`, or runs it, is at `address`.
    pub fn is_hall(&self, address: &str, workshop: &WorkshopId) {
        let mut halls = self.halls.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut halls);
        let pair = (self.key(address), self.hasher.hash_one(workshop));
        halls.insert(pair, Instant::now() + KNOWN_FOR);
    }

    /// Whether somebody who is in `workshop`, or runs it, is at `address`.
    pub fn knows(&self, address: &str, workshop: &WorkshopId) -> bool {
        let halls = self.halls.lock().unwrap_or_else(PoisonError::into_inner);
        let pair = (self.key(address), self.hasher.hash_one(workshop));
        halls.get(&pair).is_some_and(|until| *until > Instant::now())
    }

    /// Forgets what is over; called every minute.
    pub fn forget_old(&self) {
        let now = Instant::now();
        self.by_address.retain_recent();
        self.spent.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
        self.halls.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
    }
}

/// Forgets the half that ends first, when there is too much.
fn make_room<K: Eq + std::hash::Hash + Copy>(map: &mut HashMap<K, Instant>) {
    if map.len() < REMEMBERED {
        return;
    }
    let mut ends: Vec<Instant> = map.values().copied().collect();
    let middle = ends.len() / 2;
    let (_, middle, _) = ends.select_nth_unstable(middle);
    let middle = *middle;
    map.retain(|_, until| *until > middle);
}

#[cfg(test)]
mod tests {
    use super::{Doors, TRIES, TRIES_OF_ALL};

    #[test]
    fn a_guesser_is_told_nothing_once_its_tries_are_spent() {
        let doors = Doors::default();
        let result = (0..400).filter(|_| doors.was_wrong("192.0.2.1")).count();
        assert_eq!(result, TRIES as usize);
        assert!(!doors.may_try("192.0.2.1", false), "a right code is not looked at either");
        assert!(!doors.may_try("192.0.2.1", true), "nor one of a hall, from inside it");
        assert!(doors.may_try("192.0.2.2", false), "others are not concerned");
    }

    #[test]
    fn guessers_with_many_addresses_have_one_budget_and_close_no_hall() {
        let doors = Doors::default();
        let workshop = "w1".parse().unwrap();
        doors.is_hall("192.0.2.7", &workshop);
        let result = (0..5_000).filter(|n| doors.was_wrong(&format!("198.51.{n}"))).count();
        assert_eq!(result, TRIES_OF_ALL as usize);
        assert!(!doors.may_try("203.0.113.1", false), "no address of theirs tells more");
        assert!(doors.knows("192.0.2.7", &workshop) && doors.may_try("192.0.2.7", true));
        assert!(!doors.knows("192.0.2.8", &workshop));
    }
}
