//! A note that hurts somebody can be taken back whole, by whoever looks after the commons.

use crate::both;
use crate::site::Host;

both! {
    async fn a_moderator_takes_a_note_back_and_its_writer_knows_why(host: Host) {
        let world = &host.world;
        let note = world.public("lea", "Phrase-canari.\n").await;
        let marie = world.account("Marie", true).await;
        let member = world.account("Omar", false).await;
        let (mut lea, mut marie) = (host.known(&note.writer).await, host.known(&marie).await);
        let (mut omar, mut stranger) = (host.known(&member).await, host.stranger());
        let address = format!("/notes/{}", note.note);
        let (page, history) = (format!("{address}/moderation"), format!("{address}/historique"));
        let why = [("reason", "harmful")];
        // Nobody else: not its writer, who has a gesture of their own.
        for guest in [&mut lea, &mut omar, &mut stranger] {
            assert_eq!(guest.get(&page).await.status, 404);
            assert!([401, 404].contains(&guest.act(&page, &why).await.status.as_u16()));
            assert!(!guest.get(&history).await.says("/moderation"));
        }
        assert!(marie.get(&history).await.says("/moderation"));
        assert!(marie.get(&page).await.says("Retirer la note"));
        let done = marie.act(&page, &why).await;
        assert_eq!(done.status, 303, "{}", done.page);
        assert!(marie.get(&done.place).await.says("La note est retirée"));

        for guest in [&mut marie, &mut omar, &mut stranger] {
            assert_eq!(guest.get(&address).await.status, 404);
            assert!(!guest.get("/notes").await.says("Accueil</a>"));
        }
        for place in [address.as_str(), "/moi", history.as_str()] {
            let seen = lea.get(place).await;
            assert!(seen.says("retirée par l’équipe"), "{place}: {}", seen.page);
            assert!(seen.says("des propos qui blessent"), "{place}");
        }
        // She changes it and publishes it again: the history keeps what happened, for her and
        // those who look after the commons.
        assert_eq!(lea.act(&format!("{address}/publication"), &[("visibility", "everyone")]).await.status, 303);
        assert!(!lea.get("/moi").await.says("retirée par l’équipe"));
        assert!(!lea.get(&address).await.says("retirée par l’équipe"));
        for (guest, told) in [(&mut lea, true), (&mut marie, true), (&mut omar, false)] {
            assert_eq!(guest.get(&history).await.says("retirée par l’équipe"), told);
        }
    }
}
