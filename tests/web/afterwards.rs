//! Other scripts than the path, and what comes after a workshop.

use domain::participation::Consent;
use projections::{room, workshop};

use crate::both;
use crate::room::{come_in, key, open, step, write_and_publish, writing};
use crate::site::Host;

both! {
    async fn news_fit_what_each_person_did_and_stop_in_one_tap(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let id = &workshop.workshop;
        let mut lea = writing(&host, &workshop, "Léa", "Ma note à moi").await;
        write_and_publish(&mut lea, &workshop, "Ma note à moi").await;
        writing(&host, &workshop, "Omar", "Pas encore").await;
        let zoe = host.world.guest(id, "Zoé").await;
        let people = room::present(&app.db, id).await.unwrap();
        // Nobody is written to who did not ask.
        let mut console = host.known(&marie).await;
        let suivi = format!("/ateliers/{id}/suivi");
        assert!(console.get(&suivi).await.says("Personne n’a demandé de nouvelles"));
        for one in &people {
            app.consent(id, &one.person, (Consent::News, true), key()).await.unwrap();
        }
        let page = console.get(&suivi).await;
        assert!(page.says("Votre note «\u{a0}Ma note à moi\u{a0}» est publiée"), "{}", page.page);
        assert!(page.says("Votre brouillon vous attend") && page.says("lire est une contribution"));
        assert!(page.says("n’a pas de serveur de courriel") && !page.says("Pas encore"));
        let link = page.page.split("/nouvelles/").find(|rest| rest.contains(zoe.as_str())).unwrap();
        let link = format!("/nouvelles/{}", link.split('<').next().unwrap());
        // Opening it changes nothing; its button does, without signing in.
        host.stranger().get(&link).await;
        assert_eq!(app.recipients(&workshop).await.unwrap().len(), 3);
        let stopped = host.stranger().act(&link, &[]).await;
        assert!(stopped.place.ends_with("fait=1"));
        assert_eq!(app.recipients(&workshop).await.unwrap().len(), 2);
        let forged = format!("/nouvelles/{id}/{}/0000", people[0].person);
        assert_eq!(host.stranger().act(&forged, &[]).await.status, 404);
    }

    async fn a_workshop_is_replayed_without_names(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Prénom-Canari", "Titre-canari").await;
        host.world.clock.advance(90 * app::clock::SECOND);
        write_and_publish(&mut lea, &workshop, "Titre-canari").await;
        let replay = format!("/ateliers/{}/rejouer", workshop.workshop);
        let mut console = host.known(&marie).await;
        let page = console.get(&replay).await;
        assert!(page.says("max=\"90\"") && page.says("Une note est publiée"), "{}", page.page);
        assert!(!page.says("Prénom-Canari") && !page.says("Titre-canari"));
        assert!(console.get(&format!("{replay}?noms=oui")).await.says("Prénom-Canari"));
        // Those who were there may look back, and never at names.
        let page = lea.get(&format!("{replay}?noms=oui")).await;
        assert!(page.status == 200 && !page.says("Prénom-Canari"));
        let early = console.get(&format!("{replay}?t=10")).await;
        assert!(early.says("data-at=\"90\" data-is=\"0\"") && early.says("data-at=\"0\" data-is=\"1\""));
        assert_eq!(host.stranger().get(&replay).await.status, 404);
    }

    async fn a_retreat_states_its_objectives_and_tells_them(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Retraite"), ("places", "9"), ("script", "retraite")];
        let base = console.act("/ateliers", &plan).await.place;
        console.act(&format!("{base}/ouverture"), &[]).await;
        let id = base.trim_start_matches("/ateliers/").parse().unwrap();
        let workshop = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let mut lea = writing(&host, &workshop, "Léa", "Une idée longue").await;
        let blocks = step(&workshop, "blocs");
        for number in 1..=3 {
            let page = lea.get(&blocks).await;
            assert!(page.says(&format!("Bloc {number} de 3")), "{}", page.page);
            let told = number.to_string();
            let aim = [("block", told.as_str()), ("objective", "Trois exemples")];
            lea.act(&blocks, &aim).await;
            let page = lea.get(&blocks).await;
            assert!(page.says("Trois exemples"));
            let base = page.field("base");
            let words = format!("Mots du bloc {number}");
            let fields = [
                ("block", told.as_str()), ("base", base.as_str()), ("title", "Une idée longue"),
                ("context", words.as_str()), ("reached", "partly"),
            ];
            lea.act(&blocks, &fields).await;
        }
        assert!(lea.get(&step(&workshop, "apercu")).await.says("Mots du bloc 3"));
        assert!(lea.get(&blocks).await.says("Chaque bloc est raconté"));
    }

    async fn sub_groups_fill_a_canvas_and_it_goes_into_the_synthesis(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Processus"), ("places", "9"), ("script", "processus")];
        let base = console.act("/ateliers", &plan).await.place;
        console.act(&format!("{base}/ouverture"), &[]).await;
        let id = base.trim_start_matches("/ateliers/").parse().unwrap();
        let workshop = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let canvas = step(&workshop, "canevas");
        assert!(lea.get(&canvas).await.says("Accueillir une nouvelle personne"));
        let line = [("kind", "brake"), ("card", "2"), ("words", "Personne ne sait qui arrive"), ("gesture", "add")];
        assert_eq!(lea.act(&canvas, &line).await.status, 303);
        assert!(lea.get(&format!("{canvas}?carte=2")).await.says("Personne ne sait qui arrive"));
        assert!(!lea.get(&format!("{canvas}?carte=1")).await.says("Personne ne sait qui arrive"));
        let blank = [("kind", "tool"), ("card", "2"), ("words", " "), ("gesture", "add")];
        assert_eq!(lea.act(&canvas, &blank).await.status, 422);
        let made = console.act(&format!("{base}/synthese"), &[]).await;
        let page = console.get(&made.place).await;
        assert!(page.says("Comment ça se passe") && page.says("Personne ne sait qui arrive"));
    }
}

both! {
    async fn walking_quickly_is_not_being_lost(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        for word in ["porte", "brouillon", "apercu", "brouillon", "apercu"] {
            lea.get(&step(&workshop, word)).await;
            host.world.app.flush_beats().await.unwrap();
        }
        assert!(!lea.get(&step(&workshop, "brouillon")).await.says("Besoin d’un coup de main"));
        // Two minutes later, going back and forth without a step done is another thing.
        host.world.clock.advance(121 * app::clock::SECOND);
        for word in ["apercu", "brouillon", "apercu", "brouillon"] {
            lea.get(&step(&workshop, word)).await;
            host.world.app.flush_beats().await.unwrap();
        }
        assert!(lea.get(&step(&workshop, "brouillon")).await.says("Besoin d’un coup de main"));
    }
}
