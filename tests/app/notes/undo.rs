use app::engine::envelope::CommandId;
use app::notes::revise::Saved;
use domain::prose::undo::Fate;
use projections::notes::blame;
use projections::notes::history::{self, Kind};

use crate::both;
use crate::world::{WRITER, World, words};

both! {
    async fn a_passage_of_a_middle_edit_is_taken_back_and_given_back(world: World) {
        let note = world.public("lea", "Nous étions dix.\n\nLe tableau sert.\n").await;
        let (app, lea) = (world.app.clone(), note.writer.clone());
        let save = async |base: i64, title: &str, body: &str| {
            app.notes().revise(&note, WRITER, &lea, base, &words(title, body), CommandId::fresh()).await.unwrap()
        };
        save(1, "L'accueil", "Nous étions douze.\n\nLe grand tableau sert.\n").await;
        save(2, "L'accueil", "Nous étions douze.\n\nLe grand tableau sert.\n\nUne suite.\n").await;
        let now = world.note(&note.note).await;
        let passages = app.notes().passages(&now, WRITER, 2).await.unwrap();
        let told: Vec<_> = passages
            .iter()
            .map(|one| (one.in_title, one.fragment.removed.as_str(), one.fragment.fate))
            .collect();
        let can = Fate::Undoable;
        assert_eq!(told, [(true, "Accueil", can), (false, "dix", can), (false, "", can)]);
        let saved = app.notes().undo(&now, WRITER, &lea, (2, vec![1]), CommandId::fresh()).await.unwrap();
        assert_eq!(saved, Saved::Written(4));
        let undone = world.note(&note.note).await;
        assert_eq!(undone.body, "Nous étions dix.\n\nLe grand tableau sert.\n\nUne suite.\n");
        let told = history::find(&app.db, &note.note, 4).await.unwrap().unwrap();
        assert_eq!((told.kind, told.of), (Kind::Undo, 2));
        // The word that came back is still its first writer's.
        let blame = blame::of(&app.db, &note.note, 4).await.unwrap().unwrap();
        assert_eq!(blame.shares(&undone.body).get(&4), None, "{blame}");
        // And the undo is undone.
        app.notes().undo(&undone, WRITER, &lea, (4, vec![0]), CommandId::fresh()).await.unwrap();
        assert!(world.note(&note.note).await.body.starts_with("Nous étions douze."));
    }

    async fn a_passage_replaced_since_says_by_which_revision(world: World) {
        let note = world.public("lea", "Nous étions dix.\n").await;
        let (app, lea) = (world.app.clone(), note.writer.clone());
        for (base, body) in [(1, "Nous étions douze.\n"), (2, "Nous étions treize.\n")] {
            app.notes().revise(&note, WRITER, &lea, base, &words("Accueil", body), CommandId::fresh()).await.unwrap();
        }
        let now = world.note(&note.note).await;
        let passages = app.notes().passages(&now, WRITER, 2).await.unwrap();
        assert_eq!((passages[0].fragment.fate, passages[0].replaced_by), (Fate::Replaced, Some(3)));
        let saved = app.notes().undo(&now, WRITER, &lea, (2, vec![0]), CommandId::fresh()).await.unwrap();
        assert_eq!(saved, Saved::Unchanged, "what was rewritten since is left alone");
    }

    async fn the_first_revision_and_those_that_are_not_there_cannot_be_undone(world: World) {
        let note = world.public("lea", "Nous étions dix.\n").await;
        for of in [0, 1, 2, -4] {
            assert!(world.app.notes().passages(&note, WRITER, of).await.is_err(), "{of}");
        }
    }
}
