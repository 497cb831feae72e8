//! A4a, F4: a workshop of a community offers it to those of its room, and makes nobody a member.

use app::engine::envelope::CommandId;
use app::workshops::Plan;
use domain::core::ids::{CommunityId, PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;

use super::community::begun;
use crate::both;
use crate::site::Host;

/// A workshop of the community at this address, open: its id, and the address of the last page of
/// its path.
async fn opened(host: &Host, by: &PersonId, community: &str, minors: bool) -> (WorkshopId, String) {
    let group: CommunityId = community.rsplit('/').next().unwrap().parse().unwrap();
    let plan = Plan {
        title: "Premiers pas".into(),
        places: 20,
        group: Some(group),
        minors,
        ..Plan::default()
    };
    let workshops = host.world.app.workshops();
    let id = workshops.prepare_workshop(by, &plan, CommandId::fresh()).await.unwrap();
    workshops.run_workshop(&id, by, Act::Open, CommandId::fresh()).await.unwrap();
    let found = projections::workshops::workshop::find(&host.world.app.db, &id).await;
    (id, format!("/a/{}", found.unwrap().unwrap().code))
}

both! {
    async fn f4_a_room_is_offered_its_community_and_shares_its_notes_by_one_tap(host: Host) {
        let lea = host.world.account("Lea", true).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "on-request").await;
        let (workshop, door) = opened(&host, &lea, &community, false).await;
        let page = hers.get(&community).await;
        assert!(page.says("Ses ateliers") && page.says("Premiers pas"), "{}", page.page);
        assert!(hers.get(&format!("/ateliers/{workshop}")).await.says("Cercle"));
        let omar = host.world.guest(&workshop, "Omar").await;
        let mut his = host.known(&omar).await;
        let note = host.world.published(&omar, &workshop, "Ma note", Visibility::Workshop).await;
        let end = format!("{door}/fin");
        let page = his.get(&end).await;
        assert!(page.says("Entrer dans la communauté") && page.says("Cercle"), "{}", page.page);
        let members = format!("{community}/membres");
        assert!(!hers.get(&members).await.says("Omar"), "nobody is added in silence");
        // Whoever runs it looks after the community: nobody has to be asked. Twice is once.
        for _ in 0..2 {
            assert_eq!(his.act(&format!("{door}/communaute"), &[]).await.status, 303);
        }
        assert!(hers.get(&members).await.says("Omar"));
        let page = his.get(&end).await;
        assert!(page.says("Partager ma note avec elle"), "{}", page.page);
        assert!(!hers.get(&community).await.says("Ma note"));
        let id = community.rsplit('/').next().unwrap();
        let with = format!("community.{id}");
        his.act(&format!("/notes/{}/lecteurs", note.note), &[("with", &with)]).await;
        assert!(hers.get(&community).await.says("Ma note"));
        assert!(his.get(&end).await.says("est partagée avec elle"));
    }

    async fn f4_a_room_run_by_a_member_comes_in_as_anybody_does_and_the_young_are_asked_nothing(host: Host) {
        let (lea, zoe) = (host.world.account("Lea", true).await, host.world.account("Zoe", true).await);
        let (mut hers, mut another) = (host.known(&lea).await, host.known(&zoe).await);
        let community = begun(&mut hers, "Cercle", "on-request").await;
        // A workshop is of a community that one is in.
        let plan = Plan {
            title: "Ailleurs".into(),
            places: 20,
            group: Some(community.rsplit('/').next().unwrap().parse().unwrap()),
            ..Plan::default()
        };
        let workshops = host.world.app.workshops();
        assert!(workshops.prepare_workshop(&zoe, &plan, CommandId::fresh()).await.is_err());
        assert!(!another.get("/ateliers/nouveau").await.says("community_id"));
        another.act(&format!("{community}/demande"), &[]).await;
        let answer = [("person", zoe.as_str()), ("answer", "yes")];
        hers.act(&format!("{community}/membres/reponse"), &answer).await;
        assert!(another.get("/ateliers/nouveau").await.says("Cercle"));
        let (workshop, door) = opened(&host, &zoe, &community, false).await;
        let omar = host.world.guest(&workshop, "Omar").await;
        let mut his = host.known(&omar).await;
        let page = his.get(&format!("{door}/fin")).await;
        assert!(page.says("Demander à y entrer"), "{}", page.page);
        assert_eq!(his.act(&format!("{door}/communaute"), &[]).await.status, 422);
        hers.act(&format!("{community}/portes"), &[("admission", "open")]).await;
        assert!(his.get(&format!("{door}/fin")).await.says("Entrer dans la communauté"));
        // One that only a link opens is not said to be there.
        hers.act(&format!("{community}/portes"), &[("admission", "by-link")]).await;
        assert!(!his.get(&format!("{door}/fin")).await.says("Cercle"));
        assert_eq!(his.act(&format!("{door}/communaute"), &[]).await.status, 404);
        hers.act(&format!("{community}/portes"), &[("admission", "open")]).await;
        let (young, door) = opened(&host, &lea, &community, true).await;
        let child = host.world.guest(&young, "Enfant").await;
        let mut theirs = host.known(&child).await;
        assert!(!theirs.get(&format!("{door}/fin")).await.says("Cercle"));
        assert_eq!(theirs.act(&format!("{door}/communaute"), &[]).await.status, 404);
        // One that ended is offered to nobody.
        hers.act(&format!("{community}/fin"), &[]).await;
        assert!(!his.get(&format!("/a/{}/fin", projections::workshops::workshop::find(&host.world.app.db, &workshop).await.unwrap().unwrap().code)).await.says("Cercle"));
    }
}
