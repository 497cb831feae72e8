//! Where people stumbled when three of them tried the site: at 68 and afraid of mistakes, at 24 and
//! impatient, with a room to run.

use domain::core::ids::WorkshopId;
use domain::notes::visibility::Visibility;
use projections::workshops::workshop;

use crate::both;
use crate::site::Host;

const NEW: &str = "/notes/nouvelle";

async fn code(host: &Host, id: &WorkshopId) -> String {
    workshop::find(&host.world.app.db, id).await.unwrap().unwrap().code
}

both! {
    async fn what_is_emptied_by_mistake_is_neither_published_nor_lost(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let code = code(&host, &workshop).await;
        let lea = host.world.guest(&workshop, "Léa").await;
        let mut hers = host.known(&lea).await;
        let step = |word: &str| format!("/a/{code}/parcours/{word}");
        hers.act(&step("porte"), &[("door", "tell")]).await;
        // The beginning of a sentence that the page proposes is no idea yet.
        let seen = hers.act(&step("idee"), &[("idea", "Ce que j'ai appris")]).await;
        assert!(seen.status == 422 && seen.says("Il manque la suite"), "{}", seen.page);
        let seen = hers.act(&step("idee"), &[("idea", "Ce que j'ai appris du silence")]).await;
        assert_eq!(seen.status, 303);
        // A title that was emptied stays what it was.
        let written = [("base", "1"), ("title", " "), ("context", "Un mardi soir.")];
        assert_eq!(hers.act(&step("brouillon"), &written).await.status, 303);
        let seen = hers.get(&step("apercu")).await;
        assert!(seen.says("<h2>Ce que j’ai appris du silence</h2>"), "{}", seen.page);
        hers.act(&step("apercu"), &[]).await;
        // A name that was emptied is asked again, and nothing is published under the one before.
        let sent = [("visibility", "everyone"), ("signature", "")];
        let seen = hers.act(&step("publication"), &sent).await;
        assert!(seen.status == 422 && seen.says("Il manque un nom"), "{}", seen.page);
        assert!(!host.stranger().get("/notes").await.says("appris du silence"));
        let sent = [("visibility", "everyone"), ("signature", "L.")];
        assert_eq!(hers.act(&step("publication"), &sent).await.status, 303);
        assert!(host.stranger().get("/notes").await.says("appris du silence"));
    }

    async fn a_thank_you_says_who_reads_it_and_is_more_than_its_beginning(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let code = code(&host, &workshop).await;
        let lea = host.world.guest(&workshop, "Léa").await;
        let note = host.world.published(&lea, &workshop, "Le silence aide", Visibility::Everyone).await;
        let omar = host.world.guest(&workshop, "Omar").await;
        let mut his = host.known(&omar).await;
        let page = format!("/a/{code}/parcours/merci");
        his.act(&format!("/a/{code}/parcours/porte"), &[("door", "observe")]).await;
        assert!(his.get(&page).await.says("Tout le monde pourra lire ce merci"));
        let sent = [("note", note.note.as_str()), ("words", "Chez nous aussi…")];
        let seen = his.act(&page, &sent).await;
        assert!(seen.status == 422 && seen.says("Il manque la suite"), "{}", seen.page);
        let address = format!("/notes/{}", note.note);
        assert!(!host.stranger().get(&address).await.says("Chez nous aussi"));
        // On the page of the note, the same; once said, the page says so at its top.
        assert!(his.get(&address).await.says("Tout le monde pourra lire ce merci"));
        let seen = his.act(&format!("{address}/remerciements"), &[("words", "Bravo")]).await;
        assert_eq!(seen.place, format!("{address}?dit=thanked"));
        assert!(his.get(&seen.place).await.says("Le merci est parti."));
        assert!(!his.get(&format!("{address}?dit=inconnu")).await.says("just-said"));
    }

    async fn whoever_signs_out_sees_what_brings_them_back(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&workshop, "Léa").await;
        let phrase = host.world.app.people().resume_phrase(&lea).await.unwrap();
        let mut hers = host.known(&lea).await;
        let page = hers.get("/deconnexion").await;
        assert!(page.says(&phrase) && page.says("la seule façon de retrouver vos notes"), "{}", page.page);
        // Seen, and not done.
        assert_eq!(hers.get("/moi").await.status, 200);
        assert!(!host.known(&marie).await.get("/deconnexion").await.says("id=\"phrase\""));
        hers.act("/deconnexion", &[]).await;
        assert_eq!(hers.get("/moi").await.status, 401);
        let seen = hers.act("/reprendre", &[("phrase", " ")]).await;
        assert!(seen.status == 422 && seen.says("Écrivez vos quatre mots"), "{}", seen.page);
    }

    async fn one_form_makes_one_invitation_and_its_author_is_led_to_the_note(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let fields = [("facon", "libre"), ("title", "À deux"), ("body", "Un mot.")];
        let note = hers.act(NEW, &fields).await.place.split('?').next().unwrap().to_owned();
        let key = hers.get(&format!("{note}/auteurs")).await.field("command_id");
        let key = [("command_id", key.as_str())];
        let link = |page: String| {
            let (_, link) = page.split_once("id=\"link\">").unwrap_or_else(|| panic!("{page}"));
            link.split('<').next().unwrap().rsplit('/').next().unwrap().to_owned()
        };
        let first = link(hers.post(&format!("{note}/auteurs"), &key).await.page);
        assert_eq!(link(hers.post(&format!("{note}/auteurs"), &key).await.page), first);
        let id = note.rsplit('/').next().unwrap().parse().unwrap();
        let waiting = host.world.app.notes().waiting_invitations(&id).await.unwrap();
        assert_eq!(waiting.len(), 1);
        let invitation = format!("/invitation/{first}");
        // Whoever has an account signs in first, and comes back.
        let page = host.stranger().get(&invitation).await;
        assert!(page.says(&format!("/connexion?retour={invitation}")), "{}", page.page);
        let mut his = host.known(&omar).await;
        his.act(&invitation, &[]).await;
        assert_eq!(his.get(&invitation).await.place, note);
    }

    async fn words_that_are_not_in_the_note_yet_are_named_on_its_page(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let fields = [("facon", "libre"), ("title", "À finir"), ("body", "Un mot.")];
        let note = hers.act(NEW, &fields).await.place.split('?').next().unwrap().to_owned();
        assert!(!hers.get(&note).await.says("Les derniers mots écrits"));
        let fields = [("title", "À finir"), ("body", "Un mot, puis un autre."), ("base", "1")];
        assert_eq!(hers.act(&format!("{note}/brouillon"), &fields).await.status, 200);
        let page = hers.get(&note).await;
        assert!(page.says("Les derniers mots écrits") && page.says(&format!("href=\"{note}/modifier\"")), "{}", page.page);
    }

    async fn nobody_is_accused_of_what_was_not_chosen(host: Host) {
        let note = host.world.public("lea", "Un texte.\n").await;
        let address = format!("/notes/{}/signalement", note.note);
        let omar = host.world.account("Omar", false).await;
        let mut his = host.known(&omar).await;
        assert!(!his.get(&address).await.says(" checked"));
        let seen = his.act(&address, &[]).await;
        assert!(seen.status == 422 && seen.says("Choisissez d’abord"), "{}", seen.page);
        assert_eq!(his.act(&address, &[("reason", "personal")]).await.status, 303);
    }

    async fn a_page_that_answers_a_form_says_so_to_the_script_that_goes_back(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        assert!(!hers.get(&format!("{NEW}?facon=libre")).await.says("data-sent"));
        let seen = hers.act(NEW, &[("facon", "libre"), ("title", ""), ("body", " ")]).await;
        assert!(seen.status == 422 && seen.says("data-sent"), "{}", seen.page);
        assert!(hers.act("/nulle-part", &[]).await.says("data-sent"));
    }
}
