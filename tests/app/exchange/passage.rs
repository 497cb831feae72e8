//! An erased passage is erased from the note and from all that was said around it.

use std::path::Path;

use app::Failure;
use app::access::{Standing, Viewer};
use app::engine::envelope::CommandId;
use app::exchange::erasure::SEALED;
use app::files::keep::Brought;
use app::groups::items::{Place, read_lines};
use app::groups::meetings::Announcement;
use app::workshops::participation::Sketch;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::files::file::Of;
use domain::groups::community::{Admission, Spread};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::groups::meeting::{Hours, Kind, Moment};
use domain::notes::note::Reason;
use domain::notes::visibility::Visibility;
use domain::workshops::peer_review::Look;
use projections::groups::{community, meeting};
use projections::workshops::workshop;

use crate::both;
use crate::world::{World, words};

const MODERATOR: Standing = Standing {
    writer: false,
    in_room: true,
    account: true,
    moderator: true,
    team: false,
    first: 1,
};

const SECRET: &str = "Quatrevaux";

/// A passage everywhere it can be said: a note, a look at it, a line, an introduction, a goodbye,
/// an announcement, a kind word, an objective.
async fn said(world: &World) -> (PersonId, WorkshopId, NoteId) {
    let (app, key) = (&world.app, CommandId::fresh);
    let marie = world.account("Marie", true).await;
    let room = world.workshop(&marie, 9).await;
    let (lea, zoe) = (world.guest(&room, "Léa").await, world.guest(&room, "Zoé").await);
    let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
    let standing = Standing { writer: true, in_room: true, ..Standing::default() };
    let text = words("Le pain", &format!("Avec {SECRET}, nous avons appris.\n"));
    app.notes().revise(&note, standing, &lea, 1, &text, key()).await.unwrap();
    let workshops = app.workshops();
    workshops.ask_for_look(&note, &lea, key()).await.unwrap();
    let viewer = Viewer { someone: app.people().someone(&zoe).await.unwrap(), links: vec![] };
    let found = workshop::find(&app.db, &room).await.unwrap().unwrap();
    workshops.take_look(&viewer, &found, &note.note, key()).await.unwrap();
    let look = format!("Et {SECRET} ?");
    workshops.give_look(&note.note, &zoe, (Look::More, &look), key()).await.unwrap();
    let lines = read_lines(&format!("Merci à {SECRET}"), ItemKind::Learning, false);
    let sheet = Sheet::from(&room);
    let place = Place { sheet: &sheet, under: None, source: Source::Said };
    world.app.groups().capture(&marie, &place, &lines, &key()).await.unwrap();
    let sketch = Sketch { region: format!("Chez {SECRET}"), ..Sketch::default() };
    workshops.sketch(&room, &lea, &sketch, key()).await.unwrap();
    let goodbye = format!("À {SECRET}");
    workshops.say_farewell(&room, &lea, (&goodbye, None), key()).await.unwrap();
    workshops.encourage(&room, &lea, (&marie, &goodbye), key()).await.unwrap();
    workshops.state_objective(&room, &lea, (1, &goodbye), key()).await.unwrap();
    (marie, room, note.note)
}

async fn is_nowhere(world: &World) {
    let rows = world.app.db.rows("select title, body, summary from content", &[]).await.unwrap();
    for row in rows {
        let text = format!("{}{}{}", row.text(0), row.text(1), row.text(2));
        assert!(!text.contains(SECRET), "{text}");
    }
    if !world.app.db.is_postgres() {
        let folder = Path::new(&world.settings.database).parent().unwrap();
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        // The folder of files holds no text.
        for path in paths.filter(|path| path.is_file()) {
            let bytes = std::fs::read(&path).unwrap();
            let held = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
            assert!(!held, "{}", path.display());
        }
    }
}

both! {
    async fn m8_from_a_note_it_goes_from_looks_lines_and_words_of_the_workshop(world: World) {
        let (marie, _, note) = said(&world).await;
        let note = world.note(&note).await;
        let what = (SECRET, Reason::Personal);
        let exchange = world.app.exchange();
        let erasure = exchange.propose_erasure(&note, MODERATOR, &marie, what, CommandId::fresh()).await.unwrap();
        let alone = exchange.agree_to_erasure(&note, MODERATOR, &marie, &erasure, CommandId::fresh()).await;
        assert!(matches!(alone, Err(Failure::Rule(_))), "{alone:?}");
        let second = world.account("Omar", true).await;
        exchange.agree_to_erasure(&note, MODERATOR, &second, &erasure, CommandId::fresh()).await.unwrap();
        world.clock.advance(SEALED);
        let done = exchange.keep_times(world.clock.now()).await.unwrap();
        assert!(done.contains(&("erasures", 1)), "{done:?}");
        is_nowhere(&world).await;
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0]);
    }

    async fn m8_from_a_workshop_it_goes_from_all_that_was_said(world: World) {
        let (marie, room, _) = said(&world).await;
        let found = world.app.workshops().find_words(&room, SECRET).await.unwrap();
        assert_eq!(found.len(), 5, "a line, an introduction, a goodbye, a kind word, an objective");
        let what = (SECRET, Reason::Personal);
        world.app.exchange().erase_passage_said(&Sheet::from(&room), &marie, what, CommandId::fresh()).await.unwrap();
        assert!(world.app.workshops().find_words(&room, SECRET).await.unwrap().is_empty());
    }

    async fn m8_from_the_note_of_a_meeting_it_goes_from_all_that_was_said_there(world: World) {
        let (app, key) = (&world.app, CommandId::fresh);
        let (lea, omar) = (world.account("Lea", false).await, world.account("Omar", false).await);
        let about = app::groups::communities::Wording { line: "Cercle".into(), ..Default::default() };
        let doors = (Admission::Open, Spread::Mixed);
        let community = app.groups().found(&lea, &about, doors, key()).await.unwrap();
        let found = community::find(&app.db, &community).await.unwrap().unwrap();
        app.groups().join(&found, &omar, key()).await.unwrap();
        let starts_at = world.clock.now();
        let hours = Hours { starts_at, ends_at: starts_at + 1, zone: "UTC".parse().unwrap() };
        let announced = Announcement {
            title: "Rencontre".into(),
            about: format!("Avec {SECRET}."),
            place: String::new(),
            kind: Kind::Retreat,
            hours: vec![hours],
            places: None,
        };
        let meeting = app.groups().announce_meeting(&found, &lea, &announced, key()).await.unwrap();
        let held = meeting::find(&app.db, &meeting).await.unwrap().unwrap();
        app.groups().come_to_meeting(&held, &omar, true, key()).await.unwrap();
        let aim = format!("Écrire à {SECRET}");
        app.groups().say_aim(&held, &omar, (Moment::Start, &aim), key()).await.unwrap();
        let sheet = Sheet::Meeting(meeting.clone());
        let place = Place { sheet: &sheet, under: None, source: Source::Said };
        let lines = read_lines(&format!("Merci à {SECRET}"), ItemKind::Learning, false);
        app.groups().capture_for_room(&omar, &place, &lines, &key()).await.unwrap();
        let brought = Brought {
            name: "tableau.pdf".into(),
            bytes: b"%PDF-1.4 tableau".to_vec(),
            description: format!("{SECRET} au tableau"),
            faces: None,
        };
        app.files().add_file(&Of::Meeting(meeting.clone()), &omar, brought, key()).await.unwrap();
        let found = app.exchange().find_said(&sheet, SECRET).await.unwrap();
        assert_eq!(found.len(), 4, "what it is about, an aim, a line, a file: {found:?}");
        let what = (SECRET, Reason::Personal);
        app.exchange().erase_passage_said(&sheet, &lea, what, key()).await.unwrap();
        assert!(app.exchange().find_said(&sheet, SECRET).await.unwrap().is_empty());
        let again = app.exchange().erase_passage_said(&sheet, &lea, what, key()).await;
        assert!(matches!(again, Err(Failure::Refused(_))), "{again:?}");
        assert_eq!(app.projector.verify().await.unwrap(), [""; 0]);
    }
}
