//! Other scripts than the path, and what comes after a workshop.

use domain::workshops::participation::Consent;
use projections::workshops::{room, workshop};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step, write_and_publish, writing};

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
            app.workshops().consent(id, &one.person, (Consent::News, true), key()).await.unwrap();
        }
        let page = console.get(&suivi).await;
        assert!(page.says("Votre note «\u{a0}Ma note à moi\u{a0}» est publiée"), "{}", page.page);
        assert!(page.says("Votre brouillon vous attend") && page.says("lire est une contribution"));
        assert!(page.says("n’a pas de serveur de courriel") && !page.says("Pas encore"));
        let link = page.page.split("/nouvelles/").find(|rest| rest.contains(zoe.as_str())).unwrap();
        let link = format!("/nouvelles/{}", link.split('<').next().unwrap());
        // Opening it changes nothing; its button does, without signing in.
        host.stranger().get(&link).await;
        assert_eq!(app.workshops().recipients(&workshop).await.unwrap().len(), 3);
        let stopped = host.stranger().act(&link, &[]).await;
        assert!(stopped.place.ends_with("fait=1"));
        assert_eq!(app.workshops().recipients(&workshop).await.unwrap().len(), 2);
        let forged = format!("/nouvelles/{id}/{}/0000", people[0].person);
        assert_eq!(host.stranger().act(&forged, &[]).await.status, 404);
    }

    async fn a_workshop_is_replayed_without_names(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Prénom-Canari", "Titre-canari").await;
        host.world.clock.advance(90 * app::engine::clock::SECOND);
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
        let line = [("kind", "brake"), ("card", "2"), ("words", "Personne ne sait qui arrive")];
        assert_eq!(lea.act(&canvas, &line).await.status, 303);
        assert!(lea.get(&format!("{canvas}?carte=2")).await.says("Personne ne sait qui arrive"));
        assert!(!lea.get(&format!("{canvas}?carte=1")).await.says("Personne ne sait qui arrive"));
        let blank = [("kind", "tool"), ("card", "2"), ("words", " ")];
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
            host.world.app.workshops().flush_beats().await.unwrap();
        }
        assert!(!lea.get(&step(&workshop, "brouillon")).await.says("Besoin d’un coup de main"));
        // Two minutes later, going back and forth without a step done is another thing.
        host.world.clock.advance(121 * app::engine::clock::SECOND);
        for word in ["apercu", "brouillon", "apercu", "brouillon"] {
            lea.get(&step(&workshop, word)).await;
            host.world.app.workshops().flush_beats().await.unwrap();
        }
        assert!(lea.get(&step(&workshop, "brouillon")).await.says("Besoin d’un coup de main"));
    }
}

both! {
    async fn who_wrote_a_line_down_is_not_told_outside(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut keeper = host.known(&marie).await;
        let base = format!("/ateliers/{}", workshop.workshop);
        keeper.act(&format!("{base}/releve"), &[("kind", "idea"), ("words", "Oser")]).await;
        let note = keeper.act(&format!("{base}/synthese"), &[]).await.place;
        keeper.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let sources = format!("{base}/sources");
        assert!(keeper.get(&sources).await.says("noté par Marie"));
        let page = host.stranger().get(&sources).await;
        assert!(page.says("Oser") && page.says("Dit dans la salle") && !page.says("Marie"));
        // Nor a line the synthesis does not hold.
        keeper.act(&format!("{base}/releve"), &[("kind", "idea"), ("words", "Ajout tardif")]).await;
        assert!(keeper.get(&sources).await.says("Ajout tardif"));
        assert!(!host.stranger().get(&sources).await.says("Ajout tardif"));
    }
}

both! {
    async fn a_scribe_is_their_teller_on_the_path_alone(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut omar = come_in(&host, &workshop, "Omar").await;
        let scribe = format!("/a/{}/scribe", workshop.code);
        omar.act(&scribe, &[("name", "Lucie")]).await;
        // One person at a time: nobody is reached through Lucie.
        let again = omar.act(&scribe, &[("name", "Zoé")]).await;
        assert_eq!(again.place, format!("/a/{}/parcours", workshop.code));
        let db = &host.world.app.db;
        let people = room::present(db, &workshop.workshop).await.unwrap();
        assert_eq!(people.len(), 2);
        assert_eq!(omar.get("/moi").await.status, 401, "not her corner, nor her four words");
        assert!(!omar.get(&step(&workshop, "merci")).await.says("class=\"phrase\""));
        // Once Lucie has an account, the hand that wrote opens nothing.
        let lucie = people.iter().find(|one| one.name == "Lucie").unwrap();
        let sql = "update people set account = 1 where person = $1";
        db.exec(sql, migrations::values![lucie.person.as_str()]).await.unwrap();
        let door = omar.get(&step(&workshop, "porte")).await;
        assert_eq!(door.place, format!("/a/{}", workshop.code));
    }

    async fn words_kept_for_somebody_else_are_not_taken_as_ones_own(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        let fields = [("qui", "0000000000000000"), ("base", "1"), ("context", "Mots d'un autre")];
        let refused = lea.act(&step(&workshop, "brouillon"), &fields).await;
        assert!(refused.status == 422 && refused.says("une autre personne"));
        assert!(!lea.get(&step(&workshop, "brouillon")).await.says("Mots d'un autre"));
        let mine = lea.get(&step(&workshop, "brouillon")).await;
        let who = mine.page.split("data-who=\"").nth(1).unwrap().split('"').next().unwrap();
        let fields = [("qui", who), ("base", "1"), ("title", "Une idée"), ("context", "Les miens")];
        assert_eq!(lea.act(&step(&workshop, "brouillon"), &fields).await.status, 303);
    }

    async fn words_that_come_before_their_idea_are_shown_again(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let fields = [("base", "1"), ("keep_title", "1"), ("context", "Tout un brouillon.")];
        let page = lea.act(&step(&workshop, "brouillon"), &fields).await;
        assert!(page.status == 422 && page.says("Il manque l’idée") && page.says("Tout un brouillon."));
    }

    async fn a_line_is_not_put_together_with_one_under_it(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut keeper = host.known(&marie).await;
        let sheet = format!("/ateliers/{}/releve", workshop.workshop);
        keeper.act(&sheet, &[("kind", "idea"), ("words", "Dessus")]).await;
        keeper.act(&sheet, &[("kind", "idea"), ("words", "- dessous")]).await;
        let items = projections::groups::item::of_workshop(&host.world.app.db, &workshop.workshop).await.unwrap();
        let merge = [("into", items[1].item.as_str())];
        let refused = keeper.act(&format!("{sheet}/{}/fusion", items[0].item), &merge).await;
        assert_eq!(refused.status, 422);
        let page = keeper.get(&sheet).await;
        assert!(page.says("Dessus") && page.says("dessous"));
        // The other way, the words of the second go, and nothing else.
        let merge = [("into", items[0].item.as_str())];
        keeper.act(&format!("{sheet}/{}/fusion", items[1].item), &merge).await;
        assert!(keeper.get(&sheet).await.says("Dessus"));
    }

    async fn whoever_gives_a_note_back_is_not_given_it_again(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut omar = writing(&host, &workshop, "Omar", "Fini").await;
        write_and_publish(&mut omar, &workshop, "Fini").await;
        let mut lea = writing(&host, &workshop, "Léa", "À regarder").await;
        lea.act(&format!("/a/{}/regard/demande", workshop.code), &[]).await;
        let looks = format!("/a/{}/regard", workshop.code);
        let note = omar.get(&looks).await.field("note");
        omar.act(&looks, &[("note", &note), ("look", "take")]).await;
        omar.act(&looks, &[("note", &note), ("look", "return")]).await;
        assert!(omar.get(&looks).await.says("Aucune note n’attend d’être relue"));
    }

    async fn a_kit_that_does_not_fit_leaves_nothing_behind(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let base = console.act("/ateliers", &[("title", "Soirée"), ("places", "9")]).await.place;
        let kit = console.get(&format!("{base}/trousse")).await.page;
        let broken = kit.replace("\"seconds\": 300", "\"seconds\": 4000000000");
        assert_eq!(console.act("/ateliers/trousse", &[("kit", &broken)]).await.status, 422);
        let all = workshop::run_by(&host.world.app.db, &marie).await.unwrap();
        assert_eq!(all.len(), 1);
    }
}
