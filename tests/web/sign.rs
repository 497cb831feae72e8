//! Who signs: the name one chooses, or the group.

use projections::room;

use crate::both;
use crate::room::{open, step, writing};
use crate::site::Host;

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
        assert!(lea.get(&publication).await.says("Signer au nom du groupe"));
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
}
