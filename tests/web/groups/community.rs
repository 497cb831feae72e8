//! A3, A4a, A5, S4e: what a community is, its home for those in it and for strangers, its end.

use app::engine::clock::DAY;

use crate::both;
use crate::site::{Guest, Host};

const NEW: &str = "/communautes/nouvelle";

/// A community that was begun by this guest: its address.
pub(crate) async fn begun(guest: &mut Guest<'_>, name: &str, admission: &str) -> String {
    let fields = [("name", name), ("admission", admission), ("spread", "mixed")];
    let seen = guest.act(NEW, &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
    seen.place
}

/// A note of this guest's, outside any workshop: its address.
pub(crate) async fn written(guest: &mut Guest<'_>, title: &str) -> String {
    let fields = [("facon", "libre"), ("title", title), ("body", "Un premier mot.")];
    guest.act("/notes/nouvelle", &fields).await.place.split('?').next().unwrap().to_owned()
}

/// Shares a note with the community at this address.
pub(crate) async fn shared(guest: &mut Guest<'_>, note: &str, community: &str) {
    let with = format!("community.{}", community.rsplit('/').next().unwrap());
    let seen = guest.act(&format!("{note}/lecteurs"), &[("with", &with)]).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
}

both! {
    async fn a4a_a_name_is_enough_and_the_rest_comes_later(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        assert_eq!(host.stranger().get(NEW).await.status, 401);
        let seen = hers.act(NEW, &[("name", " "), ("about", "Des mots à garder"), ("admission", "open")]).await;
        assert!(seen.status == 422 && seen.says("Il manque un nom") && seen.says("Des mots à garder"), "{}", seen.page);
        let long = "é".repeat(81);
        let seen = hers.act(NEW, &[("name", &long), ("admission", "open")]).await;
        assert!(seen.status == 422 && seen.says("trop long") && seen.says(&long), "{}", seen.page);
        // A name from right to left is one like another.
        let community = begun(&mut hers, "مجتمع التعلّم", "open").await;
        let page = hers.get(&community).await;
        assert!(page.says("مجتمع التعلّم") && page.says("une personne"), "{}", page.page);
        let settings = format!("{community}/reglages");
        let fields = [("mandate", "Apprendre ensemble"), ("goals", "Se voir\nÉcrire"), ("review", "2026-11-22")];
        assert_eq!(hers.act(&format!("{community}/mandat"), &fields).await.status, 303);
        let fields = [("places", "Café du coin"), ("tools", "Liste de courriels\nZoom")];
        assert_eq!(hers.act(&format!("{community}/lieux"), &fields).await.status, 303);
        let page = hers.get(&community).await;
        for words in ["Apprendre ensemble", "Se voir", "Café du coin", "Liste de courriels"] {
            assert!(page.says(words), "{words}: {}", page.page);
        }
        // S4e: the day comes, and says so to those who look after it alone.
        host.world.clock.advance(DAY);
        assert!(hers.get(&community).await.says("Il est temps de relire"));
        assert!(!host.stranger().get(&community).await.says("Il est temps de relire"));
        let seen = hers.act(&format!("{community}/mandat"), &[("mandate", "Gardé"), ("review", "demain")]).await;
        assert!(seen.status == 422 && seen.says("Ce jour n’existe pas") && seen.says("Gardé"), "{}", seen.page);
        assert_eq!(hers.get(&settings).await.status, 200);
        assert_eq!(host.stranger().get(&settings).await.status, 404);
    }

    async fn a4a_what_opens_elsewhere_is_for_those_in_it_and_a_day_is_kept_with_its_words(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Voisines", "on-request").await;
        hers.act(&format!("{community}/lieux"), &[("places", "Chez Lea"), ("tools", "Zoom 123")]).await;
        assert!(hers.get(&community).await.says("Chez Lea"));
        let page = host.stranger().get(&community).await;
        assert!(!page.says("Chez Lea") && !page.says("Zoom 123"), "{}", page.page);
        let long = "a".repeat(17 * 1024);
        let fields = [("mandate", long.as_str()), ("review", "2027-03-31")];
        let seen = hers.act(&format!("{community}/mandat"), &fields).await;
        assert!(seen.status == 422 && seen.says("value=\"2027-03-31\"") && seen.says(&long), "{}", seen.status);
        assert!(!hers.get(&format!("{community}/reglages")).await.says("2027-03-31"));
        // A form without a choice of doors closes none, and opens none.
        hers.act(&format!("{community}/portes"), &[("admission", "by-link")]).await;
        hers.act(&format!("{community}/portes"), &[("spread", "local")]).await;
        assert_eq!(host.stranger().get(&community).await.status, 404);
    }

    async fn looking_after_a_community_gives_no_right_over_what_is_shared_with_it(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Canari secret", "by-link").await;
        let note = written(&mut hers, "À deux").await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        shared(&mut hers, &note, &community).await;
        for page in ["moderation", "versions/1/masquage"] {
            assert_eq!(hers.get(&format!("{note}/{page}")).await.status, 404, "{page}");
        }
        // An author who is not in it reads that there is one, and not which.
        let page = hers.act(&format!("{note}/auteurs"), &[]).await;
        let (_, link) = page.page.split_once("/invitation/").unwrap();
        let link = format!("/invitation/{}", link.split('<').next().unwrap());
        his.act(&link, &[]).await;
        for page in ["lecteurs", "historique"] {
            let page = his.get(&format!("{note}/{page}")).await;
            assert!(page.status == 200 && !page.says("Canari secret"), "{}", page.page);
        }
        assert!(his.get(&format!("{note}/lecteurs")).await.says("Une communauté qu’on rejoint par lien"));
    }

    async fn a5_where_its_people_are_changes_the_order_of_its_page(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Voisines", "open").await;
        hers.act(&format!("{community}/lieux"), &[("places", "Au parc")]).await;
        let mut is_place_first = async |spread: &str| {
            let doors = [("admission", "open"), ("spread", spread)];
            assert_eq!(hers.act(&format!("{community}/portes"), &doors).await.status, 303);
            let page = hers.get(&community).await.page;
            page.find("id=\"places\"").unwrap() < page.find("id=\"notes\"").unwrap()
        };
        assert!(is_place_first("local").await);
        assert!(!is_place_first("dispersed").await);
    }

    async fn a4a_a_community_by_link_is_nowhere_for_whoever_is_not_in_it(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Canari secret", "by-link").await;
        let note = written(&mut hers, "Note du canari").await;
        shared(&mut hers, &note, &community).await;
        assert!(hers.get(&community).await.says("Note du canari"));
        let paths = ["", "/membres", "/reglages", "/depart"];
        for path in paths {
            assert_eq!(host.known(&omar).await.get(&format!("{community}{path}")).await.status, 404, "{path}");
        }
        for path in ["/entree", "/demande", "/demande/retrait", "/membres/reponse", "/lien", "/fin"] {
            let seen = host.known(&omar).await.act(&format!("{community}{path}"), &[]).await;
            assert_eq!(seen.status, 404, "{path}: {}", seen.page);
        }
        for page in ["/communautes", "/", "/notes", "/recherche?q=canari", "/moi"] {
            let seen = host.known(&omar).await.get(page).await;
            assert!(!seen.page.to_lowercase().contains("canari secret") && !seen.says("Note du canari"), "{page}");
        }
        assert_eq!(host.known(&omar).await.get(&note).await.status, 404);
        // Its link opens it, once for everybody who has it.
        assert_eq!(hers.act(&format!("{community}/lien"), &[]).await.status, 303);
        let page = hers.get(&format!("{community}/membres")).await;
        let (_, token) = page.page.split_once("/rejoindre/").unwrap();
        let link = format!("/rejoindre/{}", token.split('<').next().unwrap());
        let mut his = host.known(&omar).await;
        assert!(his.get(&link).await.says("Canari secret"));
        assert_eq!(his.act(&link, &[]).await.place, community);
        assert!(his.get(&community).await.says("Note du canari") && his.get(&note).await.status == 200);
        assert!(his.get("/communautes").await.says("Canari secret"));
        // Changed, the old one opens nothing; after its time, neither does the new one.
        hers.act(&format!("{community}/lien"), &[]).await;
        let gone = host.stranger().get(&link).await;
        assert!(gone.status == 410 && gone.says("n’ouvre plus rien") && !gone.says("Canari"), "{}", gone.page);
        let page = hers.get(&format!("{community}/membres")).await;
        let (_, token) = page.page.split_once("/rejoindre/").unwrap();
        let link = format!("/rejoindre/{}", token.split('<').next().unwrap());
        let mut zoe = host.stranger();
        let page = zoe.get(&link).await;
        let key = page.field("command_id");
        let seen = zoe.post(&link, &[("command_id", &key), ("name", "Zoé")]).await;
        assert_eq!(seen.place, community);
        assert!(zoe.get(&community).await.says("Note du canari"));
        host.world.clock.advance(app::groups::members::LINK + 1);
        assert_eq!(host.stranger().get(&link).await.status, 410);
        // Whoever leaves reads nothing of it any more.
        assert_eq!(his.act(&format!("{community}/depart"), &[]).await.status, 303);
        assert_eq!(his.get(&note).await.status, 404);
        assert_eq!(his.get(&community).await.status, 404);
    }

    async fn a4a_one_that_ended_takes_nobody_in_and_goes_on(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Passagère", "open").await;
        hers.act(&format!("{community}/lien"), &[]).await;
        let page = hers.get(&format!("{community}/membres")).await;
        let (_, token) = page.page.split_once("/rejoindre/").unwrap();
        let link = format!("/rejoindre/{}", token.split('<').next().unwrap());
        assert_eq!(hers.act(&format!("{community}/fin"), &[]).await.status, 303);
        let mut his = host.known(&omar).await;
        assert!(his.get(&community).await.says("Cette communauté est terminée"));
        assert!(!his.get("/communautes").await.says("Passagère"));
        let seen = his.act(&format!("{community}/entree"), &[]).await;
        assert!(seen.status == 422 && seen.says("est terminée"), "{}", seen.page);
        // An invitation used after the end.
        let seen = his.act(&link, &[]).await;
        assert!(seen.status == 410 && seen.says("la communauté est terminée"), "{}", seen.page);
        assert_eq!(hers.act(&format!("{community}/presentation"), &[("name", "Autre")]).await.status, 422);
        assert_eq!(hers.act(&format!("{community}/reprise"), &[]).await.status, 303);
        assert_eq!(his.act(&link, &[]).await.place, community);
    }

    async fn forty_communities_of_one_name_are_forty_and_one_looks_after_twenty(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        for person in [&lea, &omar] {
            let mut guest = host.known(person).await;
            for _ in 0..20 {
                host.world.clock.advance(1_000_000);
                begun(&mut guest, "La même", "open").await;
            }
            let seen = guest.act(NEW, &[("name", "De trop"), ("admission", "open")]).await;
            assert!(seen.status == 422 && seen.says("vingt communautés") && seen.says("De trop"), "{}", seen.page);
        }
        let mut stranger = host.stranger();
        let first = stranger.get("/communautes").await;
        let second = stranger.get("/communautes?page=2").await;
        assert!(first.says("href=\"/communautes?page=2\""), "{}", first.page);
        let count = |page: &str| page.matches(">La même</a>").count();
        assert_eq!(count(&first.page) + count(&second.page), 40, "{}", first.page);
        // A form sent twice begins one.
        let zoe = host.world.account("Zoe", false).await;
        let mut hers = host.known(&zoe).await;
        let key = hers.get(NEW).await.field("command_id");
        let fields = [("command_id", key.as_str()), ("name", "Une seule"), ("admission", "open")];
        let once = hers.post(NEW, &fields).await.place;
        assert_eq!(hers.post(NEW, &fields).await.place, once);
    }

    async fn a5_where_its_people_are_changes_the_templates_and_the_order_of_its_page(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let names = ["trace", "appel", "rencontre", "recit", "methode", "question"];
        let order = |page: &str| {
            let at = |name: &&str| page.find(&format!("facon=gabarit&amp;gabarit={name}\""));
            let mut found: Vec<_> = names.iter().filter_map(|name| Some((at(name)?, *name))).collect();
            found.sort_unstable();
            found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        for (spread, place, first, none, above) in [
            ("local", "?lieu=ici", "trace", Some("appel"), ("meetings", "notes")),
            ("dispersed", "?lieu=loin", "appel", Some("trace"), ("notes", "meetings")),
            ("mixed", "", "recit", None, ("meetings", "notes")),
        ] {
            let fields = [("name", spread), ("admission", "open"), ("spread", spread)];
            let community = hers.act(NEW, &fields).await.place;
            let page = hers.get(&community).await;
            let (one, other) = above;
            let place_of = |id: &str| page.page.find(&format!("id=\"{id}\"")).unwrap();
            assert!(place_of(one) < place_of(other), "{spread}");
            let way = format!("/notes/nouvelle{place}");
            assert!(page.says(&format!("href=\"{way}\"")), "{spread}: {}", page.page);
            let ways = hers.get(&way).await;
            let link = format!("/notes/nouvelle?facon=gabarit{}", place.replace('?', "&"));
            assert!(ways.says(&link.replace('&', "&amp;")), "{spread}: {}", ways.page);
            let found = order(&hers.get(&link).await.page);
            assert_eq!(found[0], first, "{spread}");
            assert!(none.is_none_or(|none| !found.contains(&none)), "{spread}: {found:?}");
            // Each opens, wherever it is offered.
            for name in &found {
                let page = hers.get(&format!("/notes/nouvelle?facon=gabarit&gabarit={name}")).await;
                assert!(page.says("<textarea") && page.says("## "), "{name}");
            }
        }
        assert!(order(&hers.get("/notes/nouvelle?facon=gabarit").await.page).len() == names.len());
    }

    async fn m5_a_note_leads_to_the_communities_where_it_is_talked_about(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = written(&mut hers, "Le pain").await;
        for (name, admission) in [("Cercle du mardi", "open"), ("Cercle caché", "by-link")] {
            let community = begun(&mut hers, name, admission).await;
            shared(&mut hers, &note, &community).await;
        }
        let page = hers.get(&note).await;
        assert!(page.says("Partagée avec") && page.says("Cercle du mardi") && page.says("Cercle caché"));
        // Everyone reads it: those outside see where it is talked about, and nothing of what is hidden.
        assert_eq!(hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await.status, 303);
        for guest in [&mut his, &mut host.stranger()] {
            let page = guest.get(&note).await;
            assert!(page.says("On en parle dans") && page.says("Cercle du mardi"), "{}", page.page);
            assert!(!page.says("Cercle caché"));
        }
    }
}
