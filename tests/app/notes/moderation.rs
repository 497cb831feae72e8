//! Names of revisions, and what of them is hidden.

use app::Failure;
use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use domain::notes::note::{Hiding, Reason};
use projections::notes::history;

use crate::both;
use crate::world::{MODERATOR, STRANGER, WRITER, World, words};

const TEXT: Hiding = Hiding { text: true, summary: false, author: false };

both! {
    async fn a_hidden_text_is_read_by_moderators_alone_and_can_be_shown_again(world: World) {
        let note = world.public("lea", "Un secret.\n").await;
        let marie = world.account("Marie", true).await;
        let text = words("Accueil", "Rien.\n");
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &text, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let hide = async |parts| {
            let wanted = (1, parts, Reason::Personal);
            world.app.notes().hide(&now, MODERATOR, &marie, wanted, CommandId::fresh()).await.unwrap();
        };
        hide(TEXT).await;
        let refused = world.app.notes().words_for(&now, STRANGER, 1).await;
        assert!(matches!(refused, Err(Failure::Refused(app::notes::HIDDEN))), "{refused:?}");
        assert_eq!(world.app.notes().words_for(&now, MODERATOR, 1).await.unwrap().body, "Un secret.\n");
        let restored = world.app.notes().restore(&now, WRITER, &note.writer, (1, 2), CommandId::fresh()).await;
        assert!(matches!(restored, Err(Failure::Refused(app::notes::HIDDEN))), "what is hidden is not put back");
        let undone = world.app.notes().passages(&now, WRITER, 2).await;
        assert!(matches!(undone, Err(Failure::Refused(app::notes::HIDDEN))), "nor shown by undoing");
        hide(Hiding::default()).await;
        assert_eq!(world.app.notes().words_for(&now, STRANGER, 1).await.unwrap().body, "Un secret.\n");
    }

    async fn hiding_what_everyone_reads_puts_the_text_before_it_back(world: World) {
        let note = world.public("lea", "Tout va bien.\n").await;
        let marie = world.account("Marie", true).await;
        let text = words("Accueil", "Un secret.\n");
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &text, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let wanted = (2, TEXT, Reason::Harmful);
        world.app.notes().hide(&now, MODERATOR, &marie, wanted, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        assert_eq!((now.revision, now.body.as_str()), (3, "Tout va bien.\n"));
        let refused = world.app.notes().words_for(&now, STRANGER, 2).await;
        assert!(matches!(refused, Err(Failure::Refused(app::notes::HIDDEN))), "{refused:?}");
    }

    async fn only_those_who_look_after_the_commons_hide(world: World) {
        let note = world.public("lea", "Un.\n").await;
        let hide = (1, TEXT, Reason::Asked);
        let refused = world.app.notes().hide(&note, WRITER, &note.writer, hide, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
        let refused = world.app.notes().find_passage(&note, STRANGER, "Un").await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
    }

    async fn a_revision_is_named_renamed_and_unnamed(world: World) {
        let note = world.public("lea", "Un.\n").await;
        for (name, told) in [("Avant mars", "Avant mars"), ("Mars", "Mars"), (" ", "")] {
            let named = (1, name);
            world.app.notes().name_revision(&note, WRITER, &note.writer, named, CommandId::fresh()).await.unwrap();
            let found = history::find(&world.app.db, &note.note, 1).await.unwrap().unwrap();
            assert_eq!(found.name, told);
        }
        let long = (1, "x".repeat(99));
        let long = (long.0, long.1.as_str());
        let refused = world.app.notes().name_revision(&note, WRITER, &note.writer, long, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::Words("summary", _))), "{refused:?}");
    }

    async fn a_text_put_together_tells_nothing_of_one_that_is_hidden(world: World) {
        const MEMBER: Standing = Standing { moderator: false, ..MODERATOR };
        let note = world.public("lea", "Un.\nLe secret.\nTrois.\n").await;
        let marie = world.account("Marie", true).await;
        let omar = world.account("Omar", false).await;
        let text = words("Accueil", "Un.\nTrois.\n");
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &text, CommandId::fresh()).await.unwrap();
        let now = world.note(&note.note).await;
        let wanted = (1, TEXT, Reason::Personal);
        world.app.notes().hide(&now, MODERATOR, &marie, wanted, CommandId::fresh()).await.unwrap();
        let before = world.note(&note.note).await;
        // Two guesses, one of them right: nothing tells which.
        for guess in ["Un.\nLe secret.\nTrois.\n", "Un.\nAutre chose.\nTrois.\n"] {
            let (mine, key) = (words("Accueil", guess), CommandId::fresh());
            let saved = world.app.notes().revise(&now, MEMBER, &omar, 1, &mine, key.clone()).await.unwrap();
            let Saved::Aside(aside) = saved.clone() else { panic!("{guess}: {saved:?}") };
            let again = world.app.notes().revise(&now, MEMBER, &omar, 1, &mine, key).await.unwrap();
            assert_eq!(again, saved, "and the same form is the same answer");
            let found = world.app.notes().aside_of((&before, MEMBER), &aside, &omar).await.unwrap();
            let (_, kept, joined) = found.unwrap();
            assert_eq!(kept.body, guess, "nothing is lost");
            assert_eq!(joined.body.text().as_deref(), Some(guess));
            let by = app::notes::suggest::Proposer::Person(omar.clone());
            let corrected = world.app.notes().correct(&now, MEMBER, &by, 1, &mine, CommandId::fresh()).await;
            assert!(matches!(corrected, Err(Failure::Refused(app::notes::HIDDEN))), "{corrected:?}");
        }
        assert_eq!(world.note(&note.note).await, before);
        // Whoever may read it merges as ever.
        let mine = words("Accueil", "Un.\nLe secret.\nTrois, et quatre.\n");
        let saved = world.app.notes().revise(&now, MODERATOR, &marie, 1, &mine, CommandId::fresh()).await;
        assert!(matches!(saved, Ok(Saved::Merged(3) | Saved::Aside(_))), "{saved:?}");
    }
}
