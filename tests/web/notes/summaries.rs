//! Summaries: what was written of a version while nobody else could read it stays its
//! writer's, on every page and in every file.

use std::io::Read as _;

use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::Offer;
use app::notes::Words;
use domain::notes::visibility::Visibility;
use projections::notes::note::Note;

use crate::both;
use crate::site::{Guest, Host};
use crate::world::{WRITER, World};

/// Changes a note, and says why.
async fn revise(world: &World, note: &Note, body: &str, summary: &str) -> Note {
    let (title, body, summary) = (note.title.clone(), body.to_owned(), summary.to_owned());
    let words = Words { title, body, summary };
    let by = note.writer.clone();
    let base = note.revision;
    world.app.notes().revise(note, WRITER, &by, base, &words, CommandId::fresh()).await.unwrap();
    world.note(&note.note).await
}

/// Everything a note says of its past, to somebody.
async fn past_of(guest: &mut Guest<'_>, note: &Note) -> String {
    let address = format!("/notes/{}", note.note);
    let mut all = String::new();
    for page in ["", "/historique", "/historique.atom", "/historique.json", "/film", "?vue=auteurs"]
    {
        all.push_str(&guest.get(&format!("{address}{page}")).await.page);
    }
    for revision in 1..=note.revision {
        for page in ["versions/", "film?v="] {
            all.push_str(&guest.get(&format!("{address}/{page}{revision}")).await.page);
        }
        let change = format!("{address}/comparer?de={}&a={revision}", (revision - 1).max(1));
        all.push_str(&guest.get(&change).await.page);
    }
    let archive = std::io::Cursor::new(guest.bytes(&format!("{address}/export.zip")).await);
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    let mut list = String::new();
    archive.by_name("historique.csv").unwrap().read_to_string(&mut list).unwrap();
    all + &list
}

both! {
    async fn a_summary_written_in_private_is_never_shown_and_one_is_asked_for(host: Host) {
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let omar = world.guest(&workshop, "Omar").await;
        let note = world.draft(&lea, &workshop, "Silence").await;
        let note = revise(world, &note, "Un premier texte.", "raison-privée-un").await;
        let note = revise(world, &note, "Un second texte.", "raison-privée-deux").await;
        let (mut lea, mut omar) = (host.known(&lea).await, host.known(&omar).await);
        let mut stranger = host.stranger();
        let address = format!("/notes/{}", note.note);

        // Offered to the group, with a word for it.
        assert!(lea.get(&address).await.says("name=\"summary\""));
        let offer = [("visibility", "workshop"), ("summary", "mot-pour-le-groupe")];
        assert_eq!(lea.act(&format!("{address}/publication"), &offer).await.status, 303);
        let note = world.note(&note.note).await;
        let group = past_of(&mut omar, &note).await;
        assert!(!group.contains("raison-privée"), "{group}");
        assert!(group.matches("mot-pour-le-groupe").count() >= 4, "{group}");
        let own = past_of(&mut lea, &note).await;
        for summary in ["raison-privée-un", "raison-privée-deux", "mot-pour-le-groupe"] {
            assert!(own.contains(summary), "{summary}");
        }
        // What is written once others read it is theirs to read.
        let note = revise(world, &note, "Un troisième texte.", "raison-du-groupe").await;
        assert!(past_of(&mut omar, &note).await.contains("raison-du-groupe"));

        // Offered to everyone without a word: what was said to the group stays the group's.
        let everyone = [("visibility", "everyone")];
        assert_eq!(lea.act(&format!("{address}/publication"), &everyone).await.status, 303);
        let note = revise(world, &world.note(&note.note).await, "Un dernier texte.", "raison-ouverte").await;
        let outside = past_of(&mut stranger, &note).await;
        for secret in ["raison-privée", "mot-pour-le-groupe", "raison-du-groupe"] {
            assert!(!outside.contains(secret), "{secret}: {outside}");
        }
        assert!(outside.contains("raison-ouverte"));
        assert!(past_of(&mut omar, &note).await.contains("raison-du-groupe"));
    }

    async fn a_word_for_everyone_takes_the_place_of_a_private_one_and_is_one_event(world: World) {
        let lea = world.account("Lea", false).await;
        let text = Words { title: "Silence".into(), body: "Un texte.".into(), summary: "privé".into() };
        let id = world.app.notes().draft(&lea, None, &text, CommandId::fresh()).await.unwrap();
        let note = world.note(&id).await;
        let offer = Offer {
            visibility: Visibility::Everyone,
            wall: false,
            group: false,
            summary: "pour tous".into(),
        };
        let (before, key) = (world.events().await, CommandId::fresh());
        for _ in 0..3 {
            world.app.notes().offer(&note, WRITER, &lea, &offer, key.clone()).await.unwrap();
        }
        assert_eq!(world.events().await, before + 1);
        let note = world.note(&id).await;
        let words = world.app.notes().words_for(&note, Standing { first: 1, ..Standing::default() }, 1).await.unwrap();
        assert_eq!(words.summary, "pour tous");
        // A moderator looking for a passage is not told what was said in private.
        let moderator = Standing { account: true, moderator: true, first: 1, ..Standing::default() };
        assert_eq!(world.app.notes().find_passage(&note, moderator, "privé").await.unwrap(), [0_i64; 0]);
    }
}
