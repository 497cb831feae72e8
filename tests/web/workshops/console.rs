//! Two who run one room, each with a console, and what is handed to those who were not there.

use crate::both;
use crate::site::Host;
use crate::workshops::ends::hour;
use crate::workshops::room::{come_in, step};

both! {
    async fn two_consoles_show_one_room_and_an_order_of_before_is_not_carried_out(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let base = format!("/ateliers/{}", workshop.workshop);
        let mut hers = host.known(&marie).await;
        let start = format!("{base}/rythme/depart");
        let page = hers.get(&format!("{base}/console")).await;
        assert!(page.says("name=\"seen\" value=\"\""), "{}", page.page);
        let seen = hers.act(&start, &[("seen", ""), ("item", "card-welcome")]).await;
        // What was begun stands at the top of the page one comes back to.
        assert_eq!((seen.status.as_u16(), seen.place.as_str()), (303, format!("{base}/console").as_str()));
        assert!(hers.get(&seen.place).await.says("name=\"seen\" value=\"card-welcome\""));
        hers.act(&start, &[("seen", "card-welcome"), ("item", "step-draft")]).await;
        // The other console stands where it stood.
        for order in ["depart", "prolongation"] {
            let fields = [("seen", "card-welcome"), ("item", if order == "depart" { "step-idea" } else { "" })];
            let before = host.world.events().await;
            let seen = hers.act(&format!("{base}/rythme/{order}"), &fields).await;
            assert_eq!(seen.place, format!("{base}/console?dit=moved"), "{order}");
            assert_eq!(host.world.events().await, before, "{order}");
            assert!(hers.get(&seen.place).await.says("rien n’a changé"));
        }
        // The same order twice is one.
        let again = [("seen", "card-welcome"), ("item", "step-draft")];
        assert_eq!(hers.act(&start, &again).await.status, 303);
        // Its stream brings what is under way, the state of the room and its scene.
        let token = host.world.app.people().open_session(&marie).await.unwrap();
        let stream = host.client().get(format!("{base}/direct?depuis=0&coup=1"));
        let answer = stream.header("cookie", format!("session={token}")).send().await.0;
        let sent = answer.into_body().into_string().await.unwrap();
        for region in ["standing", "underway", "pace"] {
            assert!(sent.contains(&format!("event: {region}\n")), "{region}: {sent}");
            assert!(hers.get(&format!("{base}/console")).await.says(&format!("id=\"{region}\"")));
        }
        assert!(sent.contains("value=\"step-draft\""), "{sent}");
    }

    async fn a_console_without_anybody_says_what_there_is_to_do(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut hers = host.known(&marie).await;
        let made = hers.act("/ateliers", &[("title", "Seule"), ("places", "9"), ("tone", "vous"), ("on", "2026-12-01")]).await;
        assert_eq!(made.status, 303, "{}", made.page);
        let id = made.place.split('/').nth(2).unwrap().split('?').next().unwrap().to_owned();
        let console = format!("/ateliers/{id}/console");
        let page = hers.get(&console).await;
        assert!(page.says("Ouvrir l’atelier, avec le bouton du haut") && !page.says("class=\"band\""), "{}", page.page);
        // Before the tabs: on each of them.
        let (before, _) = page.page.split_once("phone-tabs").unwrap();
        assert!(before.contains("id=\"nobody\""), "{before}");
        hers.act(&format!("/ateliers/{id}/ouverture"), &[]).await;
        assert!(!hers.get(&console).await.says("avec le bouton du haut"));
        host.world.guest(&id.parse().unwrap(), "Léa").await;
        let page = hers.get(&console).await;
        assert!(!page.says("id=\"nobody\"") && page.says("class=\"band\""), "{}", page.page);
    }

    async fn eyes_that_were_lifted_come_down_by_the_same_button(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let base = format!("/ateliers/{}", workshop.workshop);
        let mut hers = host.known(&marie).await;
        hers.act(&format!("{base}/scene"), &[("scene", "eyes-up")]).await;
        let page = hers.get(&format!("{base}/console")).await;
        assert!(page.says("On reprend") && page.says("les téléphones dans la demi-minute"), "{}", page.page);
        hers.act(&format!("{base}/scene"), &[("scene", "together")]).await;
        assert!(!hers.get(&format!("{base}/console")).await.says("On reprend"));
    }

    async fn whoever_left_every_field_blank_introduced_nobody(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let round = step(&workshop, "tour-de-table");
        for name in ["Aïcha", "Élise"] {
            come_in(&host, &workshop, name).await.act(&round, &[("region", " ")]).await;
        }
        let page = format!("/ateliers/{}/tour-de-table", workshop.workshop);
        let mut hers = host.known(&marie).await;
        let seen = hers.get(&page).await;
        assert!(seen.says("Personne ne s’est encore présenté") && !seen.says("Élise"), "{}", seen.page);
        let mut lea = come_in(&host, &workshop, "Léa").await;
        lea.act(&round, &[("region", "Estrie")]).await;
        assert!(hers.get(&page).await.says("Une personne s’est présentée"));
    }

    async fn what_is_handed_to_others_hides_small_groups_whoever_opened_it(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        for name in ["Aïcha", "Élise", "Omar"] {
            come_in(&host, &workshop, name).await;
        }
        let base = format!("/ateliers/{}", workshop.workshop);
        let mut hers = host.known(&marie).await;
        hers.act(&format!("{base}/cloture/fin"), &[]).await;
        let seen = hers.act(&format!("{base}/cloture"), &[("present", "9")]).await;
        assert!(seen.status == 303, "{}", seen.page);
        let page = hers.get(&format!("{base}/bilan")).await;
        assert!(page.says("ces chiffres sont les vrais") && page.says("bilan?remise=1") && !page.says("data-print"), "{}", page.page);
        let page = hers.get(&format!("{base}/bilan?remise=1")).await;
        assert!(!page.says("ces chiffres sont les vrais") && page.says("data-print"), "{}", page.page);
        assert!(page.says("Moins de cinq personnes sont entrées"), "{}", page.page);
        // Both attendances, each with its source.
        assert!(page.says("selon la personne qui a fermé l’atelier") && page.says("9 personnes"), "{}", page.page);
    }
}
