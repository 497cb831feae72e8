//! Two people, one note.

use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use projections::core::content;
use projections::notes::history::{self, Kind};
use projections::notes::variant;

use crate::both;
use crate::world::{MEMBER, WRITER, World, words};

const FIRST: &str = "- Un point.\n- Un autre point.\n- La fin.\n";

both! {
    async fn changes_of_different_lines_are_put_together_and_said_so(world: World) {
        let note = world.public("lea", FIRST).await;
        let marie = world.account("Marie", false).await;
        let lea = note.writer.clone();
        let mine = words("Accueil", "- Un tout premier point.\n- Un autre point.\n- La fin.\n");
        let theirs = words("Accueil", "- Un point.\n- Un autre point.\n- La vraie fin.\n");
        world.app.notes().revise(&note, WRITER, &lea, 1, &theirs, CommandId::fresh()).await.unwrap();
        let key = CommandId::fresh();
        let saved = world.app.notes().revise(&note, MEMBER, &marie, 1, &mine, key.clone()).await.unwrap();
        assert_eq!(saved, Saved::Merged(3));
        let now = world.note(&note.note).await;
        assert_eq!(now.body, "- Un tout premier point.\n- Un autre point.\n- La vraie fin.\n");
        let told = history::find(&world.app.db, &note.note, 3).await.unwrap().unwrap();
        assert_eq!((told.kind, told.of, &told.by), (Kind::Merge, 1, &marie));
        // The same form again, as poor wifi sends it: nothing more happens.
        let before = world.events().await;
        let again = world.app.notes().revise(&note, MEMBER, &marie, 1, &mine, key).await.unwrap();
        assert_eq!((again, world.events().await), (Saved::Merged(3), before));
    }

    async fn a_text_that_cannot_be_merged_is_kept_aside_and_found_again(world: World) {
        let note = world.public("lea", "Nous étions dix ce soir.\n").await;
        let marie = world.account("Marie", false).await;
        let lea = note.writer.clone();
        let theirs = words("Accueil", "Nous étions douze ce soir.\n");
        world.app.notes().revise(&note, WRITER, &lea, 1, &theirs, CommandId::fresh()).await.unwrap();
        let mine = words("Accueil", "Nous étions onze, ce soir-là.\n");
        let key = CommandId::fresh();
        let saved = world.app.notes().revise(&note, MEMBER, &marie, 1, &mine, key.clone()).await.unwrap();
        let Saved::Aside(aside) = saved.clone() else { panic!("{saved:?}") };
        assert_eq!(world.app.notes().revise(&note, MEMBER, &marie, 1, &mine, key).await.unwrap(), saved);
        let waiting = variant::waiting(&world.app.db, marie.as_str(), 9).await.unwrap();
        assert_eq!(waiting.len(), 1);
        let now = world.note(&note.note).await;
        let theirs = world.app.notes().aside_of((&now, MEMBER), &aside, &lea).await.unwrap();
        assert!(theirs.is_none(), "nobody else reads it");
        let (found, text, joined) = world.app.notes().aside_of((&now, MEMBER), &aside, &marie).await.unwrap().unwrap();
        assert_eq!((text.body.as_str(), joined.body.conflicts().count()), (mine.body.as_str(), 1));
        let chosen = words("Accueil", "Nous étions douze, ce soir-là.\n");
        let settled = world.app.notes().settle(&now, MEMBER, &found, 2, &chosen, CommandId::fresh()).await;
        assert_eq!(settled.unwrap(), Saved::Written(3));
        assert_eq!(variant::waiting(&world.app.db, marie.as_str(), 9).await.unwrap(), []);
        assert_eq!(world.note(&note.note).await.body, chosen.body);
    }

    async fn twenty_people_who_add_a_point_at_once_all_have_it_in(world: World) {
        let note = world.public("lea", FIRST).await;
        let mut saves = vec![];
        for number in 0..20 {
            let person = world.account(&format!("Membre{number}"), false).await;
            let (app, note) = (world.app.clone(), note.clone());
            let text = words("Accueil", &FIRST.replace("- La fin", &format!("- Point {number}.\n- La fin")));
            saves.push(tokio::spawn(async move {
                app.notes().revise(&note, MEMBER, &person, 1, &text, CommandId::fresh()).await
            }));
        }
        for save in saves {
            let saved = save.await.unwrap().unwrap();
            assert!(matches!(saved, Saved::Written(2) | Saved::Merged(_)), "{saved:?}");
        }
        let now = world.note(&note.note).await;
        for number in 0..20 {
            assert!(now.body.contains(&format!("- Point {number}.\n")), "{}", now.body);
        }
        assert_eq!(now.revision, 21);
        let sql = "select count(*) from content where note = $1";
        let stored = world.app.db.row(sql, migrations::values![note.note.as_str()]).await.unwrap();
        assert!(stored.unwrap().int(0) >= 21, "each text as it was sent, and as it was merged");
    }

    async fn a_form_from_a_year_ago_is_merged_like_any_other(world: World) {
        let note = world.public("lea", FIRST).await;
        let lea = note.writer.clone();
        for at in 1..=30 {
            let text = words("Accueil", &FIRST.replace("autre", &format!("autre, {at} fois")));
            world.app.notes().revise(&note, WRITER, &lea, at, &text, CommandId::fresh()).await.unwrap();
        }
        world.clock.advance(365 * app::engine::clock::DAY);
        let old = words("Accueil", &FIRST.replace("La fin", "Le mot de la fin"));
        let saved = world.app.notes().revise(&note, WRITER, &lea, 1, &old, CommandId::fresh()).await.unwrap();
        assert_eq!(saved, Saved::Merged(32));
        assert!(world.note(&note.note).await.body.contains("30 fois"));
    }

    async fn the_same_form_with_other_words_is_another_text(world: World) {
        let note = world.public("lea", FIRST).await;
        let theirs = words("Accueil", &FIRST.replace("La fin", "La vraie fin"));
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &theirs, CommandId::fresh()).await.unwrap();
        let key = CommandId::fresh();
        for (said, revision) in [("tout premier", 3), ("tout autre", 4)] {
            let mine = words("Accueil", &FIRST.replace("Un point", &format!("Un {said} point")));
            let saved = world.app.notes().revise(&note, WRITER, &note.writer, 1, &mine, key.clone()).await;
            let stands = match saved {
                Ok(Saved::Merged(number)) => number == revision,
                // Two texts for one line: kept, and asked about.
                Ok(Saved::Aside(_)) => revision == 4,
                _ => false,
            };
            assert!(stands, "{said}: {saved:?}");
        }
    }

    async fn a_title_two_people_changed_is_asked_about(world: World) {
        let note = world.public("lea", FIRST).await;
        let marie = world.account("Marie", false).await;
        let theirs = words("Bien accueillir", FIRST);
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &theirs, CommandId::fresh()).await.unwrap();
        let mine = words("L'accueil", FIRST);
        let saved = world.app.notes().revise(&note, MEMBER, &marie, 1, &mine, CommandId::fresh()).await.unwrap();
        let Saved::Aside(aside) = saved else { panic!("{saved:?}") };
        let now = world.note(&note.note).await;
        let (_, _, joined) = world.app.notes().aside_of((&now, MEMBER), &aside, &marie).await.unwrap().unwrap();
        assert_eq!((joined.title, joined.body.text().as_deref()), (None, Some(FIRST)));
    }

    async fn a_revision_that_is_not_there_is_not_written_from(world: World) {
        let note = world.public("lea", FIRST).await;
        for base in [0, 9, -1] {
            let text = words("Accueil", "Autre chose.\n");
            let saved = world.app.notes().revise(&note, WRITER, &note.writer, base, &text, CommandId::fresh()).await;
            assert!(saved.is_err(), "{base}: {saved:?}");
        }
        let kept = content::find(&world.app.db, &note.content).await.unwrap();
        assert_eq!(kept.body, FIRST);
    }
}
