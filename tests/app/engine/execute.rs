use app::Failure;
use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use domain::notes::visibility::Visibility;
use projections::notes::history;

use crate::both;
use crate::world::{WRITER, World, words};

both! {
    async fn a_command_told_five_times_happens_once(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let before = world.events().await;
        let key = CommandId::fresh();
        let mut saves = vec![];
        for _ in 0..5 {
            let done = world
                .app.notes()
                .revise(&note, WRITER, &lea, 1, &words("Silence", "Autre texte."), key.clone())
                .await
                .unwrap();
            saves.push(done);
        }
        assert_eq!(world.events().await, before + 1);
        assert!(saves.iter().all(|saved| *saved == Saved::Written(2)), "{saves:?}");
    }

    async fn the_same_key_at_the_same_moment_happens_once(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let before = world.events().await;
        let key = CommandId::fresh();
        let twice = (0..8).map(|_| {
            let (app, note, lea, key) = (world.app.clone(), note.clone(), lea.clone(), key.clone());
            tokio::spawn(async move {
                app.notes().publish(&note, &lea, Visibility::Everyone, false, key).await.unwrap()
            })
        });
        for one in twice.collect::<Vec<_>>() {
            one.await.unwrap();
        }
        assert_eq!(world.events().await, before + 1);
    }

    async fn a_key_used_for_something_else_is_refused(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let key = CommandId::fresh();
        let revise = async |text: &str| {
            world.app.notes().revise(&note, WRITER, &lea, 1, &words("Silence", text), key.clone()).await
        };
        revise("Un.").await.unwrap();
        let other = revise("Deux.").await;
        assert!(matches!(other, Err(Failure::KeyReused)), "{other:?}");
    }

    async fn of_twenty_people_who_save_at_once_one_is_first_and_nobody_is_lost(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 30).await;
        let lea = world.guest(&workshop, "Léa").await;
        let note = world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        let mut saves = vec![];
        for number in 0..20 {
            let (app, note, marie) = (world.app.clone(), note.clone(), marie.clone());
            let standing = Standing { writer: false, in_room: true, account: true, moderator: false, team: false, first: 1 };
            saves.push(tokio::spawn(async move {
                let text = words("Silence", &format!("Texte {number}."));
                app.notes().revise(&note, standing, &marie, 1, &text, CommandId::fresh()).await
            }));
        }
        let (mut first, mut aside) = (0, 0);
        for save in saves {
            match save.await.unwrap().unwrap() {
                Saved::Written(2) => first += 1,
                Saved::Aside(_) => aside += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((first, aside), (1, 19));
        let revisions = history::page(&world.app.db, &note.note, 1, i64::MAX, 99).await.unwrap();
        assert_eq!(revisions.len(), 2);
        // Every text is stored, whoever was first.
        let sql = "select count(*) from content where body like 'Texte %'";
        assert_eq!(world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0), 20);
    }

    async fn what_was_done_is_shown_at_once(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        for number in 0..10 {
            let note = world.draft(&lea, &workshop, &format!("Note {number}")).await;
            assert_eq!(note.title, format!("Note {number}"));
        }
    }

    async fn a_clock_set_back_an_hour_changes_no_order(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let first = world.published(&lea, &workshop, "Avant", Visibility::Everyone).await;
        world.clock.advance(-app::engine::clock::HOUR);
        let omar = world.guest(&workshop, "Omar").await;
        let second = world.published(&omar, &workshop, "Après", Visibility::Everyone).await;
        let text = words("Avant", "Autre texte.");
        world.app.notes().revise(&first, WRITER, &lea, 1, &text, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&first.note).await.revision, 2);
        assert_eq!(world.note(&second.note).await.title, "Après");
        let sql = "select count(*), max(position) from events";
        let row = world.app.db.row(sql, &[]).await.unwrap().unwrap();
        assert_eq!(row.int(0), row.int(1));
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0]);
    }
}
