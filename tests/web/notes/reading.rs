//! Reading and liking, with an account or without.

use domain::notes::visibility::Visibility;
use projections::notes::note::Note;

use crate::both;
use crate::site::Host;

async fn public_note(host: &Host) -> Note {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 9).await;
    let lea = host.world.guest(&id, "Léa").await;
    host.world.published(&lea, &id, "Silence", Visibility::Everyone).await
}

both! {
    async fn a_device_reads_once_likes_once_and_changes_its_mind(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut someone = host.stranger();
        let page = someone.get(&address).await;
        assert!(page.says("pas encore lue") && page.says("J’ai lu") && page.says("J’aime"));
        assert!(someone.cookies.is_empty(), "reading asks for no cookie");
        let device = page.field("appareil");
        for _ in 0..3 {
            let read = [("retour", "1"), ("appareil", device.as_str())];
            assert_eq!(someone.act(&format!("{address}/lecture"), &read).await.status, 303);
            let like = [("appareil", device.as_str())];
            someone.act(&format!("{address}/appreciation"), &like).await;
        }
        assert!(someone.cookies.iter().any(|(name, _)| name == "appareil"));
        let page = someone.get(&address).await;
        assert!(page.says("lue par une personne, aimée par une personne (dont une sans compte)"), "{}", page.page);
        assert!(page.says("aria-pressed=\"true\"") && !page.says("name=\"appareil\""));
        someone.act(&format!("{address}/appreciation/retrait"), &[]).await;
        assert!(someone.get(&address).await.says("lue par une personne, pas encore aimée"));
    }

    async fn what_a_device_read_is_its_readers_once_they_have_an_account(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut someone = host.stranger();
        let device = someone.get(&address).await.field("appareil");
        let read = [("retour", "1"), ("appareil", device.as_str())];
        someone.act(&format!("{address}/lecture"), &read).await;
        someone.act(&format!("{address}/appreciation"), &[("appareil", device.as_str())]).await;
        assert!(someone.get("/compte").await.says("Ce que cet appareil a lu et aimé ici vous suivra"));
        let account = [("name", "Zoé"), ("email", "zoe@exemple.org"), ("password", "un sillage sur le lac")];
        assert_eq!(someone.act("/compte", &account).await.status, 303);
        // It is one reader, who likes it still.
        let page = someone.get(&address).await;
        assert!(page.says("aria-pressed=\"true\"") && page.says("lue par une personne, aimée par une personne"), "{}", page.page);
        assert!(someone.get("/moi/donnees/lectures").await.says(&note.title));
        someone.act(&format!("{address}/lecture"), &[("retour", "1"), ("version", "1")]).await;
        assert!(someone.get(&address).await.says("lue par une personne,"));
        // Signed out, the device is somebody else.
        someone.act("/deconnexion", &[]).await;
        let page = someone.get(&address).await;
        assert!(page.says("aria-pressed=\"false\"") && page.says("name=\"appareil\""), "{}", page.page);
    }

    async fn a_button_pressed_twice_before_its_cookie_came_is_one_reader(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let page = host.stranger().get(&address).await;
        let (device, key) = (page.field("appareil"), page.field("command_id"));
        // Two sendings of one form, and another of the same page: none has the cookie yet.
        for key in [key.as_str(), key.as_str(), "cafe0000cafe0000cafe0000cafe0000"] {
            let like = [("command_id", key), ("appareil", device.as_str())];
            let seen = host.stranger().post(&format!("{address}/appreciation"), &like).await;
            assert_eq!(seen.status, 303, "{}", seen.page);
        }
        assert!(host.stranger().get(&address).await.says("aimée par une personne (dont une sans compte)"));
    }

    async fn a_script_that_says_it_was_read_makes_no_device(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut someone = host.stranger();
        let device = someone.get(&address).await.field("appareil");
        let read = [("appareil", device.as_str())];
        assert_eq!(someone.act(&format!("{address}/lecture"), &read).await.status, 204);
        assert!(someone.cookies.is_empty());
        assert!(someone.get(&address).await.says("pas encore lue"));
    }

    async fn sixty_readers_of_one_address_all_have_their_buttons_and_are_counted(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        for _ in 0..60 {
            let mut reader = host.stranger();
            let page = reader.get(&address).await;
            let device = page.field("appareil");
            let fields = [("retour", "1"), ("appareil", device.as_str())];
            for to in ["lecture", "appreciation"] {
                let seen = reader.act(&format!("{address}/{to}"), &fields).await;
                assert_eq!(seen.status, 303, "{}", seen.page);
            }
        }
        let page = host.stranger().get(&address).await;
        assert!(page.says("lue par 60 personnes, aimée par 60 (dont 60 sans compte)"), "{}", page.page);
    }

    async fn one_person_does_not_like_a_thousand_times_and_is_told_why(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut refused = None;
        for _ in 0..200 {
            let mut device = host.stranger();
            let offered = device.get(&address).await.field("appareil");
            let like = [("appareil", offered.as_str())];
            let seen = device.act(&format!("{address}/appreciation"), &like).await;
            if seen.status != 303 {
                assert!(device.cookies.is_empty(), "a refusal remembers nobody");
                refused = Some(seen);
                break;
            }
        }
        let refused = refused.expect("there is an end");
        assert_eq!(refused.status, 422);
        assert!(refused.says("Beaucoup de personnes lisent cette note au même endroit"), "{}", refused.page);
        // An account is not counted with its address.
        let omar = host.world.account("Omar", false).await;
        let mut omar = host.known(&omar).await;
        assert_eq!(omar.act(&format!("{address}/appreciation"), &[]).await.status, 303);
    }

    async fn figures_tell_accounts_from_guests(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let member = host.world.account("Omar", false).await;
        let mut omar = host.known(&member).await;
        let mut device = host.stranger();
        let offered = device.get(&address).await.field("appareil");
        let fields = [("retour", "1"), ("appareil", offered.as_str())];
        for reader in [&mut omar, &mut device] {
            reader.act(&format!("{address}/lecture"), &fields).await;
            reader.act(&format!("{address}/appreciation"), &fields).await;
        }
        let page = host.stranger().get(&address).await;
        assert!(page.says("lue par 2 personnes, aimée par 2 (dont une sans compte)"));
    }

    async fn a_device_nobody_signed_counts_for_nothing(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut forger = host.stranger();
        let forged = format!("{}.{}", "a".repeat(64), "b".repeat(64));
        forger.cookies.push(("appareil".into(), forged.clone()));
        assert_eq!(forger.act(&format!("{address}/lecture"), &[]).await.status, 204);
        assert_eq!(forger.act(&format!("{address}/appreciation"), &[]).await.status, 422);
        let offered = [("appareil", forged.as_str())];
        assert_eq!(host.stranger().act(&format!("{address}/appreciation"), &offered).await.status, 422);
        assert!(host.stranger().get(&address).await.says("pas encore lue, pas encore aimée"));
    }

    async fn reading_ones_own_note_is_not_a_reading(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut lea = host.known(&note.writer).await;
        assert!(!lea.get(&address).await.says("data-reading"));
        lea.act(&format!("{address}/lecture"), &[]).await;
        assert!(lea.get(&address).await.says("pas encore lue"));
    }

    async fn thanks_that_are_too_long_can_be_copied(host: Host) {
        let note = public_note(&host).await;
        let omar = host.world.account("Omar", false).await;
        let long = "Merci beaucoup. ".repeat(40);
        let address = format!("/notes/{}/remerciements", note.note);
        let page = host.known(&omar).await.act(&address, &[("words", &long)]).await;
        assert_eq!(page.status, 422);
        assert!(page.says(&long) && page.says("deux cents caractères"));
    }

    async fn half_an_hour_later_it_is_the_same_reader(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut someone = host.stranger();
        let device = someone.get(&address).await.field("appareil");
        let read = [("retour", "1"), ("appareil", device.as_str())];
        someone.act(&format!("{address}/lecture"), &read).await;
        host.world.clock.advance(app::engine::clock::HOUR);
        someone.act(&format!("{address}/lecture"), &[]).await;
        // The page after it waits for what was done: nothing else does.
        someone.get(&address).await;
        let figures = projections::notes::reception::of(&host.world.app.db, &note.note).await.unwrap();
        assert_eq!((figures.readers, figures.reads), (1, 2));
    }
}
