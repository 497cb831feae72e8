//! Notes that go together: in the path, on their pages, and to nobody who may not read one.

use domain::notes::visibility::Visibility;
use domain::workshops::script::{Script, Step};
use domain::workshops::workshop::Act;
use projections::workshops::{room, workshop};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step, write_and_publish, writing};

both! {
    async fn a_note_is_linked_to_another_in_the_path(host: Host) {
        let (express, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let script = Script::newest("premiere-note-75").unwrap();
        let plan = app::workshops::Plan {
            title: "Soirée".into(), places: 9, script: script.reference(), ..Default::default()
        };
        let id = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
        app.workshops().run_workshop(&id, &marie, Act::Open, key()).await.unwrap();
        let place = workshop::find(&app.db, &id).await.unwrap().unwrap();
        let omar = host.world.guest(&id, "Omar").await;
        let other = host.world.published(&omar, &id, "La note d’Omar", Visibility::Workshop).await;
        let draft = host.world.draft(&omar, &id, "Brouillon-canari").await;
        let mut lea = writing(&host, &place, "Léa", "Ma note").await;
        let relier = step(&place, "relier");
        // Nothing of one's own yet: nothing is asked, and nothing stops there.
        assert!(lea.get(&relier).await.says("On relie des notes publiées"));
        write_and_publish(&mut lea, &place, "Ma note").await;
        let page = lea.get(&relier).await;
        assert!(page.says("La note d’Omar") && !page.says("canari"), "{}", page.page);
        let none = lea.act(&relier, &[]).await;
        assert!(none.status == 422 && none.says("Choisissez une note, ou touchez"));
        // A draft cannot be linked to, nor guessed at.
        assert_eq!(lea.act(&relier, &[("other", draft.note.as_str())]).await.status, 404);
        let done = lea.act(&relier, &[("other", other.note.as_str())]).await;
        assert_eq!(done.place, step(&place, "cloture"));
        let people = room::present(&app.db, &id).await.unwrap();
        let one = people.iter().find(|one| one.name == "Léa").unwrap();
        assert!(one.done.contains(&Step::Link));
        let note = one.note.clone().unwrap();
        // Each page shows the other, to those who may read it.
        assert!(lea.get(&format!("/notes/{note}")).await.says("La note d’Omar"));
        assert!(host.known(&omar).await.get(&format!("/notes/{}", other.note)).await.says("Ma note"));
        assert!(express.script.steps().all(|one| one != Step::Link), "Express is as short as before");
    }

    async fn a_link_says_nothing_of_a_note_one_may_not_read(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let omar = host.world.account("Omar", false).await;
        app.workshops().enter_workshop(&place.workshop, Some(&omar), "Omar", "fr", key()).await.unwrap();
        let secret = host.world.published(&omar, &place.workshop, "Titre-canari", Visibility::Workshop).await;
        let public = host.world.published(&omar, &place.workshop, "Pour tout le monde", Visibility::Everyone).await;
        let mut writer = host.known(&omar).await;
        let links = format!("/notes/{}/liens", public.note);
        let page = format!("/notes/{}", public.note);
        assert!(writer.get(&page).await.says("Relier à une autre note"));
        // Chosen on a page of its own, among the newest or by its words.
        let choice = writer.get(&links).await;
        assert!(choice.status == 200 && choice.says("Titre-canari") && !choice.says("Pour tout le monde</strong>"));
        assert!(writer.get(&format!("{links}?q=canari")).await.says("Titre-canari"));
        assert!(!writer.get(&format!("{links}?q=brumelle")).await.says("Titre-canari"));
        assert_eq!(host.stranger().get(&links).await.status, 401);
        writer.act(&links, &[("other", secret.note.as_str())]).await;
        assert!(writer.get(&page).await.says("Titre-canari"));
        assert!(!host.stranger().get(&page).await.says("canari"));
        // Linked once is linked; a note does not go with itself.
        let before = host.world.events().await;
        writer.act(&links, &[("other", secret.note.as_str())]).await;
        assert_eq!(host.world.events().await, before);
        assert_eq!(writer.act(&links, &[("other", public.note.as_str())]).await.status, 422);
        // Whoever only reads changes nothing.
        let mut lea = come_in(&host, &place, "Léa").await;
        assert_eq!(lea.act(&format!("{links}/retrait"), &[("other", secret.note.as_str())]).await.status, 404);
        // Taken back, it is nobody's but its writer's, and the link waits in silence.
        app.notes().take_back(&secret, app::access::Standing { moderator: true, ..Default::default() }, &omar, key()).await.unwrap();
        assert!(!writer.get(&page).await.says("Délier de «\u{a0}Titre-canari"));
        writer.act(&format!("{links}/retrait"), &[("other", secret.note.as_str())]).await;
        let mut facilitator = host.known(&marie).await;
        assert!(!facilitator.get(&page).await.says("Délier"));
    }
}
