//! A commons, open: its databases, its engine, and the way in to each wing.

use std::sync::Arc;

use tokio::task::JoinHandle;

use crate::engine::clock::Clock;
use crate::engine::event_store::EventStore;
use crate::engine::mail::Mailer;
use crate::engine::projector::{Projector, ReadError};
use crate::engine::secrets::Secrets;
use crate::engine::set_aside::Remembered;
use crate::exchange::Exchange;
use crate::files::store::{self, Store};
use crate::files::{Files, Keeping};
use crate::groups::Groups;
use crate::notes::Notes;
use crate::people::People;
use crate::workshops::Workshops;
use crate::workshops::presence::{self, Beats};
use crate::workshops::step_times;
use migrations::schema::{Schema, migrate};
use migrations::{Db, DbError, Names};
use projections::Projection;

/// Where a commons keeps what it knows, and how it speaks to the outside.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The log and everything beside it: a SQLite path or a PostgreSQL address.
    pub database: String,
    /// A replica of it that pages may read, if any.
    pub replica: Option<String>,
    /// The keys of people: another path or address.
    pub keys: String,
    /// Where bytes of files are, and how many.
    pub files: Keeping,
    /// The SMTP server that sends our mail, such as `smtp://localhost:25`, if any.
    pub smtp: Option<String>,
    /// The address our mail comes from.
    pub mail_from: String,
}

/// A commons, open. Cloning it is cheap: all clones are the same one.
#[derive(Clone)]
pub struct App {
    /// What pages ask their questions of: perhaps a replica.
    pub db: Db,
    /// The database itself, for what must be seen the moment it is written.
    pub(crate) primary: Db,
    /// The keys of people, kept apart.
    pub(crate) keys: Db,
    pub events: EventStore,
    /// What moves the projections.
    pub projector: Arc<Projector>,
    /// Where bytes of files are.
    pub(crate) store: Store,
    /// How many bytes of files it keeps.
    pub(crate) files_max: i64,
    /// What time it is.
    pub clock: Clock,
    /// The secrets of this commons.
    pub secrets: Arc<Secrets>,
    /// The streams nobody can command for now.
    pub(crate) set_aside: Remembered,
    /// How letters leave, if they can.
    pub mailer: Option<Mailer>,
    /// Where phones say they are, on its way to the database.
    pub(crate) beats: Arc<Beats>,
    /// How long steps take, worked out lately.
    pub(crate) known_times: Arc<step_times::Known>,
}

impl App {
    /// Opens a commons, making what is missing, and catches its projections up.
    ///
    /// # Errors
    /// When a database is away, or was made by a newer program.
    pub async fn open(settings: &Settings, clock: Clock) -> Result<Self, DbError> {
        Self::open_with(settings, clock, projections::all()).await
    }

    /// Opens a commons whose tables may not be ready, to repair them: nothing is applied to
    /// any projection unless one asks.
    pub async fn open_for_repair(
        settings: &Settings,
        clock: Clock,
        projections: Vec<Box<dyn Projection>>,
    ) -> Result<Self, DbError> {
        Self::open_database(settings, clock, projections).await
    }

    /// [`App::open`] with other projections than those of this program.
    pub async fn open_with(
        settings: &Settings,
        clock: Clock,
        projections: Vec<Box<dyn Projection>>,
    ) -> Result<Self, DbError> {
        let app = Self::open_database(settings, clock, projections).await?;
        app.projector.make_ready().await.map_err(ReadError::into_db)?;
        Arc::clone(&app.projector).follow(app.events.head());
        let head = app.events.head();
        let sealing =
            crate::engine::hash_chain::run_sealing(app.primary.clone(), app.clock.clone(), head);
        exit_on_panic(tokio::spawn(sealing), "seals");
        exit_on_panic(tokio::spawn(presence::keep_flushing(app.clone())), "presence");
        Ok(app)
    }

    /// What is done to notes.
    pub fn notes(&self) -> Notes<'_> {
        Notes(self)
    }

    /// What is done to files.
    pub fn files(&self) -> Files<'_> {
        Files(self)
    }

    /// What is done in communities.
    pub fn groups(&self) -> Groups<'_> {
        Groups(self)
    }

    /// What is done in workshops.
    pub fn workshops(&self) -> Workshops<'_> {
        Workshops(self)
    }

    /// What the commons knows of people.
    pub fn people(&self) -> People<'_> {
        People(self)
    }

    /// What leaves the commons: one's own data, and oneself.
    pub fn exchange(&self) -> Exchange<'_> {
        Exchange(self)
    }

    async fn open_database(
        settings: &Settings,
        clock: Clock,
        projections: Vec<Box<dyn Projection>>,
    ) -> Result<Self, DbError> {
        let log = Db::open(&settings.database).await?;
        let keys = Db::open(&settings.keys).await?;
        migrate(&log, Schema::Commons, clock.now()).await?;
        migrate(&keys, Schema::Keys, clock.now()).await?;
        let secrets = Arc::new(Secrets::load(&log).await?);
        let store = if let Some(address) = store::address(settings) {
            Store::open(&address)?
        } else {
            tracing::warn!("FILES_URL says nothing: files wait in the database");
            Store::default()
        };
        let names = Names::default();
        let primary = log.called(names.clone());
        let mut db = primary.clone();
        if let Some(replica) = &settings.replica {
            db = db.read_from(&Db::open(replica).await?);
        }
        let set_aside = Remembered::default();
        set_aside.look(&log).await?;
        // Neither names a table of a projection but through the edition it holds.
        let events = EventStore::open(log.clone(), set_aside.clone());
        let pages = db.clone();
        let projector =
            Projector::open(log, pages, names, clock.clone(), projections, set_aside.clone());
        let projector = Arc::new(projector.await.map_err(ReadError::into_db)?);
        let mailer = match &settings.smtp {
            Some(address) => Some(
                Mailer::open(address, &settings.mail_from)
                    .map_err(|error| DbError::Broken(Box::new(error)))?,
            ),
            None => None,
        };
        let (beats, known_times) = (Arc::default(), Arc::default());
        Ok(Self {
            db,
            primary,
            keys,
            events,
            projector,
            store,
            files_max: settings.files.most,
            clock,
            secrets,
            set_aside,
            mailer,
            beats,
            known_times,
        })
    }
}

/// A node whose writer or projector has panicked serves nobody: it ends, so that
/// whoever watches over it (systemd, a container) starts it again. Being killed at
/// any moment loses nothing, and tests kill it.
pub(crate) fn exit_on_panic(task: JoinHandle<()>, name: &'static str) {
    tokio::spawn(async move {
        if task.await.is_err_and(|error| error.is_panic()) {
            tracing::error!(name, "a task of this node panicked: the node ends");
            std::process::exit(70);
        }
    });
}

/// Declares what a wing does with a commons: its methods stand on it, in the files of the wing,
/// and reach the commons by its name.
macro_rules! wing {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub struct $name<'a>(pub(crate) &'a $crate::App);

        impl std::ops::Deref for $name<'_> {
            type Target = $crate::App;

            fn deref(&self) -> &$crate::App {
                self.0
            }
        }
    };
}
pub(crate) use wing;
