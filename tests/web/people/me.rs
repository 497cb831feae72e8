//! *Mon coin*: what waits for somebody, and the light that says so.

use app::notes::suggest::Proposer;

use crate::both;
use crate::notes::suggest::propose;
use crate::site::Host;

const TEXT: &str = "Il faut du tems. Et de la patience.\n";

both! {
    async fn what_waits_is_lit_on_every_page_and_named_in_ones_corner(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let mut lea = host.known(&note.writer).await;
        for page in ["/notes", "/moi"] {
            assert!(!lea.get(page).await.says("class=\"awaits\""), "{page}");
        }
        let omar = host.world.account("Omar", false).await;
        let by = Proposer::Person(omar.clone());
        let id = propose(&host.world, &note, &by, "Il faut du temps. Et de la patience.\n").await.unwrap();
        let page = lea.get("/notes").await;
        assert!(page.says("class=\"awaits\"") && page.says("quelque chose vous y attend"), "{}", page.page);
        let page = lea.get("/moi").await;
        assert!(page.says("une proposition à regarder") && page.says(&format!("/notes/{}#suggestions", note.note)), "{}", page.page);
        // It is hers alone, and only until she answers.
        assert!(!host.known(&omar).await.get("/moi").await.says("class=\"awaits\""));
        let address = format!("/notes/{}/suggestions/{id}", note.note);
        assert_eq!(lea.act(&address, &[("action", "accepter")]).await.status, 303);
        let page = lea.get("/moi").await;
        assert!(!page.says("class=\"awaits\"") && !page.says("à regarder"), "{}", page.page);
    }

    async fn whoever_asks_to_write_a_note_is_lit_too(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let mut lea = host.known(&note.writer).await;
        let address = format!("/notes/{}/auteurs", note.note);
        assert_eq!(host.known(&omar).await.act(&format!("{address}/demande"), &[]).await.status, 303);
        assert!(lea.get("/notes").await.says("class=\"awaits\""));
        let fields = [("person", omar.as_str()), ("answer", "no")];
        assert_eq!(lea.act(&format!("{address}/reponse"), &fields).await.status, 303);
        assert!(!lea.get("/notes").await.says("class=\"awaits\""));
    }

    async fn what_changed_since_one_read_it_is_named(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let mut reader = host.known(&omar).await;
        let address = format!("/notes/{}", note.note);
        reader.act(&format!("{address}/lecture"), &[("version", "1")]).await;
        assert!(!reader.get("/moi").await.says("depuis votre lecture"));
        let mut lea = host.known(&note.writer).await;
        let fields = [("title", note.title.as_str()), ("body", "Il faut du temps, et l'envie.\n"), ("base", "1")];
        assert_eq!(lea.act(&format!("{address}/modification"), &fields).await.status, 303);
        let page = reader.get("/moi").await;
        assert!(page.says("Ont changé depuis votre lecture") && page.says(&address), "{}", page.page);
        // Whoever wrote it knows it; who read it again, too.
        assert!(!lea.get("/moi").await.says("depuis votre lecture"));
        reader.act(&format!("{address}/lecture"), &[("version", "2")]).await;
        assert!(!reader.get("/moi").await.says("depuis votre lecture"));
    }

    async fn many_notes_and_workshops_go_on_on_pages_of_their_own(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut hers = host.known(&marie).await;
        for number in 1..=13 {
            host.world.clock.advance(1_000_000);
            let title = format!("Note numéro {number}.");
            let fields = [("facon", "libre"), ("title", title.as_str()), ("body", "Des mots.")];
            assert_eq!(hers.act("/notes/nouvelle", &fields).await.status, 303);
        }
        let page = hers.get("/moi").await;
        assert!(page.says("Note numéro 13.") && page.says("Note numéro 2."), "{}", page.page);
        assert!(!page.says("Note numéro 1.") && page.says("href=\"/moi/notes\""), "{}", page.page);
        let page = hers.get("/moi/notes").await;
        assert!(page.says("Note numéro 1.") && !page.says("?page=2"), "{}", page.page);
        assert!(!hers.get("/moi/notes?page=2").await.says("Note numéro"));
        // Where somebody took part: three in their corner, all of them under Ateliers.
        let omar = host.world.account("Omar", false).await;
        for number in 1..=4 {
            let workshop = host.world.workshop(&marie, 9).await;
            let name = format!("Omar {number}");
            let key = app::engine::envelope::CommandId::fresh();
            let (rooms, who) = (host.world.app.workshops(), Some(&omar));
            rooms.enter_workshop(&workshop, who, &name, "fr", key).await.unwrap();
        }
        // The tables of a machine that does other things may be a moment behind.
        host.world.app.projector.catch_up().await.unwrap();
        let mut his = host.known(&omar).await;
        let page = his.get("/moi").await;
        assert_eq!(page.page.matches("Mon atelier").count(), 3, "{}", page.page);
        assert!(page.says("Tous mes ateliers"));
        let page = his.get("/ateliers").await;
        assert_eq!(page.page.matches("href=\"/a/").count(), 4, "{}", page.page);
    }
}
