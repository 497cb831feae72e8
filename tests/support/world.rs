//! A commons, open, with a few people in it.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use app::access::Standing;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::notes::Words;
use app::workshops::Plan;
use app::{App, Settings};
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use projections::notes::note::{self, Note};

use crate::databases::{Engine, Place, fresh};

/// The hour it is when a test begins: 22 November 2026, noon in Montréal.
pub const NOON: i64 = 1_795_366_800_000_000;

/// A commons of its own for each test.
pub struct World {
    pub app: App,
    pub clock: Clock,
    pub settings: Settings,
    _place: Place,
}

impl World {
    pub async fn on(engine: Engine) -> Option<Self> {
        let place = fresh(engine).await?;
        let address = place.commons.clone();
        Some(Self::at(place, address).await)
    }

    /// A commons at `place`, reached at `address`.
    pub async fn at(place: Place, address: String) -> Self {
        let settings = Settings {
            database: address,
            keys: place.keys.clone(),
            files: app::files::Keeping::default(),
            smtp: None,
            replica: None,
            mail_from: "Sillage <sillage@localhost>".to_owned(),
        };
        let clock = Clock::set_at(NOON);
        let app = App::open(&settings, clock.clone()).await.unwrap();
        Self { app, clock, settings, _place: place }
    }

    /// Someone with an account.
    pub async fn member(&self, name: &str) -> PersonId {
        let email = format!("{}@exemple.org", name.to_lowercase());
        self.app.people().claim_account(None, name, &email, "un sillage sur le lac").await.unwrap()
    }

    /// Someone with an account nobody signs in to: no time is spent on a password.
    pub async fn account(&self, name: &str, facilitator: bool) -> PersonId {
        let person: PersonId = name.to_lowercase().parse().unwrap();
        self.app.people().ensure_person(&person, name, "fr").await.unwrap();
        let sql =
            "update people set account = 1, facilitator = $2, moderator = $2 where person = $1";
        self.app.db.exec(sql, migrations::values![person.as_str(), facilitator]).await.unwrap();
        person
    }

    /// An open workshop run by `by`.
    pub async fn workshop(&self, by: &PersonId, places: u32) -> WorkshopId {
        let plan = Plan { title: "Premiers pas".into(), places, ..Plan::default() };
        let id =
            self.app.workshops().prepare_workshop(by, &plan, CommandId::fresh()).await.unwrap();
        self.app.workshops().run_workshop(&id, by, Act::Open, CommandId::fresh()).await.unwrap();
        id
    }

    /// Someone who came in without an account.
    pub async fn guest(&self, workshop: &WorkshopId, name: &str) -> PersonId {
        let key = CommandId::fresh();
        self.app.workshops().enter_workshop(workshop, None, name, "fr", key).await.unwrap()
    }

    /// A draft.
    pub async fn draft(&self, by: &PersonId, workshop: &WorkshopId, title: &str) -> Note {
        let words = words(title, "Nous avons appris à attendre.");
        let place = Some((workshop, Door::Tell));
        let id = self.app.notes().draft(by, place, &words, CommandId::fresh()).await.unwrap();
        self.note(&id).await
    }

    /// A note others may read.
    pub async fn published(
        &self,
        by: &PersonId,
        workshop: &WorkshopId,
        title: &str,
        visibility: Visibility,
    ) -> Note {
        let note = self.draft(by, workshop, title).await;
        self.app.notes().publish(&note, by, visibility, false, CommandId::fresh()).await.unwrap();
        self.app.notes().set_open(&note, by, true, CommandId::fresh()).await.unwrap();
        self.note(&note.note).await
    }

    /// A note for everyone, called `Accueil`, by someone without an account.
    pub async fn public(&self, by: &str, body: &str) -> Note {
        let person: PersonId = by.parse().unwrap();
        self.app.people().ensure_person(&person, by, "fr").await.unwrap();
        let text = words("Accueil", body);
        let id = self.app.notes().draft(&person, None, &text, CommandId::fresh()).await.unwrap();
        let (note, key) = (self.note(&id).await, CommandId::fresh());
        self.app.notes().publish(&note, &person, Visibility::Everyone, false, key).await.unwrap();
        self.app.notes().set_open(&note, &person, true, CommandId::fresh()).await.unwrap();
        self.note(&id).await
    }

    /// The note as its page shows it now.
    pub async fn note(&self, id: &NoteId) -> Note {
        note::find(&self.app.db, id).await.unwrap().unwrap()
    }

    /// How many events the log holds.
    pub async fn events(&self) -> i64 {
        let sql = "select count(*) from events";
        self.app.db.row(sql, &[]).await.unwrap().unwrap().int(0)
    }
}

/// What somebody may be to a note that everyone may read from its first revision on.
const NOBODY: Standing = Standing {
    writer: false,
    in_room: false,
    account: false,
    moderator: false,
    team: false,
    first: 1,
};

/// A guest who wrote it, in its room.
pub const WRITER: Standing = Standing { writer: true, in_room: true, ..NOBODY };

/// Somebody with an account.
pub const MEMBER: Standing = Standing { account: true, ..NOBODY };

/// Whoever looks after the commons.
pub const MODERATOR: Standing = Standing { moderator: true, ..MEMBER };

/// Whoever comes by.
pub const STRANGER: Standing = NOBODY;

pub fn words(title: &str, body: &str) -> Words {
    Words { title: title.to_owned(), body: body.to_owned(), summary: String::new() }
}
