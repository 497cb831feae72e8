//! Preparing a workshop and running it.

use domain::workshops::workshop::{Act, Scene};
use projections::workshops::workshop::{self, Stage};

use crate::both;
use crate::site::Host;

both! {
    async fn a_workshop_is_prepared_opened_watched_and_closed_from_its_pages(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Premiers pas"), ("places", "2"), ("tone", "vous"), ("on", "2026-12-01")];
        let made = console.act("/ateliers", &plan).await;
        let base = made.place.clone();
        let page = console.get(&base).await;
        assert!(page.says("Premiers pas") && page.says("pas encore ouvert"), "{}", made.page);
        let made = format!("{base}/console");
        assert!(console.get(&made).await.says("Personne n’est encore entré"));
        console.act(&format!("{base}/ouverture"), &[]).await;

        let found = workshop::run_by(&host.world.app.db, &marie).await.unwrap().remove(0);
        let door = format!("/a/{}", found.code);
        let mut lea = host.stranger();
        lea.act(&door, &[("name", "Léa")]).await;
        lea.act(&format!("{door}/parcours/porte"), &[("door", "tell")]).await;
        lea.act(&format!("{door}/parcours/idee"), &[("idea", "Phrase secrète")]).await;
        lea.act(&format!("{door}/main"), &[("reason", "words")]).await;
        let page = console.get(&made).await;
        assert!(page.says("Léa") && page.says("<li class=\"due\"><a href=\"#mains\">une main levée") && page.says("une personne écrit"));
        assert!(!page.says("Phrase secrète"), "a facilitator never sees a draft");
        let hand = page.page.split("/mains/").nth(1).unwrap().split('"').next().unwrap();
        console.act(&format!("{base}/mains/{hand}"), &[]).await;
        assert!(console.get(&made).await.says("aucune main levée"));

        lea.act(&format!("{door}/parcours/publication"), &[("visibility", "workshop")]).await;
        let page = console.get(&made).await;
        assert!(page.says("Phrase secrète") && page.says("une note attend un mot"));

        console.act(&format!("{base}/places"), &[]).await;
        console.act(&format!("{base}/fermeture"), &[]).await;
        let found = workshop::find(&host.world.app.db, &found.workshop).await.unwrap().unwrap();
        assert_eq!((found.places, found.stage), (22, Stage::Closed));
    }

    async fn the_wall_shows_a_code_a_count_and_no_name(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&id, "Prénom-Canari").await;
        let note = host.world.draft(&lea, &id, "Titre canari").await;
        let publish = async |wall: bool| {
            let visibility = domain::notes::visibility::Visibility::Workshop;
            let key = app::engine::envelope::CommandId::fresh();
            host.world.app.notes().publish(&note, &lea, visibility, wall, key).await.unwrap();
        };
        publish(false).await;
        let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let address = format!("/a/{}/ecran?cle={}", found.code, found.screen_secret);
        let page = host.stranger().get(&address).await;
        assert!(page.says("Les premières personnes arrivent") && page.says("role=\"img\""));
        assert!(!page.says("Prénom-Canari") && !page.says("Titre canari") && !page.says("/console"));
        publish(true).await;
        let (act, key) = (Act::Show(Scene::Wall), app::engine::envelope::CommandId::fresh());
        host.world.app.workshops().run_workshop(&id, &marie, act, key).await.unwrap();
        let page = host.stranger().get(&address).await;
        assert!(page.says("Titre canari") && !page.says("Prénom-Canari"));
        let wrong = format!("/a/{}/ecran?cle={}", found.code, found.link_secret);
        assert_eq!(host.stranger().get(&wrong).await.status, 404);
        // The QR code holds a secret nobody guesses, and no code to overhear.
        let link = web::workshops::console::screen::join_link("", &found);
        assert!(!link.contains(&found.code) && link.len() > 32);
        let door = host.stranger().get(&link).await;
        assert!(door.status == 200 && door.says(&format!("action=\"/a/{}\"", found.code)));
    }

    async fn an_odd_plan_is_asked_again_with_what_was_typed(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        for plan in [[("title", "  "), ("places", "12")], [("title", "Premiers pas"), ("places", "0")]] {
            let page = console.act("/ateliers", &plan).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.field("places"), plan[1].1);
        }
    }

    async fn the_first_facilitator_comes_by_a_link_that_works_once(host: Host) {
        let app = &host.world.app;
        let link = app.people().one_time_link(app::people::identities::links::Purpose::Facilitator, None).await.unwrap();
        let address = format!("/animer/{link}");
        let mut someone = host.stranger();
        assert_eq!(someone.get(&address).await.status, 200);
        let short = [("name", "Marie"), ("email", "marie@exemple.org"), ("password", "court")];
        let page = someone.act(&address, &short).await;
        assert_eq!(page.status, 422);
        assert!(page.says("value=\"marie@exemple.org\""), "only the password is asked again");
        let good = [("name", "Marie"), ("email", "marie@exemple.org"), ("password", "un sillage sur le lac")];
        assert_eq!(someone.act(&address, &good).await.place, "/ateliers");
        assert_eq!(someone.get("/ateliers").await.status, 200);
        assert_eq!(host.stranger().get(&address).await.status, 404);
    }
}
