//! What every page of one running site shares.

use std::num::NonZeroU32;
use std::sync::Arc;

use app::App;
use governor::clock::DefaultClock;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use crate::assets::Assets;
use crate::voice::Texts;

type Limiter = RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock>;

/// What the person who hosts the site decides.
#[derive(Clone, Debug)]
pub struct Hosting {
    /// Its address as people type it, without a final slash.
    pub public_url: String,
    /// Where the source of this very program is, for the AGPL.
    pub source_url: String,
    /// Whether a proxy in front tells us the address of visitors.
    pub behind_proxy: bool,
    /// What `/metrics` asks for; without it, it answers this machine alone.
    pub metrics_token: Option<String>,
    /// How many device cookies one address gets at once; one more every ten minutes.
    pub devices: u32,
}

/// A running site.
#[derive(Clone)]
pub struct Site {
    /// The commons it shows.
    pub app: App,
    /// How it is hosted.
    pub hosting: Arc<Hosting>,
    /// Its words.
    pub texts: Arc<Texts>,
    /// Its style and scripts.
    pub assets: Arc<Assets>,
    /// Attempts that failed, counted.
    pub limits: Arc<Limits>,
}

/// What is counted so that guessing is slow. At a door, wrong codes are counted and
/// right ones never; at an account, every try is.
pub struct Limits {
    wrong_codes: Limiter,
    wrong_codes_in_all: Limiter,
    accounts: Limiter,
    sign_ins: Limiter,
    letters: Limiter,
    devices: Limiter,
    suggestions: Limiter,
    closed_doors: Limiter,
}

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A join code that opens nothing.
    WrongCode,
    /// A try at one account, right or wrong.
    Account,
    /// A try at any account from one address, right or wrong; a classroom is one
    /// address, so there is room.
    SignIn,
    /// A letter that someone asked us to send.
    Letter,
    /// A cookie for a device.
    Device,
    /// A suggestion of somebody without an account nor a place; a classroom is one
    /// address, so there is room.
    Suggestion,
    /// An entry at the door of a workshop that is not open. At an open one nobody counts.
    ClosedDoor,
}

impl Limits {
    fn new(devices: u32) -> Self {
        let per_minute = |number| Quota::per_minute(at_least_one(number));
        let ten_minutes = std::time::Duration::from_mins(10);
        let slow = Quota::with_period(ten_minutes).expect("ten minutes is not zero");
        Self {
            wrong_codes: RateLimiter::keyed(per_minute(20)),
            wrong_codes_in_all: RateLimiter::keyed(per_minute(300)),
            accounts: RateLimiter::keyed(per_minute(10)),
            sign_ins: RateLimiter::keyed(per_minute(120)),
            letters: RateLimiter::keyed(per_minute(3)),
            devices: RateLimiter::keyed(slow.allow_burst(at_least_one(devices))),
            suggestions: RateLimiter::keyed(per_minute(30)),
            closed_doors: RateLimiter::keyed(per_minute(12)),
        }
    }

    /// Counts one more for `key` (an address, an account); whether there is room.
    pub fn allow(&self, what: Counted, key: &str) -> bool {
        let one = |limiter: &Limiter, key: &str| limiter.check_key(&key.to_owned()).is_ok();
        match what {
            Counted::WrongCode => {
                one(&self.wrong_codes, key) & one(&self.wrong_codes_in_all, "all")
            }
            Counted::Account => one(&self.accounts, key),
            Counted::SignIn => one(&self.sign_ins, key),
            Counted::Letter => one(&self.letters, key),
            Counted::Device => one(&self.devices, key),
            Counted::Suggestion => one(&self.suggestions, key),
            Counted::ClosedDoor => one(&self.closed_doors, key),
        }
    }

    /// Forgets those who stopped; called every minute.
    pub fn forget_old(&self) {
        for limiter in [
            &self.wrong_codes,
            &self.wrong_codes_in_all,
            &self.accounts,
            &self.sign_ins,
            &self.letters,
            &self.devices,
            &self.suggestions,
            &self.closed_doors,
        ] {
            limiter.retain_recent();
        }
    }
}

fn at_least_one(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

impl Site {
    /// A site that shows `app`.
    pub fn new(app: App, hosting: Hosting) -> Self {
        let limits = Limits::new(hosting.devices);
        Self {
            app,
            hosting: Arc::new(hosting),
            texts: Arc::new(Texts::load()),
            assets: Arc::new(Assets::load()),
            limits: Arc::new(limits),
        }
    }

    /// Whether people reach it over https.
    pub fn is_secure(&self) -> bool {
        self.hosting.public_url.starts_with("https://")
    }
}
