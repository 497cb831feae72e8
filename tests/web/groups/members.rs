//! A4a: coming into a community, leaving it, looking after it.

use app::engine::envelope::CommandId;

use crate::both;
use crate::groups::community::{begun, shared, written};
use crate::site::Host;

both! {
    async fn whoever_asked_before_a_door_closed_may_ask_no_more(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Sur demande", "on-request").await;
        his.act(&format!("{community}/demande"), &[("words", "Bonjour")]).await;
        hers.act(&format!("{community}/portes"), &[("admission", "by-link")]).await;
        assert!(his.get(&community).await.says("Retirer ma demande"));
        assert_eq!(his.act(&format!("{community}/demande/retrait"), &[]).await.status, 303);
        assert_eq!(his.get(&community).await.status, 404);
    }

    async fn what_a_community_shares_goes_on_over_several_pages(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        for at in 0..14 {
            let note = written(&mut hers, &format!("La note {at:02}")).await;
            shared(&mut hers, &note, &community).await;
            host.world.clock.advance(1_000_000);
        }
        let page = hers.get(&community).await;
        assert!(page.says("La note 13") && !page.says("La note 01") && page.says("?notes=2"), "{}", page.page);
        let page = hers.get(&format!("{community}?notes=2")).await;
        assert!(page.says("La note 01") && !page.says("La note 13"), "{}", page.page);
    }

    async fn a4a_one_asks_a_steward_answers_and_the_first_answer_stands(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let zoe = host.world.account("Zoe", false).await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Sur demande", "on-request").await;
        let note = written(&mut hers, "Entre nous").await;
        shared(&mut hers, &note, &community).await;
        // What it is is seen; what it shares is not, nor who is in it.
        let page = his.get(&community).await;
        assert!(page.says("Sur demande") && page.says("Envoyer la demande") && !page.says("Entre nous"), "{}", page.page);
        assert_eq!(his.get(&format!("{community}/membres")).await.status, 404);
        assert_eq!(his.act(&format!("{community}/entree"), &[]).await.status, 422);
        let long = "a".repeat(1001);
        let seen = his.act(&format!("{community}/demande"), &[("words", &long)]).await;
        assert!(seen.status == 422 && seen.says("mille signes") && seen.says(&long), "{}", seen.page);
        let seen = his.act(&format!("{community}/demande"), &[("words", "J’écris aussi")]).await;
        assert_eq!(seen.status, 303);
        assert!(his.get(&seen.place).await.says("attend une réponse"));
        assert!(hers.get(&community).await.says("Une personne demande à entrer"));
        let page = hers.get(&format!("{community}/membres")).await;
        assert!(page.says("J’écris aussi") && page.says("Omar"), "{}", page.page);
        // Two stewards answer at once: one answer stands.
        host.known(&zoe).await.act(&format!("{community}/demande"), &[]).await;
        let answer = format!("{community}/membres/reponse");
        assert_eq!(hers.act(&answer, &[("person", omar.as_str()), ("answer", "yes")]).await.status, 303);
        assert_eq!(hers.act(&format!("{community}/responsables"), &[("person", omar.as_str())]).await.status, 303);
        let id = community.rsplit('/').next().unwrap().parse().unwrap();
        let app = &host.world.app;
        let found = projections::groups::community::find(&app.db, &id).await.unwrap().unwrap();
        let groups = app.groups();
        let (yes, no) = tokio::join!(
            groups.answer_request(&found, &lea, (&zoe, true), CommandId::fresh()),
            groups.answer_request(&found, &omar, (&zoe, false), CommandId::fresh()),
        );
        assert!(yes.is_ok() != no.is_ok(), "{yes:?} {no:?}");
        let late = hers.act(&answer, &[("person", zoe.as_str()), ("answer", "yes")]).await;
        let why = if yes.is_ok() { "déjà faite" } else { "a déjà répondu" };
        assert!(late.status == 422 && late.says(why), "{}", late.page);
        // He is in it: he reads, and joining twice is said.
        assert!(his.get(&community).await.says("Entre nous") && his.get(&note).await.status == 200);
        let again = his.act(&format!("{community}/demande"), &[]).await;
        assert!(again.status == 422 && again.says("déjà faite"), "{}", again.page);
    }

    async fn a4a_the_last_steward_hands_over_before_leaving(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "À transmettre", "open").await;
        let refused = hers.act(&format!("{community}/depart"), &[]).await;
        assert!(refused.status == 422 && refused.says("la dernière personne à s’en occuper"), "{}", refused.page);
        let outside = hers.act(&format!("{community}/responsables"), &[("person", omar.as_str())]).await;
        assert!(outside.status == 422 && outside.says("n’est pas membre"), "{}", outside.page);
        his.act(&format!("{community}/entree"), &[]).await;
        // A member looks after nothing.
        assert_eq!(his.act(&format!("{community}/fin"), &[]).await.status, 404);
        assert_eq!(his.act(&format!("{community}/membres/retrait"), &[("person", lea.as_str())]).await.status, 404);
        assert_eq!(hers.act(&format!("{community}/responsables"), &[("person", omar.as_str())]).await.status, 303);
        assert_eq!(hers.act(&format!("{community}/depart"), &[]).await.status, 303);
        assert_eq!(his.get(&format!("{community}/reglages")).await.status, 200);
        assert_eq!(hers.get(&format!("{community}/reglages")).await.status, 404);
        let page = his.get(&format!("{community}/membres")).await;
        assert!(page.says("une personne") && !page.says("Lea"), "{}", page.page);
        // She comes back by herself, and he asks her to leave: only he lets her in again.
        hers.act(&format!("{community}/entree"), &[]).await;
        let removed = his.act(&format!("{community}/membres/retrait"), &[("person", lea.as_str())]).await;
        assert_eq!(removed.status, 303);
        assert!(his.get(&removed.place).await.says("la laisser revenir"));
        let refused = hers.act(&format!("{community}/entree"), &[]).await;
        assert!(refused.status == 422 && refused.says("a fermé cette porte"), "{}", refused.page);
        let back = [("person", lea.as_str()), ("answer", "yes")];
        assert_eq!(his.act(&format!("{community}/membres/reponse"), &back).await.status, 303);
        assert!(hers.get(&format!("{community}/membres")).await.says("2 personnes"));
    }

    async fn a4a_whoever_ends_one_may_leave_it_and_leaving_twice_is_leaving(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Finie", "by-link").await;
        hers.act(&format!("{community}/fin"), &[]).await;
        let left = hers.act(&format!("{community}/depart"), &[]).await;
        assert_eq!((left.status.as_u16(), left.place.as_str()), (303, "/communautes?dit=left"));
        assert_eq!(hers.act(&format!("{community}/depart"), &[]).await.place, "/communautes?dit=left");
        assert_eq!(hers.get(&community).await.status, 404);
        let zoe = host.world.account("Zoe", false).await;
        assert_eq!(host.known(&zoe).await.act(&format!("{community}/depart"), &[]).await.status, 404);
    }

    async fn whoever_is_erased_hands_over_what_they_looked_after(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let together = begun(&mut hers, "À deux", "open").await;
        let alone = begun(&mut hers, "Seule", "open").await;
        his.act(&format!("{together}/entree"), &[]).await;
        let app = &host.world.app;
        app.exchange().erase_person(&lea).await.unwrap();
        assert_eq!(his.get(&format!("{together}/reglages")).await.status, 200);
        let page = his.get(&format!("{together}/membres")).await;
        assert!(page.says("une personne") && page.says("À deux"), "{}", page.page);
        assert!(his.get(&alone).await.says("Cette communauté est terminée"));
    }
}
