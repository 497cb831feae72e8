//! Leaving from a page: the name alone, everything, and coming back.

use app::exchange::departure::DELAY;
use domain::notes::visibility::Visibility;

use crate::both;
use crate::site::Host;
use crate::world::World;

both! {
    async fn d1_whoever_leaves_says_so_twice_and_can_come_back(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
        let address = format!("/notes/{}", note.note);
        let mut guest = host.known(&lea).await;
        let mut stranger = host.stranger();
        let asked = guest.act("/moi/depart", &[("textes", "tout")]).await;
        assert_eq!(asked.status, 422);
        assert!(asked.says("Oui, je veux partir") && asked.says("Cochez"), "{}", asked.page);
        assert!(asked.page.contains("value=\"tout\" checked"), "what was chosen is there still");
        assert!(stranger.get(&address).await.says("Léa"), "nothing happened");
        let sure = [("textes", "rien"), ("sur", "1")];
        guest.act("/moi/depart", &sure).await;
        assert_eq!(stranger.get(&address).await.status, 404, "taken back at once");
        let page = guest.get("/moi/donnees").await;
        assert!(page.says("Vous partez") && page.says("Rester, et tout retrouver"), "{}", page.page);
        guest.act("/moi/depart/retour", &[]).await;
        assert!(stranger.get(&address).await.says("Léa"));
        // Asked again, and let be.
        guest.act("/moi/depart", &sure).await;
        world.clock.advance(DELAY + 1);
        assert_eq!(world.app.exchange().carry_out_departures(world.clock.now()).await.unwrap(), 1);
        assert_eq!(guest.get("/moi").await.status, 401, "nobody is known on this device");
        assert_eq!(stranger.get(&address).await.status, 404);
    }

    async fn texts_chosen_one_by_one_stay_without_a_name(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let stays = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
        let goes = world.published(&lea, &room, "Le sel", Visibility::Everyone).await;
        let mut guest = host.known(&lea).await;
        let chosen = [("textes", "choix"), ("note", stays.note.as_str()), ("sur", "1")];
        guest.act("/moi/depart", &chosen).await;
        world.clock.advance(DELAY + 1);
        world.app.exchange().carry_out_departures(world.clock.now()).await.unwrap();
        let mut stranger = host.stranger();
        let page = stranger.get(&format!("/notes/{}", stays.note)).await;
        assert!(page.says("Le pain") && !page.says("Léa"), "{}", page.page);
        assert!(page.says("une personne qui a retiré son nom"), "{}", page.page);
        assert_eq!(stranger.get(&format!("/notes/{}", goes.note)).await.status, 404);
        // The room shows who was there without saying who.
        let room = host.known(&marie).await.get(&format!("/ateliers/{room}/console")).await;
        assert!(room.status == 200 && !room.says("Léa"), "{}", room.page);
    }

    async fn a_name_taken_away_is_on_no_page(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
        let mut guest = host.known(&lea).await;
        guest.act("/moi/nom", &[]).await;
        let mut facilitator = host.known(&marie).await;
        let (note, room) = (format!("/notes/{}", note.note), format!("/ateliers/{room}"));
        for address in [
            note.clone(), format!("{note}/historique"), format!("{note}/historique.atom"),
            format!("{note}/historique.json"), "/notes".into(), "/".into(), "/recherche?q=pain".into(),
            format!("{room}/console"), format!("{room}/bilan"), format!("{room}/releve"),
        ] {
            let page = facilitator.get(&address).await;
            assert!(page.status == 200 && !page.says("Léa"), "{address}: {}", page.status);
        }
        let me = guest.get("/moi").await;
        assert!(me.status == 200 && me.says("Bonjour"), "they are themselves still");
    }
}
