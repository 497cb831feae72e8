//! Writing to the authors of a note, who answer with one voice: no address is seen by anybody.

use app::engine::envelope::CommandId;
use app::workshops::Plan;
use domain::core::ids::WorkshopId;
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use poem::http::StatusCode;
use projections::workshops::workshop;

use crate::both;
use crate::site::Host;

const TEXT: &str = "Il faut du temps. Et de la patience.\n";

async fn found(host: &Host, workshop: &WorkshopId) -> String {
    workshop::find(&host.world.app.db, workshop).await.unwrap().unwrap().code
}

both! {
    async fn m4_one_writes_to_all_the_authors_and_sees_no_address(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let (omar, zoe) = (host.world.account("Omar", false).await, host.world.account("Zoe", false).await);
        let (mut hers, mut his, mut zoes) = (host.known(&lea).await, host.known(&omar).await, host.known(&zoe).await);
        let fields = [("facon", "libre"), ("title", "Attendre"), ("body", TEXT)];
        let note = hers.act("/notes/nouvelle", &fields).await.place.split('?').next().unwrap().to_owned();
        let page = hers.act(&format!("{note}/auteurs"), &[]).await;
        let link = page.page.split_once("id=\"link\">").unwrap().1.split('<').next().unwrap().to_owned();
        let token = link.rsplit('/').next().unwrap();
        assert_eq!(zoes.act(&format!("/invitation/{token}"), &[]).await.status, 303);
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        // The way is under the note, for whoever is known; nobody unknown writes.
        let all = format!("{note}/conversations");
        assert!(his.get(&note).await.says(&format!("href=\"{all}\"")));
        assert!(!host.stranger().get(&note).await.says(&all));
        assert_eq!(host.stranger().get(&all).await.status, 401);
        let page = his.get(&all).await;
        assert!(page.says("Écrire aux auteur·trices") && page.says("Lea et Zoe"), "{}", page.page);
        // Nothing, or too much: said, and the words are still there.
        let long = "très ".repeat(900);
        for (words, said) in [(" ", "Il manque quelques mots"), (long.as_str(), "4000 signes au plus")] {
            let page = his.act(&all, &[("message", words)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.says(said) && page.says(words.trim()), "{}", page.page);
        }
        let seen = his.act(&all, &[("message", "Bonjour,\nd’où vient la deuxième phrase ?")]).await;
        assert_eq!((seen.status, seen.place), (StatusCode::SEE_OTHER, format!("{all}#derniers")));
        // Both authors are lit, and read it; nobody else.
        let thread = format!("{all}/{omar}");
        for guest in [&mut hers, &mut zoes] {
            assert!(guest.get("/notes").await.says("class=\"awaits\""));
            assert!(guest.get("/moi").await.says(&format!("href=\"{thread}\"")));
            assert!(guest.get(&all).await.says("attend votre réponse"));
            let page = guest.get(&thread).await;
            assert!(page.says("Omar vous écrit") && page.says("<p dir=\"auto\">Bonjour,</p>") && page.says("deuxième phrase"), "{}", page.page);
            assert!(!page.says("@"), "no address: {}", page.page);
        }
        let noe = host.world.account("Noe", false).await;
        let mut other = host.known(&noe).await;
        assert_eq!(other.get(&thread).await.status, 404);
        assert_eq!(other.act(&thread, &[("message", "Coucou")]).await.status, 404);
        assert!(!other.get(&all).await.says("deuxième phrase"));
        // One answer is enough.
        assert_eq!(zoes.act(&thread, &[("message", "De ma grand-mère.")]).await.status, 303);
        assert!(!hers.get("/notes").await.says("class=\"awaits\""));
        assert!(hers.get(&thread).await.says("Zoe") && his.get("/notes").await.says("class=\"awaits\""));
        let page = his.get(&all).await;
        assert!(page.says("De ma grand-mère.") && page.says("Zoe") && !page.says("@"), "{}", page.page);
        assert!(his.get("/moi/conversations").await.says(&all));
        // Nothing to answer: the light goes out.
        let settle = format!("{thread}/suite");
        // What was sent since the page was shown is not settled with it.
        his.act(&settle, &[("suite", "rien"), ("vus", "1")]).await;
        assert!(his.get("/notes").await.says("class=\"awaits\""));
        assert_eq!(other.act(&settle, &[("suite", "rien"), ("vus", "2")]).await.status, 404);
        assert_eq!(his.act(&settle, &[("suite", "rien"), ("vus", "2")]).await.status, 303);
        assert!(!his.get("/notes").await.says("class=\"awaits\""));
    }

    async fn an_author_ends_it_and_may_take_it_up_again(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let (mut hers, mut his) = (host.known(&note.writer).await, host.known(&omar).await);
        let all = format!("/notes/{}/conversations", note.note);
        let thread = format!("{all}/{omar}");
        // An author begins nothing, and is told nothing of whoever never wrote.
        assert_eq!(hers.act(&thread, &[("message", "Bonjour")]).await.status, 404);
        his.act(&all, &[("message", "Bonjour")]).await;
        assert_eq!(his.act(&format!("{thread}/suite"), &[("suite", "fin")]).await.status, 404);
        assert_eq!(hers.act(&format!("{thread}/suite"), &[("suite", "fin")]).await.status, 303);
        let page = his.act(&all, &[("message", "Encore moi")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("votre message n’est pas parti") && page.says("Encore moi"), "{}", page.page);
        assert!(!hers.get("/notes").await.says("class=\"awaits\""));
        assert!(!hers.get(&thread).await.says("Encore moi"));
        assert_eq!(hers.act(&thread, &[("message", "Finalement, oui.")]).await.status, 303);
        assert_eq!(his.act(&all, &[("message", "Merci !")]).await.status, 303);
    }

    async fn a_group_that_signs_answers_without_a_name(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&workshop, "Léa").await;
        let draft = host.world.draft(&lea, &workshop, "Sans nom").await;
        let omar = host.world.account("Omar", false).await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let offer = [("visibility", "everyone"), ("wall", "1"), ("group", "1")];
        let code = found(&host, &workshop).await;
        assert_eq!(hers.act(&format!("/a/{code}/parcours/publication"), &offer).await.status, 303);
        let all = format!("/notes/{}/conversations", draft.note);
        assert_eq!(his.act(&all, &[("message", "Qui êtes-vous ?")]).await.status, 303);
        assert_eq!(hers.act(&format!("{all}/{omar}"), &[("message", "Nous sommes plusieurs.")]).await.status, 303);
        let page = his.get(&all).await;
        assert!(page.says("Nous sommes plusieurs.") && page.says("Une des personnes qui l’écrivent"), "{}", page.page);
        assert!(!page.says("Léa") && !his.get("/moi/conversations").await.says("Léa"), "{}", page.page);
    }

    async fn nobody_writes_to_the_young_nor_do_they(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let plan = Plan { title: "Jeunes".into(), places: 9, minors: true, ..Plan::default() };
        let rooms = host.world.app.workshops();
        let workshop = rooms.prepare_workshop(&marie, &plan, CommandId::fresh()).await.unwrap();
        rooms.run_workshop(&workshop, &marie, Act::Open, CommandId::fresh()).await.unwrap();
        let lea = host.world.guest(&workshop, "Léa").await;
        let theirs = host.world.published(&lea, &workshop, "Jeune", Visibility::Everyone).await;
        let note = host.world.public("zoe", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        for (person, note) in [(&omar, &theirs.note), (&lea, &note.note)] {
            let mut guest = host.known(person).await;
            let all = format!("/notes/{note}/conversations");
            let page = guest.get(&all).await;
            assert!(page.says("On ne peut pas s’écrire ici") && !page.says("Votre message"), "{}", page.page);
            assert_eq!(guest.act(&all, &[("message", "Bonjour")]).await.status, 404);
        }
    }

    async fn nobody_answers_whoever_reads_it_no_more(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let (mut hers, mut his) = (host.known(&note.writer).await, host.known(&omar).await);
        let all = format!("/notes/{}/conversations", note.note);
        let thread = format!("{all}/{omar}");
        his.act(&all, &[("message", "Bonjour")]).await;
        assert_eq!(hers.act(&format!("/notes/{}/retrait", note.note), &[]).await.status, 303);
        let page = hers.get(&thread).await;
        assert!(page.says("Bonjour") && page.says("On ne peut pas s’écrire ici") && !page.says("Votre message"), "{}", page.page);
        assert_eq!(hers.act(&thread, &[("message", "Trop tard")]).await.status, 404);
        assert_eq!(his.get(&all).await.status, 404);
    }

    async fn five_messages_wait_for_an_answer(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let (mut hers, mut his) = (host.known(&note.writer).await, host.known(&omar).await);
        let all = format!("/notes/{}/conversations", note.note);
        for _ in 0..5 {
            assert_eq!(his.act(&all, &[("message", "Êtes-vous là ?")]).await.status, 303);
        }
        let page = his.act(&all, &[("message", "Toujours pas ?")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("attendez une réponse") && page.says("Toujours pas ?"), "{}", page.page);
        hers.act(&format!("{all}/{omar}"), &[("message", "Me voici.")]).await;
        assert_eq!(his.act(&all, &[("message", "Merci !")]).await.status, 303);
    }

    async fn what_one_wrote_is_in_ones_file(host: Host) {
        let note = host.world.public("lea", TEXT).await;
        let omar = host.world.account("Omar", false).await;
        let mut his = host.known(&omar).await;
        let all = format!("/notes/{}/conversations", note.note);
        his.act(&all, &[("message", "Un mot bien à moi")]).await;
        let page = String::from_utf8(his.bytes("/moi/donnees/page").await).unwrap();
        assert!(page.contains("Un mot bien à moi"), "{page}");
    }
}
