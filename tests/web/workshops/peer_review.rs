//! How many drafts one person is given to look at.

use domain::workshops::workshop::Role;
use projections::workshops::room;

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, open, step, write_and_publish, writing};

both! {
    async fn nobody_reads_every_draft_of_a_room_one_after_the_other(host: Host) {
        let (workshop, _) = open(&host, 20).await;
        let mut omar = writing(&host, &workshop, "Omar", "Fini").await;
        write_and_publish(&mut omar, &workshop, "Fini").await;
        let mut notes = vec![];
        for number in 1..=5 {
            let (name, idea) = (format!("P{number}"), format!("Canari{number}"));
            let mut one = writing(&host, &workshop, &name, &idea).await;
            one.act(&format!("/a/{}/regard/demande", workshop.code), &[]).await;
            let here = room::present(&host.world.app.db, &workshop.workshop).await.unwrap();
            let found = here.iter().find(|one| one.name == name).unwrap();
            notes.push(found.note.clone().unwrap().to_string());
        }
        let looks = format!("/a/{}/regard", workshop.code);
        for number in 0..3 {
            let take = [("note", notes[number].as_str()), ("look", "take")];
            assert_eq!(omar.act(&looks, &take).await.status, 303);
            assert!(omar.get(&looks).await.says(&format!("Canari{}", number + 1)));
            // Another one meanwhile: one at a time.
            let other = [("note", notes[number + 1].as_str()), ("look", "take")];
            let seen = omar.act(&looks, &other).await;
            assert!(seen.status == 422 && seen.says("Une note à la fois"), "{}", seen.page);
            let back = [("note", notes[number].as_str()), ("look", "return")];
            assert_eq!(omar.act(&looks, &back).await.status, 303);
        }
        let fourth = [("note", notes[3].as_str()), ("look", "take")];
        let seen = omar.act(&looks, &fourth).await;
        assert!(seen.status == 422 && seen.says("déjà relu trois notes"), "{}", seen.page);
        let page = omar.get(&looks).await;
        assert!(page.says("déjà relu trois notes") && !page.says("Canari4"), "{}", page.page);

        // Whoever came to help is not counted.
        let token = host.world.app.workshops().role_link(&workshop.workshop, Role::Help).await.unwrap();
        let mut helper = come_in(&host, &workshop, "Ahmed").await;
        helper.act(&format!("/role/{token}"), &[("name", "Ahmed")]).await;
        helper.act(&step(&workshop, "porte"), &[("door", "tell")]).await;
        helper.act(&step(&workshop, "idee"), &[("idea", "Aider")]).await;
        write_and_publish(&mut helper, &workshop, "Aider").await;
        for note in &notes {
            for word in ["take", "return"] {
                let seen = helper.act(&looks, &[("note", note), ("look", word)]).await;
                assert_eq!(seen.status, 303, "{}", seen.page);
            }
        }
    }
}
