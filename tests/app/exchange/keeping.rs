//! Nothing is kept longer than the page says.

use app::engine::clock::DAY;
use app::engine::envelope::CommandId;
use app::exchange::keeping::{DRAFTS, MINORS, MINORS_UNCLOSED};
use app::workshops::Plan;
use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use migrations::values;

use crate::both;
use crate::world::{WRITER, World};

/// What the task says it did.
async fn forgotten(world: &World) -> Vec<(&'static str, u64)> {
    world.app.exchange().keep_times(world.clock.now()).await.unwrap()
}

/// An open workshop with people under fourteen, and who runs it.
async fn of_minors(world: &World) -> (PersonId, WorkshopId) {
    let marie = world.account("Marie", true).await;
    let plan = Plan { title: "Jeunes".into(), places: 9, minors: true, ..Plan::default() };
    let workshops = world.app.workshops();
    let room = workshops.prepare_workshop(&marie, &plan, CommandId::fresh()).await.unwrap();
    act(world, &room, &marie, Act::Open).await;
    (marie, room)
}

async fn act(world: &World, room: &WorkshopId, by: &PersonId, act: Act) {
    world.app.workshops().run_workshop(room, by, act, CommandId::fresh()).await.unwrap();
}

both! {
    async fn drafts_of_a_guest_who_never_came_back_go_after_a_year(world: World) {
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let zoe = world.guest(&room, "Zoé").await;
        let draft = world.draft(&lea, &room, "Pas finie").await;
        let kept = world.draft(&zoe, &room, "En cours").await;
        let shown = world.published(&lea, &room, "Le pain", Visibility::Workshop).await;
        // A draft that she let somebody read is not hers alone.
        let shared = world.draft(&lea, &room, "Partagée").await;
        world.app.notes().make_link(&shared, WRITER, (&lea, ""), CommandId::fresh()).await.unwrap();
        let text = ("Pas finie", "encore un mot");
        world.app.notes().keep_unsaved(&draft.note, &lea, 1, text, None).await.unwrap();
        world.clock.advance(DRAFTS - DAY);
        world.app.people().open_session(&zoe).await.unwrap();
        assert!(!forgotten(&world).await.iter().any(|(what, _)| *what == "drafts"), "a day early");
        world.clock.advance(2 * DAY);
        let done = forgotten(&world).await;
        assert!(done.contains(&("drafts", 1)), "{done:?}");
        assert_eq!(world.note(&draft.note).await.body, "");
        assert!(world.app.db.rows("select 1 from drafts", &[]).await.unwrap().is_empty());
        assert_ne!(world.note(&kept.note).await.body, "", "she is here still");
        assert_ne!(world.note(&shown.note).await.body, "", "what others read stays");
        assert_ne!(world.note(&shared.note).await.body, "", "so does what she shared");
        assert!(!forgotten(&world).await.iter().any(|(what, _)| *what == "drafts"), "once");
    }

    async fn m11_names_of_minors_go_thirty_days_after_the_end(world: World) {
        let (marie, room) = of_minors(&world).await;
        let lea = world.guest(&room, "Léa").await;
        let note = world.published(&lea, &room, "Le pain", Visibility::Workshop).await;
        let draft = world.draft(&lea, &room, "Pas finie").await;
        act(&world, &room, &marie, Act::Close).await;
        world.clock.advance(MINORS - DAY);
        assert!(forgotten(&world).await.iter().all(|(what, _)| *what != "minors"), "a day early");
        world.clock.advance(2 * DAY);
        let done = forgotten(&world).await;
        assert!(done.contains(&("minors", 1)), "{done:?}");
        let names = "select 1 from people where person = $1";
        assert!(world.app.db.row(names, values![lea.as_str()]).await.unwrap().is_none());
        let note = world.note(&note.note).await;
        assert_eq!((note.title.as_str(), note.writer_name.as_str()), ("Le pain", ""), "unsigned");
        assert_eq!(world.note(&draft.note).await.body, "");
        assert!(world.app.people().someone(&marie).await.unwrap().is_some(), "who ran it stays");
    }

    async fn m11_minors_of_a_workshop_that_nobody_closes_are_forgotten_too(world: World) {
        let (marie, room) = of_minors(&world).await;
        let (lea, zoe) = (world.guest(&room, "Léa").await, world.guest(&room, "Zoé").await);
        let adults = world.workshop(&marie, 9).await;
        let ana = world.guest(&adults, "Ana").await;
        world.clock.advance(MINORS_UNCLOSED - DAY);
        world.draft(&zoe, &room, "De retour").await;
        assert!(forgotten(&world).await.iter().all(|(what, _)| *what != "minors"), "a day early");
        world.clock.advance(2 * DAY);
        let done = forgotten(&world).await;
        assert!(done.contains(&("minors", 1)), "{done:?}");
        let people = world.app.people();
        assert!(people.someone(&lea).await.unwrap().is_none());
        assert!(people.someone(&zoe).await.unwrap().is_some(), "she came back");
        assert!(people.someone(&ana).await.unwrap().is_some(), "she is no minor");
        // Closed at last, and looked at by nobody for years.
        act(&world, &room, &marie, Act::Close).await;
        world.clock.advance(1000 * DAY);
        let done = forgotten(&world).await;
        assert!(done.contains(&("minors", 1)), "{done:?}");
    }

    async fn where_phones_were_is_kept_ninety_days_and_letters_a_half_year(world: World) {
        let now = world.clock.now();
        let presence = "insert into presence (workshop, person, seen_at, input_at, step, step_at, flips,
            flips_at, unsent, asked_at, quiet_to) values ('w', $1, $2, 0, 'draft', 0, 0, 0, 0, 0, 0)";
        let letter = "insert into letters (workshop, person, kind, sent_at) values ('w', $1, 'week', $2)";
        for (person, age) in [("old", 91 * DAY), ("new", 89 * DAY)] {
            world.app.db.exec(presence, values![person, now - age]).await.unwrap();
            world.app.db.exec(letter, values![person, now - 2 * age]).await.unwrap();
        }
        let done = forgotten(&world).await;
        assert!(done.contains(&("presence", 1)) && done.contains(&("letters", 1)), "{done:?}");
    }
}
