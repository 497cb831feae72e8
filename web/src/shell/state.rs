//! What every page of one running site shares.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::App;
use app::notes::fetch::Fetcher;
use app::people::identities::Someone;
use migrations::DbError;
use tokio::sync::Mutex;

use crate::shell::address;
use crate::shell::assets::Assets;
use crate::shell::hours::Zone;
use crate::shell::limits::Limits;
use crate::shell::limits::doors::Doors;
use crate::shell::per_address::PerAddress;
use crate::shell::voice::{Language, Texts, Voice};

/// How long what was seen of the health of a node is still told.
const LOOK: Duration = Duration::from_secs(1);

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
    /// Whose hours it tells: those of the place where its workshops are held.
    pub zone: Zone,
    /// What reads pages of the web for those who write about them; nothing where the operator
    /// said that nothing does.
    pub fetcher: Option<Fetcher>,
}

impl Hosting {
    /// Its address as one writes it on paper, without the scheme.
    pub fn spoken_url(&self) -> &str {
        self.public_url.split_once("://").map_or(&self.public_url, |(_, rest)| rest)
    }
}

/// A running site.
#[derive(Clone)]
pub struct Site {
    /// The commons it shows.
    pub app: App,
    /// How it is hosted.
    pub hosting: Arc<Hosting>,
    pub texts: Arc<Texts>,
    /// Its style and scripts.
    pub assets: Arc<Assets>,
    /// What is counted so that guessing and flooding are slow.
    pub limits: Arc<Limits>,
    /// The codes typed at doors.
    pub doors: Arc<Doors>,
    /// How this node was when it was last looked at.
    known_health: Arc<Mutex<Option<(Instant, bool)>>>,
    /// Requests under way, by address.
    pub in_flight: PerAddress,
    /// Streams that are open, by address.
    pub open_streams: PerAddress,
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
            doors: Arc::default(),
            known_health: Arc::default(),
            in_flight: PerAddress::default(),
            open_streams: PerAddress::default(),
        }
    }

    /// The voice of this site on the page at `path`, in the hours that `someone` reads; what belongs
    /// to a workshop is in those of its place, whoever reads it.
    pub fn voice_for(&self, language: Language, path: &str, someone: Option<&Someone>) -> Voice {
        let mut voice = self.voice(language);
        let of_workshop =
            path.starts_with(address::workshops()) || path.starts_with(&address::door(""));
        let own = someone.and_then(|known| known.zone.parse().ok());
        if let (false, Some(zone)) = (of_workshop, own) {
            voice.zone = zone;
        }
        voice
    }

    /// A voice of this site.
    pub fn voice(&self, language: Language) -> Voice {
        Voice::new(self.texts.clone(), language, self.hosting.zone)
    }

    /// Whether something asks for a hand: looked at once a second at most, however many ask.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn is_degraded(&self) -> Result<bool, DbError> {
        let mut known = self.known_health.lock().await;
        if let Some((_, degraded)) = known.filter(|(at, _)| at.elapsed() < LOOK) {
            return Ok(degraded);
        }
        let degraded = self.app.health().await?.is_degraded();
        *known = Some((Instant::now(), degraded));
        Ok(degraded)
    }

    /// Whether people reach it on this very machine alone.
    pub fn is_local(&self) -> bool {
        let host = self.hosting.public_url.split("://").nth(1).unwrap_or_default();
        ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| host.starts_with(local))
    }

    /// Whether people reach it over https.
    pub fn is_secure(&self) -> bool {
        self.hosting.public_url.starts_with("https://")
    }
}
