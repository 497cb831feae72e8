//! Where the attack takes place: what hostile people may hold as anyone may, that is
//! sessions of guests, notes of their own, the codes of two open doors.

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::notes::Words;
use app::workshops::Plan;
use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;

use crate::crowd::settings;
use crate::databases::Place;

/// How many sessions the attackers share.
const GUESTS: usize = 8;

/// The most places a workshop has.
const PLACES: u32 = 500;

/// Someone who came in, and their note.
pub struct Guest {
    pub session: String,
    /// `/notes/{id}`.
    pub note: String,
}

/// See the module.
pub struct Ground {
    pub guests: Vec<Guest>,
    /// `/a/{code}` of a door that floods.
    pub flooded: String,
    /// `/a/{code}` of a workshop whose guests bring pictures.
    pub pictures: String,
    /// The stream of a projector, with its secret.
    pub screen: String,
    /// `/a/{code}` of a workshop nobody attacks, with places left.
    pub quiet: String,
}

/// Somebody who may run workshops; nobody signs in as them, so no password is made.
pub async fn facilitator(app: &App, name: &str) -> PersonId {
    let person: PersonId = name.to_lowercase().parse().unwrap();
    app.people().ensure_person(&person, name, "fr").await.unwrap();
    let sql = "update people set account = 1, facilitator = $2 where person = $1";
    app.db.exec(sql, migrations::values![person.as_str(), true]).await.unwrap();
    person
}

/// An open workshop, and its row.
pub async fn workshop(
    app: &App,
    by: &PersonId,
    places: u32,
) -> (WorkshopId, projections::workshops::workshop::Workshop) {
    let plan = Plan { title: "Atelier".into(), places, ..Plan::default() };
    let id = app.workshops().prepare_workshop(by, &plan, CommandId::fresh()).await.unwrap();
    app.workshops().run_workshop(&id, by, Act::Open, CommandId::fresh()).await.unwrap();
    let row = projections::workshops::workshop::find(&app.db, &id).await.unwrap().unwrap();
    (id, row)
}

/// A note for everyone by `by`, in `workshop`.
pub async fn note(app: &App, by: &PersonId, workshop: &WorkshopId, body: &str) -> String {
    let words = Words { title: "Note".into(), body: body.to_owned(), summary: String::new() };
    let place = Some((workshop, Door::Tell));
    let id = app.notes().draft(by, place, &words, CommandId::fresh()).await.unwrap();
    let found = projections::notes::note::find(&app.db, &id).await.unwrap().unwrap();
    app.notes().publish(&found, by, Visibility::Everyone, false, CommandId::fresh()).await.unwrap();
    format!("/notes/{id}")
}

impl Ground {
    pub async fn prepare(place: &Place) -> Self {
        let app = App::open(&settings(place), Clock::default()).await.unwrap();
        let ana = facilitator(&app, "Ana").await;
        let (id, flooded) = workshop(&app, &ana, PLACES).await;
        let (_, pictures) = workshop(&app, &ana, PLACES).await;
        let (_, quiet) = workshop(&app, &ana, PLACES).await;
        let mut guests = vec![];
        for number in 0..GUESTS {
            let key = CommandId::fresh();
            let name = format!("Hostile {number}");
            let person = app.workshops().enter_workshop(&id, None, &name, "fr", key).await.unwrap();
            let note = note(&app, &person, &id, "Une phrase. Une autre phrase.").await;
            let session = app.people().open_session(&person).await.unwrap();
            guests.push(Guest { session, note });
        }
        let door = |code: &str| format!("/a/{code}");
        Self {
            guests,
            flooded: door(&flooded.code),
            pictures: door(&pictures.code),
            screen: format!("/a/{}/ecran/direct?cle={}", flooded.code, flooded.screen_secret),
            quiet: door(&quiet.code),
        }
    }
}
