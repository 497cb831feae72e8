//! The projected page: its scenes, and what none of them shows.

use domain::notes::visibility::Visibility;
use domain::workshops::workshop::{Act, Scene};
use projections::workshops::workshop::Workshop;

use crate::both;
use crate::site::Host;
use crate::workshops::ends::hour;
use crate::workshops::room::{come_in, key, open, step};

async fn wall(host: &Host, workshop: &Workshop) -> String {
    let address = format!("/a/{}/ecran?cle={}", workshop.code, workshop.screen_secret);
    host.stranger().get(&address).await.page
}

async fn show(host: &Host, workshop: &Workshop, by: &domain::core::ids::PersonId, scene: Scene) {
    let app = &host.world.app;
    app.workshops().run_workshop(&workshop.workshop, by, Act::Show(scene), key()).await.unwrap();
}

both! {
    async fn the_round_lights_what_was_proposed_once_five_have_answered(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        show(&host, &workshop, &marie, Scene::Round).await;
        let said = [
            ("Estrie", "Outils numériques"),
            ("  estrie", "Outils numériques"),
            ("Montreal", "Apprendre ensemble"),
            ("Région-canari", "Intérêt-canari"),
            ("Laval", "Digital tools"),
        ];
        for (at, (region, interest)) in said.into_iter().enumerate() {
            // Whoever says nothing counts for nothing.
            come_in(&host, &workshop, "Rien").await.act(&step(&workshop, "tour-de-table"), &[("region", " ")]).await;
            let page = wall(&host, &workshop).await;
            assert!(!page.contains("map-lit") && !page.contains("Outils numériques"), "{at}: {page}");
            let mut guest = come_in(&host, &workshop, &format!("Prénom-canari-{at}")).await;
            let fields = [("region", region), ("organisation", "Groupe-canari"), ("interest", interest)];
            assert_eq!(guest.act(&step(&workshop, "tour-de-table"), &fields).await.status, 303);
        }
        let page = wall(&host, &workshop).await;
        // Three regions, however they were typed; what was typed freely is nobody's to read.
        assert_eq!(page.matches("map-lit").count(), 3, "{page}");
        assert!(page.contains("Estrie, Laval et Montréal") && !page.to_lowercase().contains("canari"), "{page}");
        // Said three times, in two languages, and once.
        assert!(page.contains("class=\"float-3\">Outils numériques<"), "{page}");
        assert!(page.contains("class=\"float-1\">Apprendre ensemble<"), "{page}");
        // Whoever is sent out takes their answers along, and four light nothing.
        let people = projections::workshops::room::present(&host.world.app.db, &workshop.workshop).await.unwrap();
        let person = people.iter().find(|it| it.name.contains("canari")).unwrap().person.clone();
        let act = Act::SendOut(person);
        host.world.app.workshops().run_workshop(&workshop.workshop, &marie, act, key()).await.unwrap();
        assert!(!wall(&host, &workshop).await.contains("map-lit"));
    }

    async fn those_who_wait_for_a_word_are_named_only_by_who_put_them_on_the_wall(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        show(&host, &workshop, &marie, Scene::Review).await;
        assert!(wall(&host, &workshop).await.contains("Les premières notes s’écrivent"));
        let mut notes = vec![];
        for at in 0..6 {
            let guest = host.world.guest(&workshop.workshop, &format!("Prénom-canari-{at}")).await;
            let note = host.world.published(&guest, &workshop.workshop, &format!("Titre {at}"), Visibility::Workshop).await;
            notes.push((note, guest));
        }
        let page = wall(&host, &workshop).await;
        assert!(page.contains("6 notes attendent un mot") && !page.contains("Titre 0") && !page.contains("canari"), "{page}");
        let (note, guest) = &notes[0];
        let app = &host.world.app;
        app.notes().publish(note, guest, note.visibility, true, key()).await.unwrap();
        assert!(wall(&host, &workshop).await.contains("Titre 0"));
        // Once it has a word, it waits for none.
        app.notes().thank(note, &marie, None, "Merci.", key()).await.unwrap();
        let page = wall(&host, &workshop).await;
        assert!(page.contains("5 notes attendent un mot") && !page.contains("Titre 0"), "{page}");
    }

    async fn the_end_has_the_way_to_its_notes(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        show(&host, &workshop, &marie, Scene::Thanks).await;
        assert!(!wall(&host, &workshop).await.contains("Code QR vers les notes"));
        host.world.app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        let page = wall(&host, &workshop).await;
        assert!(page.contains("Code QR vers les notes de l’atelier") && page.contains("L’atelier est terminé"), "{page}");
    }
}
