//! What is counted so that guessing and flooding are slow. Codes typed at doors have rules
//! of their own, in [`doors`].
//!
//! Counts are this node's. What must hold for the whole site, however many nodes it has,
//! is a budget in the database besides (`app::engine::budget`).

pub mod doors;

use std::hash::{BuildHasher as _, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::DefaultClock;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use crate::shell::refusals;

/// The most keys (addresses, accounts, people) one count remembers. Beyond, new ones share
/// one: a flood of addresses slows strangers, and fills no memory.
const KEYS_MAX: usize = 50_000;

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Counted {
    /// A try at one account from a device it does not know.
    Account,
    /// A try at one account from a device that has signed in to it before.
    KnownDevice,
    /// A try at any account from one address; a classroom is one address, so there is room.
    SignIn,
    /// Four words that open nothing, from one address.
    WrongWords,
    /// A letter that an address asks us to send; a classroom is one address.
    Letter,
    /// A letter to one mailbox.
    LetterTo,
    /// A device that reads without an account and presses its first button, from one address.
    Device,
    /// A reading said by such devices, of one note from one address.
    ReadingOfDevice,
    /// A like of such devices, of one note from one address.
    LikeOfDevice,
    /// A suggestion of somebody without an account nor a place; a classroom is one
    /// address, so there is room.
    Suggestion,
    /// An entry at the door of a workshop that is not open.
    ClosedDoor,
    /// Somebody new at an open door whose phone never showed its cookie, from one address:
    /// beyond, they wait to be let in.
    Arrival,
    /// Somebody new at one door on one phone, which several people may share.
    ArrivalOfPhone,
    /// A form of one person: each may be events for ever.
    Form,
    /// A file of everything about somebody.
    OwnData,
    /// A message of one person to the authors of a note, or to a reader.
    Message,
    /// A page of the web that somebody has us read.
    Fetch,
    /// The same, for all the people of one address.
    FetchFrom,
    /// A picture that somebody brings, whether it could be read or not.
    Picture,
    /// A file that somebody adds, whether it could be taken or not.
    File,
    /// A kilobyte that one person has us keep.
    KeptByPerson,
    /// A kilobyte that one address has us keep.
    KeptByAddress,
}

impl Counted {
    /// How many at once, and how often one more.
    fn quota(self, devices: u32) -> Quota {
        let (minute, day) = (Duration::from_mins(1), Duration::from_hours(24));
        let (burst, one_more) = match self {
            Self::Account | Self::KnownDevice => (10, minute / 10),
            Self::SignIn => (120, minute / 120),
            Self::WrongWords => (60, minute / 6),
            Self::Letter => (40, minute / 3),
            Self::LetterTo => (3, 10 * minute),
            // A library, a school: as many again within the hour.
            Self::Device => (devices, 60 * minute / devices.max(1)),
            // A hall reads one note at once; a thousand likes of one person take a day.
            Self::ReadingOfDevice => (240, minute),
            Self::LikeOfDevice => (120, minute),
            Self::Suggestion => (30, minute / 30),
            Self::ClosedDoor => (12, minute / 12),
            Self::Arrival | Self::FetchFrom => (120, minute / 30),
            Self::ArrivalOfPhone => (5, 10 * minute),
            Self::Form => (100_000, day / 100_000),
            Self::OwnData => (10, 6 * minute),
            Self::Message => (60, 10 * minute),
            Self::Fetch => (20, minute),
            Self::Picture => (30, 2 * minute),
            // The photos of one afternoon; then as many again within two hours.
            Self::File => (60, 2 * minute),
            // Sixteen mebibytes, then as much again each day; a room, a quarter of a gibibyte.
            Self::KeptByPerson => (16 * 1024, day / (16 * 1024)),
            Self::KeptByAddress => (256 * 1024, day / (256 * 1024)),
        };
        let quota = Quota::with_period(one_more).expect("no period here is zero");
        quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))
    }
}

type Limiter = RateLimiter<u64, DefaultKeyedStateStore<u64>, DefaultClock>;

/// Every count of this node.
pub struct Limits {
    hasher: RandomState,
    all: Vec<Limiter>,
}

impl Limits {
    /// `devices`: how many new devices of one address are told apart at once.
    pub fn new(devices: u32) -> Self {
        use strum::VariantArray as _;
        let all = Counted::VARIANTS.iter().map(|what| RateLimiter::keyed(what.quota(devices)));
        Self { hasher: RandomState::new(), all: all.collect() }
    }

    /// Counts one more for `key` (an address, an account); whether there is room.
    pub fn allow(&self, what: Counted, key: &str) -> bool {
        self.allow_many(what, key, 1)
    }

    /// Counts `many` more for `key`; whether there is room for all of them.
    pub fn allow_many(&self, what: Counted, key: &str, many: u32) -> bool {
        let Some(many) = NonZeroU32::new(many) else { return true };
        let limiter = &self.all[what as usize];
        // A key of any length costs eight bytes.
        let key = if limiter.len() < KEYS_MAX { self.hasher.hash_one(key) } else { 0 };
        let allowed = matches!(limiter.check_key_n(&key, many), Ok(Ok(())));
        if !allowed {
            refusals::record(what.into());
        }
        allowed
    }

    /// Forgets those who stopped; called every minute.
    pub fn forget_old(&self) {
        for limiter in &self.all {
            limiter.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, KEYS_MAX, Limits};

    #[test]
    fn m14_one_person_keeps_so_much_a_day() {
        let limits = Limits::new(5);
        let kept =
            (0..100).filter(|_| limits.allow_many(Counted::KeptByPerson, "lea", 512)).count();
        assert_eq!(kept, 32, "sixteen mebibytes");
        assert!(limits.allow_many(Counted::KeptByPerson, "omar", 512), "others are not concerned");
    }

    #[test]
    fn l5_one_mailbox_gets_few_letters_and_a_classroom_many() {
        let limits = Limits::new(5);
        let to = (0..20).filter(|_| limits.allow(Counted::LetterTo, "a@exemple.org")).count();
        let from = (0..60).filter(|_| limits.allow(Counted::Letter, "192.0.2.1")).count();
        assert_eq!((to, from), (3, 40));
    }

    #[test]
    fn a_flood_of_keys_fills_no_memory() {
        let limits = Limits::new(5);
        for number in 0..KEYS_MAX + 5_000 {
            limits.allow(Counted::SignIn, &format!("a key as long as one likes {number}"));
        }
        assert!(limits.all[Counted::SignIn as usize].len() <= KEYS_MAX + 1);
    }
}
