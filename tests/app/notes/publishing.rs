use app::Failure;
use app::access::Standing;
use app::engine::clock::HOUR;
use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use domain::notes::visibility::Visibility;
use domain::prose::text::TextError;
use projections::core::content;
use projections::notes::history;

use crate::both;
use crate::world::{WRITER, World, words};

both! {
    async fn what_is_being_written_is_kept_and_goes_when_it_is_saved(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let before = world.events().await;
        for text in ["A", "At", "Attendre…"] {
            world.app.notes().keep_unsaved(&note.note, &lea, 1, ("Silence", text), None).await.unwrap();
        }
        assert_eq!(world.events().await, before, "nobody is held to a sentence they were looking for");
        let kept = content::unsaved(&world.app.db, note.note.as_str(), lea.as_str()).await.unwrap();
        assert_eq!(kept.unwrap().body, "Attendre…");
        let text = words("Silence", "Attendre dix secondes.");
        world.app.notes().revise(&note, WRITER, &lea, 1, &text, CommandId::fresh()).await.unwrap();
        world.app.notes().forget_unsaved(&note.note, &lea, None, ("", "")).await.unwrap();
        let kept = content::unsaved(&world.app.db, note.note.as_str(), lea.as_str()).await.unwrap();
        assert_eq!(kept, None);
    }

    async fn a_note_is_taken_back_within_two_days_and_not_after(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        world.clock.advance(47 * HOUR);
        world.app.notes().take_back(&note, WRITER, &lea, CommandId::fresh()).await.unwrap();
        assert!(!world.note(&note.note).await.is_published());
        let note = world.published(&lea, &workshop, "Autre", Visibility::Everyone).await;
        world.clock.advance(49 * HOUR);
        let late = world.app.notes().take_back(&note, WRITER, &lea, CommandId::fresh()).await;
        assert!(matches!(late, Err(Failure::Refused(app::notes::TOO_LATE))));
        assert!(world.note(&note.note).await.is_published());
    }

    async fn restoring_makes_a_new_version_of_the_old_words(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let first = world.draft(&lea, &workshop, "Silence").await;
        let text = words("Bruit", "Tout autre chose.");
        world.app.notes().revise(&first, WRITER, &lea, 1, &text, CommandId::fresh()).await.unwrap();
        let second = world.note(&first.note).await;
        world.app.notes().restore(&second, WRITER, &lea, (1, 2), CommandId::fresh()).await.unwrap();
        let third = world.note(&first.note).await;
        assert_eq!((third.revision, &third.title, &third.body), (3, &first.title, &first.body));
        let told = history::find(&world.app.db, &first.note, 3).await.unwrap().unwrap();
        assert_eq!((told.kind, told.of), (history::Kind::Restore, 1));
        assert!(told.change.added > 0 && told.change.removed > 0);
    }

    async fn an_unchanged_text_makes_no_event(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let before = world.events().await;
        let text = words("Silence", &note.body.replace('\n', "\r\n"));
        let done = world.app.notes().revise(&note, WRITER, &lea, 1, &text, CommandId::fresh()).await.unwrap();
        assert_eq!((done, world.events().await), (Saved::Unchanged, before));
    }

    async fn a_title_is_proposed_and_an_empty_note_is_not_begun(world: World) {
        let marie = world.member("Marie").await;
        let key = CommandId::fresh;
        let id = world.app.notes().draft(&marie, None, &words("", "## Le silence\n\nSuite."), key()).await.unwrap();
        assert_eq!(world.note(&id).await.title, "Le silence");
        let empty = world.app.notes().draft(&marie, None, &words(" ", "\n \n"), key()).await;
        assert!(matches!(empty, Err(Failure::Refused(app::notes::EMPTY))));
        let long = world.app.notes().draft(&marie, None, &words("Un", &"mot ".repeat(200_000)), key()).await;
        assert!(matches!(long, Err(Failure::Words("body", TextError::TooLong))));
    }

    async fn someone_without_an_account_revises_only_their_own(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let (lea, omar) = (world.guest(&workshop, "Léa").await, world.guest(&workshop, "Omar").await);
        let note = world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        let guest = Standing { writer: false, in_room: true, account: false, moderator: false, team: false, first: 1 };
        let text = words("Silence", "Autre.");
        let refused = world.app.notes().revise(&note, guest, &omar, 1, &text, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)));
    }
}
