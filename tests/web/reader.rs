//! Reading and liking, with an account or without.

use domain::visibility::Visibility;
use projections::note::Note;

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
        assert!(someone.get(&address).await.says("pas encore lue"));
        for _ in 0..3 {
            assert_eq!(someone.act(&format!("{address}/lecture"), &[]).await.status, 204);
            someone.act(&format!("{address}/appreciation"), &[("gesture", "like")]).await;
        }
        let page = someone.get(&address).await;
        assert!(page.says("lue par une personne, aimée par une personne (dont une sans compte)"), "{}", page.page);
        assert!(page.says("aria-pressed=\"true\""));
        someone.act(&format!("{address}/appreciation"), &[("gesture", "unlike")]).await;
        assert!(someone.get(&address).await.says("lue par une personne, pas encore aimée"));
    }

    async fn figures_tell_accounts_from_guests(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let member = host.world.account("Omar", false).await;
        let mut omar = host.known(&member).await;
        let mut device = host.stranger();
        device.get(&address).await;
        for reader in [&mut omar, &mut device] {
            reader.act(&format!("{address}/lecture"), &[]).await;
            reader.act(&format!("{address}/appreciation"), &[]).await;
        }
        let page = host.stranger().get(&address).await;
        assert!(page.says("lue par 2 personnes, aimée par 2 (dont une sans compte)"));
    }

    async fn a_device_nobody_signed_counts_for_nothing(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let mut forger = host.stranger();
        forger.cookies.push(("appareil".into(), format!("{}.{}", "a".repeat(64), "b".repeat(64))));
        assert_eq!(forger.act(&format!("{address}/lecture"), &[]).await.status, 204);
        assert_eq!(forger.act(&format!("{address}/appreciation"), &[]).await.status, 422);
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
        someone.get(&address).await;
        someone.act(&format!("{address}/lecture"), &[]).await;
        host.world.clock.advance(app::clock::HOUR);
        someone.act(&format!("{address}/lecture"), &[]).await;
        // The page after it waits for what was done: nothing else does.
        someone.get(&address).await;
        let figures = projections::reception::of(&host.world.app.db, &note.note).await.unwrap();
        assert_eq!((figures.readers, figures.reads), (1, 2));
    }
}
