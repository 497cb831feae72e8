//! `/ateliers/{id}/recit`: a workshop as anyone may read it.

use app::engine::envelope::CommandId;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;

use crate::both;
use crate::site::Host;

both! {
    async fn f14_a_story_is_read_by_anyone_once_it_is_shown_and_names_who_signed(host: Host) {
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let workshop = world.workshop(&marie, 20).await;
        let lea = world.guest(&workshop, "Léa Signataire").await;
        let omar = world.guest(&workshop, "Omar Discret").await;
        world.published(&lea, &workshop, "Du pain partagé", Visibility::Everyone).await;
        world.published(&omar, &workshop, "Entre nous seulement", Visibility::Workshop).await;
        let (story, choice) = (format!("/ateliers/{workshop}/recit"), format!("/ateliers/{workshop}/recit/visibilite"));
        let mut marie = host.known(&marie).await;
        // While it goes on, there is nothing to tell.
        assert_eq!(marie.act(&choice, &[("shown", "1")]).await.status, 404);
        let by = "marie".parse().unwrap();
        world.app.workshops().run_workshop(&workshop, &by, Act::Close, CommandId::fresh()).await.unwrap();
        assert_eq!(host.stranger().get(&story).await.status, 404);
        assert!(!host.stranger().get("/ateliers").await.says("Premiers pas"));
        let page = marie.get(&format!("{story}/choix")).await;
        assert!(page.says("La montrer à tout le monde"), "{}", page.page);
        assert_eq!(marie.act(&choice, &[("shown", "1")]).await.status, 303);
        let page = host.stranger().get(&story).await;
        for words in ["Avant", "Pendant", "Ce qui en est sorti", "La suite", "Du pain partagé", "Léa Signataire", "Quelques personnes"] {
            assert!(page.says(words), "{words}: {}", page.page);
        }
        for words in ["Omar Discret", "Entre nous seulement"] {
            assert!(!page.says(words), "{words}: {}", page.page);
        }
        let list = host.stranger().get("/ateliers").await;
        assert!(list.says("Premiers pas") && list.says(&story), "{}", list.page);
        // What was done to notes of the room alone is counted nowhere.
        assert!(page.says("Une note que tout le monde") && !page.says("publications"), "{}", page.page);
        marie.act(&choice, &[("shown", "0")]).await;
        assert_eq!(host.stranger().get(&story).await.status, 404);
        // Nobody else shows it.
        let paul = world.account("Paul", true).await;
        assert_eq!(host.known(&paul).await.act(&choice, &[("shown", "1")]).await.status, 404);
    }
}
