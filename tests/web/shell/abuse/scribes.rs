//! A scribe is their teller in one workshop, for as long as the teller wants.

use domain::workshops::participation;
use domain::workshops::workshop::Act;
use projections::workshops::{room, workshop};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step, writing};

both! {
    async fn m5_a_scribe_whom_another_replaces_reads_nothing_more(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Le silence").await;
        let mut omar = come_in(&host, &workshop, "Omar").await;
        come_in(&host, &workshop, "Marie-Ève").await;
        let db = &host.world.app.db;
        let people = room::present(db, &workshop.workshop).await.unwrap();
        let of = |name: &str| people.iter().find(|one| one.name == name).unwrap().person.clone();
        let app = &host.world.app;
        app.workshops().take_part((&workshop.workshop, &of("Léa")), &of("Léa"), participation::Act::NameScribe(of("Omar")), key()).await.unwrap();
        let scribe = format!("/a/{}/scribe", workshop.code);
        omar.act(&scribe, &[("person", of("Léa").as_str())]).await;
        assert!(omar.get(&step(&workshop, "brouillon")).await.says("Le silence"));
        app.workshops().take_part((&workshop.workshop, &of("Léa")), &of("Léa"), participation::Act::NameScribe(of("Marie-Ève")), key()).await.unwrap();
        assert!(!omar.get(&step(&workshop, "brouillon")).await.says("Le silence"));
        // She goes on alone: the next one does not read either.
        let page = lea.get(&step(&workshop, "brouillon")).await;
        assert!(page.says("Quelqu’un écrit pour vous"));
        assert_eq!(lea.act(&format!("{scribe}/seul"), &[]).await.status, 303);
        assert!(!lea.get(&step(&workshop, "brouillon")).await.says("Quelqu’un écrit pour vous"));
    }

    async fn m5_a_scribe_makes_nobody_an_author_of_what_they_write_down(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Le silence").await;
        let mut omar = come_in(&host, &workshop, "Omar").await;
        let app = &host.world.app;
        let people = room::present(&app.db, &workshop.workshop).await.unwrap();
        let of = |name: &str| people.iter().find(|one| one.name == name).unwrap().person.clone();
        let named = participation::Act::NameScribe(of("Omar"));
        app.workshops().take_part((&workshop.workshop, &of("Léa")), &of("Léa"), named, key()).await.unwrap();
        omar.act(&format!("/a/{}/scribe", workshop.code), &[("person", of("Léa").as_str())]).await;
        let hers = room::find(&app.db, &workshop.workshop, &of("Léa")).await.unwrap().unwrap();
        let note = format!("/notes/{}", hers.note.as_ref().unwrap());
        assert!(omar.get(&note).await.says("Le silence"), "they read what they write down");
        assert!(!omar.get(&note).await.says("/auteurs"));
        assert_eq!(omar.get(&format!("{note}/auteurs")).await.status, 404);
        for act in ["auteurs", "auteurs/depart"] {
            assert_eq!(omar.act(&format!("{note}/{act}"), &[]).await.status, 404, "{act}");
        }
        assert!(lea.get(&format!("{note}/auteurs")).await.says("Inviter quelqu’un"));
    }

    async fn m5_a_scribe_is_nobody_in_another_workshop_and_a_day_after_the_end(host: Host) {
        let (one, marie) = open(&host, 9).await;
        let two = host.world.workshop(&marie, 9).await;
        let two = workshop::find(&host.world.app.db, &two).await.unwrap().unwrap();
        let mut omar = come_in(&host, &one, "Omar").await;
        omar.act(&format!("/a/{}/scribe", one.code), &[("name", "Lucie")]).await;
        let db = &host.world.app.db;
        let people = room::present(db, &one.workshop).await.unwrap();
        let lucie = people.iter().find(|person| person.name == "Lucie").unwrap().person.clone();
        host.world.app.workshops().enter_workshop(&two.workshop, Some(&lucie), "Lucie", "fr", key()).await.unwrap();
        assert_eq!(omar.get(&step(&one, "porte")).await.status, 200);
        assert_eq!(omar.get(&step(&two, "porte")).await.place, format!("/a/{}", two.code));
        host.world.app.workshops().run_workshop(&one.workshop, &marie, Act::Close, key()).await.unwrap();
        assert_eq!(omar.get(&step(&one, "porte")).await.status, 200);
        host.world.clock.advance(25 * app::engine::clock::HOUR);
        assert_ne!(omar.get(&step(&one, "porte")).await.status, 200);
    }
}
