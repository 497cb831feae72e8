//! Who signs: the name one chooses, or the group.

use projections::notes::note;
use projections::workshops::room;

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step, writing};

both! {
    async fn one_signs_with_the_name_one_chooses(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Renarde curieuse", "Une idée").await;
        let long = "x".repeat(61);
        let fields = [("visibility", "workshop"), ("signature", long.as_str())];
        let refused = lea.act(&step(&workshop, "publication"), &fields).await;
        assert!(refused.status == 422 && refused.says("soixante caractères") && refused.says(&long));
        let fields = [("visibility", "workshop"), ("signature", "Léa Tremblay")];
        lea.act(&step(&workshop, "publication"), &fields).await;
        let wall = lea.get(&format!("/a/{}/mur", workshop.code)).await;
        assert!(wall.says("Léa Tremblay") && !wall.says("Renarde curieuse"));
    }

    async fn a_group_signs_and_its_history_says_who_wrote(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Prénom-canari", "À plusieurs").await;
        let publication = step(&workshop, "publication");
        assert!(lea.get(&publication).await.says("Au nom du groupe, sans mon nom"));
        let offer = [("visibility", "everyone"), ("wall", "1"), ("group", "1")];
        lea.act(&publication, &offer).await;
        let people = room::present(&host.world.app.db, &workshop.workshop).await.unwrap();
        let note = people[0].note.clone().unwrap();
        let page = format!("/notes/{note}");
        let mut anyone = host.stranger();
        for address in [page.as_str(), "/notes", "/recherche?q=plusieurs"] {
            let seen = anyone.get(address).await;
            assert!(seen.says("le groupe de l’atelier"), "{address}: {}", seen.page);
            assert!(!seen.says("canari"), "{address}");
        }
        assert!(anyone.get(&format!("{page}/historique")).await.says("canari"), "as the help says");
        // Offered again from its page, it is signed as it was; from the path, as one says.
        lea.act(&format!("{page}/publication"), &[("visibility", "workshop")]).await;
        assert!(lea.get(&page).await.says("le groupe de l’atelier"));
        lea.act(&publication, &[("visibility", "everyone")]).await;
        assert!(anyone.get(&page).await.says("canari"));
    }

    async fn a_scribe_agrees_to_nothing_for_another(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let mut omar = come_in(&host, &workshop, "Omar").await;
        let people = room::present(&app.db, &workshop.workshop).await.unwrap();
        let who = |name: &str| people.iter().find(|one| one.name == name).unwrap().person.clone();
        lea.act(&step(&workshop, "porte"), &[("door", "dictate")]).await;
        let named = [("scribe", who("Omar").to_string())];
        let named: Vec<(&str, &str)> = named.iter().map(|(name, id)| (*name, id.as_str())).collect();
        lea.act(&step(&workshop, "idee"), &named).await;
        let scribe = format!("/a/{}/scribe", workshop.code);
        let begun = [("person", who("Léa").to_string())];
        let begun: Vec<(&str, &str)> = begun.iter().map(|(name, id)| (*name, id.as_str())).collect();
        omar.act(&scribe, &begun).await;
        omar.act(&step(&workshop, "idee"), &[("idea", "Dicté par Léa")]).await;
        let publication = step(&workshop, "publication");
        let page = omar.get(&publication).await;
        assert!(page.says("Publier pour tout le monde") && !page.says("mur projeté") && !page.says("au nom du groupe"));
        let all = [("visibility", "workshop"), ("wall", "1"), ("group", "1"), ("asked", "quote"), ("quote", "1")];
        omar.act(&publication, &all).await;
        omar.act(&format!("/a/{}/suivi", workshop.code), &[("news", "1")]).await;
        let hers = room::find(&app.db, &workshop.workshop, &who("Léa")).await.unwrap().unwrap();
        let note = note::find(&app.db, hers.note.as_ref().unwrap()).await.unwrap().unwrap();
        assert!(note.is_published() && !note.wall && !note.by_group, "{note:?}");
        assert!(!hers.quote && !hers.news);
        // Nor shows her draft, nor answers for the wall.
        app.workshops().ask_for_wall(&workshop.workshop, &note, &marie, key()).await.unwrap().unwrap();
        let wall = format!("/a/{}/mur", workshop.code);
        assert!(!omar.get(&step(&workshop, "merci")).await.says("mur projeté"));
        omar.act(&wall, &[("note", note.note.as_str()), ("answer", "oui")]).await;
        assert!(!host.world.note(&note.note).await.wall);
    }
}
