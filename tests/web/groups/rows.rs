//! A4, A5b, D7, Q1e: what a community changes for those who write, meet and sign in.

use app::engine::clock::{DAY, HOUR};

use super::community::{begun, shared, written};
use super::meetings::announced;
use crate::both;
use crate::files::{added, picture};
use crate::site::Host;

both! {
    async fn a4_what_is_written_inside_is_for_those_inside_and_what_is_written_alone_for_oneself(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        // Between communities, a note is nobody else's until one says for whom: the page asks.
        let alone = written(&mut hers, "Une idée").await;
        assert_eq!(his.get(&alone).await.status, 404);
        let page = hers.get(&alone).await;
        assert!(page.says("name=\"visibility\"") && page.says("/lecteurs"), "{}", page.page);
        assert!(hers.get(&format!("{alone}/lecteurs")).await.says("Cercle"), "its communities are offered");
        // Inside, what was said together is for those who were: nothing is asked.
        let meeting = announced(&host, &mut hers, &community, HOUR, &[]).await;
        let lines = [("words", "a/ À garder entre nous"), ("kind", "learning")];
        assert_eq!(his.act(&format!("{meeting}/releve"), &lines).await.status, 303);
        let inside = hers.act(&format!("{meeting}/synthese"), &[]).await.place;
        assert_eq!(his.get(&inside).await.status, 200);
        assert_eq!(host.stranger().get(&inside).await.status, 404);
    }

    async fn a5b_what_was_lived_in_person_becomes_a_trace_that_everyone_may_read(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        // Noted the day after, with a photo of the flipchart, by somebody else than whoever was there.
        let past = [("place", "Café de la Rive")];
        let meeting = announced(&host, &mut hers, &community, -DAY, &past).await;
        let photo = ("tableau.png", picture());
        let list = format!("{meeting}/fichiers");
        added(&mut his, &list, (photo.0, &photo.1), ("Le tableau, à la fin", "nobody")).await;
        let lines = [("words", "a/ Se voir change tout"), ("kind", "learning")];
        assert_eq!(his.act(&format!("{meeting}/releve"), &lines).await.status, 303);
        let seen = his.act(&format!("{meeting}/synthese"), &[]).await;
        let note = seen.place.split('?').next().unwrap().to_owned();
        let page = hers.get(&meeting).await;
        for words in ["Café de la Rive", "Le tableau, à la fin", "Synthèse"] {
            assert!(page.says(words), "{words}: {}", page.page);
        }
        assert_eq!(host.stranger().get(&note).await.status, 404);
        assert_eq!(his.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await.status, 303);
        let page = host.stranger().get(&note).await;
        assert!(page.status == 200 && page.says("Se voir change tout"), "{}", page.page);
    }

    async fn d7_a_meeting_in_person_is_life_though_nobody_writes(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let pulse = async || host.stranger().get(&community).await;
        assert!(!pulse().await.says("en un an"));
        announced(&host, &mut hers, &community, HOUR, &[]).await;
        assert!(!pulse().await.says("en un an"), "it is counted once it was held");
        host.world.clock.advance(DAY);
        assert!(pulse().await.says("Une rencontre en un an"));
        announced(&host, &mut hers, &community, -2 * HOUR, &[]).await;
        assert!(pulse().await.says("2 rencontres en un an"));
    }

    async fn q1e_one_account_opens_the_knowledge_and_the_conversation(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", true).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let one = begun(&mut his, "Cercle du mardi", "open").await;
        let other = begun(&mut his, "Cercle du jeudi", "on-request").await;
        // The same session, in two communities, with a note in one of them, and in a workshop.
        assert_eq!(hers.act(&format!("{one}/entree"), &[]).await.status, 303);
        assert_eq!(hers.act(&format!("{other}/demande"), &[("words", "Bonjour")]).await.status, 303);
        let note = written(&mut hers, "Le pain").await;
        shared(&mut hers, &note, &one).await;
        let room = host.world.workshop(&omar, 9).await;
        let found = projections::workshops::workshop::find(&host.world.app.db, &room).await;
        let door = format!("/a/{}", found.unwrap().unwrap().code);
        assert_eq!(hers.act(&door, &[("name", "Lea")]).await.status, 303);
        for at in [&one, &note, &format!("{door}/mur"), &"/moi".to_owned()] {
            assert_eq!(hers.get(at).await.status, 200, "{at}");
        }
        let page = hers.get("/moi").await;
        assert!(page.says("Le pain"), "{}", page.page);
        assert!(his.get(&one).await.says("Le pain"), "what one writes is met where one talks");
    }
}
