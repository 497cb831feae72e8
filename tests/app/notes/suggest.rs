use app::Failure;
use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use app::notes::suggest::{Corrected, Proposer, Waiting};
use domain::core::ids::{ReaderId, SuggestionId};
use projections::notes::history::{self, Kind};
use projections::notes::note::Note;
use projections::notes::suggestion;

use crate::both;
use crate::world::{MEMBER, STRANGER, WRITER, World, words};

const FIRST: &str = "Le developement vient. Il faut du temps.\n";

fn visitor() -> Proposer {
    let reader: ReaderId = "0123456789abcdef".parse().unwrap();
    Proposer::Reader(reader)
}

async fn proposed(world: &World, note: &Note, body: &str) -> SuggestionId {
    let text = words("Accueil", body);
    let key = CommandId::fresh();
    let corrected =
        world.app.notes().correct(note, STRANGER, &visitor(), 1, &text, key).await.unwrap();
    let Corrected::Proposed(id) = corrected else { panic!("{corrected:?}") };
    id
}

both! {
    async fn a_member_mends_a_slip_at_once_and_proposes_the_rest(world: World) {
        let note = world.public("lea", FIRST).await;
        let marie = Proposer::Person(world.account("Marie", false).await);
        let typo = words("Accueil", &FIRST.replace("developement", "développement"));
        let corrected = world.app.notes().correct(&note, MEMBER, &marie, 1, &typo, CommandId::fresh()).await.unwrap();
        assert_eq!(corrected, Corrected::Saved(Saved::Written(2)));
        let told = history::find(&world.app.db, &note.note, 2).await.unwrap().unwrap();
        assert_eq!((told.kind, told.change.typos), (Kind::Typo, 1));
        let more = words("Accueil", &typo.body.replace("du temps", "du temps et du silence"));
        let corrected = world.app.notes().correct(&note, MEMBER, &marie, 2, &more, CommandId::fresh()).await.unwrap();
        assert!(matches!(corrected, Corrected::Proposed(_)), "{corrected:?}");
        assert_eq!(world.note(&note.note).await.revision, 2);
    }

    async fn a_visitors_slip_waits_and_is_accepted_in_one_tap_and_credited(world: World) {
        let note = world.public("lea", FIRST).await;
        let id = proposed(&world, &note, &FIRST.replace("developement", "développement")).await;
        // Meanwhile the note goes on.
        let meanwhile = words("Accueil", &FIRST.replace("du temps", "beaucoup de temps"));
        let lea = note.writer.clone();
        world.app.notes().revise(&note, WRITER, &lea, 1, &meanwhile, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let key = CommandId::fresh();
        let accepted = world.app.notes().accept(&now, WRITER, &lea, &id, None, key).await.unwrap();
        assert_eq!(accepted, Some(Saved::Written(3)));
        let now = world.note(&note.note).await;
        assert_eq!(now.body, "Le développement vient. Il faut beaucoup de temps.\n");
        let told = history::find(&world.app.db, &note.note, 3).await.unwrap().unwrap();
        assert_eq!((told.kind, told.from, &told.by), (Kind::Suggestion, None, &lea));
        let wanted = suggestion::Wanted { from: 0, hidden: true, by: None };
        assert_eq!(suggestion::waiting(&world.app.db, &note.note, wanted, 0).await.unwrap(), []);
    }

    async fn a_suggestion_about_a_sentence_that_changed_is_asked_about(world: World) {
        let note = world.public("lea", FIRST).await;
        let id = proposed(&world, &note, &FIRST.replace("Il faut du temps", "Il faut des heures")).await;
        let lea = note.writer.clone();
        let other = words("Accueil", &FIRST.replace("Il faut du temps", "Il faut du silence"));
        world.app.notes().revise(&note, WRITER, &lea, 1, &other, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let by_itself = world.app.notes().accept(&now, WRITER, &lea, &id, None, CommandId::fresh()).await.unwrap();
        assert_eq!(by_itself, None);
        let settled = words("Accueil", &FIRST.replace("Il faut du temps", "Il faut des heures de silence"));
        let key = CommandId::fresh();
        let accepted = world.app.notes().accept(&now, WRITER, &lea, &id, Some((2, &settled)), key).await.unwrap();
        assert_eq!(accepted, Some(Saved::Written(3)));
    }

    async fn a_suggestion_written_from_a_text_one_may_not_read_is_not_shown(world: World) {
        let marie = world.account("Marie", true).await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.published(&lea, &workshop, "Silence", domain::notes::visibility::Visibility::Workshop).await;
        let in_room = Standing { in_room: true, ..STRANGER };
        let secret = words("Silence", "Zoé a appris à attendre, et nous aussi.");
        let corrected = world.app.notes().correct(&note, in_room, &visitor(), 1, &secret, CommandId::fresh()).await.unwrap();
        let Corrected::Proposed(id) = corrected else { panic!("{corrected:?}") };
        let without = words("Silence", "Nous avons appris.");
        world.app.notes().revise(&note, WRITER, &lea, 1, &without, CommandId::fresh()).await.unwrap();
        let everyone = domain::notes::visibility::Visibility::Everyone;
        world.app.notes().publish(&note, &lea, everyone, false, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let member = Standing { first: now.everyone_from, ..MEMBER };
        let seen = world.app.notes().suggestions(&now, member, Some(&marie), 0).await.unwrap();
        assert_eq!(seen, Waiting::default());
        let head = app::notes::revise::current(&now);
        let seen = world.app.notes().suggested(&now, member, Some(&marie), &id, &head).await.unwrap();
        assert!(seen.is_none());
        let refused = world.app.notes().accept(&now, member, &marie, &id, None, CommandId::fresh()).await;
        assert!(refused.is_err(), "{refused:?}");
        let seen = world.app.notes().suggestions(&now, WRITER, Some(&lea), 0).await.unwrap();
        assert_eq!((seen.count, seen.suggestions.len()), (1, 1), "its writer sees it");
    }

    async fn nobody_proposes_to_a_draft_nor_answers_for_somebody_else(world: World) {
        let marie = world.account("Marie", true).await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let draft = world.draft(&lea, &workshop, "Silence").await;
        let text = words("Silence", "Autre chose.");
        let refused = world.app.notes().correct(&draft, STRANGER, &visitor(), 1, &text, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
        let note = world.public("omar", FIRST).await;
        let id = proposed(&world, &note, "Autre chose.\n").await;
        let refused = world.app.notes().accept(&note, STRANGER, &lea, &id, None, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
        let refused = world.app.notes().decline(&note, STRANGER, &lea, &id, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
    }
}
